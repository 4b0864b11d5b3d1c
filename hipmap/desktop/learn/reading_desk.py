"""Keeps the one window of a kind that is read in: brings it forward, and keeps it to the voice."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from hipmap.model.voice import Voice

if TYPE_CHECKING:  # Made when somebody first wants to read.
    from hipmap.desktop.learn.reading_window import ReadingWindow


class ReadingDesk(QObject):
    """Those that stand on it make the window when it is first asked for."""

    def __init__(self, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._parent = parent
        self.window: ReadingWindow | None = None

    def show_voice(self, voice: Voice) -> None:
        """Passes on the voice, if the window is there."""
        self._voice = voice
        if self.window is not None:
            self.window.show_voice(voice)

    def close(self) -> None:
        """Closes the window, if it is there; the next one is made anew, in the words of then."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _bring_forward(self, window: "ReadingWindow", address: str | None) -> None:
        """Shows a page, or the one read last, and gives it the keyboard."""
        if address is not None:
            window.open(address)
        window.show()
        window.raise_()
        window.activateWindow()
        window.view.setFocus(Qt.FocusReason.OtherFocusReason)
