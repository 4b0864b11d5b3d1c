"""What the audit holds of each changed thing: a keyed digest, so that an edit past the program is found.

The digest tells nothing of what it was made from: it is keyed, and salted by bytes that go when the thing is
deleted, so that even who has the key cannot then try out names on it.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from hipmap.storage.records.database import Connection
from hipmap.storage.records.passphrase_key import derived, mac
from hipmap.storage.records.sentences import Sentence

# When a patient was last changed is left out: it moves with every edit of a visit.
_STATES = {
    "vault": "SELECT json_group_array(json_array(key, value) ORDER BY key) FROM vault "
    "WHERE key <> 'writer' AND EXISTS (SELECT 1 FROM vault WHERE key = 'id' AND value = ?)",
    "user": "SELECT id, name, name_key, role, slot FROM user WHERE 'user ' || id = ?",
    "patient": "SELECT uid, number, name, born, notes, archived, made, (SELECT json_group_array"
    "(word ORDER BY word) FROM tag WHERE patient = p.id) FROM patient p WHERE uid = ?",
    "visit": "SELECT v.uid, p.uid, v.day, v.note, v.content, v.step, v.made, v.changed, "
    "(SELECT seal FROM step WHERE visit = v.id ORDER BY step DESC LIMIT 1) "
    "FROM visit v JOIN patient p ON p.id = v.patient WHERE v.uid = ?",
    "score": "SELECT s.uid, p.uid, s.measure, s.value, s.day "
    "FROM score s JOIN patient p ON p.id = s.patient WHERE s.uid = ?",
    "attachment": "SELECT a.uid, p.uid, a.name, a.day, a.digest, length(a.content) "
    "FROM attachment a JOIN patient p ON p.id = a.patient WHERE a.uid = ?",
}
_NAMES = {
    "user": "SELECT 'user ' || id FROM user ORDER BY id",
    **{kind: f"SELECT uid FROM {kind} ORDER BY id" for kind in ("patient", "visit", "score", "attachment")},
}
GONE = b""


def digest_key(audit_key: bytes) -> bytes:
    return derived(audit_key, "object 1")


def sealed_state(connection: Connection, key: bytes, kind: str, subject: str) -> bytes:
    """Gives the digest of a thing as it is now, under a new salt; GONE, and no salt, where it is deleted."""
    row = connection.execute(_STATES[kind], (subject,)).fetchone()
    name = _name(kind, subject)
    if row is None:
        connection.execute("DELETE FROM salt WHERE object = ?", (name,))
        return GONE
    (salt,) = connection.execute(
        "INSERT INTO salt VALUES (?, randomblob(16)) "
        "ON CONFLICT (object) DO UPDATE SET value = excluded.value RETURNING value",
        (name,),
    ).fetchone()
    return _digest(key, name, salt, row)


def step_seal(connection: Connection, key: bytes, visit: int, step: tuple[Any, ...]) -> bytes:
    """Seals a step of a visit together with all steps before it; `step` is its row after the visit."""
    before = connection.execute(
        "SELECT seal FROM step WHERE visit = ? ORDER BY step DESC LIMIT 1", (visit,)
    ).fetchone()
    return _step_seal(key, before[0] if before else b"", step)


def state_problems(connection: Connection, key: bytes) -> Iterator[Sentence]:
    """Gives each thing that is not as the audit last told of it."""
    known = set()
    for kind, subject, number, told in connection.execute(
        "SELECT kind, object, max(seq), digest FROM audit WHERE kind <> '' GROUP BY kind, object"
    ):
        name = _name(kind, subject)
        known.add(name)
        is_now = _state(connection, key, kind, subject)
        if is_now == told:
            continue
        if is_now == GONE:
            yield Sentence("object_gone", object=name, number=number)
        elif told == GONE:
            yield Sentence("object_back", object=name, number=number)
        else:
            yield Sentence("object_changed", object=name, number=number)
    for kind, names in _NAMES.items():
        for (subject,) in connection.execute(names):
            if _name(kind, subject) not in known:
                yield Sentence("object_put_in", object=_name(kind, subject))
    yield from _step_problems(connection, key)
    yield from _content_problems(connection)


def _step_problems(connection: Connection, key: bytes) -> Iterator[Sentence]:
    visit, before = "", b""
    for uid, seal, *step in connection.execute(
        "SELECT v.uid, s.seal, s.step, s.at, s.user, s.note, s.content FROM visit v "
        "JOIN step s ON s.visit = v.id ORDER BY v.id, s.step"
    ):
        before = before if uid == visit else b""
        if seal != _step_seal(key, before, tuple(step)):
            yield Sentence("step_changed", object=_name("visit", uid), step=step[0])
        visit, before = uid, seal


def _content_problems(connection: Connection) -> Iterator[Sentence]:
    for uid, content, digest in connection.execute("SELECT uid, content, digest FROM attachment"):
        if hashlib.sha256(content).hexdigest() != digest:
            yield Sentence("content_changed", object=_name("attachment", uid))


def _state(connection: Connection, key: bytes, kind: str, subject: str) -> bytes:
    row = connection.execute(_STATES[kind], (subject,)).fetchone()
    if row is None:
        return GONE
    name = _name(kind, subject)
    salt = connection.execute("SELECT value FROM salt WHERE object = ?", (name,)).fetchone()
    return _digest(key, name, salt[0] if salt else b"", row)


def _name(kind: str, subject: str) -> str:
    return subject if kind == "user" else f"{kind} {subject}"


def _digest(key: bytes, name: str, salt: bytes, row: tuple[Any, ...]) -> bytes:
    return mac(key, _written(name, salt, *row))


def _step_seal(key: bytes, before: bytes, step: tuple[Any, ...]) -> bytes:
    return mac(key, _written("step", before, *step))


def _written(*values: Any) -> bytes:
    """Gives values as bytes that no other values give."""
    return json.dumps([one.hex() if isinstance(one, bytes) else one for one in values]).encode()
