"""The wheel that hatchling builds holds the program and its assets, and no tool of the makers."""

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pydantic
import pytest
from release_steps import notices, python_packages
from release_steps.release import Release
from setup_steps.carried_pip import PIP_WHEEL

import hipmap
from tests.architecture.checkout_files import checkout_files

ROOT = Path(__file__).resolve().parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
LARGEST_SDIST = 16_000_000
DIST_INFO = f"hipmap-{VERSION}.dist-info"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built without a network and without touching the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("hipmap-*.whl")
    return zipfile.ZipFile(built)


def test_every_module_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "hipmap").rglob("*.py")}
    assert modules
    assert modules <= set(wheel.namelist())


def test_the_assets_are_in_the_package_but_not_their_sources(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assets = [
        path for path in (ROOT / "assets").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    wanted = {
        "hipmap/" + path.relative_to(ROOT).as_posix()
        for path in assets
        if not path.is_relative_to(ROOT / "assets" / "body" / "source")
    }
    assert wanted
    assert wanted <= names
    assert [name for name in names if name.startswith("hipmap/assets/body/source/")] == []


def test_nothing_else_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"hipmap", DIST_INFO}
    assert [name for name in wheel.namelist() if "__pycache__" in name] == []


def test_the_wheel_gives_the_hipmap_program(wheel: zipfile.ZipFile) -> None:
    entry_points = wheel.read(f"{DIST_INFO}/entry_points.txt").decode()
    assert "hipmap = hipmap.command_line:main" in entry_points


def test_the_published_packages_are_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wheel and sdist with their notices, under another umask."""
    monkeypatch.setattr(python_packages, "build_python", lambda: Path(sys.executable))
    monkeypatch.setattr(python_packages, "site_packages_of_build", lambda: Path(pydantic.__file__).parents[1])
    # The validator is a tool of the build alone.
    monkeypatch.setattr(notices, "run_tool", lambda *_given: "")
    release = Release(VERSION, 1_700_000_000)
    made = []
    for name, umask in (("one", 0o022), ("two", 0o077)):
        (tmp_path / name).mkdir()
        former = os.umask(umask)
        try:
            made.append(python_packages.write_packages(tmp_path / name, release))
        finally:
            os.umask(former)
    for one, two in zip(*made, strict=True):
        assert one.name == two.name
        assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(made[0][0]) as wheel:
        described = wheel.read(f"{DIST_INFO}/METADATA").decode()
        held = wheel.namelist()
    for name in ("LICENSE", "NOTICES.txt"):
        assert f"\nLicense-File: {name}\n" in described.partition("\n\n")[0] + "\n"
        assert f"{DIST_INFO}/licenses/{name}" in held
    must_be_whole(made[0][1])


def must_be_whole(sdist: Path) -> None:
    """The commands of the README need nothing that a source archive lacks."""
    with tarfile.open(sdist) as archive:
        rights = {entry.name: entry.mode for entry in archive}
        described = archive.extractfile(f"hipmap-{VERSION}/PKG-INFO")
        assert described is not None
        assert b"\nLicense-File: NOTICES.txt\n" in described.read()
    inside = {name.removeprefix(f"hipmap-{VERSION}/") for name in rights}
    assert {"NOTICES.txt", "sbom.cdx.json"} <= inside
    missing = {path.as_posix() for path in checkout_files()} - inside
    assert missing == set()
    assert f"packaging/wheels/{PIP_WHEEL}" in inside
    assert rights[f"hipmap-{VERSION}/.ci/run"] & 0o111
    assert sdist.stat().st_size < LARGEST_SDIST


def test_the_program_and_its_package_tell_the_same_version() -> None:
    assert hipmap.__version__ == VERSION
