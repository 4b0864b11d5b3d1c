"""Says what lies over the faces: what its signs mean, what it comes from, and how sure it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hipmap.desktop.body_map.figure_tone import figure_tint, multiplied
from hipmap.desktop.body_map.overlay_painting import paint_earlier, paint_pattern
from hipmap.desktop.body_map.tool_button import ToolButton
from hipmap.desktop.design_tokens import OnFigure, Radius, Space, Theme
from hipmap.desktop.labels import label
from hipmap.desktop.look import look

SAMPLE = 16
Paint = Callable[[QPainter, QPainterPath, Theme], None]


@dataclass(frozen=True)
class Sample:
    """A sign and what it means."""

    paint: Paint
    words: str


@dataclass(frozen=True)
class Told:
    """All that a legend says; `more` is read where the pointer rests."""

    title: str
    samples: tuple[Sample, ...] = ()
    note: str = ""
    more: str = ""


class OverlayLegend(QWidget):
    """Stands at the foot of the faces."""

    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: Told | None = None
        self.title = label("", "strong", wrap=True)
        self.note = label("", "caption", "muted", wrap=True)
        self.close_button = ToolButton("close", "x", self)
        self.close_button.name_it(QCoreApplication.translate("BodyMap", "Take away what lies over the map"))
        self.close_button.clicked.connect(lambda: self.dismissed.emit())
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.title, 1)
        self._signs = QHBoxLayout()
        self._signs.setSpacing(Space.M)
        head.addLayout(self._signs)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.XS, Space.S, Space.S)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.note)
        self.hide()

    def tell(self, told: Told | None, dismissable: bool) -> None:
        """Shows a legend, or none."""
        self.told = told
        self.setVisible(told is not None)
        if told is None:
            return
        self.title.setText(told.title)
        self.note.setText(told.note)
        self.note.setVisible(bool(told.note))
        self.setToolTip(told.more)
        self.setAccessibleName(told.title)
        self.setAccessibleDescription(told.note)
        self.close_button.setVisible(dismissable)
        self._show_samples(told.samples)

    def height_at(self, width: int) -> int:
        """Gives the height that its words need at a width."""
        layout = self.layout()
        return (
            0
            if layout is None
            else max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        )

    def _show_samples(self, samples: Sequence[Sample]) -> None:
        while self._signs.count():
            item = self._signs.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for sample in samples:
            sign = QLabel()
            sign.setPixmap(_picture(sample.paint, self.devicePixelRatioF()))
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(Space.XS)
            line.addWidget(sign)
            line.addWidget(label(sample.words, "caption"))
            self._signs.addWidget(pair)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.M, Radius.M)
        painter.end()


def pattern_sample(share: float, words: str) -> Sample:
    """Gives the sign of a share of people whom a place hurts."""
    return Sample(lambda painter, path, theme: paint_pattern(painter, [(path, share)], theme), words)


def earlier_sample(words: str) -> Sample:
    """Gives the sign of a mark of last time."""
    return Sample(lambda painter, path, theme: paint_earlier(painter, [path], theme), words)


def _picture(paint: Paint, ratio: float) -> QPixmap:
    side = look().px(SAMPLE)
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(QPointF(1.5, 1.5), QPointF(side - 1.5, side - 1.5)), 3, 3)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, multiplied(QColor(OnFigure.TONE), figure_tint(look().theme)))
    paint(painter, path, look().theme)
    painter.end()
    return picture
