"""The key file: for each user a slot that holds the data key, wrapped; nothing in it tells a name."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from hipmap.model.frozen import Frozen
from hipmap.storage.records.durable_files import read_bounded, write_whole
from hipmap.storage.records.passphrase_key import derived, mac
from hipmap.storage.records.problems import Damaged, NewerFormat
from hipmap.storage.records.surroundings import Argon2Cost

KEY_FORMAT = 1
KEYS, KEYS_COPY = "keys.json", "keys-copy.json"
_LARGEST = 1_000_000

Hex = Annotated[str, Field(pattern=r"^([0-9a-f]{2})*$", max_length=1000)]


class Cost(Frozen):
    """The parameters of Argon2id with which a slot was made."""

    memory_kib: Annotated[int, Field(ge=8, le=1_048_576)]
    passes: Annotated[int, Field(ge=1, le=20)]
    lanes: Annotated[int, Field(ge=1, le=16)]

    def numbers(self) -> Argon2Cost:
        return Argon2Cost(self.memory_kib, self.passes, self.lanes)


class Slot(Frozen):
    """The data key wrapped for one user; `cost` is absent for the recovery key, which nobody can guess."""

    id: Hex
    salt: Hex
    cost: Cost | None = None
    wrapped: Hex


class KeyFile(Frozen):
    """What is needed to open the vault, beside a passphrase."""

    schema_: Annotated[Literal["hipmap-keys/1"], Field(alias="schema")] = "hipmap-keys/1"
    format: int = KEY_FORMAT
    vault: Hex
    salt: Hex
    recovery: Slot
    slots: Annotated[tuple[Slot, ...], Field(max_length=200)] = ()
    mac: Hex = ""

    def signed(self, data_key: bytes) -> "KeyFile":
        return self.model_copy(update={"mac": self._mac(data_key).hex()})

    def is_signed_by(self, data_key: bytes) -> bool:
        return hmac.compare_digest(self.mac, self._mac(data_key).hex())

    def _mac(self, data_key: bytes) -> bytes:
        content = self.model_dump_json(by_alias=True, exclude={"mac"}).encode()
        return mac(derived(data_key, "key file 1"), content)


def write_key_file(folder: Path, keys: KeyFile) -> None:
    """Writes the copy first, so that one whole key file is there at every moment."""
    body = keys.model_dump(mode="json", by_alias=True)
    text = _text({"sum": _sum(body), **body})
    write_whole(folder / KEYS_COPY, text)
    write_whole(folder / KEYS, text)


def read_key_file(path: Path) -> KeyFile:
    """Gives a key file that is as it was written; Damaged or NewerFormat otherwise."""
    text = read_bounded(path, _LARGEST)
    name = path.name
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    whole = isinstance(body, dict) and body.get("sum") == _sum({k: v for k, v in body.items() if k != "sum"})
    if not whole or _text(body) != text:
        raise Damaged("keys_damaged", name)
    if body.get("format") != KEY_FORMAT:
        raise NewerFormat("newer_records", name)
    try:
        return KeyFile.model_validate_json(json.dumps({k: v for k, v in body.items() if k != "sum"}))
    except ValidationError:
        raise Damaged("keys_damaged", name) from None


def _text(body: dict[str, object]) -> bytes:
    return json.dumps(body, indent=1).encode() + b"\n"


def _sum(body: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
