"""Measures the ring of the focus on the pixels: what changes around a thing when the keyboard comes to it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hipmap.desktop.body_map.zone_buttons import ZoneButton
from tests.screens.contrast import SHAPE, Pixels, contrast, luminance, pixels_of
from tests.screens.reach import operated, told

# A ring lies along the edge: so far outside and inside of the box, in pixels.
OUTSIDE, INSIDE = 4, 6
# The ring of a zone follows its outline, which is shorter than its box where the zone is narrow.
LEAST_SHARE, LEAST_OF_ZONE = 0.7, 0.4
# A pixel that changes by less is none of the ring.
LEAST_CHANGE = 1.3


@dataclass(frozen=True)
class Ring:
    """How well it is seen that a widget has the keyboard."""

    told: str  # the widget itself may be gone when this is read
    needed: float
    contrast: float  # of the ring, to what was there before it or to the ground around it
    share: float  # of a line around the widget, that has enough contrast

    @property
    def is_enough(self) -> bool:
        return self.contrast >= SHAPE and self.share >= self.needed

    def __str__(self) -> str:
        return f"{self.contrast:.2f}, {self.share:.0%} of its edge: {self.told}"


def rings(window: QWidget) -> Iterator[Ring]:
    """Measures one of each sort of thing in a window that Tab or an arrow comes to.

    Each is measured with the mouse away and with the mouse resting on it, wherever a test has left the mouse.
    """
    for widget in _one_of_each(window):
        for under_mouse in (False, True):
            ring = _ring_of(widget, window, under_mouse)
            if ring is not None and not ring.is_enough:
                # A page just opened may have taken the keyboard in between.
                ring = _ring_of(widget, window, under_mouse)
            if ring is not None:
                yield ring


def _ring_of(widget: QWidget, window: QWidget, under_mouse: bool) -> Ring | None:
    """Measures a widget without and with the keyboard; None where it does not take it, or moves."""
    box = QRect(widget.mapTo(window, QPoint()), widget.size())
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under_mouse)
    held = QApplication.focusWidget()
    if held is not None:
        held.clearFocus()
    widget.update()
    before = _picture(window, box)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    moved = QRect(widget.mapTo(window, QPoint()), widget.size())
    if not widget.hasFocus() or moved != box:
        return None
    ring = _measured(widget, box, before, _picture(window, box))
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    return ring


def _one_of_each(window: QWidget) -> list[QWidget]:
    found: dict[tuple[object, ...], QWidget] = {}
    for widget in operated(window):
        there = window.childAt(widget.mapTo(window, widget.rect().center()))
        in_front = there is widget or (there is not None and widget.isAncestorOf(there))
        if not in_front and not isinstance(widget, ZoneButton):
            continue  # something stands before it
        by_key = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        whole = widget.visibleRegion().boundingRect() == widget.rect()
        if by_key and whole:
            found.setdefault(_sort(widget), widget)
    return list(found.values())


def _sort(widget: QWidget) -> tuple[object, ...]:
    pressed = isinstance(widget, QAbstractButton) and widget.isChecked()
    parent = type(widget.parent()).__name__
    return type(widget).__name__, parent, widget.objectName()[:4], widget.property("kind"), pressed


def _picture(window: QWidget, box: QRect) -> Pixels:
    QApplication.processEvents()
    around = box.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
    return pixels_of(window.grab(around.intersected(window.rect())).toImage())


def _measured(widget: QWidget, box: QRect, before: Pixels, after: Pixels) -> Ring:
    changed = contrast(luminance(before), luminance(after))
    around = np.where(changed >= LEAST_CHANGE, contrast(luminance(after), _ground(before)), 1.0)
    line = 2 * (box.width() + box.height())
    needed = LEAST_OF_ZONE if isinstance(widget, ZoneButton) else LEAST_SHARE
    measured = []
    for each in (changed, around):
        if not isinstance(widget, ZoneButton):
            inner = OUTSIDE + INSIDE
            each[inner:-inner, inner:-inner] = 1.0
        strongest = np.sort(each, axis=None)[::-1][: round(line * LEAST_OF_ZONE)]
        share = float((each >= SHAPE).sum()) / line
        measured.append(Ring(told(widget), needed, float(np.median(strongest)), share))
    return max(measured, key=lambda ring: ring.share)


def _ground(picture: Pixels) -> float:
    """Gives the luminance of what a widget stands on: the colour that is most around it."""
    edge = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    colours, counts = np.unique(edge, axis=0, return_counts=True)
    return float(luminance(colours[[counts.argmax()]])[0])
