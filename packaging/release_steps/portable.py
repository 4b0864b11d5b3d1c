"""The archive that runs from a stick: the program, a starter, and a mark that keeps its data beside it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from release_steps import frozen, notices, sbom
from release_steps.archives import write_tar_gz
from release_steps.release import NAME, Release
from release_steps.shared_files import dated
from release_steps.system_needs import newest_glibc, programs_in

MARK = "hipmap-portable.txt"
_MARK_TEXT = (
    "While this file is here, hipmap keeps settings and records in the folder hipmap-data beside it.\n"
)


def write_portable(program: Path, folder: Path, release: Release) -> Path:
    """Writes hipmap-VERSION-linux-MACHINE-portable.tar.gz."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        tree = Path(scratch)
        lay_out(program, tree, release)
        name = f"{release.label}-portable"
        return write_tar_gz(tree, folder / f"{name}.tar.gz", release.epoch, f"{NAME}-{release.version}/")


def lay_out(program: Path, tree: Path, release: Release) -> None:
    """Lays the files as they lie on the stick."""
    frozen.copied(program, tree / "program")
    starter = tree / NAME
    glibc = str(newest_glibc(programs_in(program)))
    text = dated("portable.sh", release).replace("@GLIBC@", glibc)
    starter.write_text(text, encoding="utf-8", newline="\n")
    starter.chmod(0o755)
    (tree / MARK).write_text(_MARK_TEXT, encoding="utf-8")
    (tree / "READ_ME.txt").write_text(dated("portable.txt", release), encoding="utf-8")
    for name in (notices.FILE_NAME, sbom.FILE_NAME):
        (tree / "program" / name).rename(tree / name)
