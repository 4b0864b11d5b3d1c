"""Names the section that is being scrolled through, at the top of the list; a click goes to its heading."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Size
from hipmap.desktop.fold_header import Heading, paint_heading
from hipmap.desktop.look import look


class SectionStrip(QWidget):
    """For the eye and the hand only: to the keyboard and to screen readers the heading itself is there."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.section = ""
        self._heading = Heading("", "", begun=False, unfolded=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_section(self, section: str, heading: Heading) -> None:
        if (section, heading) != (self.section, self._heading):
            self.section, self._heading = section, heading
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(160), look().px(Size.CONTROL + 4))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self.section)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        paint_heading(painter, self, self._heading)
        painter.fillRect(self.rect().adjusted(0, self.height() - 1, 0, 0), QColor(theme.line))
