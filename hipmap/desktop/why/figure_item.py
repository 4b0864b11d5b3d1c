"""One figure that a result hangs on: its words, and a bar with both ends named."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import turn
from hipmap.desktop.why.figure_words import FigureTold


class EndsBar(QWidget):
    """From 0 to 100 %: how far the result reaches between both ends, and where it stands now."""

    def __init__(self) -> None:
        super().__init__()
        self._ends = (0.0, 0.0)
        self._now = 0.0

    def show_ends(self, at_low: float, at_high: float, now: float) -> None:
        """Shows the result with the figure at its low and at its high end, and as it is."""
        self._ends, self._now = (at_low, at_high), now
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn(painter, self)
        tall = worn.px(6)
        track = QRectF(3, (self.height() - tall) / 2, self.width() - 6, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.bar_track))
        painter.drawRoundedRect(track, tall / 2, tall / 2)
        low, high, now = (track.left() + track.width() * share for share in (*self._ends, self._now))
        for end, ink in ((low, theme.away), (high, theme.towards)):
            painter.setBrush(QColor(ink))
            painter.drawRect(QRectF(min(end, now), track.top(), max(abs(now - end), 2), tall))
        painter.setBrush(QColor(theme.text))
        painter.drawRoundedRect(QRectF(now - 1.5, track.top() - 3, 3, tall + 6), 1.5, 1.5)


class FigureItem(QWidget):
    """Can be focused, so that a screen reader reads all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._what = label("", "body", wrap=True)
        self._bar = EndsBar()
        self._low = label("", "caption", wrap=True)
        self._high = label("", "caption", wrap=True)
        self._basis = label("", "caption", "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        box.setSpacing(1)
        for part in (self._what, self._bar, self._low, self._high, self._basis):
            box.addWidget(part)

    def show_figure(self, told: FigureTold, now: float) -> None:
        """Shows a figure, perhaps in the place of another one."""
        self.setAccessibleName(told.read_out())
        self._what.setText(told.what)
        self._bar.show_ends(told.at_low, told.at_high, now)
        self._low.setText(told.low)
        self._high.setText(told.high)
        self._basis.setText(told.basis)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(look().theme.focus), look().theme.ring_width))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
