"""Clears from the clipboard what was copied while records were open: after a minute, and at locking."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from hipmap.desktop.records.records_keeper import RecordsKeeper

STAYS_MS = 60_000


class ClipboardGuard(QObject):
    """What another program copied is never touched."""

    def __init__(self, keeper: RecordsKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._copied = ""
        self.is_ours: Callable[[], bool] = QGuiApplication.clipboard().ownsClipboard
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self.clear)
        QGuiApplication.clipboard().dataChanged.connect(self._changed)
        keeper.locking.connect(self.clear)

    @property
    def is_waiting(self) -> bool:
        """Whether something is going to be cleared."""
        return self._clock.isActive()

    def clear(self) -> None:
        """Takes away what was copied here, if it is still there."""
        self._clock.stop()
        copied, self._copied = self._copied, ""
        clipboard = QGuiApplication.clipboard()
        if copied and self.is_ours() and clipboard.text() == copied:
            clipboard.clear()

    def _changed(self) -> None:
        clipboard = QGuiApplication.clipboard()
        wanted = self._keeper.preferences.records_clipboard == "minute"
        if self._keeper.is_open and wanted and self.is_ours():
            self._copied = clipboard.text()
            self._clock.start()
