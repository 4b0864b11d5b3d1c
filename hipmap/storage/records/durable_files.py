"""Reads small files that others may have tampered with, and writes files that are whole or not there."""

import os
import stat
from pathlib import Path

from hipmap.storage.records.problems import Damaged, NoVault
from hipmap.storage.whole_file import replace_file


def read_bounded(path: Path, most: int) -> bytes:
    """Gives the bytes of a plain file; refuses links, devices and what is too large."""
    must_be_plain(path)
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise Damaged("file_large", path.name)
    return content


def must_be_plain(path: Path) -> None:
    """Refuses a link, which could lead the records to where others read them, and what is no file."""
    kind = path.lstat().st_mode
    if stat.S_ISLNK(kind):
        raise NoVault("link", path.name)
    if not stat.S_ISREG(kind):
        raise NoVault("no_file", path.name)


def write_whole(path: Path, content: bytes) -> None:
    """Puts the new content in the old one's place only when it is complete on the disk."""
    replace_file(path, content)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes new names in the folder last; Windows does so by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network shares know no such thing
    finally:
        os.close(handle)
