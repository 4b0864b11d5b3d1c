"""The hand-over: one encrypted file from home to clinic, for a passphrase or for a clinic's recipient code.

A header in plain text says how the rest is sealed, and the seal covers it; what is sealed is a patient's
document, not compressed, so that a small file cannot become a large one.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pydantic import Field, ValidationError

from hipmap.model.frozen import Frozen
from hipmap.model.patient_document import PatientDocument
from hipmap.storage.records.key_file import Cost, Hex
from hipmap.storage.records.letter_code import lettered, read_letters
from hipmap.storage.records.passphrase_key import (
    KEY_BYTES,
    NONCE_BYTES,
    derived,
    must_be_strong,
    passphrase_key,
    sealed,
    unsealed,
)
from hipmap.storage.records.patient_documents import LARGEST_DOCUMENT, document_text, parse_document
from hipmap.storage.records.problems import NewerFormat, Refused, WrongPassphrase
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.vault import Vault

_LONGEST_HEADER = 1000
_SCHEMA = "hipmap-handover/1"
_CODE = "recipient"
RECIPIENT_LETTERS = 60
LARGEST_HAND_OVER = LARGEST_DOCUMENT + _LONGEST_HEADER + 100


class Header(Frozen):
    """How the rest is sealed: for a passphrase (`cost`), or for a recipient (`sender`, a key used once)."""

    schema_: Annotated[Literal["hipmap-handover/1"], Field(alias="schema")] = "hipmap-handover/1"
    salt: Annotated[Hex, Field(min_length=64, max_length=64)]
    cost: Cost | None = None
    sender: Annotated[Hex, Field(min_length=64, max_length=64)] | None = None


@dataclass(frozen=True)
class Opener:
    """What opens a hand-over: a passphrase, or the private key of the clinic it was made for."""

    passphrase: str | None = None
    private: bytes | None = None


def recipient_code(vault: Vault) -> str:
    """Gives the letters that a clinic tells its patients; with them a file is sealed for it alone."""
    public = X25519PrivateKey.from_private_bytes(_private(vault)).public_key()
    return lettered(public.public_bytes_raw(), _CODE)


def is_recipient_code(code: str) -> bool:
    """Whether a code is whole and every letter fits its check."""
    return read_letters(code, KEY_BYTES, _CODE) is not None


def opener_of(vault: Vault) -> Opener:
    """Gives what opens the files that were sealed for this clinic."""
    return Opener(private=_private(vault))


def sealed_for_passphrase(document: PatientDocument, passphrase: str, around: Surroundings) -> bytes:
    """Gives a file that opens with a passphrase, which is told on another way than the file."""
    must_be_strong(passphrase, document.identity.name)
    salt, cost = around.random_bytes(KEY_BYTES), around.cost
    written = Cost(memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes)
    key = passphrase_key(passphrase, salt, cost)
    return _file(Header(salt=salt.hex(), cost=written), key, document, around)


def sealed_for_recipient(document: PatientDocument, code: str, around: Surroundings) -> bytes:
    """Gives a file that only the clinic with this code opens; even the sender cannot."""
    public = read_letters(code, KEY_BYTES, _CODE)
    if public is None:
        raise Refused("code_miscopied")
    once = X25519PrivateKey.from_private_bytes(around.random_bytes(KEY_BYTES))
    salt, sender = around.random_bytes(KEY_BYTES), once.public_key().public_bytes_raw()
    key = _shared(once, public)
    return _file(Header(salt=salt.hex(), sender=sender.hex()), key, document, around)


def is_for_recipient(content: bytes, name: str) -> bool:
    """Whether a file opens with the clinic's own key, so that no passphrase need be asked for."""
    return _split(content, name)[0].sender is not None


def opened_hand_over(content: bytes, name: str, opener: Opener) -> PatientDocument:
    """Gives the document; what is wrong is said in one sentence and nothing was taken in."""
    header, begin, box = _split(content, name)
    if header.cost is not None:
        if not header.cost.numbers().is_bearable:
            raise Refused("hand_over_costly", name)
        if opener.passphrase is None:
            raise WrongPassphrase("hand_over_passphrase", name)
        key = passphrase_key(opener.passphrase, bytes.fromhex(header.salt), header.cost.numbers())
    else:
        if opener.private is None or header.sender is None:
            raise WrongPassphrase("hand_over_for_clinic", name)
        key = _shared(X25519PrivateKey.from_private_bytes(opener.private), bytes.fromhex(header.sender))
    text = unsealed(_sealing(key, header), box, begin)
    if text is None:
        raise WrongPassphrase("hand_over_wrong" if header.cost else "hand_over_of_others", name)
    return parse_document(text, name)


def _file(header: Header, key: bytes, document: PatientDocument, around: Surroundings) -> bytes:
    begin = header.model_dump_json(by_alias=True, exclude_none=True).encode() + b"\n"
    text = document_text(document).encode()
    return begin + sealed(_sealing(key, header), around.random_bytes(NONCE_BYTES), text, begin)


def _sealing(key: bytes, header: Header) -> bytes:
    return derived(key, "hand-over 1", bytes.fromhex(header.salt))


def _shared(private: X25519PrivateKey, public: bytes) -> bytes:
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:
        raise Refused("key_impossible") from None


def _split(content: bytes, name: str) -> tuple[Header, bytes, bytes]:
    if len(content) > LARGEST_HAND_OVER:
        raise Refused("hand_over_large", name)
    end = content.find(b"\n", 0, _LONGEST_HEADER) + 1
    begin, box = content[:end], content[end:]
    try:
        header = Header.model_validate_json(begin)
    except ValidationError:
        if end and begin.startswith(b'{"schema":"hipmap-handover/') and _SCHEMA.encode() not in begin:
            raise NewerFormat("hand_over_newer", name) from None
        raise Refused("no_hand_over", name) from None
    if (header.cost is None) == (header.sender is None):
        raise Refused("no_hand_over", name)
    return header, begin, box


def _private(vault: Vault) -> bytes:
    return bytes.fromhex(vault.rows("SELECT value FROM vault WHERE key = 'recipient'")[0][0])
