"""Takes a file that is dropped onto the window, as if it had been opened by the menu."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from hipmap.desktop.case_document import CaseDocument

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow


class DroppedFile(QObject):
    """One file at a time, and not among the records, where a file is somebody's and asks for *Import*."""

    def __init__(self, window: "MainWindow", document: CaseDocument) -> None:
        super().__init__(window)
        self._window, self._document = window, document
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # a drag that enters or moves is one too
            return False
        path = self._path(event)
        if path is None:
            event.ignore()
            return isinstance(event, QDragEnterEvent)
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        if event.type() == QEvent.Type.Drop:
            # Whoever dropped it waits until this returns, and a question may take long.
            QTimer.singleShot(0, self, lambda: self._document.open_dropped(path))
        return True

    def _path(self, event: QDropEvent) -> Path | None:
        room, urls = self._window.room, event.mimeData().urls()
        if room is None or room.name == "records" or len(urls) != 1 or not urls[0].isLocalFile():
            return None
        return Path(urls[0].toLocalFile())
