"""Makes and opens the slots of the key file."""

from dataclasses import dataclass

from hipmap.storage.records.key_file import KEYS, Cost, KeyFile, Slot
from hipmap.storage.records.letter_code import lettered, read_letters
from hipmap.storage.records.passphrase_key import (
    KEY_BYTES,
    NONCE_BYTES,
    derived,
    passphrase_key,
    salt_for,
    sealed,
    unsealed,
)
from hipmap.storage.records.problems import Damaged, WrongPassphrase
from hipmap.storage.records.surroundings import Surroundings

_ID_BYTES = 16
_RECOVERY_BYTES = 25
_RECOVERY = "recovery key"


@dataclass(frozen=True)
class Opened:
    """The data key, and which slot gave it."""

    data_key: bytes
    slot: str


def passphrase_slot(keys: KeyFile, data_key: bytes, name: str, passphrase: str, around: Surroundings) -> Slot:
    """Wraps the data key for one user; the passphrase must already have been found strong."""
    cost = around.cost
    key = passphrase_key(passphrase, salt_for(name, bytes.fromhex(keys.salt)), cost)
    written = Cost(memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes)
    return _slot(keys.vault, data_key, key, written, around)


def recovery_slot(vault: str, data_key: bytes, around: Surroundings) -> tuple[Slot, str]:
    """Gives a slot and the letters to print, which are kept nowhere."""
    secret = around.random_bytes(_RECOVERY_BYTES)
    return _slot(vault, data_key, secret, None, around), lettered(secret, _RECOVERY)


def opened_by_passphrase(keys: KeyFile, name: str, passphrase: str) -> Opened:
    """Tries every slot; the slow derivation is done once for all that share their parameters."""
    for cost in dict.fromkeys(slot.cost for slot in keys.slots):
        if cost is None or not cost.numbers().is_bearable:
            raise Damaged("keys_costly", KEYS)
        key = passphrase_key(passphrase, salt_for(name, bytes.fromhex(keys.salt)), cost.numbers())
        for slot in keys.slots:
            data_key = _unwrapped(keys.vault, slot, key) if slot.cost == cost else None
            if data_key is not None:
                return Opened(data_key, slot.id)
    raise WrongPassphrase("wrong_passphrase")


def opened_by_recovery(keys: KeyFile, letters: str) -> Opened:
    """Opens with the printed key; a letter copied wrongly is told apart from a key of other records."""
    secret = read_letters(letters, _RECOVERY_BYTES, _RECOVERY)
    if secret is None:
        raise WrongPassphrase("recovery_miscopied")
    data_key = _unwrapped(keys.vault, keys.recovery, secret)
    if data_key is None:
        raise WrongPassphrase("recovery_of_others")
    return Opened(data_key, keys.recovery.id)


def _slot(vault: str, data_key: bytes, key: bytes, cost: Cost | None, around: Surroundings) -> Slot:
    slot_id, salt = around.random_bytes(_ID_BYTES).hex(), around.random_bytes(_ID_BYTES).hex()
    wrapping, bound = _wrapping(vault, slot_id, salt, key)
    box = sealed(wrapping, around.random_bytes(NONCE_BYTES), data_key, bound)
    return Slot(id=slot_id, salt=salt, cost=cost, wrapped=box.hex())


def _unwrapped(vault: str, slot: Slot, key: bytes) -> bytes | None:
    wrapping, bound = _wrapping(vault, slot.id, slot.salt, key)
    data_key = unsealed(wrapping, bytes.fromhex(slot.wrapped), bound)
    return data_key if data_key is not None and len(data_key) == KEY_BYTES else None


def _wrapping(vault: str, slot_id: str, salt: str, key: bytes) -> tuple[bytes, bytes]:
    return derived(key, "slot 1", bytes.fromhex(salt)), f"hipmap slot 1 {vault} {slot_id}".encode()
