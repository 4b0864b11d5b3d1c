"""A copy on the clipboard that goes by itself: after a minute, and when hipmap closes."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

STAYS_MS = 60_000
Mode = QClipboard.Mode
PICTURE = "\0picture"
"""What is remembered of a picture, which has no text."""


class ClearedCopy(QObject):
    """Only what hipmap put there is taken away, and only while it is still there."""

    def __init__(self, parent: QObject, clipboard: QClipboard | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard or QGuiApplication.clipboard()
        self._copied: dict[Mode, str] = {}
        self.is_ours: Callable[[], bool] = self._clipboard.ownsClipboard
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self.clear)
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(self.clear)

    @property
    def is_waiting(self) -> bool:
        """Whether something is going to be cleared."""
        return self._clock.isActive()

    def copy(self, text: str, goes: bool) -> None:
        """Puts a text on the clipboard; `goes` says whether it is to be cleared."""
        self._clipboard.setText(text)
        if goes:
            self.hold(Mode.Clipboard, text)

    def copy_picture(self, picture: QImage, goes: bool) -> None:
        """Puts a picture on the clipboard, in the same way."""
        self._clipboard.setImage(picture)
        if goes:
            self.hold(Mode.Clipboard, PICTURE)

    def hold(self, mode: Mode, text: str) -> None:
        """From now on a text has its minute."""
        self._copied[mode] = text
        self._clock.start()

    def clear(self) -> None:
        """Takes away what was copied or selected here, if it is still there."""
        self._clock.stop()
        taken, self._copied = self._copied, {}
        for mode, text in taken.items():
            if text and self.owns(mode) and self._is_there(mode, text):
                self._clipboard.clear(mode)

    def _is_there(self, mode: Mode, text: str) -> bool:
        if text == PICTURE:
            return self.has_picture(mode)
        return self._clipboard.text(mode) == text

    def has_picture(self, mode: Mode) -> bool:
        """Whether what is there now is a picture."""
        there = cast("QMimeData | None", self._clipboard.mimeData(mode))  # nothing once it was cleared
        return there is not None and there.hasImage()

    def owns(self, mode: Mode) -> bool:
        """Whether the last to copy was hipmap."""
        return self.is_ours() if mode == Mode.Clipboard else self._clipboard.ownsSelection()
