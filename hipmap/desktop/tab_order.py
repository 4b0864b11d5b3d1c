"""The order in which Tab goes through widgets that come and go."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


class TabOrder:
    """Sets an order only when it is another than the last: each setting searches the whole window.

    Qt's own chain is never asked: PySide takes what `nextInFocusChain` gives for a child of the widget
    that was asked, and frees both together.
    """

    def __init__(self) -> None:
        self._last: list[QWidget] = []

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Lets Tab go through these, one after the other."""
        if len(widgets) == len(self._last) and all(map(_is, widgets, self._last)):
            return
        self._last = list(widgets)
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)


def _is(one: QWidget, other: QWidget) -> bool:
    return one is other
