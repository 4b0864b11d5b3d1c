"""The readable copies that are open in other programs: shown, remembered, and taken away in the end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from hipmap.storage.opened_copies import folders_left, put_copy, wipe_folder

LOCK = "in-use.lock"


class OpenCopies(QObject):
    """Every copy goes when the records lock or hipmap closes, at the latest."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.show_file: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._open: dict[Path, QLockFile] = {}

    @property
    def names(self) -> list[str]:
        """Gives the names of the copies that are there."""
        return [path.name for path in self._open]

    def show(self, name: str, content: bytes) -> bool:
        """Has the program for such files show a copy; False where there is none, and the copy is gone."""
        path = put_copy(name, content)
        lock = QLockFile(str(path.parent / LOCK))
        lock.setStaleLockTime(0)
        lock.tryLock(0)
        self._open[path] = lock
        shown = self.show_file(QUrl.fromLocalFile(str(path)))
        if not shown:
            self.wipe()
        self.changed.emit()
        return shown

    def wipe(self) -> bool:
        """Takes all copies away; False where another program still holds one."""
        for path, lock in list(self._open.items()):
            lock.unlock()
            if wipe_folder(path.parent):
                del self._open[path]
        self.changed.emit()
        return not self._open

    def sweep(self) -> None:
        """Takes away what a crash left behind, and nothing of a hipmap that is running."""
        for folder in folders_left():
            lock = QLockFile(str(folder / LOCK))
            lock.setStaleLockTime(0)
            if lock.tryLock(0):
                lock.unlock()
                wipe_folder(folder)
