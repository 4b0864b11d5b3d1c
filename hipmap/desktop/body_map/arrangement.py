"""Where the faces of the body stand for a size of the map and a part of the body that matters most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, QSizeF

from hipmap.desktop.body_map.figure_files import FaceKey, Part
from hipmap.desktop.design_tokens import Space
from hipmap.model.body import FACES

GAP = Space.M
BESIDE = Space.XL
"""The gap between faces beside each other, so that the words at their edges do not run together."""
LEAST_COLUMN = 104
USUAL_COLUMN = 128
LEAST_STRIP = 88
FOUR_BESIDE = 270
ROOMY, TALL = 720, 480
"""From this room for the column and for the map on, the whole body shows all four faces beside the inset."""

FINGER_TALL = 264
"""From this height of front and back on, each of their zones is as large as a finger needs: 44 pixels."""
MOST_OF_IT = 0.62
"""Front and back take no more of the height than this, so that the sides can still be read."""

WIDE = 2.2
"""From this ratio of width to height on, one row shows the inset larger than two rows do."""

Normal = Callable[[FaceKey], QSizeF]


@dataclass(frozen=True)
class Captions:
    """How tall the words above a face are: above a large face, and above a small one."""

    large: int
    small: int


def arrange(area: QSize, shown: Part, normal: Normal, captions: Captions) -> dict[FaceKey, QRect]:
    """Gives the box of each face with its caption. The inset is there in every arrangement."""
    if shown == "legs":
        return _legs(area, normal, captions)
    if shown == "whole":
        return _whole(area, normal, captions)
    return _hip(area, normal, captions)


def _hip(area: QSize, normal: Normal, captions: Captions) -> dict[FaceKey, QRect]:
    """Two rows of the inset; beside them the whole body, small."""
    if area.width() > WIDE * area.height():
        return _hip_in_one_row(area, normal)
    if (area.height() - GAP) // 2 - captions.large < FINGER_TALL:
        return _hip_with_sides_below(area, normal, captions)
    row_tall = (area.height() - GAP) // 2
    front = normal(FaceKey("front", "inset"))
    by_height = (row_tall - captions.large) / front.height()
    wide = min(round(2 * front.width() * by_height) + BESIDE, area.width() - LEAST_COLUMN - BESIDE)
    four = (
        min(area.width() - ROOMY, area.height() - TALL) >= 0 and area.width() - wide - BESIDE >= FOUR_BESIDE
    )
    if not four:
        # What the column does not need gives the words above the faces more room.
        wide = max(wide, area.width() - USUAL_COLUMN - BESIDE)
    column = QRect(wide + BESIDE, 0, area.width() - wide - BESIDE, area.height())
    boxes = _row(_keys("front", "back", part="inset"), QRect(0, 0, wide, row_tall))
    boxes |= _row(_keys("right", "left", part="inset"), QRect(0, row_tall + GAP, wide, row_tall))
    if not four:
        return boxes | _stack(_keys("front", "back", part="whole"), column)
    upper = QRect(column.left(), 0, column.width(), row_tall)
    boxes |= _row(_keys("front", "back", part="whole"), upper)
    return boxes | _row(_keys("right", "left", part="whole"), upper.translated(0, row_tall + GAP))


def _hip_with_sides_below(area: QSize, normal: Normal, captions: Captions) -> dict[FaceKey, QRect]:
    """Front and back, which hold the smallest zones, as tall as a finger needs; the sides in what is left."""
    front = normal(FaceKey("front", "inset"))
    wide = area.width() - LEAST_COLUMN - GAP
    by_width = round((wide - BESIDE) / 2 * front.height() / front.width())
    most = round((area.height() - GAP) * MOST_OF_IT)
    upper = min(by_width, FINGER_TALL, most - captions.large) + captions.large
    column = QRect(wide + GAP, 0, LEAST_COLUMN, area.height())
    lower = QRect(0, upper + GAP, wide, area.height() - upper - GAP)
    boxes = _row(_keys("front", "back", part="inset"), QRect(0, 0, wide, upper))
    boxes |= _row(_keys("right", "left", part="inset"), lower)
    return boxes | _stack(_keys("front", "back", part="whole"), column)


def _hip_in_one_row(area: QSize, normal: Normal) -> dict[FaceKey, QRect]:
    """The inset in one row, then the whole body, for a low and wide map."""
    inset, whole = _keys(*FACES, part="inset"), _keys("front", "back", part="whole")

    def as_tall_as_the_inset(key: FaceKey) -> QSizeF:
        return normal(key) * (normal(inset[0]).height() / normal(key).height())

    box = QRect(0, 0, area.width(), area.height())
    return _shares([*inset, *whole], box, as_tall_as_the_inset, BESIDE)


def _whole(area: QSize, normal: Normal, captions: Captions) -> dict[FaceKey, QRect]:
    """The whole body in one row; beside it the inset, small."""
    each = (area.height() - 3 * Space.S) / 4 - captions.small
    front = normal(FaceKey("front", "inset"))
    wide = max(LEAST_COLUMN, round(front.width() * each / front.height()))
    main = QRect(0, 0, area.width() - wide - BESIDE, area.height())
    column = QRect(main.width() + BESIDE, 0, wide, area.height())
    boxes = _shares(_keys(*FACES, part="whole"), main, normal, GAP)
    return boxes | _stack(_keys(*FACES, part="inset"), column)


def _legs(area: QSize, normal: Normal, captions: Captions) -> dict[FaceKey, QRect]:
    """The legs in one row; below them the inset, small."""
    keys = _keys(*FACES, part="legs")
    widths = sum(normal(key).width() for key in keys)
    scale = (area.width() - 3 * GAP) / widths
    wanted = round(normal(keys[0]).height() * scale) + captions.large
    tall = min(wanted, area.height() - GAP - LEAST_STRIP - captions.small)
    strip = QRect(0, tall + GAP, area.width(), area.height() - tall - GAP)
    boxes = _shares(keys, QRect(0, 0, area.width(), tall), normal, GAP)
    return boxes | _row(_keys(*FACES, part="inset"), strip)


def _keys(*faces: str, part: Part) -> list[FaceKey]:
    return [FaceKey(face, part) for face in FACES if face in faces]


def _row(keys: Sequence[FaceKey], box: QRect) -> dict[FaceKey, QRect]:
    each = (box.width() - BESIDE * (len(keys) - 1)) // len(keys)
    return {
        key: QRect(box.left() + at * (each + BESIDE), box.top(), each, box.height())
        for at, key in enumerate(keys)
    }


def _stack(keys: Sequence[FaceKey], box: QRect) -> dict[FaceKey, QRect]:
    gap = GAP if len(keys) == 2 else Space.S
    each = (box.height() - gap * (len(keys) - 1)) // len(keys)
    return {
        key: QRect(box.left(), box.top() + at * (each + gap), box.width(), each)
        for at, key in enumerate(keys)
    }


def _shares(keys: Sequence[FaceKey], box: QRect, normal: Normal, gap: int) -> dict[FaceKey, QRect]:
    """Puts faces beside each other, each as wide as its drawing is in comparison."""
    widths = [normal(key).width() for key in keys]
    free = box.width() - gap * (len(keys) - 1)
    boxes, left = {}, float(box.left())
    for key, wide in zip(keys, widths, strict=True):
        share = free * wide / sum(widths)
        boxes[key] = QRect(round(left), box.top(), round(share), box.height())
        left += share + gap
    return boxes
