"""Backups: where they are kept, when the last was made, and how to put one back."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from hipmap.desktop import chosen_file
from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.labels import Card, label
from hipmap.desktop.records.backup_keeper import BackupKeeper
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.records.day_words import time_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.restore_dialog import RestoreDialog
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.settings.governed import fixed_words
from hipmap.desktop.written_path import written_path
from hipmap.storage.records.backups import backups_in, must_be_outside
from hipmap.storage.records.rights import may_not


class BackupCard(Card):
    """Every sentence about a backup says what was really done; a slow disk is asked beside the window."""

    told = Signal(str)
    made = Signal()
    restore_asked = Signal(object)  # Preview

    def __init__(self, keeper: RecordsKeeper, backups: BackupKeeper) -> None:
        super().__init__()
        self._keeper, self._backups = keeper, backups
        self._found: Mapping[datetime, Path] = {}
        self.box.addWidget(label(self.tr("Backups"), "title"))
        self.where = label("", "body", wrap=True)
        self.state = label("", "body", "muted", wrap=True)
        self.box.addWidget(self.where)
        self.box.addWidget(self.state)
        self.often = self._choices()
        self.choose = QPushButton(self.tr("Choose a folder…"))
        self.now = QPushButton(self.tr("Back up now"))
        self.restore = QPushButton(self.tr("Put one back…"))
        self.box.addWidget(ButtonFlow(self.often, self.choose, self.now, self.restore))
        words = self.tr(
            "A backup is made at unlocking or locking when it is due, and opened and read through before it "
            "counts. Of older ones the last of each day, week and month stay for a while. Keep it on another "
            "disk: a copy beside the records is lost together with them."
        )
        self.box.addWidget(label(words, "caption", "muted", wrap=True))
        self.fixed = label(self._fixed_words(), "body", "accent", wrap=True)
        self.fixed.setVisible(bool(self.fixed.text()))
        self.box.addWidget(self.fixed)
        self.may_not = label(vault_words(may_not("restore")), "caption", "muted", wrap=True)
        self.may_not.setVisible(not keeper.vault.has("restore"))
        self.box.addWidget(self.may_not)
        self.often.activated.connect(self._choose_often)
        self.choose.clicked.connect(self._choose)
        self.now.clicked.connect(self._back_up_now)
        self.restore.clicked.connect(self._ask_restore)
        backups.made.connect(self._made)
        backups.failed.connect(self.show_backups)
        self.show_backups()

    def _fixed_words(self) -> str:
        """Says what of it a policy has fixed, and lets only the rest be chosen."""
        rules = self._keeper.preferences.rules
        folder, often = (
            fixed_words(rules.get("records_backups")),
            fixed_words(rules.get("records_backup_days")),
        )
        self.choose.setEnabled(not folder)
        self.often.setEnabled(not often)
        return folder or often

    def use_folder(self, folder: Path) -> None:
        """Keeps the backups there from now on, and makes the first; the records' own folder is refused."""
        records = self._keeper.vault.folder
        self.state.setText(self.tr("Looking into the folder…"))
        self._keeper.ask(
            self,
            lambda _vault: must_be_outside(records, folder),
            lambda _: self._use(folder),
            lambda why: self.state.setText(vault_words(why)),
        )

    def _use(self, folder: Path) -> None:
        self._keeper.preferences.records_backups = str(folder)
        self._backups.back_up_if_due()
        self.show_backups()

    def show_backups(self) -> None:
        """Says what is there now; the folder may lie on a share that does not answer."""
        if not self._keeper.is_open:
            return
        folder, vault = self._backups.folder, self._keeper.vault
        self.now.setEnabled(folder is not None and vault.read_only is None)
        self.restore.setEnabled(False)
        if folder is None:
            self.where.setText(self.tr("No backups are made: no folder is chosen."))
            self.state.clear()
            return
        self.where.setText(self.tr("They are kept in {folder}").format(folder=written_path(folder)))
        self._keeper.ask(
            self,
            lambda _vault: backups_in(folder),
            self._show,
            lambda why: self.state.setText(vault_words(why)),
        )

    def _show(self, found: Mapping[datetime, Path]) -> None:
        self._found = found
        self.restore.setEnabled(bool(found) and self._keeper.vault.has("restore"))
        if not found:
            self.state.setText(self.tr("None has been made yet."))
            return
        words = self.tr("Kept: {number}. The latest is of {when}.")
        self.state.setText(words.format(number=len(found), when=time_words(max(found))))

    def _choices(self) -> ChoiceField:
        often = ChoiceField()
        often.setAccessibleName(self.tr("How often"))
        for days, words in (
            ("1", self.tr("Every day")),
            ("7", self.tr("Every week")),
            ("30", self.tr("Every month")),
        ):
            often.addItem(words, days)
        often.setCurrentIndex(max(0, often.findData(self._keeper.preferences.records_backup_days)))
        return often

    def _choose(self) -> None:
        name = chosen_file.folder(self, self.tr("Folder for backups"), str(Path.home()))
        if name:
            self.use_folder(Path(name))

    def _choose_often(self) -> None:
        self._keeper.preferences.records_backup_days = self.often.currentData()

    def _back_up_now(self) -> None:
        self.now.setEnabled(False)
        self.state.setText(self.tr("Making a backup…"))
        self._backups.back_up_now()

    def _made(self, name: str) -> None:
        self.show_backups()
        self.made.emit()
        self.told.emit(self.tr("The backup {name} was made, and read through.").format(name=name))

    def _ask_restore(self) -> None:
        dialog = RestoreDialog(self._keeper, self._found, self)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.open()
