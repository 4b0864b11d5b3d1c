"""When a backup is due and which older ones stay: pure, so that a calendar of years can be tried."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Keep:
    """How many backups stay: the latest of so many days, weeks and months."""

    days: int = 7
    weeks: int = 5
    months: int = 12


def is_due(last: datetime | None, now: datetime, every: timedelta) -> bool:
    """Whether the last backup is older than wished; one from the future was made by a wrong clock."""
    return last is None or last > now or now - last >= every


def to_drop(made: Iterable[datetime], keep: Keep) -> set[datetime]:
    """Gives those that no rule keeps; the latest of all always stays."""
    ordered = sorted(set(made), reverse=True)
    kept = set(ordered[:1])
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (keep.days, lambda when: when.date()),
        (keep.weeks, lambda when: when.isocalendar()[:2]),
        (keep.months, lambda when: (when.year, when.month)),
    )
    for most, period in rules:
        latest: dict[object, datetime] = {}
        for when in ordered:
            latest.setdefault(period(when), when)
        kept.update(list(latest.values())[:most])
    return set(ordered) - kept
