"""Asks who a patient is: for a new one, or to change what is known."""

from pydantic import ValidationError
from PySide6.QtWidgets import QLineEdit, QWidget

from hipmap.desktop.records.day_words import about_patient
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.model.problems import sentence_of
from hipmap.model.records import Identity, Patient
from hipmap.storage.records.alike import perhaps_here
from hipmap.storage.records.folded_words import folded
from hipmap.storage.records.patients import add_patient, change_patient


class IdentityDialog(SheetDialog):
    """Closes once the patient is on the disk."""

    def __init__(self, keeper: RecordsKeeper, patient: Patient | None, parent: QWidget) -> None:
        title = self.tr("New patient") if patient is None else self.tr("Change the patient")
        super().__init__(parent, title, "", self.tr("Save"))
        self._keeper, self.patient = keeper, patient
        known = patient.identity if patient is not None else None
        self.name = self.add_line(self.tr("Name"), known.name if known else "")
        self.number = self._number_field(known.number if known else "")
        self.born = self.add_line(
            self.tr("Born"),
            (known.born or "") if known else "",
            self.tr("Year-month-day, as 1960-04-30; may stay empty."),
        )
        self.tags = self.add_line(
            self.tr("Tags"),
            ", ".join(known.tags) if known else "",
            self.tr("Words with commas between them."),
        )
        self.notes = self.add_text(self.tr("Notes"), known.notes if known else "")
        self._was_told = False
        for field in (self.name, self.born):
            field.textEdited.connect(self._somebody_else)
        self.do.clicked.connect(self._save)
        self.name.setFocus()

    def _number_field(self, number: str) -> QLineEdit:
        """At home the number is made up, so nobody is asked for it."""
        if self._keeper.vault.use == "own":
            field = QLineEdit(number, self)
            field.hide()
            return field
        told = self.tr("The number that this patient has with you.")
        return self.add_line(self.tr("Own number"), number, told)

    def _save(self) -> None:
        try:
            identity = self._identity()
        except ValidationError as error:
            self.tell(self._complaint(error))
            return
        self.do.setEnabled(False)
        if self.patient is not None or self._was_told:
            self._write(identity)
            return

        def found(here: tuple[Patient, ...]) -> None:
            if here:
                self._tell_who_is_here(identity, here)
            else:
                self._write(identity)

        self._keeper.ask(self, lambda vault: perhaps_here(vault, identity), found, self.tell)

    def _tell_who_is_here(self, identity: Identity, here: tuple[Patient, ...]) -> None:
        """Says it once; who presses again means somebody else."""
        first = here[0]
        if folded(first.identity.name) == folded(identity.name):
            words = self.tr("Somebody of this name is here already: {name}, {about}.")
        else:
            words = self.tr("Somebody of this birthday has a name like it: {name}, {about}.")
        self.tell(words.format(name=first.identity.name, about=about_patient(first)))
        self._was_told = True
        self.do.setText(self.tr("Save as somebody else"))

    def _somebody_else(self) -> None:
        """What was told was about another name or birthday."""
        if self._was_told:
            self._was_told = False
            self.tell("")
            self.do.setText(self.tr("Save"))

    def _write(self, identity: Identity) -> None:
        before = self.patient

        def done(patient: Patient) -> None:
            self.patient = patient
            self.accept()

        self._keeper.ask(
            self,
            lambda vault: (
                add_patient(vault, identity)
                if before is None
                else change_patient(vault, before.uid, identity)
            ),
            done,
            self.tell,
        )

    def _identity(self) -> Identity:
        return Identity(
            number=self.number.text().strip(),
            name=self.name.text().strip(),
            born=self.born.text().strip() or None,
            notes=self.notes.toPlainText(),
            tags=tuple(word.strip() for word in self.tags.text().split(",") if word.strip()),
        )

    def _complaint(self, error: ValidationError) -> str:
        """Names the field as it is called here."""
        first = error.errors(include_url=False)[0]
        field = str(first["loc"][0])
        names = {
            "number": self.tr("Own number"),
            "name": self.tr("Name"),
            "born": self.tr("Born"),
            "notes": self.tr("Notes"),
            "tags": self.tr("Tags"),
        }
        if first["type"] == "string_too_short":
            return self.tr("{field}: please fill this in.").format(field=names[field])
        if field == "born":
            return self.tr("Born: write year-month-day, as 1960-04-30.")
        return self.tr("{field}: {what}.").format(field=names[field], what=sentence_of(first))
