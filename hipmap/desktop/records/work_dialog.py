"""A question that is followed by long work beside the window: how far it is, and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from hipmap.desktop.labels import label
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.vault import Vault

T = TypeVar("T")
LOOKS_MS = 60


class Stopped(Exception):  # noqa: N818  (named for what happened, which is no failure)
    """Somebody wants the work no more; whoever does it cleans up and passes this on."""


class Way:
    """How far the work is, told in its own thread and read in the window's; it knows nothing of Qt."""

    def __init__(self) -> None:
        self.done = self.total = 0
        self._stop = Event()

    def tell(self, done: int, total: int) -> None:
        """Takes down how many of how many are done; Stopped where nobody wants the rest."""
        self.done, self.total = done, total
        if self._stop.is_set():
            raise Stopped

    def stop(self) -> None:
        self._stop.set()


class WorkDialog(SheetDialog):
    """While the work runs nothing can be changed; Cancel stops it, and the answer says that it stopped."""

    def __init__(self, keeper: RecordsKeeper, parent: QWidget, title: str, words: str, do: str) -> None:
        super().__init__(parent, title, words, do)
        self._keeper = keeper
        self._way: Way | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.far = label("", "body", wrap=True)
        self._look = QTimer(self)
        self._look.setInterval(LOOKS_MS)
        self._look.timeout.connect(self._show_way)
        keeper.locking.connect(self._leave)

    @property
    def is_at_work(self) -> bool:
        return self._way is not None

    def add_way(self) -> None:
        """Puts the bar below all that was added before."""
        for part in (self.bar, self.far):
            self.inner.addWidget(part)
            part.hide()

    def run(self, work: Callable[[Vault, Way], T], done: Callable[[T], None], parts: list[QWidget]) -> None:
        """Does the work; `parts` cannot be used until it is done."""
        self.tell("")
        self._way = way = Way()
        self.show_beginning(parts)
        self._look.start()

        def ended() -> None:
            self._way = None
            self._look.stop()
            self._show_end(parts)

        def answered(found: T | None) -> None:
            ended()
            if found is None:
                self.tell(self.tr("Stopped. Nothing was written, and what was there is as it was."))
            else:
                done(found)

        def failed(why: VaultProblem) -> None:
            ended()
            self.tell(why)

        self._keeper.ask(self, lambda vault: _unless_stopped(work, vault, way), answered, failed)

    def show_beginning(self, parts: list[QWidget]) -> None:
        """Shows the bar, and lets nothing be changed but to stop."""
        for part in (*parts, self.do):
            part.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.far.setText(self.tr("Beginning…"))
        self.far.show()
        self.stay.setText(self.tr("Stop"))
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_far(self, done: int, total: int) -> None:
        """Shows how many of how many are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = self.tr("{done} of {total}").format(done=done, total=total)
        self.far.setText(words)
        self.bar.setAccessibleName(words)

    def reject(self) -> None:
        """Stops the work first; it is closed by the next one."""
        if self._way is None:
            super().reject()
            return
        self._way.stop()
        self.stay.setEnabled(False)
        self.far.setText(self.tr("Stopping…"))

    def _leave(self) -> None:
        """At locking everything goes at once; the work stops by itself."""
        if self._way is not None:
            self._way.stop()
            self._way = None
        self._look.stop()
        super().reject()

    def _show_way(self) -> None:
        way = self._way
        if way is not None and way.total and self.stay.isEnabled():
            self.show_far(way.done, way.total)

    def _show_end(self, parts: list[QWidget]) -> None:
        self.stay.setText(self.tr("Cancel"))
        self.bar.hide()
        self.far.hide()
        for part in (*parts, self.stay, self.do):
            part.setEnabled(True)


def _unless_stopped(work: Callable[[Vault, Way], T], vault: Vault, way: Way) -> T | None:
    try:
        return work(vault, way)
    except Stopped:
        return None
