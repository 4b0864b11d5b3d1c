"""Whose a file is: a new patient, or one of those here who are alike, or somebody else here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.labels import Card, label
from hipmap.desktop.records.day_words import about_patient
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.incoming_rows import Row, likeness_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.search_field import SearchField
from hipmap.model.patient_document import PatientDocument
from hipmap.model.records import LONGEST_NUMBER, Patient, one_line
from hipmap.storage.records.home_document import is_home_number
from hipmap.storage.records.patient_import import ImportPlan
from hipmap.storage.records.patients import find_patients

NEW = ""
MOST_FOUND = 8

FILLS = 100
"""The list takes the room that is there, before the empty end of the card."""


class WhoseFile(Card):
    """Where somebody is alike nothing is chosen beforehand: the person has to say whose it is."""

    chosen = Signal(object)  # the uid of a patient here, or None for a new one
    take_asked = Signal()
    told = Signal(object)

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._document: PatientDocument | None = None
        self._plan: ImportPlan | None = None
        self._asked = 0
        self.box.addWidget(label(self.tr("Whose is it?"), "heading", wrap=True))
        self.words = label("", "body", wrap=True)
        self.people = TwoLineList(self.tr("Whose is it?"))
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search name, number, tag or note"))
        self.finding = QWidget()
        self.finding.setLayout(field_below(self.search, self.tr("Somebody else who is here")))
        self.number = QLineEdit()
        self.number.setMaxLength(LONGEST_NUMBER)
        self.numbering = QWidget()
        told = self.tr("The number that this patient has with you; a new patient needs one.")
        self.numbering.setLayout(field_below(self.number, self.tr("Own number"), told))
        self.take = QPushButton(self.tr("Take it in"))
        self.take.setProperty("kind", "primary")
        self.take.setAutoDefault(False)
        for part in (self.words, self.people, self.finding, self.numbering, self.take):
            self.box.addWidget(part, FILLS if part is self.people else 0)
        self.box.addStretch(1)
        for holder in (self.finding, self.numbering):
            inside = holder.layout()
            assert isinstance(inside, QVBoxLayout)
            inside.setContentsMargins(0, 0, 0, 0)
        self.people.itemSelectionChanged.connect(self._choose)
        self.search.textChanged.connect(self._look_up)
        self.number.textEdited.connect(lambda _text: self.told.emit(self.lacking()))
        self.take.clicked.connect(self.take_asked)

    def show_document(self, document: PatientDocument, plan: ImportPlan) -> None:
        """Shows who it may be; `plan` is that of a file of which nobody has said whose it is."""
        self._document, self._plan = document, plan
        told = document.identity.number
        self.number.setText("" if is_home_number(told) else told)
        known = plan.into
        for part in (self.people, self.finding):
            part.setVisible(known is None)
        self.numbering.setVisible(known is None)
        if known is not None:
            words = self.tr("{name} is here already: {about}. The file was made of this patient.")
            self.words.setText(words.format(name=known.identity.name, about=about_patient(known)))
            self.allow(not plan.is_blocked)
            return
        self._show_people(plan.alike)
        if plan.alike:
            self.words.setText(self.tr("Somebody here is alike. Say whose the file is."))
        else:
            self.words.setText(self.tr("Nobody here has this name, number or birthday."))
            self.people.setCurrentRow(0)
        self.allow(True)

    def given_number(self) -> str | None:
        """Gives the number where another was typed than the file says."""
        typed = one_line(self.number.text())
        same = self._document is not None and typed == self._document.identity.number
        return None if same or not typed else typed

    def lacking(self) -> str:
        """Says what is still to be mended before it can be taken in."""
        if NEW in self.people.chosen() and self._number_is_taken():
            return self.tr("The number is another patient’s here. Give a new one.")
        return ""

    def allow(self, may: bool) -> None:
        """Lets it be taken in, where it is said whose it is and the number is free."""
        self.take.setEnabled(may and not self._lacks())

    def offer(self, anything: bool) -> None:
        """Where nothing is new there is nothing to press."""
        self.take.setVisible(anything)

    def _lacks(self) -> bool:
        plan = self._plan
        if plan is None or plan.into is not None:
            return plan is None
        who = self.people.chosen()
        if not who:
            return True
        is_new = who[0] == NEW
        return is_new and (not one_line(self.number.text()) or self._number_is_taken())

    def _number_is_taken(self) -> bool:
        return self._plan is not None and self._plan.number_is_taken and self.given_number() is None

    def _choose(self) -> None:
        who = self.people.chosen()
        is_new = not who or who[0] == NEW
        self.numbering.setVisible(is_new)
        if who:
            self.chosen.emit(None if is_new else getattr(who[0], "uid", None))

    def _look_up(self, text: str) -> None:
        """Shows who is found; without words, those who are alike."""
        self._asked += 1
        mine, plan = self._asked, self._plan
        if plan is None or not text.strip():
            self._show_people(plan.alike if plan is not None else ())
            return

        def show(found: tuple[Patient, ...]) -> None:
            if mine == self._asked:
                self._show_people(found)

        self._keeper.ask(
            self, lambda vault: find_patients(vault, text, most=MOST_FOUND), show, self.told.emit
        )

    def _show_people(self, found: tuple[Patient, ...]) -> None:
        assert self._document is not None
        rows: list[Row] = [(self.tr("A new patient"), self._document.identity.name, NEW)]
        for one in found:
            likeness = likeness_words(self._document, one)
            about = about_patient(one)
            rows.append((one.identity.name, f"{likeness} · {about}" if likeness else about, one))
        self.people.show_rows(rows)
        self.allow(True)
