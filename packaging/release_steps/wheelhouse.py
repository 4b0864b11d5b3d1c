"""Everything that `install.py` needs on a machine without a network, for one system and some Pythons."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from setup_steps.carried_pip import PIP_WHEEL, pip_program
from setup_steps.layout import CARRIED_WHEELS, LOCK, ROOT
from setup_steps.lock import requirements_of

from release_steps import notices
from release_steps.archives import paths_within, write_tar_gz, write_zip
from release_steps.build_environment import build_python, site_packages_of_build
from release_steps.carried_pip_parts import parts_of_pip
from release_steps.python_packages import write_packages
from release_steps.release import NAME, Release, run_tool
from release_steps.shared_files import SCRIPTS, SOURCES, write_shared
from release_steps.sums import FILE_NAME as SUMS_FILE
from release_steps.sums import sums_text

PYTHONS = ("3.11", "3.12", "3.13")


@dataclass(frozen=True)
class Platform:
    """The names under which wheels for a system are published, and what that system calls itself."""

    tags: tuple[str, ...]
    system: str
    machine: str


def _linux(machine: str, newest: int) -> Platform:
    versions = (17, 24, 26, 27, 28, 31, 34, 35, 39)
    tags = [f"manylinux_2_{version}_{machine}" for version in versions if version <= newest]
    return Platform((*tags, f"manylinux2014_{machine}"), "linux", machine)


PLATFORMS = {
    "linux_x86_64": _linux("x86_64", 34),
    "linux_aarch64": _linux("aarch64", 39),
    "windows_amd64": Platform(("win_amd64",), "win32", "x86_64"),
    "macos_arm64": Platform(("macosx_13_0_arm64", "macosx_13_0_universal2"), "darwin", "aarch64"),
    "macos_x86_64": Platform(("macosx_13_0_x86_64", "macosx_13_0_universal2"), "darwin", "x86_64"),
}
_SCRIPTS = ROOT / "packaging"
_SHARED_STEPS = (
    "__init__", "carried_pip", "layout", "lock", "obstacle", "pip_complaints", "platform_floor",
)  # fmt: skip


def write_wheelhouse(folder: Path, release: Release, name: str, pythons: tuple[str, ...]) -> Path:
    """Writes hipmap-VERSION-wheelhouse-NAME as .zip for Windows, else as .tar.gz."""
    title = f"{NAME}-{release.version}-wheelhouse-{name}"
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        tree = Path(scratch)
        gather_wheels(tree, release, PLATFORMS[name], pythons)
        lay_out(tree, release, PLATFORMS[name], pythons)
        system = {"win32": "windows", "darwin": "macos"}.get(PLATFORMS[name].system, "linux")
        notices.write_notices(
            tree, site_packages_of_build(), release, title, frozen=False, system=system, more=parts_of_pip()
        )
        (tree / SUMS_FILE).write_text(
            sums_text(tree, [path for path in paths_within(tree) if path.is_file()]),
            encoding="utf-8",
            newline="\n",
        )
        write, ending = (write_zip, ".zip") if name.startswith("windows") else (write_tar_gz, ".tar.gz")
        return write(tree, folder / f"{title}{ending}", release.epoch, f"{title}/")


def gather_wheels(tree: Path, release: Release, platform: Platform, pythons: tuple[str, ...]) -> None:
    """Fetches the locked wheels for a system, each by its hash, and adds hipmap's own and pip's."""
    wheels = tree / "wheels"
    wheels.mkdir()
    text = "".join(one.text for one in requirements_of("run", LOCK.read_text(encoding="utf-8")))
    locked = tree / "requirements.txt"
    locked.write_text(text, encoding="utf-8", newline="\n")
    for python in pythons:
        command = [str(build_python()), str(pip_program()), "download", "--require-hashes", "--no-deps"]
        command += ["--only-binary", ":all:", "--implementation", "cp", "--python-version", python]
        command += [part for tag in platform.tags for part in ("--platform", tag)]
        command += ["--no-input", "--disable-pip-version-check", "-d", str(wheels), "-r", str(locked)]
        run_tool(command, release, f"fetching the wheels for Python {python}")
    own = write_packages_wheel(wheels, release)
    digest = hashlib.sha256(own.read_bytes()).hexdigest()
    locked.write_text(f"{text}{NAME}=={release.version} \\\n    --hash=sha256:{digest}\n", encoding="utf-8",
                      newline="\n")  # fmt: skip
    shutil.copyfile(CARRIED_WHEELS / PIP_WHEEL, wheels / PIP_WHEEL)


def write_packages_wheel(wheels: Path, release: Release) -> Path:
    """The wheel of hipmap itself, the same as the one that is published."""
    with tempfile.TemporaryDirectory() as scratch:
        wheel, _sdist = write_packages(Path(scratch), release)
        return Path(shutil.copyfile(wheel, wheels / wheel.name))


def lay_out(tree: Path, release: Release, platform: Platform, pythons: tuple[str, ...]) -> None:
    """Lays the install script beside the wheels, and what a desktop needs."""
    shutil.copyfile(_SCRIPTS / "install.py", tree / "install.py")
    for package, names in (("install_steps", None), ("setup_steps", _SHARED_STEPS)):
        (tree / package).mkdir()
        for path in sorted((_SCRIPTS / package).glob("*.py")):
            if names is None or path.stem in names:
                shutil.copyfile(path, tree / package / path.name)
    about = {"version": release.version, "system": platform.system, "machine": platform.machine,
             "pythons": list(pythons)}  # fmt: skip
    (tree / "wheelhouse.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8", newline="\n")
    (tree / "READ_ME.txt").write_bytes((_SCRIPTS / "install_steps" / "READ_ME.txt").read_bytes())
    if platform.system == "linux":
        write_shared(tree / "share", release)
        for script in SCRIPTS:
            shutil.copyfile(SOURCES / script, tree / script)
