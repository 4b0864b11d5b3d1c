r"""Signs a release without a network (for maintainers; needs `cryptography`, as .venv-build has it).

    python packaging/sign.py keys FOLDER            makes hipmap-release.key (secret) and hipmap-release.pem
    python packaging/sign.py sign FOLDER --key hipmap-release.key

`sign` signs FOLDER/SHA256SUMS as SHA256SUMS.sig (64 bytes of Ed25519), once every file that is listed
is there and has its sum, and nothing else is there (`build.py sums` lists what a folder holds). Neither key
is ever replaced. The passphrase of the key is asked for, or is the first line of the input. The key stays
with the maintainers, off any machine that builds. How it is verified: packaging/verify.py.
"""

import argparse
import getpass
import os
import sys
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from verify import SIGNATURE, SUMS, Refused, fingerprint, listed_in, must_be_listed, must_have_sums

SECRET, PUBLIC = "hipmap-release.key", "hipmap-release.pem"


def main(arguments: list[str]) -> int:
    """Makes keys or signs; 2 where that cannot be."""
    parser = argparse.ArgumentParser(prog="sign.py", description="Signs a release without a network.")
    actions = parser.add_subparsers(required=True, dest="action", metavar="keys|sign")
    actions.add_parser("keys").add_argument("folder", type=Path)
    sign = actions.add_parser("sign")
    sign.add_argument("folder", type=Path)
    sign.add_argument("--key", type=Path, required=True)
    options = parser.parse_args(arguments)
    try:
        print(
            make_keys(options.folder) if options.action == "keys" else sign_sums(options.folder, options.key)
        )
    except (Refused, OSError) as problem:
        print(f"sign: {problem}", file=sys.stderr)
        return 2
    return 0


def make_keys(folder: Path) -> str:
    """Writes a new pair; a key that is there stays: what it signed must be verified by it again."""
    for name in (SECRET, PUBLIC):
        if (folder / name).exists():
            raise Refused(f"{folder / name} is there, and a key is never replaced. Name another folder.")
    passphrase = _passphrase("Passphrase for the new key: ")
    if len(passphrase) < 12:
        raise Refused("give a passphrase of at least 12 characters; whoever has the key signs as hipmap.")
    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase))
    descriptor = os.open(folder / SECRET, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
    public = key.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    with (folder / PUBLIC).open("xb") as file:
        file.write(pem)
    return f"{folder / PUBLIC}: fingerprint {fingerprint(public.public_bytes_raw())}"


def sign_sums(folder: Path, key_file: Path) -> str:
    """Signs the sums of a folder that holds the files they list, and nothing else."""
    if key_file.resolve().parent == folder.resolve():
        raise Refused(f"{key_file} lies among what is to be published: keep the secret key elsewhere.")
    must_be_listed(folder)
    missing = [name for name in listed_in(folder) if not (folder / name).is_file()]
    if missing:
        raise Refused(f"{', '.join(missing)}: listed in {SUMS}, but not in {folder}. Write the sums anew.")
    count = must_have_sums(folder)
    try:
        key = load_pem_private_key(key_file.read_bytes(), _passphrase("Passphrase of the key: "))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Refused(f"{key_file} cannot be opened: it is no key, or the passphrase is another.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Refused(f"{key_file} is no Ed25519 key.")
    (folder / SIGNATURE).write_bytes(key.sign((folder / SUMS).read_bytes()))
    return (
        f"{folder / SIGNATURE}: signs {count} files, key {fingerprint(key.public_key().public_bytes_raw())}"
    )


def _passphrase(prompt: str) -> bytes:
    words = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    return words.encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
