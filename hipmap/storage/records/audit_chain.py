"""The audit: who looked at or changed what and when, each entry sealed together with the one before it.

Found: a changed, removed or reordered entry, a tail that was cut back behind the anchor, and, by the digests
in it (`object_digests`), whatever was changed, put in or taken out without an entry. Not found: one who holds
the key and rewrites the whole chain and the anchor, or who puts back an older state of the whole folder;
against both stand the anchors that lie in the backups.
"""

import hmac
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hipmap.model.records import AuditEntry
from hipmap.storage.records.database import Connection
from hipmap.storage.records.passphrase_key import derived, mac
from hipmap.storage.records.sentences import Sentence

_BEGINNING = b"hipmap audit 1".ljust(32, b"\0")


@dataclass(frozen=True)
class Told:
    """What an entry says: an action, the id of what it was done to, and a digest of what that is now.

    The kind is empty where nothing changed.
    """

    action: str
    subject: str
    kind: str = ""
    digest: bytes = b""


@dataclass(frozen=True)
class Head:
    """Where the chain ends: how many entries, and the seal of the last."""

    count: int
    seal: bytes


@dataclass(frozen=True)
class Broken:
    """The first place where the chain does not hold."""

    place: int
    what: Sentence


def audit_key(data_key: bytes) -> bytes:
    return derived(data_key, "audit 1")


def append(connection: Connection, key: bytes, at: str, user: str, entries: Iterable[Told]) -> Head:
    """Adds entries within the transaction that they tell of."""
    head = head_of(connection)
    for one in entries:
        row = (head.count + 1, at, user, one.action, one.subject, one.kind, one.digest)
        head = Head(row[0], _seal(key, head.seal, row))
        connection.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, head.seal))
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
    for *row, seal in connection.execute(
        "SELECT seq, at, user, action, object, kind, digest, hash FROM audit ORDER BY seq"
    ):
        count = row[0]
        if count != expected:
            return Broken(expected, Sentence("entry_missing", number=expected))
        if not hmac.compare_digest(seal, _seal(key, before, row)):
            return Broken(count, Sentence("entry_changed", number=count))
        before, expected = seal, expected + 1
    return None


def _seal(key: bytes, before: bytes, row: Sequence[Any]) -> bytes:
    *told, digest = row
    return mac(key, before + json.dumps([*told, digest.hex()], ensure_ascii=True).encode())
