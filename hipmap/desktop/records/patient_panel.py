"""One patient: who it is, what is known, and the visits along their days."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.choice_strip import Choice
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label, rule
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.day_words import about_patient
from hipmap.desktop.records.deletion_dialog import DeletionDialog
from hipmap.desktop.records.export_dialog import ExportDialog
from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.letters_part import LettersPart
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.scores_part import ScoresPart
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.records.visits_part import VisitsPart
from hipmap.desktop.settings.governed import export_refusal
from hipmap.desktop.text_tabs import TextTabs
from hipmap.model.records import Patient, Visit
from hipmap.storage.records.patients import archive_patient, look_at_patient
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import Timeline, timeline


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
    keeping_cancelled = Signal()
    compare_asked = Signal(object, object, object)  # Seen, the earlier Visit, the later one
    visit_asked = Signal(object, object)  # Patient, Visit
    history_asked = Signal(object, object)  # Patient, Visit

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.seen: Seen | None = None
        self._own = False
        self.nobody = label(
            self.tr("Choose a patient on the list to see the visits."), "body", "muted", wrap=True
        )
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = label("", "display", wrap=True)
        self.about = label("", "body", "muted", wrap=True)
        self.notes = label("", "body", wrap=True)
        self.begin = self._button(self.tr("Begin a visit"), "primary")
        self.keep_not = self._button(self.tr("Do not keep it"), "")
        self.keep_not.hide()
        self.change = self._button(self.tr("Change…"), "")
        self.more = self._button(self.tr("More"), "")
        self._part = VisitsPart(keeper)
        self.visits, self.open = self._part.visits, self._part.open
        self.compare, self.history = self._part.compare, self._part.history
        self.visit_more = self._part.more
        self.scores, self.letters = ScoresPart(keeper), LettersPart(keeper)
        self.tabs = TextTabs(
            [
                Choice("visits", self.tr("Visits")),
                Choice("scores", self.tr("Scores")),
                Choice("letters", self.tr("Letters")),
            ]
        )
        self._make_menu()
        self._place()
        self._join()
        self.show_part("visits")
        self._show_seen()

    def show_patient(self, uid: str) -> None:
        """Shows a patient; the audit is told that somebody looked."""

        def look_at(vault: Vault) -> Seen:
            return Seen(look_at_patient(vault, uid), timeline(vault, uid))

        self._keeper.ask(self, look_at, self._show, lambda why: self.told.emit(vault_words(why)))

    def is_own(self) -> None:
        """At home there is one person: nobody is looked for, and nobody archived."""
        self._own = True
        self.nobody.setText("")
        self.archive.setVisible(False)

    def keep_open_case(self, keeps: bool) -> None:
        """Says that the case that is open becomes the next visit."""
        self.begin.setText(self.tr("Keep the open case as a visit") if keeps else self.tr("Begin a visit"))
        self.keep_not.setVisible(keeps)
        if not self._own:
            self.nobody.setText(
                self.tr("Choose or add the patient whose visit the open case is.")
                if keeps
                else self.tr("Choose a patient on the list to see the visits.")
            )

    def show_part(self, part: str) -> None:
        """Shows the visits, the scores or the letters."""
        self.tabs.show_choice(part)
        for name, one in (("visits", self._part), ("scores", self.scores), ("letters", self.letters)):
            one.setVisible(name == part)

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        return button

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        self.archive = self.menu.addAction(self.tr("Archive"))
        self.export = self.menu.addAction(self.tr("Export everything of this patient…"))
        self.reports = self.menu.addAction(self.tr("Papers of all visits…"))
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
        box.addWidget(ButtonFlow(self.begin, self.keep_not, self.change, self.more))
        box.addWidget(rule())
        box.addWidget(self.tabs)
        for one in (self._part, self.scores, self.letters):
            box.addWidget(one, 1)
        self.box.addWidget(self._whole, 1)

    def _join(self) -> None:
        self.begin.clicked.connect(lambda: self.begin_asked.emit(self.seen))
        self.keep_not.clicked.connect(self.keeping_cancelled)
        self.change.clicked.connect(self._ask_change)
        self.archive.triggered.connect(self._archive)
        self.export.triggered.connect(self._ask_export)
        self.reports.triggered.connect(self._ask_reports)
        self.delete.triggered.connect(self._ask_delete)
        self._part.visit_asked.connect(self._open)
        self._part.history_asked.connect(self._ask_history)
        self._part.compare_asked.connect(self._compare)
        self.tabs.chosen.connect(self.show_part)
        for part in (self.scores, self.letters):
            part.changed.connect(self._again)
        self.visit_more.changed.connect(self._again)
        self.visit_more.done.connect(self.done)
        self.letters.told.connect(self.told)
        self.letters.done.connect(self.done)

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
        self.about.setVisible(not self._own)
        self.notes.setText(patient.identity.notes)
        self.notes.setVisible(bool(patient.identity.notes))
        self.archive.setText(
            self.tr("Bring back from the archive") if patient.archived else self.tr("Archive")
        )
        self._part.show_visits(seen.timeline.visits)
        self.scores.show_scores(patient.uid, seen.timeline.scores)
        self.letters.show_letters(patient.uid, seen.timeline.attachments)
        self._allow()

    def _allow(self) -> None:
        vault = self._keeper.vault
        writes = vault.read_only is None
        for part in (self.begin, self.change, self.archive):
            part.setEnabled(writes)
        self.reports.setEnabled(self.seen is not None and bool(self.seen.timeline.visits))
        self.delete.setEnabled(writes and vault.has("delete"))

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
            lambda why: self.told.emit(vault_words(why)),
        )

    def _ask_export(self) -> None:
        if self.seen is None:
            return
        if kept_in := export_refusal("patient"):
            self.told.emit(kept_in)
            return
        dialog = ExportDialog(self._keeper, self.seen.patient, self)
        words = self.tr("Everything of this patient was written to {file}.")
        dialog.written.connect(lambda name: self.done.emit(words.format(file=name)))
        dialog.open()

    def _ask_reports(self) -> None:
        if self.seen is None:
            return
        from hipmap.desktop.records.reports_dialog import ReportsDialog

        dialog = ReportsDialog(self._keeper, self.seen.patient, self.seen.timeline.visits, self)
        dialog.written.connect(self.done)
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

    def _open(self, visit: Visit) -> None:
        if self.seen is not None:
            self.visit_asked.emit(self.seen.patient, visit)

    def _ask_history(self, visit: Visit) -> None:
        if self.seen is not None:
            self.history_asked.emit(self.seen.patient, visit)

    def _compare(self, earlier: Visit, later: Visit) -> None:
        if self.seen is not None:
            self.compare_asked.emit(self.seen, earlier, later)
