"""The wheel and the sdist, with their notices and list of parts; the same sources give the same bytes."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

from release_steps import notices, sbom
from release_steps.archives import write_tar_gz
from release_steps.build_environment import build_python, site_packages_of_build
from release_steps.release import NAME, Release, run_tool


def write_packages(folder: Path, release: Release) -> list[Path]:
    """Writes both; hatchling makes them, then the notices of these very versions are added."""
    with tempfile.TemporaryDirectory() as scratch:
        made, told = Path(scratch) / "made", Path(scratch) / "told"
        command = [
            str(build_python()),
            "-m",
            "hatchling",
            "build",
            "-t",
            "wheel",
            "-t",
            "sdist",
            "-d",
            str(made),
        ]
        run_tool(command, release, "hatchling")
        notices.write_notices(
            told, site_packages_of_build(), release, "wheel and sdist", frozen=False, system=None
        )
        (wheel,), (sdist,) = made.glob("*.whl"), made.glob("*.tar.gz")
        return [with_notices(wheel, told, folder, release), _sdist_with(sdist, told, folder, release)]


def with_notices(wheel: Path, told: Path, folder: Path, release: Release) -> Path:
    """Adds the notices to a wheel, where Python's tools look for them (PEP 639 and PEP 770)."""
    about = f"{NAME}-{release.version}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        content = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/RECORD")}
    content[f"{about}/METADATA"] = naming_notices(content[f"{about}/METADATA"])
    content[f"{about}/licenses/{notices.FILE_NAME}"] = (told / notices.FILE_NAME).read_bytes()
    content[f"{about}/sboms/{sbom.FILE_NAME}"] = (told / sbom.FILE_NAME).read_bytes()
    # What describes a package comes last, by which tools find it fast; its record the very last.
    names = sorted(content, key=lambda name: (name.startswith(about), name))
    record = "".join(_recorded(name, content[name]) for name in names) + f"{about}/RECORD,,\n"
    target = folder / wheel.name
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            archive.writestr(_entry(name, release.epoch), content[name])
        archive.writestr(_entry(f"{about}/RECORD", release.epoch), record)
    return target


def naming_notices(description: bytes) -> bytes:
    """The description of a package with the notices among its licence files (PEP 639)."""
    named = f"License-File: {notices.FILE_NAME}".encode()
    head, ending, words = description.partition(b"\n\n")
    lines = head.split(b"\n")
    last = max(number for number, line in enumerate(lines) if line.startswith(b"License-File: "))
    return b"\n".join([*lines[: last + 1], named, *lines[last + 1 :]]) + ending + words


def _recorded(name: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


def _entry(name: str, epoch: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, time.gmtime(epoch)[:6])
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _sdist_with(sdist: Path, told: Path, folder: Path, release: Release) -> Path:
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(sdist.read_bytes()))) as archive:
            # Pythons before 3.11.4 know no filter; later ones want to be told which.
            archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _path: member)
            archive.extractall(scratch)
        (tree,) = Path(scratch).iterdir()
        for name in (notices.FILE_NAME, sbom.FILE_NAME):
            (tree / name).write_bytes((told / name).read_bytes())
        about = tree / "PKG-INFO"
        about.write_bytes(naming_notices(about.read_bytes()))
        for path in tree.rglob("*"):
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        return write_tar_gz(tree, folder / sdist.name, release.epoch, f"{tree.name}/")
