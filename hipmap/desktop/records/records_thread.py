"""All that touches the records runs here, one after the other, so that no slow disk ever holds the window."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from hipmap.storage.records.problems import NotSaved, VaultProblem

T = TypeVar("T")
Failed = Callable[[VaultProblem], None]


class RecordsThread(QObject):
    """What is asked is answered in the window's own thread, in the order of asking.

    A share that never answers holds this thread and nothing else: the program can end without it.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._answered.connect(lambda tell: tell())
        self._is_over = False
        Thread(target=self._run, name="records", daemon=True).start()

    def ask(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Runs the work; then `done` or `failed` is called."""
        if not self._is_over:
            self._asked.put(lambda: self._carry_out(work, done, failed))

    def wait(self, seconds: float | None = None) -> bool:
        """Waits until all that was asked so far is done, and answers it; False where that takes longer."""
        if self._is_over:
            return True
        reached = Event()
        self._asked.put(reached.set)
        if not reached.wait(seconds):
            return False
        QCoreApplication.sendPostedEvents(self)
        return True

    def finish(self) -> None:
        """Takes nothing more; what was asked before still runs, if the program lives that long."""
        self._is_over = True
        self._asked.put(None)

    def _run(self) -> None:
        while (work := self._asked.get()) is not None:
            work()

    def _carry_out(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        try:
            answer = work()
        except BaseException as problem:  # it belongs to whoever asked
            told = problem
            self._deliver(lambda: _tell(told, failed))
        else:
            self._deliver(lambda: done(answer))

    def _deliver(self, tell: Callable[[], None]) -> None:
        if isValid(self):
            self._answered.emit(tell)


def _tell(problem: BaseException, failed: Failed) -> None:
    if isinstance(problem, VaultProblem):
        failed(problem)
    elif isinstance(problem, OSError):
        failed(NotSaved("unreachable", why=str(problem.strerror)))
    else:
        raise problem
