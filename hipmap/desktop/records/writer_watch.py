"""Notices when the other window that writes has left, so that this one may be opened anew to write."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hipmap.storage.records.write_lock import is_free

if TYPE_CHECKING:
    from hipmap.desktop.records.records_keeper import RecordsKeeper

LOOKS_MS = 10_000


class WriterWatch(QObject):
    """Looks now and then while the records can only be read because somebody else writes."""

    changed = Signal()

    def __init__(self, keeper: "RecordsKeeper") -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self.has_left = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_MS)
        self._timer.timeout.connect(self.look)
        keeper.opened.connect(self._begin)
        keeper.locking.connect(self._end)

    def look(self) -> None:
        """Asks whether anybody writes."""
        self._keeper.ask(self, lambda vault: is_free(vault.folder), self._seen, lambda _why: None)

    def _begin(self) -> None:
        only = self._keeper.vault.read_only
        if only is not None and only.owner is not None:
            self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        self.has_left = False

    def _seen(self, free: bool) -> None:
        if free and not self.has_left:
            self.has_left = True
            self._timer.stop()
            self.changed.emit()
