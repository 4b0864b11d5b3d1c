"""Says what it means that a letter leaves the encryption: as a copy to be read, or as one to be kept."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop import chosen_file
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.settings.governed import export_refusal
from hipmap.model.records import Attachment
from hipmap.storage.records.attachments import content_of
from hipmap.storage.records.patient_documents import write_document
from hipmap.storage.records.vault import Vault


class OpenLetterDialog(SheetDialog):
    """The copy is written only when that is meant."""

    opened = Signal()

    def __init__(self, keeper: RecordsKeeper, letter: Attachment, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Read {name} in another program?").format(name=letter.name),
            self.tr(
                "For that a copy without encryption is written to this computer, in a folder that only you "
                "can read. hipmap takes it away when you say that you are done, when the records lock, and "
                "when hipmap closes. The other program may keep traces of its own, such as a list of files "
                "that were opened."
            ),
            self.tr("Write a copy and open it"),
        )
        self._keeper, self._letter = keeper, letter
        self.do.clicked.connect(self._open)

    def _open(self) -> None:
        if kept_in := export_refusal("attachment"):
            self.tell(kept_in)
            return
        self.do.setEnabled(False)
        uid = self._letter.uid
        self._keeper.ask(self, lambda vault: content_of(vault, uid), self._show, self.tell)

    def _show(self, content: bytes) -> None:
        """Not before here is anything written: an answer that comes after the lock never arrives."""
        try:
            shown = self._keeper.copies.show(self._letter.name, content)
        except OSError as problem:
            words = self.tr("The copy cannot be written ({why}). Mend that and try again.")
            self.tell(words.format(why=problem.strerror or ""))
            return
        if not shown:
            self.tell(self.tr("No program here opens such a file. The copy is gone again."))
            return
        self.opened.emit()
        self.accept()


class SaveLetterDialog(SheetDialog):
    """A copy that the person puts somewhere stays there."""

    saved = Signal(str)

    def __init__(self, keeper: RecordsKeeper, letter: Attachment, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Save a copy of {name}?").format(name=letter.name),
            self.tr(
                "The copy is not encrypted: whoever gets at the place where you put it can read it. hipmap "
                "does not take it away again."
            ),
            self.tr("Choose the place…"),
        )
        self._keeper, self._letter = keeper, letter
        self.do.clicked.connect(self._ask_place)

    def write(self, path: Path) -> None:
        """Writes the copy whole or not at all."""
        uid = self._letter.uid

        def work(vault: Vault) -> str:
            write_document(path, content_of(vault, uid), "attachment")
            return path.name

        self.do.setEnabled(False)
        self._keeper.ask(self, work, self._done, self.tell)

    def _ask_place(self) -> None:
        start = str(Path.home() / self._letter.name)
        name = chosen_file.file_to_save(self, self.tr("Save a copy"), start)
        if name:
            self.write(Path(name))

    def _done(self, name: str) -> None:
        self.saved.emit(name)
        self.accept()
