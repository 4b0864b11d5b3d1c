"""Ten people in a row: filled for what is sure, half filled for the range, empty for the rest."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.look import look
from hipmap.model.shown_numbers import nearest_tenths

TEN = 10
WIDE, TALL, GAP = 17, 36, 8


def people(low: float, high: float) -> tuple[int, int]:
    """Gives how many are whole, and how many are whole or half-filled; never a promise of none or all."""
    least, most = nearest_tenths(low, high)
    return min(least, TEN - 1), max(1, most)


class PeopleRow(QWidget):
    """Reads out nothing: the words beside it say the same."""

    def __init__(self, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole, self.reached = people(low, high)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        worn = look()
        return QSize(worn.px(TEN * WIDE + (TEN - 1) * GAP) + 2, worn.px(TALL) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, tall, gap = worn.px(WIDE), worn.px(TALL), worn.px(GAP)
        for number in range(TEN):
            place = number if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else TEN - 1 - number
            box = QRectF(1 + place * (wide + gap), 1, wide, tall)
            figure = _figure(box)
            if number < self.whole:
                painter.fillPath(figure, QColor(theme.accent))
            elif number < self.reached:
                self._paint_half(painter, figure, box)
            else:
                painter.fillPath(figure, QColor(theme.bar_track))
                painter.strokePath(figure, QPen(QColor(theme.edge), 1))

    def _paint_half(self, painter: QPainter, figure: QPainterPath, box: QRectF) -> None:
        """A pale figure whose lower half is filled: it differs by shape as well as by tone."""
        theme = look().theme
        painter.fillPath(figure, QColor(theme.accent_soft))
        painter.save()
        painter.setClipRect(box.adjusted(0, box.height() / 2, 0, 0))
        painter.fillPath(figure, QColor(theme.bar_range))
        painter.restore()
        painter.strokePath(figure, QPen(QColor(theme.accent), 1.2))


def _figure(box: QRectF) -> QPainterPath:
    """Gives a head and a body with two legs."""
    path = QPainterPath()
    head = box.width() * 0.56
    path.addEllipse(QRectF(box.center().x() - head / 2, box.top(), head, head))
    top = box.top() + head + box.height() * 0.03
    arms = box.height() * 0.36
    path.addRoundedRect(QRectF(box.left(), top, box.width(), arms), box.width() * 0.28, box.width() * 0.28)
    trunk = QRectF(box.left() + box.width() * 0.14, top, box.width() * 0.72, box.bottom() - top)
    legs = QPainterPath()
    legs.addRoundedRect(trunk, box.width() * 0.12, box.width() * 0.12)
    between = QPainterPath()
    slit = box.width() * 0.1
    between.addRect(QRectF(box.center().x() - slit / 2, top + arms * 1.12, slit, box.height()))
    return path.united(legs).subtracted(between)
