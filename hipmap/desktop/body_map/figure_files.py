"""Finds the pictures and outlines of the figures, and keeps them for as long as they are needed."""

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QThreadPool, QTimer
from PySide6.QtGui import QImage

from hipmap.desktop.body_map.face_zones import FaceZones
from hipmap.desktop.body_map.svg_outlines import picture_size, read_outlines
from hipmap.model.body import FACES, FigureKind
from hipmap.model.case import Face
from hipmap.storage.assets import asset

Part = Literal["inset", "legs", "whole"]

# The legs, from the lower thigh down, within the picture of the whole body.
_LEGS: dict[Face, QRectF] = {
    "front": QRectF(36, 396, 168, 244),
    "back": QRectF(36, 396, 168, 244),
    "right": QRectF(28, 396, 108, 244),
    "left": QRectF(14, 396, 108, 244),
}


class FaceKey(NamedTuple):
    """Which drawing: a face of the whole body, of the legs, or of the inset from ribs to mid-thigh."""

    face: Face
    part: Part


FACE_KEYS: tuple[FaceKey, ...] = tuple(
    FaceKey(face, part) for part in ("inset", "legs", "whole") for face in FACES
)

KEPT_MS = 400
"""Pictures are kept while the window is being resized, and let go when nothing has asked for them so long."""

_ahead = QThreadPool()


@lru_cache(maxsize=36)
def face_window(figure: FigureKind, key: FaceKey) -> QRectF:
    """Gives the part of the picture that a drawing shows, in logical pixels at normal size."""
    if key.part == "legs":
        return _LEGS[key.face]
    size = picture_size(asset(_name(figure, key, "svg")))
    return QRectF(0, 0, size.width(), size.height())


@lru_cache(maxsize=36)
def face_zones(figure: FigureKind, key: FaceKey) -> FaceZones:
    """Gives the zones of a drawing."""
    if key.part == "legs":
        return face_zones(figure, FaceKey(key.face, "whole")).within(_LEGS[key.face])
    return FaceZones(read_outlines(asset(_name(figure, key, "svg"))).shapes)


def face_image(figure: FigureKind, key: FaceKey) -> QImage:
    """Gives the shaded picture, at twice its normal size."""
    _ahead.waitForDone()
    _letting_go().start()
    return _image(_name(figure, key, "png"))


def read_ahead(figure: FigureKind, keys: Iterable[FaceKey]) -> None:
    """Begins to read pictures while the window is still being built."""
    for key in keys:
        _ahead.start(partial(_image, _name(figure, key, "png")))


def kept_images() -> int:
    """Gives how many pictures are in memory."""
    return _image.cache_info().currsize


@lru_cache(maxsize=1)
def _letting_go() -> QTimer:
    timer = QTimer(QCoreApplication.instance())
    timer.setSingleShot(True)
    timer.setInterval(KEPT_MS)
    timer.timeout.connect(_image.cache_clear)
    return timer


@lru_cache(maxsize=8)
def _image(name: str) -> QImage:
    image = QImage(str(asset(name)))
    # Scaling is several times faster in this format.
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _name(figure: FigureKind, key: FaceKey, ending: str) -> str:
    return f"body/figures/{figure}/{key.face}{'_inset' if key.part == 'inset' else ''}.{ending}"
