"""Saves every edit of one visit, and keeps what could not be saved until it can."""

from hipmap.model.case import Case
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import save_visit


class VisitSaver:
    """The edits of one visit on their way to the disk."""

    def __init__(self, vault: Vault, visit: str) -> None:
        self._vault = vault
        self._visit = visit
        self._unsaved: tuple[Case, str] | None = None
        self.problem: VaultProblem | None = None

    @property
    def unsaved(self) -> tuple[Case, str] | None:
        """The case and note that are only in memory; None while all is on the disk."""
        return self._unsaved

    def save(self, case: Case, note: str) -> int:
        """Gives the number of the step once it is on the disk; else keeps the edit and raises the problem."""
        self._unsaved = case, note
        try:
            step = save_visit(self._vault, self._visit, case, note)
        except VaultProblem as problem:
            self.problem = problem
            raise
        self._unsaved = self.problem = None
        return step

    def try_again(self, vault: Vault | None = None) -> int | None:
        """Saves what is only in memory, perhaps to the same records opened anew; None if there is nothing."""
        self._vault = vault or self._vault
        return None if self._unsaved is None else self.save(*self._unsaved)
