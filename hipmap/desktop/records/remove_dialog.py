"""Asks before something small is taken out of the records for good."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.storage.records.vault import Vault


class RemoveDialog(SheetDialog):
    """Closes once it is gone."""

    removed = Signal()

    def __init__(
        self,
        keeper: RecordsKeeper,
        words: tuple[str, str],
        remove: Callable[[Vault], None],
        parent: QWidget,
    ) -> None:
        """`words` are the question and what goes with it."""
        super().__init__(parent, *words, self.tr("Remove for good"), danger=True)
        self._keeper, self._remove = keeper, remove
        self.do.clicked.connect(self._act)

    def _act(self) -> None:
        self.do.setEnabled(False)
        self._keeper.ask(self, self._remove, lambda _none: self._done(), self.tell)

    def _done(self) -> None:
        self.removed.emit()
        self.accept()
