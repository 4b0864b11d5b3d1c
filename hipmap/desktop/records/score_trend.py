"""The scores of one scale along the days, drawn between the ends of the scale."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.languages import number_in_words
from hipmap.desktop.look import look
from hipmap.desktop.records.day_words import day_words
from hipmap.model.outcome_scales import OutcomeScale
from hipmap.model.records import OutcomeScore

TALL = 96
DOT = 4


class ScoreTrend(QWidget):
    """Time runs from left to right in every language, as the numbers do."""

    def __init__(self, scores: Sequence[OutcomeScore], scale: OutcomeScale | None, name: str) -> None:
        super().__init__()
        self.scores = tuple(scores)
        values = [one.value for one in scores]
        self.least = scale.least if scale is not None else min(0, *values)
        self.most = scale.most if scale is not None else max(values)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QCoreApplication.translate("Records", "{value} on {day}")
        told = [words.format(value=number_in_words(one.value), day=day_words(one.day)) for one in self.scores]
        self.setAccessibleName(f"{name}: {'; '.join(told)}")

    def sizeHint(self) -> QSize:
        worn = look()
        lines = QFontMetrics(worn.font("caption")).height() + QFontMetrics(worn.font("strong")).height()
        return QSize(worn.px(240), worn.px(TALL) + lines)

    def points(self) -> list[QPointF]:
        """Gives where each score stands."""
        room = self._room()
        days = [QDate.fromString(one.day, Qt.DateFormat.ISODate).toJulianDay() for one in self.scores]
        span = max(days) - min(days)
        high = self.most - self.least
        found = []
        for day, one in zip(days, self.scores, strict=True):
            along = (day - min(days)) / span if span else 0.5
            up = (one.value - self.least) / high if high else 0.5
            up = min(1.0, max(0.0, up))
            found.append(QPointF(room.left() + along * room.width(), room.bottom() - up * room.height()))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme, room = look(), look().theme, self._room()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        for y in (room.top(), room.center().y(), room.bottom()):
            painter.drawLine(QPointF(self._axis(), round(y) + 0.5), QPointF(self.width(), round(y) + 0.5))
        self._paint_ends(painter, room)
        points = self.points()
        painter.setPen(QPen(QColor(theme.accent), worn.px(2)))
        painter.drawPolyline(points)
        painter.setBrush(QColor(theme.accent))
        painter.setPen(QPen(QColor(theme.surface), worn.px(2)))
        for point in points:
            painter.drawEllipse(point, worn.px(DOT) + 1, worn.px(DOT) + 1)
        self._paint_values(painter, points)
        self._paint_days(painter, points)

    # ---- parts

    def _axis(self) -> int:
        """Gives how wide the numbers at the ends of the scale are."""
        metrics = QFontMetrics(look().font("caption"))
        ends = (number_in_words(self.least), number_in_words(self.most))
        return max(metrics.horizontalAdvance(text) for text in ends) + Space.S

    def _room(self) -> QRectF:
        worn = look()
        above = QFontMetrics(worn.font("strong")).height() + worn.px(DOT)
        below = QFontMetrics(worn.font("caption")).height() + worn.px(Space.S)
        side = worn.px(Space.XL)
        left = self._axis() + side
        return QRectF(left, above, max(1, self.width() - left - side), max(1, self.height() - above - below))

    def _paint_ends(self, painter: QPainter, room: QRectF) -> None:
        painter.setFont(look().font("caption"))
        painter.setPen(QColor(look().theme.muted))
        tall = QFontMetrics(painter.font()).height()
        for value, y in ((self.most, room.top()), (self.least, room.bottom())):
            box = QRectF(0, y - tall / 2, self._axis() - Space.S, tall)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, number_in_words(value))

    def _paint_values(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        """The last value always stands there; of the others those that do not run into the next."""
        painter.setFont(look().font("strong"))
        painter.setPen(QColor(look().theme.text))
        metrics = QFontMetrics(painter.font())
        free = float(self.width() + Space.S)
        for point, one in reversed(list(zip(points, self.scores, strict=True))):
            text = number_in_words(one.value)
            wide = metrics.horizontalAdvance(text)
            if point.x() + wide / 2 + Space.XS > free:
                continue
            free = point.x() - wide / 2
            painter.drawText(QPointF(free, point.y() - look().px(DOT) - Space.XS), text)

    def _paint_days(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        painter.setFont(look().font("caption"))
        painter.setPen(QColor(look().theme.muted))
        metrics = QFontMetrics(painter.font())
        base = self.height() - metrics.descent()
        first, last = _short_day(self.scores[0].day), _short_day(self.scores[-1].day)
        right = min(self.width(), points[-1].x() + metrics.horizontalAdvance(last) / 2)
        start = right - metrics.horizontalAdvance(last)
        painter.drawText(QPointF(start, base), last)
        left = max(0.0, points[0].x() - metrics.horizontalAdvance(first) / 2)
        if first != last and left + metrics.horizontalAdvance(first) + Space.S < start:
            painter.drawText(QPointF(left, base), first)


def _short_day(day: str) -> str:
    return QLocale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), "d MMM yyyy")
