"""Holds Python's search for rubbish back where much is made that lasts."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Many times Python's own count: reading the knowledge keeps almost all that it makes, so that looking
# for rubbish after every 700 values finds none and takes a tenth of the time.
_MADE_BEFORE_A_SEARCH = 100_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Lets Python search for rubbish seldom, and as often as before afterwards; memory stays bounded."""
    usual = gc.get_threshold()
    gc.set_threshold(_MADE_BEFORE_A_SEARCH, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def end_without_a_search() -> None:
    """Spares Python the search at its end, when all its memory goes back to the system anyway."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
