"""When hipmap itself fails: a calm message for the person, and a note of the place without any case text."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

LARGEST_LOG = 200_000


def note_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Gives kind and places of a fault. Its message is left out: it may quote what a person wrote."""
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    return " < ".join([kind.__name__, *reversed(places)])


def watch(tell: Callable[[str], None], folder: Path | None = None) -> None:
    """Has every fault that nobody caught noted in the log, and told without a traceback."""
    log = _log(folder)

    def note(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        log.error(note_of(kind, trace))
        tell(_words())

    def note_thread(fault: threading.ExceptHookArgs) -> None:
        log.error(note_of(fault.exc_type, fault.exc_traceback))

    sys.excepthook = note
    threading.excepthook = note_thread


def _words() -> str:
    return QCoreApplication.translate(
        "Faults", "Something went wrong in hipmap. Your case is still here: save it, then start hipmap again."
    )


def _log(folder: Path | None) -> logging.Logger:
    log = logging.getLogger("hipmap.faults")
    log.propagate = False
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.addHandler(_handler(folder))
    return log


def _handler(folder: Path | None) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    from platformdirs import user_log_path

    from hipmap.storage.data_folder import log_folder

    try:
        place = folder or log_folder() or user_log_path("hipmap", appauthor=False)
        place.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            place / "hipmap.log", maxBytes=LARGEST_LOG, backupCount=1, delay=True, encoding="utf-8"
        )
    except OSError:
        # Without a place to write, hipmap still runs.
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    return handler
