"""Makes guessing at the keyboard slow: a delay that grows with wrong passphrases and outlives a restart.

Each name is counted by itself, so that nobody clears by their own passphrase what they guessed at another's.
Whoever can copy the files guesses without it; against that stands Argon2id.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hipmap.storage.records.durable_files import read_bounded, write_whole
from hipmap.storage.records.passphrase_key import name_key
from hipmap.storage.records.problems import TooSoon, VaultProblem
from hipmap.storage.records.surroundings import Surroundings, read_moment, seconds_between, written_moment

ATTEMPTS = "attempts.json"
RECOVERY = ""
"""Stands for the name where the recovery key is tried."""

_FREE = 3
_FREE_OF_ALL = 12
_LONGEST_WAIT = 300
_REMEMBERED_S = 24 * 3600
_MOST_NAMES = 64
_REST = "rest"
_LARGEST = 10_000


@dataclass(frozen=True)
class Count:
    """How often somebody was wrong since they were right, and when last."""

    failures: int
    last: datetime


def wait_after(failures: int, free: int = _FREE) -> int:
    """Gives the seconds to wait after so many wrong passphrases in a row."""
    return 0 if failures <= free else int(min(2 ** (failures - free), _LONGEST_WAIT))


def begin_attempt(folder: Path, name: str, around: Surroundings) -> None:
    """Counts this attempt as wrong before it is made, so that ending the program does not spare it."""
    counts, now = _read(folder, around), around.now()
    own = _tag(counts, name)
    if any(seconds_between(count.last, now) < 0 for count in counts.values()):
        # The clock was set back: the wait begins anew instead of being over, or lasting for years.
        counts = {tag: Count(count.failures, min(count.last, now)) for tag, count in counts.items()}
        _write(folder, counts)
    left = max(
        _left(counts[own].failures, _FREE, counts[own].last, now) if own in counts else 0,
        _left_for_all(counts, now),
    )
    if left > 0:
        raise TooSoon(left)
    before = counts[own].failures if own in counts else 0
    _write(folder, counts | {own: Count(before + 1, now)})


def succeeded(folder: Path, name: str, around: Surroundings) -> None:
    """Forgets the wrong ones of this name."""
    counts = _read(folder, around)
    counts.pop(_tag(counts, name), None)
    if counts:
        _write(folder, counts)
        return
    try:
        (folder / ATTEMPTS).unlink(missing_ok=True)
    except OSError:
        return  # a medium that can only be read kept no count either


def _left_for_all(counts: dict[str, Count], now: datetime) -> int:
    """Who tries one name after the other waits too."""
    if not counts:
        return 0
    total = sum(count.failures for count in counts.values())
    return _left(total, _FREE_OF_ALL, max(count.last for count in counts.values()), now)


def _left(failures: int, free: int, last: datetime, now: datetime) -> int:
    wait = wait_after(failures, free)
    return int(wait - seconds_between(last, now) + 0.999) if wait else 0


def _tag(counts: dict[str, Count], name: str) -> str:
    """A part of a digest only: who finds the file is not to learn the names."""
    tag = hashlib.sha256(f"attempts {name_key(name)}".encode()).hexdigest()[:4]
    return tag if tag in counts or len(counts) < _MOST_NAMES else _REST


def _read(folder: Path, around: Surroundings) -> dict[str, Count]:
    """Who tried nothing for a day is forgotten, as is a name that was mistyped."""
    now = around.now()
    try:
        body = json.loads(read_bounded(folder / ATTEMPTS, _LARGEST))
        counts = {
            str(tag): Count(min(max(int(one["failures"]), 0), 100), read_moment(one["last"]))
            for tag, one in body["names"].items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, VaultProblem):
        # Spoiling the count must not spare the wait.
        return {_REST: Count(_FREE_OF_ALL, now)}
    return {tag: one for tag, one in counts.items() if seconds_between(one.last, now) < _REMEMBERED_S}


def _write(folder: Path, counts: dict[str, Count]) -> None:
    names = {tag: {"failures": one.failures, "last": written_moment(one.last)} for tag, one in counts.items()}
    try:
        write_whole(folder / ATTEMPTS, json.dumps({"names": names}).encode() + b"\n")
    except OSError:
        return  # the medium can only be read
