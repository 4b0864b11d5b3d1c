"""Keeps what tells most now in view: in its rows on top of the sheet, else at the foot, else in the head."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from hipmap.desktop.look import look
from hipmap.desktop.next_best import NextBest
from hipmap.desktop.row_area import RowArea
from hipmap.desktop.row_list import RowList
from hipmap.desktop.sheet_head import SheetHead

# Below this height of the sheet at 100 % text the steps stand in its head, and leave more to the list.
LEAST_FOR_FOOT = 460


class StepsPlace(QObject):
    """Moves the next best three between the foot and the head, and hides them where their rows are seen."""

    def __init__(
        self, steps: NextBest, area: RowArea, rows: RowList, foot: QVBoxLayout, head: SheetHead
    ) -> None:
        super().__init__(steps)
        self._steps, self._area, self._rows = steps, area, rows
        self._foot, self._head = foot, head
        foot.addWidget(steps)
        rows.arranged.connect(self._show)
        area.verticalScrollBar().valueChanged.connect(self._show)

    def fit(self, height: int) -> None:
        """Finds the place for a height of the sheet."""
        wants_foot = height >= look().px(LEAST_FOR_FOOT)
        self._steps.show_compact(not wants_foot)
        self._head.show_compact(not wants_foot)
        if wants_foot and not self._is_at_foot():
            self._head.steps_box.removeWidget(self._steps)
            self._foot.addWidget(self._steps)
        elif not wants_foot and self._is_at_foot():
            self._foot.removeWidget(self._steps)
            self._head.steps_box.addWidget(self._steps)
        self._show()

    def _show(self) -> None:
        """The list is measured as it is without the steps, so that they never make themselves needed."""
        taken = self._is_at_foot() and self._steps.isVisible()
        foot = self._steps.height() + self._foot.spacing() if taken else 0
        top, room = self._area.verticalScrollBar().value(), self._area.viewport().height() + foot
        self._steps.show_needed(not self._rows.leads_between(top, top + room))

    def _is_at_foot(self) -> bool:
        return self._foot.indexOf(self._steps) >= 0
