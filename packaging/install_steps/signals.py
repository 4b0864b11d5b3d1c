"""How an installation ends that somebody stops: by Ctrl-C, a closed terminal, a system that goes down."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STOPS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


@contextmanager
def ended_gently() -> Iterator[None]:
    """Each way of stopping is a KeyboardInterrupt, once: what is then put in order is not interrupted."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        let_nothing_stop()
        raise KeyboardInterrupt

    former = {one: signal.signal(one, stop) for one in _STOPS}
    try:
        yield
    finally:
        for one, handler in former.items():
            signal.signal(one, handler)


def let_nothing_stop() -> None:
    """From here to its end an installation goes on: what must not be half done has begun."""
    for one in _STOPS:
        # Not SIG_IGN, which the programs that are started would inherit.
        signal.signal(one, lambda _number, _frame: None)
