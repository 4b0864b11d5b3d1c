"""The visits of a patient along their days: open one, compare two, read how one was written, or mend one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.day_words import about_visit, day_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.records.visit_menu import VisitMenu
from hipmap.model.records import Visit

MOST_COMPARED = 2


class VisitsPart(QWidget):
    """The latest visit stands first."""

    visit_asked = Signal(object)  # Visit
    compare_asked = Signal(object, object)  # the earlier Visit, the later one
    history_asked = Signal(object)  # Visit

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self.visits = TwoLineList(self.tr("Visits"))
        self.visits.setSelectionMode(TwoLineList.SelectionMode.ExtendedSelection)
        self.none = label(self.tr("There are no visits yet."), "body", "muted", wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.open = QPushButton(self.tr("Open the visit"))
        self.compare = QPushButton(self.tr("Compare two visits"))
        self.history = QPushButton(self.tr("Who changed what"))
        self.more = VisitMenu(keeper)
        self.hint = label(
            self.tr("To compare, choose two visits: hold Ctrl or Shift."), "caption", "muted", wrap=True
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(self.visits, 1)
        box.addWidget(self.none, 1)
        box.addWidget(ButtonFlow(self.open, self.compare, self.history, self.more))
        box.addWidget(self.hint)
        self.visits.itemSelectionChanged.connect(self._allow)
        self.visits.itemActivated.connect(lambda _item: self._open())
        self.open.clicked.connect(self._open)
        self.compare.clicked.connect(self._compare)
        self.history.clicked.connect(self._ask_history)

    def show_visits(self, visits: Sequence[Visit]) -> None:
        """Shows the visits; of several the one that was chosen stays so."""
        later_first = list(reversed(visits))
        self.visits.show_rows([(day_words(one.day), about_visit(one), one) for one in later_first])
        for part in (self.visits, self.open, self.compare, self.history, self.more):
            part.setVisible(bool(later_first))
        self.none.setVisible(not later_first)
        if later_first and not self.visits.chosen():
            self.visits.setCurrentRow(0)
        self._allow()

    def _allow(self) -> None:
        visits = self._chosen()
        chosen = len(visits)
        self.open.setEnabled(chosen == 1)
        self.history.setEnabled(chosen == 1)
        self.compare.setEnabled(chosen == MOST_COMPARED)
        self.more.show_visit(visits[0] if chosen == 1 else None)
        self.hint.setVisible(self.visits.count() >= MOST_COMPARED and chosen != MOST_COMPARED)

    def _open(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.visit_asked.emit(chosen[0])

    def _ask_history(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.history_asked.emit(chosen[0])

    def _compare(self) -> None:
        chosen = self._chosen()
        if len(chosen) == MOST_COMPARED:
            later, earlier = chosen
            self.compare_asked.emit(earlier, later)

    def _chosen(self) -> list[Visit]:
        return [one for one in self.visits.chosen() if isinstance(one, Visit)]
