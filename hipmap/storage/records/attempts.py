"""Makes guessing at the keyboard slow: a delay that grows with wrong passphrases and outlives a restart.

Whoever can copy the files guesses without it; against that stands Argon2id.
"""

import json
from pathlib import Path

from hipmap.storage.records.durable_files import read_bounded, write_whole
from hipmap.storage.records.problems import TooSoon, VaultProblem
from hipmap.storage.records.surroundings import Surroundings, read_moment, seconds_between

ATTEMPTS = "attempts.json"
_FREE = 3
_LONGEST_WAIT = 300


def wait_after(failures: int) -> int:
    """Gives the seconds to wait after so many wrong passphrases in a row."""
    return 0 if failures <= _FREE else int(min(2 ** (failures - _FREE), _LONGEST_WAIT))


def begin_attempt(folder: Path, around: Surroundings) -> None:
    """Counts this attempt as wrong before it is made, so that ending the program does not spare it."""
    failures, last = _read(folder)
    now = around.now()
    wait = wait_after(failures)
    if wait and last:
        passed = seconds_between(read_moment(last), now)
        if passed < 0:
            # The clock was set back: the wait begins anew instead of being over, or lasting for years.
            _write(folder, failures, around)
            passed = 0
        left = int(wait - passed + 0.999)
        if left > 0:
            raise TooSoon(left)
    _write(folder, failures + 1, around)


def succeeded(folder: Path) -> None:
    """Forgets the wrong ones."""
    try:
        (folder / ATTEMPTS).unlink(missing_ok=True)
    except OSError:
        return  # a medium that can only be read kept no count either


def _read(folder: Path) -> tuple[int, str]:
    try:
        body = json.loads(read_bounded(folder / ATTEMPTS, 1000))
        read_moment(body["last"])
        return min(max(int(body["failures"]), 0), 100), body["last"]
    except FileNotFoundError:
        return 0, ""
    except (OSError, ValueError, TypeError, KeyError, RecursionError, VaultProblem):
        # Spoiling the count must not spare the wait.
        return _FREE + 1, ""


def _write(folder: Path, failures: int, around: Surroundings) -> None:
    body = {"failures": failures, "last": around.moment()}
    try:
        write_whole(folder / ATTEMPTS, json.dumps(body).encode() + b"\n")
    except OSError:
        return  # the medium can only be read
