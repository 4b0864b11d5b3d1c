"""Asks before a patient is deleted for good, and says plainly which copies remain."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.model.records import Patient
from hipmap.storage.records.deletion import Deleted, delete_patient


class DeletionDialog(SheetDialog):
    """The own number has to be typed, so that nobody is deleted by a slip of the hand."""

    deleted = Signal(str)

    def __init__(self, keeper: RecordsKeeper, patient: Patient, parent: QWidget) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            parent,
            tr("Records", "Delete {name} for good?").format(name=patient.identity.name),
            tr(
                "Records",
                "All visits, notes, scores and letters of this patient are overwritten and cannot be brought "
                "back. Backups that were made before still hold them until they are dropped in their turn.",
            ),
            tr("Records", "Delete for good"),
            danger=True,
        )
        self._keeper, self._patient = keeper, patient
        known = patient.identity
        own = keeper.vault.use == "own"  # at home nobody is known by a number
        words = (
            self.tr("Type the name to go on: {name}")
            if own
            else self.tr("Type the own number to go on: {number}")
        )
        self.number = self.add_line(words.format(name=known.name, number=known.number))
        self.do.setEnabled(False)
        wanted = known.name if own else known.number
        self.number.textChanged.connect(lambda text: self.do.setEnabled(text.strip() == wanted))
        self.do.clicked.connect(self._delete)

    def _delete(self) -> None:
        self.do.setEnabled(False)
        uid, backups = self._patient.uid, self._keeper.preferences.records_backups
        folders = (Path(backups),) if backups else ()
        self._keeper.ask(self, lambda vault: delete_patient(vault, uid, folders), self._done, self.tell)

    def _done(self, deleted: Deleted) -> None:
        if deleted.still_in:
            names = "\n".join(path.name for path in deleted.still_in)
            words = self.tr(
                "The patient is deleted from these records. Older copies still hold the patient:\n{names}"
            ).format(names=names)
        else:
            words = self.tr(
                "The patient is deleted. No backup that hipmap knows of holds the patient; copies that "
                "were put elsewhere may."
            )
        self.deleted.emit(words)
        self.accept()
