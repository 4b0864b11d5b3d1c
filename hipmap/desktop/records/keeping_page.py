"""Safe keeping: backups and how to put one back, who may come in, and the audit of who did what."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.records.audit_words import action_words
from hipmap.desktop.records.backup_keeper import BackupKeeper
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.people_card import PeopleCard
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.restore_dialog import RestoreDialog
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.model.records import AuditEntry
from hipmap.storage.records.audit_chain import entries, head_of
from hipmap.storage.records.backups import backups_in
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of

LATEST = 200


class KeepingPage(BesidePage):
    """Every sentence about a backup says what was really done."""

    told = Signal(str)
    restore_asked = Signal(object)  # Preview

    def __init__(self, keeper: RecordsKeeper, backups: BackupKeeper) -> None:
        super().__init__(self.tr("Back to the patients"))
        self._keeper, self._backups = keeper, backups
        self.column.addWidget(self._backup_card())
        self.people = PeopleCard(keeper)
        self.people.changed.connect(self._show_audit)
        self.column.addWidget(self.people)
        self.column.addWidget(self._audit_card(), 1)
        self.choose.clicked.connect(self._choose)
        self.now.clicked.connect(self._back_up_now)
        self.restore.clicked.connect(self._ask_restore)
        self.prove.clicked.connect(self._prove)
        self.often.activated.connect(self._choose_often)
        backups.made.connect(self._made)
        backups.failed.connect(self._failed)
        self._show_backups()
        self._show_audit()

    # ---- backups

    def _backup_card(self) -> Card:
        card = Card()
        card.box.addWidget(label(self.tr("Backups"), "title"))
        self.where = label("", "body", wrap=True)
        self.state = label("", "body", "muted", wrap=True)
        card.box.addWidget(self.where)
        card.box.addWidget(self.state)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.often = ChoiceField()
        self.often.setAccessibleName(self.tr("How often"))
        for days, words in (
            ("1", self.tr("Every day")),
            ("7", self.tr("Every week")),
            ("30", self.tr("Every month")),
        ):
            self.often.addItem(words, days)
        kept = self._keeper.preferences.records_backup_days
        self.often.setCurrentIndex(max(0, self.often.findData(kept)))
        self.choose = QPushButton(self.tr("Choose a folder…"))
        self.now = QPushButton(self.tr("Back up now"))
        self.restore = QPushButton(self.tr("Put one back…"))
        line.addWidget(self.often)
        for button in (self.choose, self.now, self.restore):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        card.box.addLayout(line)
        words = self.tr(
            "A backup is made at unlocking or locking when it is due, and opened and read through before it "
            "counts. Of older ones the last of each day, week and month stay for a while. Keep it on another "
            "disk: a copy beside the records is lost together with them."
        )
        card.box.addWidget(label(words, "caption", "muted", wrap=True))
        return card

    def _show_backups(self) -> None:
        folder = self._backups.folder
        for button in (self.now, self.restore):
            button.setEnabled(folder is not None)
        if folder is None:
            self.where.setText(self.tr("No backups are made: no folder is chosen."))
            self.state.clear()
            return
        self.where.setText(self.tr("They are kept in {folder}").format(folder=str(folder)))
        made = backups_in(folder)
        if not made:
            self.state.setText(self.tr("None has been made yet."))
            return
        words = self.tr("Kept: {number}. The latest is of {when}.")
        self.state.setText(words.format(number=len(made), when=_moment(max(made))))

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder for backups"), str(Path.home()))
        if name:
            self.use_folder(Path(name))

    def use_folder(self, folder: Path) -> None:
        """Keeps the backups there from now on, and makes the first."""
        self._keeper.preferences.records_backups = str(folder)
        self._show_backups()
        if not backups_in(folder):
            self.state.setText(self.tr("Making a backup…"))
        self._backups.back_up_if_due()

    def _choose_often(self) -> None:
        self._keeper.preferences.records_backup_days = self.often.currentData()

    def _back_up_now(self) -> None:
        self.state.setText(self.tr("Making a backup…"))
        self._backups.back_up_now()

    def _made(self, name: str) -> None:
        self._show_backups()
        self._show_audit()
        self.told.emit(self.tr("The backup {name} was made, and read through.").format(name=name))

    def _failed(self, _why: str) -> None:
        self._show_backups()

    def _ask_restore(self) -> None:
        folder = self._backups.folder
        if folder is None:
            return
        dialog = RestoreDialog(self._keeper, backups_in(folder), self)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.open()

    # ---- audit

    def _audit_card(self) -> Card:
        card = Card()
        card.box.addWidget(label(self.tr("Who did what"), "title"))
        words = self.tr("Nobody can change this list unseen. It never says what was written of a patient.")
        card.box.addWidget(label(words, "caption", "muted", wrap=True))
        self.audit = TwoLineList(self.tr("Who did what"))
        card.box.addWidget(self.audit, 1)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.prove = QPushButton(self.tr("Prove that the records are whole"))
        self.prove.setAutoDefault(False)
        self.proof = label("", "body", wrap=True)
        line.addWidget(self.prove)
        line.addWidget(self.proof, 1)
        card.box.addLayout(line)
        return card

    def _show_audit(self) -> None:
        def latest(vault: Vault) -> tuple[AuditEntry, ...]:
            connection = vault.session.connection
            return entries(connection, max(0, head_of(connection).count - LATEST), LATEST)

        def show(found: tuple[AuditEntry, ...]) -> None:
            rows = [
                (action_words(one.action), f"{one.user} · {_moment_of(one.at)} · {one.number}", one)
                for one in reversed(found)
            ]
            self.audit.show_rows(rows)

        self._keeper.ask(self, latest, show, lambda why: self.proof.setText(str(why)))

    def _prove(self) -> None:
        self.prove.setEnabled(False)
        self.proof.setText(self.tr("Reading everything through…"))
        self._keeper.ask(self, problems_of, self._show_proof, lambda why: self._show_proof((str(why),)))

    def _show_proof(self, problems: tuple[str, ...]) -> None:
        self.prove.setEnabled(True)
        self.proof.setText("\n".join(problems) or self.tr("Whole: nothing is missing, nothing was changed."))


def _moment(when: datetime) -> str:
    then = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(then, "d MMMM yyyy, HH:mm")


def _moment_of(at: str) -> str:
    return _moment(datetime.fromisoformat(at))
