"""What is painted before the knowledge is loaded: the real frame of the window, at rest."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.columns import boxes
from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.look import look

ROW = 44


class Placeholder(QWidget):
    """The cards of the consultation with quiet bars where the words will stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.with_bar = True
        self.setAccessibleName(self.tr("hipmap is loading"))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(worn.theme.ground))
        top = self._paint_bar(painter) if self.with_bar else 0
        painter.translate(0, top)
        found = boxes(self.width(), self.height() - top, worn.text_scale, "map", worn.px(36))
        for pane, box in found.panes.items():
            self._paint_card(painter, box)
            if pane != "map":
                self._paint_lines(painter, box)

    def _paint_bar(self, painter: QPainter) -> int:
        worn = look()
        tall = worn.px(Size.TOP_BAR)
        painter.fillRect(QRect(0, 0, self.width(), tall), QColor(worn.theme.surface))
        painter.fillRect(QRect(0, tall, self.width(), 1), QColor(worn.theme.line))
        return tall + 1

    def _paint_card(self, painter: QPainter, box: QRect) -> None:
        theme = look().theme
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), Radius.L, Radius.L)

    def _paint_lines(self, painter: QPainter, box: QRect) -> None:
        worn = look()
        painter.setPen(QColor(worn.theme.raised))
        painter.setBrush(QColor(worn.theme.raised))
        tall = worn.px(10)
        for at, y in enumerate(range(box.top() + worn.px(20), box.bottom() - worn.px(20), worn.px(ROW))):
            share = 0.35 if at == 0 else (0.62, 0.5, 0.7)[at % 3]
            wide = (box.width() - 2 * Space.L) * share
            painter.drawRoundedRect(QRectF(box.left() + Space.L, y, wide, tall), tall / 2, tall / 2)
