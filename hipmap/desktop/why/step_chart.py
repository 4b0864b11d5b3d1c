"""The drawn way from the starting rate to the result: one line a step, read and focused like a list."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space, TextRole
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed, turn
from hipmap.desktop.painted_text import paint_text, text_height, text_width
from hipmap.desktop.why.scale import ChartScale, decibans_of
from hipmap.desktop.why.step_words import Station
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.voice import Voice

LABEL_SHARE = 0.47
BAR = 10


class StepLine(WordyButton):
    """A station: its words, its bar from where it was to where it leads, and its value at the end."""

    looked_at = Signal(object)  # the reason of the step, or None
    stepped = Signal(int)  # to the next line or the one before

    station: Station
    _scale: ChartScale
    _value_width: int

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_station(self, station: Station, scale: ChartScale, value_width: int) -> None:
        """Shows a station, perhaps in the place of another one."""
        self.station, self._scale, self._value_width = station, scale, value_width
        self.setText(station.text)
        self.setAccessibleName(station.read_out)
        self.setToolTip(station.read_out)
        self.forget_heights()
        self.update()

    @property
    def _role(self) -> TextRole:
        return "caption" if self.station.kind in ("step", "others") else "strong"

    def _label_width(self, width: int) -> int:
        return round(width * LABEL_SHARE) - 2 * Space.XS

    def heightForWidth(self, width: int) -> int:
        return self.remembered_height(width, self._height_at)

    def _height_at(self, width: int) -> int:
        worn = look()
        tall = text_height(self.text(), self._role, worn.text_scale, self._label_width(width))
        return max(worn.px(Size.CONTROL), tall + 2 * Space.XS + 2)

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), self.heightForWidth(self.width() or look().px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(Size.CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.looked_at.emit(self.station.reason)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.looked_at.emit(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.looked_at.emit(None)
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(
                QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.S, Radius.S)
        width = self._label_width(self.width())
        tall = text_height(self.text(), self._role, worn.text_scale, width)
        words = QRect(Space.XS, (self.height() - tall) // 2, width, tall)
        paint_text(painter, placed(self, words), self.text(), self._role, worn.text_scale, theme.text)
        ends = self.station.kind in ("start", "result")
        painter.setFont(worn.font("strong" if ends else "caption"))
        painter.setPen(QColor(theme.text if ends else theme.muted))
        value = QRect(self.width() - self._value_width - Space.XS, 0, self._value_width, self.height())
        middle_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(placed(self, value), middle_right, self.station.value)
        turn(painter, self)
        self._paint_way(painter, _track(self.width(), self.height(), self._value_width))

    def _paint_way(self, painter: QPainter, track: QRectF) -> None:
        theme = look().theme
        painter.setPen(QPen(QColor(theme.line), theme.line_width))
        for percent in self._scale.ticks():
            x = track.left() + track.width() * self._scale.at(decibans_of(percent))
            painter.drawLine(QLineF(x, 0, x, self.height()))
        one, two = (
            track.left() + track.width() * self._scale.at(end)
            for end in (self.station.before, self.station.after)
        )
        tall = look().px(BAR)
        top = (self.height() - tall) / 2
        painter.setPen(QPen(QColor(theme.edge), 1, Qt.PenStyle.DotLine))
        if self.station.kind != "start":
            painter.drawLine(QLineF(one, 0, one, top))
        if self.station.kind != "result":
            painter.drawLine(QLineF(two, top + tall, two, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.station.kind in ("start", "result"):
            painter.setBrush(QColor(theme.bar_point))
            painter.drawRoundedRect(QRectF(one - 2.5, top - 2, 5, tall + 4), 2, 2)
            return
        painter.setBrush(QColor(theme.towards if two >= one else theme.away))
        bar = QRectF(min(one, two), top, max(abs(two - one), 3), tall)
        painter.drawRoundedRect(bar, 2, 2)


class StepAxis(QWidget):
    """Percentages under the chart for clinicians; for patients which way is more likely."""

    _scale: ChartScale
    _voice: Voice
    _value_width: int

    def show_scale(self, scale: ChartScale, voice: Voice, value_width: int) -> None:
        self._scale, self._voice, self._value_width = scale, voice, value_width
        self.setFixedHeight(look().px(18))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setFont(worn.font("caption"))
        painter.setPen(QColor(theme.muted))
        track = _track(self.width(), self.height(), self._value_width)
        if self._voice == "patient":
            box = track.toRect().adjusted(-worn.px(20), 0, self._value_width, 0)
            less = QCoreApplication.translate("Steps", "← less likely")
            more = QCoreApplication.translate("Steps", "more likely →")
            painter.drawText(placed(self, box), int(Qt.AlignmentFlag.AlignLeft), less)
            painter.drawText(placed(self, box), int(Qt.AlignmentFlag.AlignRight), more)
            return
        taken = -1e9
        for percent in self._scale.ticks():
            text = QCoreApplication.translate("Likelihood", "{number} %").format(number=percent)
            wide = text_width(text, "caption", worn.text_scale)
            x = track.left() + track.width() * self._scale.at(decibans_of(percent))
            if x - wide / 2 > taken:
                box = QRect(round(x - wide / 2) - 1, 0, wide + 4, self.height())
                painter.drawText(placed(self, box), int(Qt.AlignmentFlag.AlignHCenter), text)
                taken = x + wide / 2 + Space.XS


class StepChart(QWidget):
    """All lines with their axis. Emits the reason that is pointed at, and None after it."""

    looked_at = Signal(object)
    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[StepLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._axis = StepAxis()
        self._box.addWidget(self._axis)

    def show_stations(self, stations: Sequence[Station], voice: Voice) -> None:
        """Draws them anew; the keyboard stays on the line that it was on, where there is one."""
        scale = ChartScale.around([end for one in stations for end in (one.before, one.after)])
        roles: list[TextRole] = [
            "strong" if one.kind in ("start", "result") else "caption" for one in stations
        ]
        worn = look()
        value_width = max(
            text_width(one.value, role, worn.text_scale) for one, role in zip(stations, roles, strict=True)
        )
        self._make_lines(len(stations))
        for line, station in zip(self.lines, stations, strict=True):
            line.show_station(station, scale, value_width)
            line.show()  # at once, so that it can have the keyboard
        self._axis.show_scale(scale, voice, value_width)

    def _make_lines(self, count: int) -> None:
        """Those that stand there stay: they cost more to make than to fill."""
        for surplus in self.lines[count:]:
            self._box.removeWidget(surplus)
            surplus.hide()
            surplus.deleteLater()
        del self.lines[count:]
        while len(self.lines) < count:
            line = StepLine()
            line.looked_at.connect(self.looked_at)
            line.clicked.connect(self._pressed)
            line.stepped.connect(self._step)
            self._box.insertWidget(len(self.lines), line)
            self.lines.append(line)

    def _step(self, by: int) -> None:
        line = self.sender()
        at = next((at for at, one in enumerate(self.lines) if one is line), 0) + by
        if 0 <= at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self) -> None:
        line = self.sender()
        if isinstance(line, StepLine) and line.station.reason is not None:
            self.pressed.emit(line.station.reason)


def _track(width: int, height: int, value_width: int) -> QRectF:
    left = round(width * LABEL_SHARE) + Space.XS
    return QRectF(left, 0, max(20, width - left - value_width - 2 * Space.S), height)
