"""One patient: who it is, what is known, and the visits along their days."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label, rule
from hipmap.desktop.records.day_words import about_patient, about_visit, day_words
from hipmap.desktop.records.deletion_dialog import DeletionDialog
from hipmap.desktop.records.export_dialog import ExportDialog
from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.model.records import Patient, Visit
from hipmap.storage.records.patients import archive_patient, look_at_patient
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import Timeline, timeline

MOST_COMPARED = 2


@dataclass(frozen=True)
class Seen:
    """A patient with all days."""

    patient: Patient
    timeline: Timeline


class PatientPanel(Card):
    """Empty until somebody is chosen."""

    told = Signal(str)
    done = Signal(str)
    changed = Signal()
    begin_asked = Signal(object)  # Seen
    compare_asked = Signal(object, object, object)  # Seen, the earlier Visit, the later one
    visit_asked = Signal(object, object)  # Patient, Visit

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.seen: Seen | None = None
        self.nobody = label(
            self.tr("Choose a patient on the list to see the visits."), "body", "muted", wrap=True
        )
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = label("", "display", wrap=True)
        self.about = label("", "body", "muted", wrap=True)
        self.notes = label("", "body", wrap=True)
        self.begin = self._button(self.tr("Begin a visit"), "primary")
        self.change = self._button(self.tr("Change…"), "")
        self.more = self._button(self.tr("More"), "")
        self.visits = TwoLineList(self.tr("Visits"))
        self.visits.setSelectionMode(TwoLineList.SelectionMode.ExtendedSelection)
        self.compare = self._button(self.tr("Compare two visits"), "")
        self.hint = label(
            self.tr("To compare, choose two visits: hold Ctrl or Shift."), "caption", "muted", wrap=True
        )
        self.open = self._button(self.tr("Open the visit"), "")
        self._make_menu()
        self._place()
        self._join()
        self._show_seen()

    def show_patient(self, uid: str) -> None:
        """Shows a patient; the audit is told that somebody looked."""

        def look_at(vault: Vault) -> Seen:
            return Seen(look_at_patient(vault, uid), timeline(vault, uid))

        self._keeper.ask(self, look_at, self._show, lambda why: self.told.emit(str(why)))

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        return button

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        self.archive = self.menu.addAction(self.tr("Archive"))
        self.export = self.menu.addAction(self.tr("Export everything of this patient…"))
        self.menu.addSeparator()
        self.delete = self.menu.addAction(self.tr("Delete for good…"))
        self.more.setMenu(self.menu)

    def _place(self) -> None:
        self.box.addWidget(self.nobody, 1)
        self._whole = QWidget()
        box = QVBoxLayout(self._whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        for part in (self.name, self.about, self.notes):
            box.addWidget(part)
        deeds = QHBoxLayout()
        deeds.setSpacing(Space.S)
        for button in (self.begin, self.change, self.more):
            deeds.addWidget(button)
        deeds.addStretch(1)
        box.addLayout(deeds)
        box.addWidget(rule())
        box.addWidget(label(self.tr("Visits"), "title"))
        box.addWidget(self.visits, 1)
        last = QHBoxLayout()
        last.setSpacing(Space.S)
        last.addWidget(self.open)
        last.addWidget(self.compare)
        last.addStretch(1)
        box.addLayout(last)
        box.addWidget(self.hint)
        self.box.addWidget(self._whole, 1)

    def _join(self) -> None:
        self.begin.clicked.connect(lambda: self.begin_asked.emit(self.seen))
        self.change.clicked.connect(self._ask_change)
        self.archive.triggered.connect(self._archive)
        self.export.triggered.connect(self._ask_export)
        self.delete.triggered.connect(self._ask_delete)
        self.visits.itemSelectionChanged.connect(self._allow)
        self.visits.itemActivated.connect(lambda _item: self._open())
        self.open.clicked.connect(self._open)
        self.compare.clicked.connect(self._compare)

    def _show(self, seen: Seen) -> None:
        self.seen = seen
        self._show_seen()

    def _show_seen(self) -> None:
        seen = self.seen
        self.nobody.setVisible(seen is None)
        self._whole.setVisible(seen is not None)
        if seen is None:
            return
        patient = seen.patient
        self.name.setText(patient.identity.name)
        self.about.setText(about_patient(patient))
        self.notes.setText(patient.identity.notes)
        self.notes.setVisible(bool(patient.identity.notes))
        self.archive.setText(
            self.tr("Bring back from the archive") if patient.archived else self.tr("Archive")
        )
        later_first = list(reversed(seen.timeline.visits))
        self.visits.show_rows([(day_words(one.day), about_visit(one), one) for one in later_first])
        if later_first and not self.visits.chosen():
            self.visits.setCurrentRow(0)
        self._allow()

    def _allow(self) -> None:
        vault = self._keeper.vault
        writes = vault.read_only is None
        for part in (self.begin, self.change, self.archive):
            part.setEnabled(writes)
        self.delete.setEnabled(writes and vault.user.role == "clinician")
        chosen = len(self.visits.chosen())
        self.open.setEnabled(chosen == 1)
        self.compare.setEnabled(chosen == MOST_COMPARED)
        self.hint.setVisible(self.visits.count() >= MOST_COMPARED and chosen != MOST_COMPARED)

    def _ask_change(self) -> None:
        if self.seen is None:
            return
        dialog = IdentityDialog(self._keeper, self.seen.patient, self)
        dialog.accepted.connect(self._again)
        dialog.open()

    def _again(self) -> None:
        self.changed.emit()
        if self.seen is not None:
            self.show_patient(self.seen.patient.uid)

    def _archive(self) -> None:
        if self.seen is None:
            return
        uid, archived = self.seen.patient.uid, not self.seen.patient.archived
        self._keeper.ask(
            self,
            lambda vault: archive_patient(vault, uid, archived=archived),
            lambda _: self._again(),
            lambda why: self.told.emit(str(why)),
        )

    def _ask_export(self) -> None:
        if self.seen is None:
            return
        dialog = ExportDialog(self._keeper, self.seen.patient, self)
        words = self.tr("Everything of this patient was written to {file}.")
        dialog.written.connect(lambda name: self.done.emit(words.format(file=name)))
        dialog.open()

    def _ask_delete(self) -> None:
        if self.seen is None:
            return
        dialog = DeletionDialog(self._keeper, self.seen.patient, self)

        def gone(words: str) -> None:
            self.seen = None
            self._show_seen()
            self.changed.emit()
            self.done.emit(words)

        dialog.deleted.connect(gone)
        dialog.open()

    def _open(self) -> None:
        chosen = self.visits.chosen()
        if self.seen is not None and len(chosen) == 1:
            self.visit_asked.emit(self.seen.patient, chosen[0])

    def _compare(self) -> None:
        chosen = [one for one in self.visits.chosen() if isinstance(one, Visit)]
        if self.seen is not None and len(chosen) == MOST_COMPARED:
            later, earlier = chosen
            self.compare_asked.emit(self.seen, earlier, later)
