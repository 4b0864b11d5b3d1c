"""The audit: who looked at or changed what and when, each entry sealed together with the one before it.

Found: a changed, removed or reordered entry, and a tail that was cut back behind the anchor. Not found: one
who holds the key and rewrites the whole chain and the anchor, or who puts back an older state of the whole
folder; against both stand the anchors that lie in the backups.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from hipmap.model.records import AuditEntry
from hipmap.storage.records.database import Connection
from hipmap.storage.records.passphrase_key import derived, mac

_BEGINNING = b"hipmap audit 1".ljust(32, b"\0")


@dataclass(frozen=True)
class Head:
    """Where the chain ends: how many entries, and the seal of the last."""

    count: int
    seal: bytes


@dataclass(frozen=True)
class Broken:
    """The first place where the chain does not hold."""

    place: int
    what: str


def audit_key(data_key: bytes) -> bytes:
    return derived(data_key, "audit 1")


def append(
    connection: Connection, key: bytes, at: str, user: str, entries: Iterable[tuple[str, str]]
) -> Head:
    """Adds entries (action, object) within the transaction that they tell of."""
    head = head_of(connection)
    for action, subject in entries:
        count = head.count + 1
        head = Head(count, _seal(key, head.seal, count, at, user, action, subject))
        connection.execute(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", (count, at, user, action, subject, head.seal)
        )
    return head


def head_of(connection: Connection) -> Head:
    row = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, _BEGINNING)


def seal_at(connection: Connection, count: int) -> bytes | None:
    """Gives the seal of one entry; None where there is no such entry."""
    if count == 0:
        return _BEGINNING
    row = connection.execute("SELECT hash FROM audit WHERE seq = ?", (count,)).fetchone()
    return bytes(row[0]) if row else None


def entries(connection: Connection, since: int = 0, most: int = 1000) -> tuple[AuditEntry, ...]:
    """Gives entries in their order, after the one with the number `since`."""
    rows = connection.execute(
        "SELECT seq, at, user, action, object FROM audit WHERE seq > ? ORDER BY seq LIMIT ?", (since, most)
    ).fetchall()
    return tuple(AuditEntry(number=n, at=at, user=user, action=a, subject=o) for n, at, user, a, o in rows)


def broken_at(connection: Connection, key: bytes) -> Broken | None:
    """Goes through the whole chain; gives the first place that does not hold."""
    before, expected = _BEGINNING, 1
    for count, at, user, action, subject, seal in connection.execute(
        "SELECT seq, at, user, action, object, hash FROM audit ORDER BY seq"
    ):
        if count != expected:
            return Broken(expected, f"entry {expected} is missing")
        if bytes(seal) != _seal(key, before, count, at, user, action, subject):
            return Broken(count, f"entry {count} was changed, moved or put in")
        before, expected = bytes(seal), expected + 1
    return None


def _seal(key: bytes, before: bytes, count: int, at: str, user: str, action: str, subject: str) -> bytes:
    told = json.dumps([count, at, user, action, subject], ensure_ascii=True).encode()
    return mac(key, before + told)
