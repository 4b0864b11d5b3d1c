"""What the records need from the machine, passed in so that tests can give their own."""

import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class Argon2Cost:
    """How much work and memory one guess of a passphrase costs."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Whether a file with these numbers cannot bring a machine down."""
        return (
            8 * self.lanes <= self.memory_kib <= 1_048_576
            and 1 <= self.passes <= 20
            and 1 <= self.lanes <= 16
        )


# About 0.15 s on a desktop machine of the year 2020.
USUAL_COST = Argon2Cost(memory_kib=65_536, passes=3, lanes=4)


@dataclass(frozen=True)
class Surroundings:
    """Clock, chance, and who this program is among those that share a folder."""

    now: Callable[[], datetime]
    random_bytes: Callable[[int], bytes]
    host: str
    process: int
    cost: Argon2Cost = USUAL_COST

    def moment(self) -> str:
        """Gives the time as the records write it."""
        return written_moment(self.now())


def this_machine() -> Surroundings:
    return Surroundings(lambda: datetime.now(UTC), secrets.token_bytes, socket.gethostname(), os.getpid())


def written_moment(when: datetime) -> str:
    """Writes a time in UTC to the second: `2026-03-01T09:30:00Z`."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def seconds_between(earlier: datetime, later: datetime) -> float:
    return (later - earlier) / timedelta(seconds=1)
