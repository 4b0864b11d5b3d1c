"""Finds every text that a window paints, by painting it on a device that keeps only the texts.

So a text counts the same whether a label, a button or a painter of ours put it there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import QWidget

LARGE, LARGE_IF_BOLD = 24.0, 18.66


@dataclass(frozen=True)
class Run:
    """A run of text in one font, as a widget paints it."""

    text: str
    box: QRectF
    seen: QRectF  # what its painter lets be seen of it
    pixels: float
    weight: int
    colour: QColor


@dataclass(frozen=True)
class PaintedText:
    """A run, who painted it, and where it stands in the window."""

    widget: QWidget
    run: Run
    box: QRectF
    seen: QRectF  # the part that is not clipped away

    @property
    def text(self) -> str:
        return self.run.text

    @property
    def is_whole(self) -> bool:
        """Whether it can be read to its ends; what stands over a letter may hang over."""
        lost_width, lost_height = self.box.width() - self.seen.width(), self.box.height() - self.seen.height()
        return lost_width < 2 and lost_height < self.box.height() / 4

    @property
    def is_large(self) -> bool:
        """Whether it is large as WCAG means it."""
        bold = self.run.weight >= QFont.Weight.DemiBold
        return self.run.pixels >= (LARGE_IF_BOLD if bold else LARGE)


class _Texts(QPaintEngine):
    """Keeps the texts and lets everything else go by."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Run] = []

    def begin(self, device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def updateState(self, state: QPaintEngineState) -> None:
        """The state is asked for at each text."""

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawTextItem(self, at: Any, item: QTextItem) -> None:
        painter, font = self.painter(), item.font()
        box = QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        seen = box & painter.clipBoundingRect() if painter.hasClipping() else box
        shown = painter.transform()
        size = font.pixelSize() * shown.m22()
        if item.text().strip():
            colour = painter.pen().color()
            self.found.append(
                Run(item.text(), shown.mapRect(box), shown.mapRect(seen), size, font.weight(), colour)
            )


def _pass(*_: Any) -> None:
    """Shapes and pictures are not looked at."""


for shape in ("Pixmap", "Image", "Path", "Polygon", "Rects", "Lines", "Ellipse", "Points", "TiledPixmap"):
    setattr(_Texts, f"draw{shape}", _pass)


class _Paper(QPaintDevice):
    """As large as a widget, and kept for its texts alone."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._size = widget.size()
        self.texts = _Texts()

    def paintEngine(self) -> QPaintEngine:
        return self.texts

    def metric(self, what: QPaintDevice.PaintDeviceMetric) -> int:
        metric = QPaintDevice.PaintDeviceMetric
        return {
            metric.PdmWidth: self._size.width(),
            metric.PdmHeight: self._size.height(),
            metric.PdmDpiX: 96,
            metric.PdmDpiY: 96,
            metric.PdmPhysicalDpiX: 96,
            metric.PdmPhysicalDpiY: 96,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: 0x10000,
            metric.PdmDepth: 32,
            metric.PdmNumColors: 0x1000000,
        }.get(what, 0)


def painted_texts(window: QWidget) -> Iterator[PaintedText]:
    """Gives every text that can be seen in a window, at least in part."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not window:
            continue
        room = QRectF(widget.visibleRegion().boundingRect())
        if room.isEmpty():
            continue
        paper = _Paper(widget)
        widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
        corner = QPointF(widget.mapTo(window, QPoint()))
        for run in paper.texts.found:
            seen = run.seen & room
            if not seen.isEmpty():
                yield PaintedText(widget, run, run.box.translated(corner), seen.translated(corner))
