"""Tells when the screen is locked or the computer goes to sleep, where the system tells programs of it.

Nothing is loaded and nobody is listened to while no records are open. On a Mac there is no way to hear of the
locked screen without a further library, so there the records rely on nobody touching them and on the clock.
"""

import os
import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Ear(Protocol):
    """What hears the system of one kind of computer."""

    def listen(self) -> bool:
        """Begins to hear; False where there is nobody to be heard."""

    def stop(self) -> None:
        """Hears no more."""


class SessionWatch(QObject):
    """`away` comes when whoever sits here has locked the screen, left, or closed the lid."""

    away = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ear: Ear | None = None

    def start(self) -> None:
        """Listens from now on."""
        if self._ear is None:
            ear = _ear_of_this_system(self)
            if ear is not None and ear.listen():
                self._ear = ear

    def stop(self) -> None:
        if self._ear is not None:
            self._ear.stop()
            self._ear = None


def _ear_of_this_system(watch: SessionWatch) -> Ear | None:
    if os.name == "nt":
        from hipmap.desktop.records.session_on_windows import WindowsEar

        return WindowsEar(watch.away.emit)
    if sys.platform.startswith(("linux", "freebsd")):
        from hipmap.desktop.records.session_on_linux import LinuxEar

        return LinuxEar(watch.away.emit, watch)
    return None
