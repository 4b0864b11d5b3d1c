"""Saves every edit of one visit, and keeps what could not be saved until it can."""

from dataclasses import dataclass
from pathlib import Path

from hipmap.model.case import Case
from hipmap.model.records import Visit
from hipmap.storage.records.problems import MovedOn, VaultProblem
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import save_beside, save_visit


@dataclass(frozen=True)
class Whose:
    """The records that an edit belongs to, and who made it there."""

    folder: Path
    user: str

    @classmethod
    def of(cls, vault: Vault) -> "Whose":
        return cls(vault.folder, vault.user.name)


class VisitSaver:
    """The edits of one visit on their way to the disk."""

    def __init__(self, vault: Vault, visit: Visit) -> None:
        self._vault = vault
        self.visit = visit
        self.whose = Whose.of(vault)
        self._based_on = visit.case, visit.note
        self._unsaved: tuple[Case, str] | None = None
        self.problem: VaultProblem | None = None
        self.came_late = False

    @property
    def based_on(self) -> tuple[Case, str]:
        """The case and note that are known to be on the disk."""
        return self._based_on

    @property
    def unsaved(self) -> tuple[Case, str] | None:
        """The case and note that are only in memory; None while all is on the disk."""
        return self._unsaved

    def save(self, case: Case, note: str) -> int:
        """Gives the number of the step once it is on the disk; else keeps the edit and raises the problem.

        Where the visit was changed since, the edit `came_late`: it is in the history, and the visit stays
        as it was changed.
        """
        self._unsaved = case, note
        try:
            step = self._write(case, note)
        except VaultProblem as problem:
            self.problem = problem
            raise
        self._unsaved = self.problem = None
        return step

    def move_to(self, vault: Vault) -> None:
        """Goes on with the same records, opened anew."""
        self._vault = vault

    def try_again(self, vault: Vault | None = None) -> int | None:
        """Saves what is only in memory, perhaps to the same records opened anew; None if there is nothing."""
        self._vault = vault or self._vault
        return None if self._unsaved is None else self.save(*self._unsaved)

    def _write(self, case: Case, note: str) -> int:
        try:
            step = save_visit(self._vault, self.visit.uid, case, note, self._based_on)
        except MovedOn:
            step = save_beside(self._vault, self.visit.uid, case, note)
            self.came_late = True
        else:
            self._based_on = case, note
            self.came_late = False
        return step
