"""Stands above the page: back and forward for the mouse, and where in the list the page is."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import icon
from hipmap.desktop.labels import label
from hipmap.desktop.look import look


class PageBar(QFrame):
    """Says what is pressed; a way that leads nowhere cannot be pressed."""

    back = Signal()
    forward = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_bar")
        self.back_button = self._button("arrow-left")
        self.forward_button = self._button("arrow-right")
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.place = label("", "caption", "muted")
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.L, Space.S)
        box.setSpacing(Space.XS)
        box.addWidget(self.back_button)
        box.addWidget(self.forward_button)
        box.addSpacing(Space.S)
        box.addWidget(self.place, 1, Qt.AlignmentFlag.AlignVCenter)
        self.place.setMinimumWidth(1)
        self._dress()

    def show_words(self) -> None:
        """Names the buttons."""
        for button, words, keys in (
            (self.back_button, self.tr("Back"), self.tr("Alt+Left")),
            (self.forward_button, self.tr("Forward"), self.tr("Alt+Right")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({keys})")

    def show_place(self, above: tuple[str, ...], can_back: bool, can_forward: bool) -> None:
        """Shows what the page stands under, and which ways there are."""
        self.place.setText("  /  ".join(above))
        self.back_button.setEnabled(can_back)
        self.forward_button.setEnabled(can_forward)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "place"):
            self._dress()
        super().changeEvent(event)

    def _button(self, drawing: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "icon")
        button.setProperty("drawing", drawing)
        return button

    def _dress(self) -> None:
        worn = look()
        size = worn.px(Size.ICON + 2)
        for button in (self.back_button, self.forward_button):
            drawing = str(button.property("drawing"))
            button.setIcon(icon(drawing, worn.theme.text, worn.theme.outline, size))
            button.setIconSize(QSize(size, size))
