"""Where a pin or a painted area stands: shares of the whole figure, as points of any drawing of a face."""

import json
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from hipmap.desktop.body_map.figure_files import FaceKey, face_window
from hipmap.model.body import FigureKind
from hipmap.storage.assets import asset

_LANDMARKS = "body/figures/landmarks.json"
# Two points far from each other, which every drawing of a face names.
_HIGH, _LOW = "l4.midline", "ankle.left"


def shares_of(figure: FigureKind, key: FaceKey, point: QPointF) -> tuple[float, float]:
    """Gives a point of a drawing as shares of the width and height of the whole figure."""
    scale, across, down = _onto_whole(figure, key)
    size = face_window(figure, FaceKey(key.face, "whole")).size()
    x = (scale * point.x() + across) / size.width()
    y = (scale * point.y() + down) / size.height()
    return round(min(1.0, max(0.0, x)), 4), round(min(1.0, max(0.0, y)), 4)


def point_of(figure: FigureKind, key: FaceKey, shares: tuple[float, float]) -> QPointF:
    """Gives the point of a drawing at shares of the whole figure."""
    scale, across, down = _onto_whole(figure, key)
    size = face_window(figure, FaceKey(key.face, "whole")).size()
    return QPointF((shares[0] * size.width() - across) / scale, (shares[1] * size.height() - down) / scale)


def between(figure: FigureKind, one: FaceKey, other: FaceKey) -> QTransform:
    """Gives what turns the points of one drawing of a face into those of another drawing of it."""
    scale, across, down = _onto_whole(figure, one)
    back_scale, back_across, back_down = _onto_whole(figure, other)
    onto = QTransform(scale, 0, 0, scale, across, down)
    return onto * QTransform(back_scale, 0, 0, back_scale, back_across, back_down).inverted()[0]


@lru_cache(maxsize=24)
def _onto_whole(figure: FigureKind, key: FaceKey) -> tuple[float, float, float]:
    """Gives the scale and the shift that put a drawing onto the whole figure."""
    if key.part != "inset":
        return 1.0, 0.0, 0.0
    faces = _landmarks()[figure]
    inset, whole = faces[f"{key.face}_inset"]["points"], faces[key.face]["points"]
    scale = (whole[_LOW][1] - whole[_HIGH][1]) / (inset[_LOW][1] - inset[_HIGH][1])
    return scale, whole[_HIGH][0] - scale * inset[_HIGH][0], whole[_HIGH][1] - scale * inset[_HIGH][1]


@lru_cache(maxsize=1)
def _landmarks() -> dict[str, dict[str, dict[str, dict[str, tuple[float, float]]]]]:
    found: dict[str, dict[str, dict[str, dict[str, tuple[float, float]]]]] = json.loads(
        asset(_LANDMARKS).read_text(encoding="utf-8")
    )
    return found
