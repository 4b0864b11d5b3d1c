"""Edits of visits that were left before they could be saved: kept, shown, and tried until they are."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hipmap.model.records import Visit
from hipmap.storage.records.problems import NotFound, VaultProblem
from hipmap.storage.records.saving import VisitSaver, Whose

if TYPE_CHECKING:
    from hipmap.desktop.records.records_keeper import RecordsKeeper

AGAIN_MS = 5_000


@dataclass(frozen=True)
class Stranded:
    """An edit on no desk any more, and the name of whose visit it is."""

    saver: VisitSaver
    name: str

    @property
    def problem(self) -> VaultProblem | None:
        return self.saver.problem


class StrandedEdits(QObject):
    """An edit goes only into the records that it was made in, while they are open for who made it."""

    changed = Signal()
    stranded = Signal(object)  # Stranded, while its records are open for who made it
    saved = Signal(object)
    gone = Signal(object)  # its visit was deleted

    def __init__(self, keeper: "RecordsKeeper") -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._all: list[Stranded] = []
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.try_again)
        keeper.opened.connect(self.try_again)

    def __bool__(self) -> bool:
        return bool(self._all)

    def here(self) -> tuple[Stranded, ...]:
        """Gives what belongs to the records that are open, and to who opened them."""
        if not self._keeper.is_open or self._keeper.vault.read_only is not None:
            return ()
        whose = Whose.of(self._keeper.vault)
        return tuple(one for one in self._all if one.saver.whose == whose)

    def elsewhere(self) -> tuple[Whose, ...]:
        """Gives whose the others are: they wait until those records are opened."""
        here = self.here()
        return tuple(dict.fromkeys(one.saver.whose for one in self._all if one not in here))

    def of_folder(self, folder: Path) -> tuple[Whose, ...]:
        return tuple(one for one in self.elsewhere() if one.folder == folder)

    def keep(self, saver: VisitSaver, name: str) -> None:
        """Takes an edit that could not be saved when its visit was left."""
        if saver.unsaved is None or any(one.saver is saver for one in self._all):
            return
        one = Stranded(saver, name)
        self._all.append(one)
        self._again.start()
        self.changed.emit()
        if one in self.here():
            self.stranded.emit(one)

    def take(self, visit: Visit) -> VisitSaver | None:
        """Gives the edit of a visit that is opened again, if the visit is still what the edit was made on."""
        for one in self.here():
            if one.saver.visit.uid == visit.uid and one.saver.based_on == (visit.case, visit.note):
                self._let_go(one)
                return one.saver
        return None

    def try_again(self) -> None:
        """Saves what belongs to the records that are open."""
        for one in self.here():
            self._try(one)

    def _try(self, one: Stranded) -> None:
        vault = self._keeper.vault

        def arrived(_step: int | None) -> None:
            if one in self._all:
                is_here = one in self.here()
                self._let_go(one)
                if is_here:
                    self.saved.emit(one)

        def failed(problem: VaultProblem) -> None:
            if isinstance(problem, NotFound) and one in self.here():
                self._let_go(one)
                self.gone.emit(one)
            self.changed.emit()

        self._keeper.thread_of_records.ask(lambda: one.saver.try_again(vault), arrived, failed)

    def _let_go(self, one: Stranded) -> None:
        self._all.remove(one)
        if not self._all:
            self._again.stop()
        self.changed.emit()
