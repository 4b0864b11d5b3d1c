"""The anchor: where the audit ended, kept beside the database, so that a cut or an older database is seen.

Two places are written in turn, so that one torn by a power cut leaves the other. It may lag behind the
database by the last changes; it can never be ahead of it.
"""

import hmac
import os
import struct
from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.audit_chain import Head
from hipmap.storage.records.durable_files import read_bounded
from hipmap.storage.records.passphrase_key import mac

ANCHOR = "anchor.bin"
_BODY = struct.Struct(">Q32s")
_MAC_BYTES = 32
_PLACE = _BODY.size + _MAC_BYTES
_PLACES = 2


@dataclass(frozen=True)
class Anchor:
    """What the anchor says: the furthest head, and whether any part of it is damaged or missing."""

    head: Head | None
    whole: bool


def write_anchor(folder: Path, key: bytes, head: Head) -> None:
    """Notes the head; without waiting for the disk, because an anchor that lags is still true."""
    _write(folder, head.count % _PLACES * _PLACE, _written(head, key))


def write_fresh_anchor(folder: Path, key: bytes, head: Head) -> None:
    """Fills both places, for new records and after damage."""
    _write(folder, 0, _written(head, key) * _PLACES)


def read_anchor(folder: Path, key: bytes) -> Anchor:
    try:
        content = read_bounded(folder / ANCHOR, _PLACE * _PLACES)
    except FileNotFoundError:
        return Anchor(None, whole=False)
    heads = [_read_place(content[at * _PLACE : (at + 1) * _PLACE], key) for at in range(_PLACES)]
    known = [head for head in heads if head is not None]
    return Anchor(max(known, key=lambda head: head.count, default=None), whole=len(known) == _PLACES)


def _read_place(content: bytes, key: bytes) -> Head | None:
    body, seal = content[: _BODY.size], content[_BODY.size :]
    if len(content) != _PLACE or not hmac.compare_digest(mac(key, b"anchor" + body), seal):
        return None
    count, told = _BODY.unpack(body)
    return Head(count, told)


def _written(head: Head, key: bytes) -> bytes:
    body = _BODY.pack(head.count, head.seal)
    return body + mac(key, b"anchor" + body)


def _write(folder: Path, at: int, content: bytes) -> None:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(folder / ANCHOR, flags, 0o600)
    try:
        os.lseek(handle, at, os.SEEK_SET)
        os.write(handle, content)
    finally:
        os.close(handle)
