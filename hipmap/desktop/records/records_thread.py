"""All that touches the records runs here, one after the other, so that no slow disk ever holds the window."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hipmap.storage.records.problems import NotSaved, VaultProblem

T = TypeVar("T")
Failed = Callable[[VaultProblem], None]


class RecordsThread(QObject):
    """What is asked is answered in the window's own thread, in the order of asking."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._one_by_one = ThreadPoolExecutor(1, "records")
        self._answered.connect(lambda tell: tell())
        self._waiting: set[Future[Any]] = set()

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting)

    def ask(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Runs the work; then `done` or `failed` is called."""

        def deliver(ended: Future[T]) -> None:
            self._answered.emit(lambda: self._tell(ended, done, failed))

        future = self._one_by_one.submit(work)
        self._waiting.add(future)
        future.add_done_callback(deliver)

    def wait(self) -> None:
        """Waits until all that was asked so far is done, and answers it."""
        self._one_by_one.submit(lambda: None).result()
        QCoreApplication.sendPostedEvents(self)

    def finish(self) -> None:
        """Waits for all that was asked: an edit that is on its way to the disk must arrive."""
        self._one_by_one.shutdown(wait=True)

    def _tell(self, ended: Future[T], done: Callable[[T], None], failed: Failed) -> None:
        self._waiting.discard(ended)
        problem = ended.exception()
        if problem is None:
            done(ended.result())
        elif isinstance(problem, VaultProblem):
            failed(problem)
        elif isinstance(problem, OSError):
            failed(NotSaved(f"the records cannot be reached ({problem.strerror}); nothing was changed"))
        else:
            raise problem
