"""Small stand-ins for the frozen program and for hipmap's wheel, and what installs them."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
from install_steps.installed_files import write_list
from release_steps import notices, run_file, sbom
from release_steps.archives import paths_within
from release_steps.python_packages import with_notices
from release_steps.release import Release
from release_steps.sums import sums_text
from release_steps.wheelhouse import PLATFORMS
from release_steps.wheelhouse import lay_out as lay_out_wheelhouse
from setup_steps.carried_pip import PIP_WHEEL
from setup_steps.layout import CARRIED_WHEELS
from setup_steps.platform_floor import this_machine

MOMENT = 1_700_000_000
RELEASE = Release("7.7.7", MOMENT)
_DESCRIPTION = "Metadata-Version: 2.4\nName: hipmap\nVersion: 7.7.7\nLicense-File: LICENSE\n"
RUNNING = f"{sys.version_info[0]}.{sys.version_info[1]}"
HERE = "linux_aarch64" if this_machine().processor == "aarch64" else "linux_x86_64"


def installed_before(folder: Path, version: str) -> Path:
    """A former hipmap, as an installer left it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "VERSION").write_text(f"{version}\n")
    write_list(folder)
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A stand-in for the frozen program: it tells its version, and waits when told to."""
    folder = tmp_path / "frozen" / "hipmap"
    (folder / "_internal").mkdir(parents=True)
    starter = folder / "hipmap"
    starter.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo "hipmap 1.2.3" && exit 0\nprintf "%s\\n" "$@"\n'
    )
    starter.chmod(0o755)
    (folder / "VERSION").write_text("1.2.3\n")
    (folder / "_internal" / "data").write_text("of the new one")
    (folder / notices.FILE_NAME).write_text("notices")
    (folder / sbom.FILE_NAME).write_text("{}")
    return folder


@pytest.fixture
def installer(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that installs itself, in a folder whose name is no easy one."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    folder = tmp_path / "Über 'alles' \"漢字\""
    folder.mkdir()
    return installer_of(program, folder)


def installer_of(program: Path, folder: Path) -> Path:
    """The file that installs a program, as another person than root: menus of this machine are no test's."""
    made = run_file.write_run_file(program, folder, Release("1.2.3", MOMENT, os.uname().machine))
    made.write_bytes(made.read_bytes().replace(b'"$(id -u)"', b'"1000"'))
    return made


def small_wheel(folder: Path) -> Path:
    """A stand-in for hipmap: a package that tells its version."""
    about = "hipmap-7.7.7.dist-info"
    path = folder / "hipmap-7.7.7-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hipmap/__init__.py", "")
        archive.writestr("hipmap/__main__.py", "import sys\nprint('hipmap', '7.7.7', *sys.argv[2:])\n")
        archive.writestr(f"{about}/METADATA", _DESCRIPTION)
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
        archive.writestr("hipmap-7.7.7.data/data/share/man/man1/another.1", "of a package")
    return path


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small wheelhouse for this machine, whole, in a folder whose name is no easy one."""
    import hashlib

    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    tree = tmp_path / "Räder 'und' 漢字"
    (tree / "wheels").mkdir(parents=True)
    told = tmp_path / "told"
    told.mkdir()
    for name in ("NOTICES.txt", "sbom.cdx.json"):
        (told / name).write_text("{}")
        (tree / name).write_text("{}")
    wheel = with_notices(small_wheel(tmp_path), told, tree / "wheels", RELEASE)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (tree / "requirements.txt").write_text(f"hipmap==7.7.7 --hash=sha256:{digest}\n")
    (tree / "wheels" / PIP_WHEEL).write_bytes((CARRIED_WHEELS / PIP_WHEEL).read_bytes())
    lay_out_wheelhouse(tree, RELEASE, PLATFORMS[HERE], (RUNNING,))
    seal(tree)
    return tree


def seal(tree: Path) -> None:
    (tree / "SHA256SUMS").unlink(missing_ok=True)
    (tree / "SHA256SUMS").write_text(
        sums_text(tree, [path for path in paths_within(tree) if path.is_file()]), encoding="utf-8"
    )
