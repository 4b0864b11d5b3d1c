"""A button that paints itself and is pressed by Enter as well as by Space."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.enter_key import ENTER
from hipmap.desktop.look import look


class EnterButton(QAbstractButton):
    """A key held down presses it once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter, radius: float, chosen: bool = False) -> None:
        """Paints the ground and the edge that say whether it is chosen, pointed at, or has the keyboard."""
        theme = look().theme
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.outline), theme.line_width))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), theme.ring_width))
        ground = theme.accent_soft if chosen else theme.raised if self.underMouse() else theme.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
