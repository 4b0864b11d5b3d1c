"""The one file that installs itself: a script for any shell, and the archive behind its last line."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from install_steps.installed_files import write_list

from release_steps import frozen
from release_steps.archives import gzipped, tar_bytes
from release_steps.release import Release
from release_steps.shared_files import SCRIPTS, SOURCES, dated, write_shared
from release_steps.system_needs import newest_glibc, programs_in


def write_run_file(program: Path, folder: Path, release: Release) -> Path:
    """Writes hipmap-VERSION-linux-MACHINE.run."""
    target = folder / f"{release.label}.run"
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        tree = frozen.copied(program, Path(scratch) / "hipmap")
        write_shared(tree / "share", release)
        for name in SCRIPTS:
            (tree / name).write_bytes((SOURCES / name).read_bytes())
        write_list(tree)
        payload = gzipped(tar_bytes(tree, release.epoch))
        size = frozen.size_of(tree)
    stub = stub_text(payload, size, newest_glibc(programs_in(program)), target.name, release)
    target.write_bytes(stub.encode() + payload)
    target.chmod(0o755)
    return target


def stub_text(payload: bytes, size: int, glibc: int, name: str, release: Release) -> str:
    """The script, which knows how long it is and what must follow it."""
    script = dated("run.sh", release)
    told = {
        "@FILE@": name,
        "@LINES@": str(script.count("\n") + 1),
        "@DIGEST@": hashlib.sha256(payload).hexdigest(),
        # A tenth more than the files: a disk counts in blocks.
        "@KIBIBYTES@": str(size * 11 // 10 // 1024),
        "@GLIBC@": str(glibc),
    }
    for mark, value in told.items():
        script = script.replace(mark, value)
    return script
