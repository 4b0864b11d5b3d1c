"""Writes secret bytes as groups of letters that a person can copy from paper, with a check."""

import base64
import hashlib

# Without I, L, O and U: they are read for 1, 0 and V.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITTEN = str.maketrans(_BASE32, _LETTERS)
_READ = str.maketrans(_LETTERS, _BASE32)
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
_CHECK_BYTES = 5
_GROUP = 4


def lettered(secret: bytes, purpose: str) -> str:
    """Gives `ABCD-EFGH-...`; the bytes and the check must fill whole letters."""
    body = base64.b32encode(secret + _check(secret, purpose)).decode().rstrip("=").translate(_WRITTEN)
    return "-".join(body[at : at + _GROUP] for at in range(0, len(body), _GROUP))


def read_letters(text: str, length: int, purpose: str) -> bytes | None:
    """Gives the bytes; None where the text is no such code or a letter was copied wrongly."""
    signs = "".join(text.split()).replace("-", "").upper().translate(_MISREAD)
    if not signs or set(signs) - set(_LETTERS):
        return None
    padded = signs.translate(_READ) + "=" * (-len(signs) % 8)
    try:
        content = base64.b32decode(padded)
    except ValueError:
        return None
    secret = content[:length]
    fits = len(content) == length + _CHECK_BYTES and content[length:] == _check(secret, purpose)
    return secret if fits and lettered(secret, purpose).replace("-", "") == signs else None


def _check(secret: bytes, purpose: str) -> bytes:
    return hashlib.sha256(f"hipmap {purpose} ".encode() + secret).digest()[:_CHECK_BYTES]
