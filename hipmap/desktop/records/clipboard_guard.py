"""Clears from the clipboard what was copied while records were open: after a minute, and at locking.

Where the system keeps the last selection as well, to be pasted by the middle button, that is cleared too.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard

from hipmap.desktop.cleared_copy import PICTURE, ClearedCopy, Mode
from hipmap.desktop.records.records_keeper import RecordsKeeper


class ClipboardGuard(ClearedCopy):
    """What another program copied is never touched."""

    def __init__(self, keeper: RecordsKeeper, parent: QObject, clipboard: QClipboard | None = None) -> None:
        super().__init__(parent, clipboard)
        self._keeper = keeper
        self._clipboard.dataChanged.connect(self._copied_text)
        if self._clipboard.supportsSelection():
            self._clipboard.selectionChanged.connect(self._selected_text)
        keeper.locking.connect(self.clear)

    def _copied_text(self) -> None:
        self._changed(Mode.Clipboard)

    def _selected_text(self) -> None:
        self._changed(Mode.Selection)

    def _changed(self, mode: Mode) -> None:
        wanted = self._keeper.preferences.records_clipboard == "minute"
        if self._keeper.is_open and wanted and self.owns(mode):
            self.hold(mode, PICTURE if self.has_picture(mode) else self._clipboard.text(mode))
