"""Waits until something is pointed at for a moment, and only then works out what it would do."""

from PySide6.QtCore import QObject, QTimer, Signal

from hipmap.desktop.why.told import Told
from hipmap.desktop.why.what_if_asked import Asked, think, told

WAIT_MS = 120


class WhatIfHover(QObject):
    """Emits `answered(words, origins)` with what would be, and `ended` when it holds no longer."""

    answered = Signal(str, object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: Told | None = None
        self._asked: Asked | None = None
        self._is_shown = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._think)

    def tell(self, about: Told | None) -> None:
        """Is about this case from now on; what was shown of another one ends."""
        before, self._told = self._told, about
        if about is None or not about.is_like(before):
            self.leave()

    def ask(self, asked: Asked) -> None:
        """Answers in a moment, unless it is left before."""
        self._asked = asked
        self._wait.start()

    def ask_now(self, asked: Asked) -> None:
        """Answers at once; asked once more for the same it ends, as one key does both."""
        if self._is_shown and asked == self._asked:
            self.leave()
            return
        self._asked = asked
        self._wait.stop()
        self._think()

    def leave(self) -> None:
        """Takes away what is shown, and what was about to be."""
        self._wait.stop()
        self._asked = None
        if self._is_shown:
            self._is_shown = False
            self.ended.emit()

    def _think(self) -> None:
        about, asked = self._told, self._asked
        if about is None or asked is None or not about.on_leading_side:
            return
        then = think(asked, about.origin, about.case, about.knowledge, about.voice)
        if then is None:
            self.leave()
            return
        self._is_shown = True
        words = told(then, about.whole, about.origin, about.knowledge, about.voice)
        self.answered.emit(words, then.origins())
