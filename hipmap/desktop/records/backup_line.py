"""A calm line over the patients while nothing of the records would be left if their disk failed."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.records.backup_keeper import BackupKeeper
from hipmap.desktop.records.day_words import time_words, today
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.written_path import written_path
from hipmap.storage.records.backup_policy import is_due
from hipmap.storage.records.backups import backups_in
from hipmap.storage.records.vault import Vault


class BackupLine(QWidget):
    """Hidden while the last backup is as new as wished, and for the day once somebody said so."""

    keeping_asked = Signal()

    def __init__(self, keeper: RecordsKeeper, backups: BackupKeeper) -> None:
        super().__init__()
        self._keeper, self._backups = keeper, backups
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.M, Space.M, Space.M, 0)
        self.frame = QFrame()
        self.frame.setProperty("kind", "message")
        self.frame.setProperty("tone", "calm")
        around.addWidget(self.frame)
        line = QHBoxLayout(self.frame)
        line.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        line.setSpacing(Space.S)
        self._sign = QLabel()
        self.words = label("", "body", wrap=True)
        self.choose = QPushButton(self.tr("Choose a folder for backups"))
        self.later = QPushButton(self.tr("Not today"))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        for button in (self.choose, self.later):
            button.setProperty("kind", "link")
            button.setAutoDefault(False)
            line.addWidget(button)
        self.choose.clicked.connect(self.keeping_asked)
        self.later.clicked.connect(self._not_today)
        backups.made.connect(self.look_up)
        self.hide()
        self._dress()

    def look_up(self) -> None:
        """Looks when the last backup was made; the folder may lie on a share that does not answer."""
        if not self._keeper.is_open or self._keeper.vault.read_only is not None:
            return
        if self._keeper.preferences.records_backup_later == today():
            return
        folder = self._backups.folder
        if folder is None:
            self._say(self._none_words())
            return
        every = timedelta(days=int(self._keeper.preferences.records_backup_days))
        # Asked after the one that is made at unlocking.
        self._keeper.ask(
            self,
            lambda vault: _last_and_due(vault, folder, every),
            lambda answer: self._show(folder, *answer),
            lambda _why: self._show(folder, None, True),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "later"):
            self._dress()
        super().changeEvent(event)

    def _show(self, folder: Path, last: datetime | None, due: bool) -> None:
        if not due:
            self.hide()
            return
        if last is None:
            words = self.tr(
                "No backup can be found in {folder}. Connect its drive, or choose another folder."
            )
            self._say(words.format(folder=written_path(folder)))
        else:
            words = self.tr("The last backup was made on {when}. A newer one is due.")
            self._say(words.format(when=time_words(last)))
        self.choose.setText(self.tr("Safe keeping"))

    def _none_words(self) -> str:
        if self._keeper.vault.use == "own":
            return self.tr(
                "There is only one copy of your visits. If the computer or its disk breaks, they are gone."
            )
        return self.tr("No backups are made. If the disk of these records fails, all of them are lost.")

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()

    def _not_today(self) -> None:
        self._keeper.preferences.records_backup_later = today()
        self.hide()

    def _dress(self) -> None:
        worn = look()
        self._sign.setPixmap(icon_pixmap("shield-alert", worn.theme.on_accent_soft, worn.px(18)))


def _last_and_due(vault: Vault, folder: Path, every: timedelta) -> tuple[datetime | None, bool]:
    last = max(backups_in(folder), default=None)
    return last, is_due(last, vault.around.now(), every)
