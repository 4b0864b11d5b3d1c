"""Writes everything of a patient into one encrypted file: for a passphrase, or for a clinic's code."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QLineEdit, QVBoxLayout, QWidget

from hipmap.desktop import chosen_file
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.code_words import code_words
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.records.strength_words import strength_words
from hipmap.model.records import Patient
from hipmap.storage.records.hand_over import sealed_for_passphrase, sealed_for_recipient
from hipmap.storage.records.patient_documents import document_of, write_document
from hipmap.storage.records.vault import Vault

SUFFIX = ".hipmap"


class ExportDialog(SheetDialog):
    """The file is chosen last; nothing is written before."""

    written = Signal(str)

    def __init__(self, keeper: RecordsKeeper, patient: Patient, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Export everything of {name}").format(name=patient.identity.name),
            self.tr(
                "All visits with every step, scores and letters go into one encrypted file, which another "
                "hipmap can import. Tell the passphrase on another way than the file."
            ),
            self.tr("Choose the file…"),
        )
        self._keeper, self._patient = keeper, patient
        self.way = ChoiceStrip(
            [
                Choice("passphrase", self.tr("For a passphrase"), self.tr("Sealed with a passphrase")),
                Choice("code", self.tr("For a clinic’s code"), self.tr("Sealed for one clinic")),
            ]
        )
        self.inner.addWidget(self.way)
        self.secret, self.again, self.code = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.secret, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.strength, self.right = (label("", "caption", "muted", wrap=True) for _ in range(2))
        told = self.tr("Letters that the clinic has told.")
        self.parts = {
            "passphrase": _below(
                field_below(self.secret, self.tr("Passphrase")),
                field_below(self.again, self.tr("Passphrase once more")),
                self.strength,
            ),
            "code": _below(field_below(self.code, self.tr("Recipient code"), told), self.right),
        }
        for part in self.parts.values():
            self.inner.addWidget(part)
        self._way = "passphrase"
        self.way.chosen.connect(self._choose)
        self.secret.textChanged.connect(self._judge)
        self.code.textChanged.connect(self._judge)
        self.do.clicked.connect(self._ask_file)
        self._choose("passphrase")
        self._judge()

    def write(self, path: Path) -> None:
        """Seals and writes, beside the window."""
        uid, secret, code, way = self._patient.uid, self.secret.text(), self.code.text(), self._way
        around = self._keeper.around

        def work(vault: Vault) -> str:
            document = document_of(vault, uid)
            if way == "code":
                content = sealed_for_recipient(document, code, around)
            else:
                content = sealed_for_passphrase(document, secret, around)
            write_document(path, content)
            return path.name

        self.do.setEnabled(False)
        self._keeper.ask(self, work, self._done, self.tell)

    def _choose(self, way: str) -> None:
        self._way = way
        self.way.show_choice(way)
        for name, part in self.parts.items():
            part.setVisible(name == way)

    def _judge(self) -> None:
        self.strength.setText(strength_words(self.secret.text(), self._patient.identity.name)[0])
        self.right.setText(code_words(self.code.text()))

    def _wrong(self) -> str:
        if self._way == "code":
            return "" if self.code.text().strip() else self.tr("Give the code of the clinic.")
        said, taken = strength_words(self.secret.text(), self._patient.identity.name)
        if not taken:
            return said
        return "" if self.secret.text() == self.again.text() else self.tr("The two are not the same.")

    def _ask_file(self) -> None:
        wrong = self._wrong()
        self.tell(wrong)
        if wrong:
            return
        start = str(Path.home() / f"hand-over{SUFFIX}")
        name = chosen_file.file_to_save(self, self.tr("Save the export"), start)
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_suffix(SUFFIX))

    def _done(self, name: str) -> None:
        self.written.emit(name)
        self.accept()


def _below(*parts: QLayout | QWidget) -> QWidget:
    """Gives fields below each other, to be shown or hidden together."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(Space.M)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return holder
