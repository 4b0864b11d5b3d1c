"""Words in a line of which the chosen one is underlined; they wrap where there is too little room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.choice_strip import Choice
from hipmap.desktop.design_tokens import Radius, Size, Space, TextRole
from hipmap.desktop.enter_button import EnterButton
from hipmap.desktop.labels import grows_with_its_words
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.desktop.painted_text import text_width

SIDE = 4
# The words of a tab that is not chosen, and of one that is.
USUAL: tuple[TextRole, TextRole] = ("body", "strong")
LARGE: tuple[TextRole, TextRole] = ("large_note", "large_strong")


class TextTab(EnterButton):
    """One word; the tabs decide which is chosen."""

    side = SIDE
    tall: int = Size.CONTROL
    roles = USUAL

    def __init__(self, choice: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def nextCheckState(self) -> None:
        """Leaves the state alone: `show_choice` sets it."""

    def sizeHint(self) -> QSize:
        worn = look()
        wide = text_width(self.text(), self.roles[1], worn.text_scale) + 2 * self.side
        return QSize(wide, worn.px(self.tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), theme.ring_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.M, Radius.M)
        lit = self.isChecked() or self.underMouse()
        painter.setPen(QColor(theme.text if lit else theme.muted))
        painter.setFont(worn.font(self.roles[self.isChecked()]))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            line = QRectF(self.side, self.height() - 3, self.width() - 2 * self.side, 2)
            painter.fillRect(line, QColor(theme.accent))


class TextTabs(QWidget):
    """Emits `chosen` when a person presses a word."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = [TextTab(one.id, self) for one in choices]
        for tab in self.tabs:
            tab.clicked.connect(self._pressed)
        self.setSizePolicy(grows_with_its_words())
        self.show_texts(choices)

    def show_texts(self, choices: Sequence[Choice]) -> None:
        """Words the same tabs anew."""
        for tab, choice in zip(self.tabs, choices, strict=True):
            tab.setText(choice.text)
            tab.setAccessibleName(choice.name or choice.text)
        self.updateGeometry()
        self._arrange()

    def show_choice(self, chosen: str) -> None:
        for tab in self.tabs:
            tab.setChecked(tab.choice == chosen)
            tab.update()

    def tab_of(self, choice: str) -> TextTab:
        return next(tab for tab in self.tabs if tab.choice == choice)

    def sizeHint(self) -> QSize:
        wide = sum(tab.sizeHint().width() for tab in self.tabs)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        sizes = [tab.sizeHint() for tab in self.tabs]
        return QSize(max(size.width() for size in sizes), max(size.height() for size in sizes))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(box.bottom() + 1 for box in self._boxes(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self._arrange()
        super().changeEvent(event)

    def _boxes(self, width: int) -> list[QRect]:
        x = y = 0
        boxes: list[QRect] = []
        for tab in self.tabs:
            size = tab.sizeHint()
            wide = min(size.width(), max(width, 1))
            if x and x + wide > width:
                x, y = 0, y + size.height()
            boxes.append(QRect(x, y, wide, size.height()))
            x += wide + Space.XS
        return boxes

    def _arrange(self) -> None:
        for tab, box in zip(self.tabs, self._boxes(self.width()), strict=True):
            tab.setGeometry(placed(self, box))

    def _pressed(self) -> None:
        tab = self.sender()
        if isinstance(tab, TextTab):
            self.chosen.emit(tab.choice)
