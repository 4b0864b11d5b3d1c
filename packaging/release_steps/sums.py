"""SHA256SUMS: the digest of every file of a folder, in the form that sha256sum checks."""

from __future__ import annotations

import hashlib
from pathlib import Path

FILE_NAME = "SHA256SUMS"


def sums_text(folder: Path, paths: list[Path]) -> str:
    """One line a file, by name."""
    named = sorted((path.relative_to(folder).as_posix(), path) for path in paths)
    return "".join(f"{digest_of(path)}  {name}\n" for name, path in named)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, of any size."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def write_sums(folder: Path) -> Path:
    """Writes the sums of what lies directly in a folder: the artefacts of a release."""
    target = folder / FILE_NAME
    paths = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith(FILE_NAME)]
    target.write_text(sums_text(folder, paths), encoding="utf-8", newline="\n")
    return target
