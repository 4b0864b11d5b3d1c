"""Takes a patient's file in: first who and what would come, then all of it or nothing."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.labels import label
from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.model.patient_document import PatientDocument
from hipmap.model.records import Patient
from hipmap.storage.records.hand_over import Opener, is_for_recipient, opened_hand_over, opener_of
from hipmap.storage.records.patient_documents import read_document_file
from hipmap.storage.records.patient_import import ImportPlan, import_patient, plan_import
from hipmap.storage.records.vault import Vault

Preview = tuple[PatientDocument, ImportPlan]


class ImportDialog(SheetDialog):
    """Opens the file, shows what is in it, and takes it in only when that is meant."""

    taken = Signal(object)  # Patient

    def __init__(self, keeper: RecordsKeeper, path: Path, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Import {file}").format(file=path.name),
            self.tr("Nothing comes in before you have seen it."),
            self.tr("Open the file"),
        )
        self._keeper, self._path = keeper, path
        self.preview: Preview | None = None
        self.secret = self.add_line(
            self.tr("Passphrase of the file"),
            "",
            self.tr("Stays empty if the file was sealed for the code of this clinic."),
            secret=True,
        )
        self.shown = label("", "body", wrap=True)
        self.shown.hide()
        self.inner.addWidget(self.shown)
        self.number = self.add_line(
            self.tr("Own number here"), "", self.tr("Give another one where it belongs to somebody else.")
        )
        self.number.setEnabled(False)
        self.do.clicked.connect(self._act)

    def _act(self) -> None:
        self.tell("")
        self.do.setEnabled(False)
        if self.preview is None:
            path, secret = self._path, self.secret.text()
            self._keeper.ask(self, lambda vault: _opened(vault, path, secret), self._show, self.tell)
            return
        document, plan = self.preview
        typed = self.number.text().strip()
        number = typed if typed and typed != document.identity.number and plan.into is None else None
        self._keeper.ask(
            self, lambda vault: import_patient(vault, document, number=number), self._done, self.tell
        )

    def _show(self, preview: Preview) -> None:
        self.preview = preview
        document, plan = preview
        self.secret.clear()
        self.secret.setEnabled(False)
        self.shown.setText("\n".join(self._lines(document, plan)))
        self.shown.show()
        self.number.setText(document.identity.number)
        self.number.setEnabled(plan.into is None)
        self.do.setText(self.tr("Take it in"))
        self.do.setEnabled(not plan.elsewhere)
        if plan.number_is_taken:
            self.tell(self.tr("The number is another patient’s here. Give a new one."))

    def _lines(self, document: PatientDocument, plan: ImportPlan) -> list[str]:
        days = [day_words(one.day) for one in document.visits]
        lines = [self.tr("Patient: {name}").format(name=document.identity.name)]
        if document.identity.born:
            lines.append(self.tr("Born: {day}").format(day=day_words(document.identity.born)))
        lines += [
            self.tr("Visits that would come in: {new} of {all}").format(
                new=len(plan.new["visit"]), all=len(days)
            ),
            self.tr("Scores: {scores}. Letters: {letters}.").format(
                scores=len(plan.new["score"]), letters=len(plan.new["attachment"])
            ),
        ]
        if days:
            lines.append(self.tr("From {first} to {last}").format(first=days[0], last=days[-1]))
        if plan.into is not None:
            lines.append(self.tr("This patient is here already; what is here stays as it is."))
        if plan.different:
            lines.append(
                self.tr("Visits that are here in another state, and stay so: {number}").format(
                    number=len(plan.different)
                )
            )
        if plan.alike:
            names = ", ".join(one.identity.name for one in plan.alike)
            lines.append(self.tr("Patients here with a like name: {names}").format(names=names))
        if plan.elsewhere:
            lines.append(self.tr("Some of these visits belong to another patient here; nothing can come in."))
        return lines

    def _done(self, patient: Patient) -> None:
        self.taken.emit(patient)
        self.accept()


def _opened(vault: Vault, path: Path, secret: str) -> Preview:
    content = read_document_file(path)
    opener = opener_of(vault) if is_for_recipient(content, path.name) else Opener(passphrase=secret)
    document = opened_hand_over(content, path.name, opener)
    return document, plan_import(vault, document)
