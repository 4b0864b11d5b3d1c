"""Clears from the clipboard what was copied while records were open: after a minute, and at locking.

Where the system keeps the last selection as well, to be pasted by the middle button, that is cleared too.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from hipmap.desktop.records.records_keeper import RecordsKeeper

STAYS_MS = 60_000
Mode = QClipboard.Mode


class ClipboardGuard(QObject):
    """What another program copied is never touched."""

    def __init__(self, keeper: RecordsKeeper, parent: QObject, clipboard: QClipboard | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._clipboard = clipboard or QGuiApplication.clipboard()
        self._copied: dict[Mode, str] = {}
        self.is_ours: Callable[[], bool] = self._clipboard.ownsClipboard
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._copied_text)
        if self._clipboard.supportsSelection():
            self._clipboard.selectionChanged.connect(self._selected_text)
        keeper.locking.connect(self.clear)

    @property
    def is_waiting(self) -> bool:
        """Whether something is going to be cleared."""
        return self._clock.isActive()

    def clear(self) -> None:
        """Takes away what was copied or selected here, if it is still there."""
        self._clock.stop()
        taken, self._copied = self._copied, {}
        for mode, text in taken.items():
            if text and self._is_ours(mode) and self._clipboard.text(mode) == text:
                self._clipboard.clear(mode)

    def _is_ours(self, mode: Mode) -> bool:
        return self.is_ours() if mode == Mode.Clipboard else self._clipboard.ownsSelection()

    def _copied_text(self) -> None:
        self._changed(Mode.Clipboard)

    def _selected_text(self) -> None:
        self._changed(Mode.Selection)

    def _changed(self, mode: Mode) -> None:
        wanted = self._keeper.preferences.records_clipboard == "minute"
        if self._keeper.is_open and wanted and self._is_ours(mode):
            self._copied[mode] = self._clipboard.text(mode)
            self._clock.start()
