"""The card of the side note: what it is about, a way to close it, the page, and the way to more."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.how_to.how_to_page import About, how_to_page
from hipmap.desktop.icons import icon
from hipmap.desktop.labels import Card, label
from hipmap.desktop.learn.drawings import WIDTH
from hipmap.desktop.learn.pose_picture import pose_picture
from hipmap.desktop.learn.reading_view import ReadingView
from hipmap.desktop.look import look


class HowToNote(Card):
    """Lies beside what is being asked; it is never in the way of a key, and Esc closes it."""

    read_asked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("how_to")
        self._about: About | None = None
        self.title = label("", "strong", "muted")
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "icon")
        self.close_button.clicked.connect(self.closed)
        self.view = ReadingView(self._draw, compact=True)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._read_more)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(Space.L, 0, Space.S, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        foot.setContentsMargins(Space.S, 0, Space.S, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.box.setContentsMargins(2, Space.S, 2, Space.S)
        self.box.setSpacing(0)
        self.box.addLayout(head)
        self.box.addWidget(self.view, 1)
        self.box.addLayout(foot)
        self._dress()

    @property
    def finding(self) -> str | None:
        """The question or test that the note is about."""
        return self._about.finding.id if self._about is not None else None

    def show_about(self, about: About) -> None:
        """Shows the note on a question or test; the place in it is kept where it stays the same one."""
        if about == self._about:
            return
        stay = self._about is not None and self._about.finding is about.finding
        self._about = about
        self.title.setText(self.tr("How to do it") if about.finding.is_done else self.tr("How to ask it"))
        if about.voice == "patient":
            self.title.setText(self.tr("More about this"))
        self.setAccessibleName(self.title.text())
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close the note"))
        self.more.setText(self.tr("Read more in Learn"))
        self.more.setVisible(about.learn_address() is not None)
        self._render(stay)

    def needed_height(self) -> int:
        """Gives the height in which all of the note would be seen, at its present width."""
        around = self.height() - self.view.viewport().height()
        return around + round(self.view.document().size().height()) + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F3):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "more"):
            self._dress()
            self._render(stay=True)
        super().changeEvent(event)

    def _render(self, stay: bool) -> None:
        if self._about is not None:
            self.view.show_markup(how_to_page(self._about), self._about.voice, stay)

    def _read_more(self) -> None:
        address = self._about.learn_address() if self._about is not None else None
        if address is not None:
            self.read_asked.emit(address)

    def _draw(self, address: str, ratio: float) -> QImage | None:
        kind, _, name = address.partition(":")
        if kind != "drawing":
            return None
        return pose_picture(name, look().theme, round(look().px(WIDTH) * ratio))

    def _dress(self) -> None:
        size = look().px(Size.ICON)
        self.close_button.setIcon(icon("x", look().theme.muted, size=size))
        self.close_button.setIconSize(QSize(size, size))
