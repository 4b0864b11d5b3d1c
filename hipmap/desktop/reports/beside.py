"""Work that would hold the window: done beside it, one after the other, and answered in its own thread."""

import atexit
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from hipmap.model.problems import BadInput

T = TypeVar("T")
LOOKS_MS = 15
PATIENCE_S = 30.0
"""So long the program waits at its end for a file that was asked for; a share may be gone."""
Problem = BadInput | OSError


@dataclass(frozen=True)
class _Asked:
    work: Callable[[], object]
    done: Callable[[Any], None]
    failed: Callable[[Problem], None]
    number: int  # 0: wanted in any case
    arrived: Event = field(default_factory=Event)


_under_way: list[Event] = []


@atexit.register
def wait_for_files() -> None:
    """Whoever saves and closes hipmap at once finds the file: its thread would end with the program."""
    for arrived in tuple(_under_way):
        arrived.wait(PATIENCE_S)


class Beside(QObject):
    """The thread knows nothing of Qt: whoever asked may be gone by the time it answers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: SimpleQueue[_Asked | None] = SimpleQueue()
        self._answers: SimpleQueue[tuple[_Asked, object, BaseException | None]] = SimpleQueue()
        # Also where nobody said that it is over; bound to the queue alone, which outlives this.
        parent.destroyed.connect(partial(self._asked.put, None))
        self._waiting = self._number = 0
        self._is_over = self._is_running = False
        self._look = QTimer(self)
        self._look.setInterval(LOOKS_MS)
        self._look.timeout.connect(self._take_answers)

    @property
    def is_at_work(self) -> bool:
        return self._waiting > 0

    def ask(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Problem], None]
    ) -> None:
        """Does the work; then calls `done` or, where it is refused or the disk fails, `failed`."""
        self._put(_Asked(work, done, failed, 0))

    def ask_latest(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Problem], None]
    ) -> None:
        """The same for what is shown: once something newer is asked for, the older is not answered."""
        self._number += 1
        self._put(_Asked(work, done, failed, self._number))

    def forget_latest(self) -> None:
        """Nobody waits any more for what was to be shown."""
        self._number += 1

    def finish(self) -> None:
        """Answers nothing from now on; what is being written is still written."""
        self._is_over = True
        self._look.stop()
        self._asked.put(None)

    # ---- parts

    def _put(self, asked: _Asked) -> None:
        if self._is_over:
            return
        if not self._is_running:
            self._is_running = True
            Thread(target=self._run, name="reports", daemon=True).start()
        self._waiting += 1
        if not asked.number:
            _under_way.append(asked.arrived)
        self._asked.put(asked)
        self._look.start()

    def _run(self) -> None:
        while (asked := self._asked.get()) is not None:
            if asked.number and (asked.number != self._number or self._is_over):
                self._answers.put((asked, None, None))
                continue
            try:
                self._answers.put((asked, asked.work(), None))
            except BaseException as problem:
                self._answers.put((asked, None, problem))
            finally:
                asked.arrived.set()
                if asked.arrived in _under_way:
                    _under_way.remove(asked.arrived)

    def _take_answers(self) -> None:
        while not self._is_over:
            try:
                asked, answer, problem = self._answers.get_nowait()
            except Empty:
                return
            self._waiting -= 1
            if not self._waiting:
                self._look.stop()
            if asked.number and asked.number != self._number:
                continue
            if problem is None:
                asked.done(answer)
            elif isinstance(problem, BadInput | OSError):
                asked.failed(problem)
            else:
                raise problem
