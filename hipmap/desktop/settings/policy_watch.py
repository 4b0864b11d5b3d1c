"""Tells once in a window that runs on that the policy of the computer is another than at its start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtGui import QGuiApplication

from hipmap.desktop.settings.governed import changed_words

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow

SELDOM_MS = 60_000
"""A policy beside a portable copy may lie on a share: it is not asked at every change of windows."""


class PolicyWatch(QObject):
    """Looks when somebody comes back to hipmap after a while; the records look when they open and lock."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._is_told = False
        self.since = QElapsedTimer()
        self.since.start()
        self.seldom = SELDOM_MS
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def look(self) -> None:
        """Says it where it has not been said yet."""
        if self._is_told or self.since.elapsed() < self.seldom:
            return
        self.since.restart()
        words = changed_words()
        if words:
            self._is_told = True
            self._window.tell(words, "calm")
