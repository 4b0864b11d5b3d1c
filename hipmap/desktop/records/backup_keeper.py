"""Makes backups when they are due, at unlocking and locking; each is read through before it counts."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.backup_policy import Keep, is_due
from hipmap.storage.records.backups import backups_in, drop_old_backups, make_backup
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.vault import Vault


class BackupKeeper(QObject):
    """`failed` tells why one that was due was not made; that is never silent."""

    made = Signal(str)
    failed = Signal(str)

    def __init__(self, keeper: RecordsKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        keeper.opened.connect(self.back_up_if_due)
        keeper.locking.connect(self.back_up_if_due)

    @property
    def folder(self) -> Path | None:
        kept = self._keeper.preferences.records_backups
        return Path(kept) if kept else None

    def back_up_if_due(self) -> None:
        """Makes a backup if the last one is older than wished."""
        self._ask(timedelta(days=int(self._keeper.preferences.records_backup_days)))

    def back_up_now(self) -> None:
        self._ask(None)

    def _ask(self, every: timedelta | None) -> None:
        folder, vault = self.folder, self._keeper.vault
        if folder is None or vault.read_only is not None:
            return
        # Asked of the thread itself: at locking the answer comes after the records are closed.
        self._keeper.thread_of_records.ask(lambda: _backed_up(vault, folder, every), self._done, self._failed)

    def _done(self, name: str) -> None:
        if name:
            self.made.emit(name)

    def _failed(self, problem: VaultProblem) -> None:
        self.failed.emit(vault_words(problem))


def _backed_up(vault: Vault, folder: Path, every: timedelta | None) -> str:
    """Gives the name of a backup that was made; nothing if none is due yet."""
    last = max(backups_in(folder), default=None)
    if every is not None and not is_due(last, vault.around.now(), every):
        return ""
    made = make_backup(vault, folder)
    drop_old_backups(folder, Keep())
    return made.name
