"""Turns a passphrase into keys by Argon2id, and wraps the data key with them."""

import hashlib
import hmac
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hipmap.storage.policy.in_force import in_force
from hipmap.storage.records.passphrase_strength import must_keep_to
from hipmap.storage.records.problems import WeakPassphrase
from hipmap.storage.records.surroundings import Argon2Cost

KEY_BYTES = 32
NONCE_BYTES = 12
SHORTEST = 10
_LONGEST = 1024
_FEWEST_SIGNS = 5


def must_be_strong(passphrase: str, name: str = "") -> None:
    """Refuses what is guessed first: short, of few signs, the user's own name; and what a policy refuses."""
    text, rules = unicodedata.normalize("NFC", passphrase), in_force().policy.passphrase
    if len(text) < SHORTEST and max(rules.signs, rules.words) == 0:
        raise WeakPassphrase("passphrase_short", least=SHORTEST)
    if len(text) < max(SHORTEST, rules.signs):
        raise WeakPassphrase("passphrase_short_here", least=max(SHORTEST, rules.signs))
    if len(text) > _LONGEST:
        raise WeakPassphrase("passphrase_long", most=_LONGEST)
    if len(set(text.casefold())) < _FEWEST_SIGNS or (name and text.casefold() == name.casefold()):
        raise WeakPassphrase("passphrase_easy")
    must_keep_to(rules, text)


def is_as_strong_as_asked(passphrase: str) -> bool:
    """Whether the policy of this computer would take it for a new one."""
    try:
        must_keep_to(in_force().policy.passphrase, unicodedata.normalize("NFC", passphrase))
    except WeakPassphrase:
        return False
    return True


def name_key(name: str) -> str:
    """Gives a name as it is compared: small letters, one kind of accents, single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def passphrase_key(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """The slow step."""
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(secret)


def salt_for(name: str, vault_salt: bytes) -> bytes:
    """A user's own salt: a guess must hit the name as well, which is nowhere in the key file."""
    key = name_key(name).encode("utf-8", "surrogatepass")
    return hmac.new(vault_salt, key, hashlib.sha256).digest()


def derived(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """Gives a key of its own for one purpose."""
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt or None, info=f"hipmap {purpose}".encode())
    return kdf.derive(key)


def sealed(key: bytes, nonce: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Encrypts, so that content and what it is bound to cannot be changed unseen."""
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to)


def unsealed(key: bytes, box: bytes, bound_to: bytes) -> bytes | None:
    """Gives the content; None where the key does not fit or anything was changed."""
    if len(box) < NONCE_BYTES + 16:
        return None
    try:
        return AESGCM(key).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], bound_to)
    except InvalidTag:
        return None


def mac(key: bytes, content: bytes) -> bytes:
    return hmac.new(key, content, hashlib.sha256).digest()
