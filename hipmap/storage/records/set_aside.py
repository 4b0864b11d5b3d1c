"""Lays a copy of the whole vault aside before something is done to it that cannot be undone."""

import os
import shutil
from pathlib import Path

from hipmap.storage.records.audit_anchor import ANCHOR
from hipmap.storage.records.database import RECORDS
from hipmap.storage.records.durable_files import sync_folder
from hipmap.storage.records.key_file import KEYS, KEYS_COPY
from hipmap.storage.records.surroundings import Surroundings

ASIDE = "aside"
# Records that a restore moved out of the way stand beside the present ones.
BEFORE_RESTORE = ".before-restore-"
# What a vault consists of; the journal is there only after a crash.
PARTS = (RECORDS, f"{RECORDS}-journal", KEYS, KEYS_COPY, ANCHOR)


def set_aside(folder: Path, why: str, around: Surroundings) -> Path:
    """Copies the closed or quiet vault byte by byte; it opens like any other."""
    when = around.now().strftime("%Y%m%dT%H%M%SZ")
    into = folder / ASIDE / f"{why}-{when}-{around.random_bytes(3).hex()}"
    into.mkdir(parents=True)
    into.chmod(0o700)
    for name in PARTS:
        if (folder / name).exists():
            _copy(folder / name, into / name)
    sync_folder(into)
    return into


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target, follow_symlinks=False)
    target.chmod(0o600)
    handle = os.open(target, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
