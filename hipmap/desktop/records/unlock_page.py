"""Unlocks the records used last: name and passphrase, and a countdown after too many wrong ones."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from hipmap.desktop.labels import label
from hipmap.desktop.records.form import FormPage
from hipmap.desktop.records.older_state_dialog import OlderStateDialog
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.restore_dialog import RestoreDialog
from hipmap.desktop.records.unsaved_words import waiting_words
from hipmap.storage.records.backups import backups_in
from hipmap.storage.records.problems import Damaged, NoVault, OlderCopy, TooSoon, VaultProblem

SLOW_MS = 8_000
"""After this it is said what is waited for."""


class UnlockPage(FormPage):
    """Asks for nothing but the name and the passphrase."""

    other_asked = Signal()
    recovery_asked = Signal()
    restore_asked = Signal(object)  # Preview

    def __init__(self, keeper: RecordsKeeper, folder: Path, why: str) -> None:
        super().__init__("lock", self.tr("The records are locked"), "")
        self._keeper, self._folder = keeper, folder
        self.words.setText(self._why(why))
        self.words.show()
        self.unsaved = label("", "body", "danger", wrap=True)
        self.box.addWidget(self.unsaved)
        self.name = self.add_field(self.tr("Your name"))
        self.name.setText(keeper.last_name)
        self.passphrase = self.add_field(self.tr("Passphrase"), secret=True)
        self.box.addWidget(self.trouble)
        self.unlock = self.add_button(self.tr("Unlock"), self._unlock, "primary")
        self.older = self.add_button(self.tr("Open the older state…"), self._ask_older, "danger")
        self.older.hide()
        self.restore = self.add_button(self.tr("Put a backup back…"), self._ask_restore)
        self.restore.hide()
        self.recover = QPushButton(self.tr("Passphrase forgotten? Use the recovery key"))
        self.other = QPushButton(self.tr("Other records, or new ones…"))
        self.add_links(self.recover, self.other)
        self.recover.clicked.connect(self.recovery_asked)
        self.other.clicked.connect(self.other_asked)
        self._wait = QTimer(self)
        self._wait.setInterval(1000)
        self._wait.timeout.connect(self._count_down)
        self._seconds = 0
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        self.name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.returnPressed.connect(self._unlock)
        keeper.stranded.changed.connect(self.show_unsaved)
        self.show_unsaved()

    def take_keyboard(self) -> None:
        """Gives the keyboard to what is still to be typed."""
        field = self.passphrase if self.name.text() else self.name
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unsaved(self) -> None:
        """Says that a change waits for its user, and nothing of what it is."""
        waiting = self._keeper.stranded.of_folder(self._folder)
        self.unsaved.setText(waiting_words(waiting))
        self.unsaved.setVisible(bool(waiting))

    def _why(self, why: str) -> str:
        place = self.tr("The records in “{folder}”.").format(folder=self._folder.name)
        if why == "idle":
            return self.tr("Nobody used hipmap for a while, or the computer slept. {place}").format(
                place=place
            )
        if why == "away":
            return self.tr("The screen was locked, or the computer went to sleep. {place}").format(
                place=place
            )
        if why == "anew":
            return self.tr("Unlock to open them anew, so that you can write. {place}").format(place=place)
        return place

    def _unlock(self) -> None:
        name, passphrase = self.name.text().strip(), self.passphrase.text()
        if not self.unlock.isEnabled() or not (name and passphrase):
            self.tell(self.tr("Give your name and your passphrase.") if self.unlock.isEnabled() else "")
            return
        self.tell("")
        self.older.hide()
        self.restore.hide()
        self.unlock.setEnabled(False)
        self.unlock.setText(self.tr("Unlocking…"))
        self._slow.start()
        self._keeper.open(self, self._folder, name, passphrase, self._failed)
        self.passphrase.clear()

    def _say_slow(self) -> None:
        """Nobody is left before a button that says nothing."""
        self.tell(
            self.tr(
                "The disk or the network share is slow to answer. The records open as soon as it does; "
                "hipmap can be closed meanwhile."
            )
        )

    def _failed(self, problem: VaultProblem) -> None:
        self._slow.stop()
        self.unlock.setEnabled(True)
        self.unlock.setText(self.tr("Unlock"))
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(problem, TooSoon):
            self._seconds = problem.seconds
            self.unlock.setEnabled(False)
            self._say_wait()
            self._wait.start()
        else:
            self.older.setVisible(isinstance(problem, OlderCopy))
            lost = isinstance(problem, Damaged | NoVault | OlderCopy)
            self.restore.setVisible(lost and bool(self._keeper.preferences.records_backups))
            self.tell(problem)

    def _ask_older(self) -> None:
        OlderStateDialog(self._keeper, self._folder, self.name.text().strip(), self).open()

    def _ask_restore(self) -> None:
        folder = Path(self._keeper.preferences.records_backups)
        self._keeper.ask_of_disk(self, lambda: backups_in(folder), self._show_backups, self.tell)

    def _show_backups(self, found: Mapping[datetime, Path]) -> None:
        if not found:
            self.tell(self.tr("There is no backup in the folder of the backups now."))
            return
        dialog = RestoreDialog(self._keeper, found, self)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.open()

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._say_wait()
            return
        self._wait.stop()
        self.unlock.setEnabled(True)
        self.unlock.setText(self.tr("Unlock"))
        self.tell("")

    def _say_wait(self) -> None:
        self.tell(self.tr("Too many wrong passphrases, so the next try has to wait."))
        self.unlock.setText(self.tr("Wait {seconds} s").format(seconds=self._seconds))
