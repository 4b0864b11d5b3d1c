r"""Verifies a release of hipmap without a network, with nothing but Python 3.11 or newer.

    python3 verify.py FOLDER --key hipmap-release.pem

FOLDER holds SHA256SUMS, SHA256SUMS.sig and the files to verify; files that you did not take may be missing,
and nothing else may lie there but the key and this program. Compare the fingerprint that is printed with the
one that you know from another place. The same by other means, which do not tell a file that is not listed:

    openssl pkeyutl -verify -pubin -inkey hipmap-release.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
    sha256sum --check --ignore-missing SHA256SUMS
"""

import argparse
import base64
import hashlib
import sys
from pathlib import Path

# As bootstrap.py: an old Python can read this file that far, and says what is wrong.
OLDEST_PYTHON = (3, 11)
if sys.version_info[:2] < OLDEST_PYTHON:
    present = ".".join(str(number) for number in sys.version_info[:2])
    sys.stderr.write(
        f"NOT VERIFIED: this needs Python 3.11 or newer; this is Python {present} ({sys.executable}).\n"
        "Start it with a newer one, or verify with openssl and sha256sum as its first lines say.\n"
    )
    sys.exit(2)

SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
_NAMED = 5  # of what is not listed; a folder of downloads may hold hundreds

# Ed25519 as in RFC 8032, section 5.1. Only what is public is computed here, so it need not take equal time.
_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_PEM_HEAD = bytes.fromhex("302a300506032b6570032100")

Point = tuple[int, int, int, int]


class Refused(Exception):  # noqa: N818  # a verdict, not a fault of the program
    """Why a release must not be used; a sentence."""


def main(arguments: list[str]) -> int:
    """Says whose release it is, or refuses with 2."""
    parser = argparse.ArgumentParser(prog="verify.py", description="Verifies a release of hipmap.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--key", type=Path, required=True, metavar="hipmap-release.pem")
    options = parser.parse_args(arguments)
    try:
        key = public_key(options.key)
        must_be_signed(options.folder, key)
        must_be_listed(options.folder, besides=(options.key, Path(__file__)))
        count = must_have_sums(options.folder)
    except Refused as refused:
        print(f"NOT VERIFIED: {refused} Do not install it.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"NOT VERIFIED: {error.filename}: {error.strerror}.", file=sys.stderr)
        return 2
    print(f"Verified: {count} files, signed by the key with fingerprint\n  {fingerprint(key)}")
    return 0


def public_key(path: Path) -> bytes:
    """Reads the 32 bytes of a public key in PEM."""
    lines = path.read_text(encoding="ascii", errors="replace").splitlines()
    try:
        held = base64.b64decode(
            "".join(line for line in lines if not line.startswith("-----")), validate=True
        )
    except ValueError as error:
        raise Refused(f"{path} is no public key.") from error
    if len(held) != len(_PEM_HEAD) + 32 or not held.startswith(_PEM_HEAD):
        raise Refused(f"{path} is no Ed25519 public key.")
    return held[len(_PEM_HEAD) :]


def fingerprint(key: bytes) -> str:
    """The SHA-256 of a public key, in groups that can be read aloud."""
    digits = hashlib.sha256(key).hexdigest()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def must_be_signed(folder: Path, key: bytes) -> None:
    """Refuses sums that this key did not sign."""
    if not is_signature((folder / SIGNATURE).read_bytes(), (folder / SUMS).read_bytes(), key):
        raise Refused(f"{SUMS} is not signed by this key: it was changed, or another key signed it.")


def must_be_listed(folder: Path, besides: tuple[Path, ...] = ()) -> None:
    """Refuses a folder that holds what nobody signed, other than `besides`."""
    known = {SUMS, SIGNATURE, *listed_in(folder)}
    own = {path.resolve() for path in besides}
    others = sorted(
        path.name + ("/" if path.is_dir() else "")
        for path in folder.iterdir()
        if path.name not in known and path.resolve() not in own
    )
    if others:
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        raise Refused(
            f"{', '.join(others[:_NAMED])}{more} in {folder}: not listed in {SUMS}, so nobody vouches "
            "for it. Move what is yours elsewhere, then verify again; else it is no part of this release."
        )


def must_have_sums(folder: Path) -> int:
    """Refuses a file whose digest is not the listed one; gives the number of files compared."""
    count = 0
    for name, digest in listed_in(folder).items():
        path = folder / name
        if not path.exists():
            continue
        with path.open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != digest:
                raise Refused(f"{name} is damaged or was changed.")
        count += 1
    if not count:
        raise Refused(f"none of the files that {SUMS} lists lies in {folder}.")
    return count


def listed_in(folder: Path) -> dict[str, str]:
    """The names that the sums list, with their digests."""
    found = {}
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        if not name or "/" in name or "\\" in name:
            raise Refused(f"{SUMS} has a line that cannot be read.")
        found[name] = digest
    return found


def is_signature(signature: bytes, message: bytes, key: bytes) -> bool:
    """Whether the key signed the message."""
    public, nonce = _point(key), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or public is None or nonce is None or scalar >= _ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    left = _times(scalar, _base())
    right = _plus(nonce, _times(challenge, public))
    return (left[0] * right[2] - right[0] * left[2]) % _P == 0 and (
        left[1] * right[2] - right[1] * left[2]
    ) % _P == 0


def _base() -> Point:
    y = 4 * pow(5, -1, _P) % _P
    found = _point(y.to_bytes(32, "little"))
    if found is None:
        raise ArithmeticError("the base point lies on the curve")
    return found


def _point(packed: bytes) -> Point | None:
    if len(packed) != 32:
        return None
    y = int.from_bytes(packed, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _plus(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(factor: int, point: Point) -> Point:
    total: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = _plus(total, point)
        point = _plus(point, point)
        factor >>= 1
    return total


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
