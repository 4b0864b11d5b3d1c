"""Takes a file that macOS asks the program to open: by a double click, or dropped onto its icon."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow


class OpenedFile(QObject):
    """macOS names such a file by an event to the program, and not as an argument.

    Before the window has its desk the file waits, and is opened as one of the command line; later it is
    opened as one that is dropped onto the window. Elsewhere there is no such event, and nothing listens.
    """

    def __init__(self, application: QCoreApplication, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._waiting: Path | None = None
        application.installEventFilter(self)

    def take(self) -> Path | None:
        """Gives the file that came before there was a desk, once."""
        taken, self._waiting = self._waiting, None
        return taken

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        if event.file():
            path = Path(event.file())
            # Whoever asked waits until this returns, and a question may take long.
            QTimer.singleShot(0, self, lambda: self._open(path))
        return True

    def _open(self, path: Path) -> None:
        window = self._window
        if window.document is None or window.room is None:
            self._waiting = path
        elif window.room.name == "records":
            words = self.tr("{file} was not opened: go back from the records first, then open it again.")
            window.tell(words.format(file=path.name))
        else:
            window.document.open_dropped(path)
