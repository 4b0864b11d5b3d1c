"""Measures on the geometry how large everything is that a person can hit."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QScrollBar,
    QSlider,
    QWidget,
)

from hipmap.desktop.body_map.zone_buttons import ZoneButton

# WCAG 2.5.8: so large, or so far from the next target that circles of this width do not touch.
LEAST = 24


@dataclass(frozen=True)
class Target:
    """Something to hit, and where it stands in the window."""

    widget: QWidget
    name: str
    box: QRect

    @property
    def least_side(self) -> int:
        return min(self.box.width(), self.box.height())

    def __str__(self) -> str:
        size = f"{self.box.width()}x{self.box.height()}"
        return f"{size}: {self.name!r} ({type(self.widget).__name__})"


def targets(window: QWidget) -> Iterator[Target]:
    """Gives what can be pressed, filled or dragged now. Zones of the body have tests of their own."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.window() is window and _is_hit(widget):
            box = QRect(widget.mapTo(window, QPoint()), widget.size())
            seen = widget.visibleRegion().boundingRect()
            # One that is scrolled half away is as large as it is when it is scrolled back.
            if not seen.isEmpty():
                name = widget.accessibleName() or str(widget.property("text") or "")
                yield Target(widget, name, box)


def _is_hit(widget: QWidget) -> bool:
    if isinstance(widget, ZoneButton | QScrollBar) or isinstance(widget.parent(), QLineEdit | QScrollBar):
        return False
    if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False
    kinds = (QAbstractButton, QLineEdit, QComboBox, QSlider)
    parts = (QComboBox, QAbstractScrollArea, QMenuBar)
    return isinstance(widget, kinds) and not isinstance(widget.parent(), parts)


def too_small(found: list[Target], least: int = LEAST) -> list[Target]:
    """Gives those that are smaller than they should be, and nearer to another than their smallness allows."""
    small = [one for one in found if one.least_side < least]
    return [one for one in small if any(_touch(one, other, least) for other in found if other is not one)]


def _touch(one: Target, other: Target, width: int) -> bool:
    """Whether a circle of this width on the middle of a small target comes upon another target."""
    if other.box.contains(one.box) or one.box.contains(other.box):
        return False
    middle = one.box.center()
    nearest = QPoint(
        min(max(middle.x(), other.box.left()), other.box.right()),
        min(max(middle.y(), other.box.top()), other.box.bottom()),
    )
    return (nearest - middle).manhattanLength() < width / 2
