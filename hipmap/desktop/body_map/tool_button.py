"""A small button with a drawing: a tool of the map, or the size of the brush."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.design_tokens import Radius, Size
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.look import look

ICON = 18


class ToolButton(QAbstractButton):
    """Shows an icon, or a dot of a size; what is chosen is shown by `show_state`, never by the click."""

    def __init__(self, choice: str, drawing: str | float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self._drawing = drawing
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def name_it(self, name: str, tip: str = "") -> None:
        """Gives the name that is read out, and the one that is shown where the pointer rests."""
        self.setAccessibleName(name)
        self.setToolTip(tip or name)

    def nextCheckState(self) -> None:
        """Leaves the state alone: what the hand holds decides it."""

    def show_state(self, chosen: bool) -> None:
        if chosen != self.isChecked():
            self.setChecked(chosen)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(Size.CONTROL), look().px(Size.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            # The box draws back from the ring, so that both are seen.
            gap = theme.ring_width + 1 if self.hasFocus() else 0
            painter.setPen(QPen(QColor(theme.accent), theme.line_width))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), Radius.M, Radius.M)
        elif self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), theme.ring_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        ink = theme.on_accent_soft if self.isChecked() else theme.muted if self.isEnabled() else theme.edge
        middle = QRectF(self.rect()).center()
        if isinstance(self._drawing, str):
            size = worn.px(ICON)
            picture = icon_pixmap(self._drawing, ink, size, max(1.0, self.devicePixelRatioF()))
            painter.drawPixmap(QPointF(round(middle.x() - size / 2), round(middle.y() - size / 2)), picture)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            reach = worn.px(self._drawing) / 2
            painter.drawEllipse(middle, reach, reach)
        painter.end()
