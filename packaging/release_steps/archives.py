"""Archives whose bytes depend on nothing but the names and contents of their files."""

from __future__ import annotations

import gzip
import io
import os
import stat
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

_PLAIN, _PROGRAM = 0o644, 0o755


def paths_within(folder: Path) -> Iterator[Path]:
    """Every file and folder below one, in one order on every system."""
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())


def mode_of(path: Path) -> int:
    """The rights that a file has in an archive: all may read, and a program may be run."""
    if path.is_dir() or path.stat().st_mode & stat.S_IXUSR:
        return _PROGRAM
    return _PLAIN


def tar_bytes(folder: Path, epoch: int, prefix: str = "") -> bytes:
    """A tar of all that a folder holds; `prefix` ends in a slash, `./` for Debian."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=tarfile.GNU_FORMAT) as archive:
        if prefix:
            archive.addfile(_entry(folder, prefix.rstrip("/"), epoch))
        for path in paths_within(folder):
            entry = _entry(path, prefix + path.relative_to(folder).as_posix(), epoch)
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)
    return written.getvalue()


def _entry(path: Path, name: str, epoch: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.mtime = epoch
    entry.uname = entry.gname = "root"
    if path.is_symlink():
        entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, os.fspath(path.readlink()), 0o777
    elif path.is_dir():
        entry.type, entry.mode = tarfile.DIRTYPE, _PROGRAM
    else:
        entry.size, entry.mode = path.stat().st_size, mode_of(path)
    return entry


def gzipped(content: bytes) -> bytes:
    """A gzip without name and time, which every system can open."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def write_tar_gz(folder: Path, target: Path, epoch: int, prefix: str) -> Path:
    """Writes a folder as .tar.gz, all of it under `prefix`."""
    target.write_bytes(gzipped(tar_bytes(folder, epoch, prefix)))
    return target


def write_zip(folder: Path, target: Path, epoch: int, prefix: str) -> Path:
    """Writes a folder as .zip; a zip holds no time zone, so the time is UTC."""
    moment = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in paths_within(folder):
            if path.is_dir():
                continue
            entry = zipfile.ZipInfo(prefix + path.relative_to(folder).as_posix(), moment)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | mode_of(path)) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return target


def ar_bytes(members: list[tuple[str, bytes]], epoch: int) -> bytes:
    """The plain archive that a Debian package is."""
    parts = [b"!<arch>\n"]
    for name, content in members:
        parts.append(f"{name:<16}{epoch:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode())
        parts += [content, b"\n" if len(content) % 2 else b""]
    return b"".join(parts)
