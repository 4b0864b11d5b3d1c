"""The install script of the wheelhouse: what it checks and refuses, and that nothing is half installed."""

import json
import os
import subprocess
import sys
import zipfile
from collections import namedtuple
from pathlib import Path

import install
import pytest
from install_steps import commands, place, staging, wheelhouse
from install_steps.wheelhouse import About
from release_steps.archives import paths_within
from release_steps.python_packages import with_notices
from release_steps.release import Release
from release_steps.sums import sums_text
from release_steps.wheelhouse import PLATFORMS
from release_steps.wheelhouse import lay_out as lay_out_wheelhouse
from setup_steps.carried_pip import PIP_WHEEL
from setup_steps.layout import CARRIED_WHEELS
from setup_steps.obstacle import Obstacle
from setup_steps.platform_floor import Machine, this_machine

RELEASE = Release("7.7.7", 1_700_000_000)
RUNNING = f"{sys.version_info[0]}.{sys.version_info[1]}"
HERE = "linux_aarch64" if this_machine().processor == "aarch64" else "linux_x86_64"
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="installs for Linux")


def small_wheel(folder: Path) -> Path:
    """A stand-in for hipmap: a package that tells its version."""
    about = "hipmap-7.7.7.dist-info"
    path = folder / "hipmap-7.7.7-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hipmap/__init__.py", "")
        archive.writestr("hipmap/__main__.py", "import sys\nprint('hipmap', '7.7.7', *sys.argv[2:])\n")
        archive.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: hipmap\nVersion: 7.7.7\n")
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


def refusal(house: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence or two of a refusal; nothing may be left of the attempt."""
    target = house.parent / "target" / "hipmap"
    code = commands.carry_out(["--target", str(target), *arguments], house)
    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith("hipmap cannot be installed: ")
    assert "Traceback" not in said
    assert list(target.parent.glob(".hipmap*")) == []
    return said


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_old_python_is_told(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 0, "final", 0))
    assert install.main([]) == 2
    assert (
        f"it needs Python 3.11 or newer; this is Python {version[0]}.{version[1]}" in capsys.readouterr().err
    )


def test_the_script_can_be_read_by_an_old_python() -> None:
    import ast

    source = Path(install.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    top = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [alias.name for node in top for alias in node.names] == ["sys"]


@linux_only
def test_hipmap_is_installed_started_and_removed(house: Path, tmp_path: Path) -> None:
    """As a person does it: another process, a target with spaces and signs, then the uninstaller."""
    target = tmp_path / "Zïel mit Leerzeichen" / "hip map"
    variables = {**os.environ, "PIP_TARGET": str(tmp_path / "elsewhere"), "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(house / "install.py"), "--target", str(target), "--no-menu"],
        env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"hipmap 7.7.7 is in {target}." in done.stdout
    moved = target.rename(tmp_path / "moved")
    started = subprocess.run(
        [str(moved / "hipmap"), "--version", "ü"], capture_output=True, text=True, check=True
    )
    assert started.stdout == "hipmap 7.7.7 ü\n"
    assert (moved / "VERSION").read_text() == "7.7.7\n"
    assert (moved / "NOTICES.txt").exists()
    assert (moved / "share" / "applications" / "hipmap.desktop").exists()
    assert not (moved / "share" / "man" / "man1" / "another.1").exists()
    assert not (tmp_path / "elsewhere").exists()
    assert list((house).rglob("__pycache__")) == []
    assert list(target.parent.iterdir()) == []


def test_every_file_is_compared_before_anything_else(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.carry_out(["--check"], house) == 0
    assert "is whole" in capsys.readouterr().out
    wheel = next((house / "wheels").glob("hipmap*"))
    wheel.write_bytes(wheel.read_bytes()[:-1])
    assert f"{wheel.name} is damaged or was changed" in refusal(house, capsys)
    wheel.unlink()
    assert f"{wheel.name} is missing" in refusal(house, capsys)


def test_a_wheel_that_is_not_listed_is_refused(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "wheels" / "zlib-9-py3-none-any.whl").write_bytes(b"")
    assert "does not belong to this folder" in refusal(house, capsys)


@pytest.mark.parametrize("text", ["", "nonsense", "00  ../../x\n"])
def test_damaged_sums_are_refused(text: str, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house / "SHA256SUMS").write_text(text)
    assert "SHA256SUMS is damaged" in refusal(house, capsys)


def test_new_sums_do_not_get_another_wheel_past_pip(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wheel = next((house / "wheels").glob("hipmap*"))
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("hipmap/more.py", "")
    seal(house)
    assert "its SHA-256 differs" in refusal(house, capsys)
    assert not (house.parent / "target" / "hipmap").exists()


ABOUT = About("1.0", "linux", "x86_64", ("3.11", "3.12"))


@pytest.mark.parametrize(
    ("machine", "python", "words"),
    [
        (Machine("linux", "x86_64", (2, 36), bits=32), (3, 11), "64-bit"),
        (Machine("linux", "x86_64", (2, 31)), (3, 11), "glibc 2.34"),
        (Machine("win32", "x86_64", (19045,)), (3, 11), "for Linux on x86_64; this is Windows on x86_64"),
        (Machine("linux", "aarch64", (2, 40)), (3, 11), "this is Linux on aarch64"),
        (Machine("linux", "x86_64", (2, 36)), (3, 14), "for Python 3.11, 3.12; this is Python 3.14"),
    ],
)
def test_another_system_or_python_is_refused(machine: Machine, python: tuple[int, int], words: str) -> None:
    with pytest.raises(Obstacle) as refused:
        wheelhouse.must_suit_this_machine(ABOUT, machine, python)
    assert words in str(refused.value)


def test_the_right_system_is_accepted() -> None:
    wheelhouse.must_suit_this_machine(ABOUT, Machine("linux", "x86_64", (2, 36)), (3, 12))


def test_a_full_disk_is_told_before_anything_is_written(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("install_steps.place.shutil.disk_usage", lambda _folder: usage(10, 9, 1_000))
    assert "too little room" in refusal(house, capsys)


def test_a_disk_that_fills_up_meanwhile_leaves_nothing(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(stage: Path, _wheelhouse: Path) -> None:
        (stage / "lib").mkdir(parents=True)
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(staging, "_fill", full)
    assert "disk is full" in refusal(house, capsys)
    assert not (house.parent / "target" / "hipmap").exists()


def test_no_right_to_write_is_told(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("install_steps.place.os.access", lambda *_given: False)
    assert "no right to write" in refusal(house, capsys)


def test_a_folder_of_someone_else_is_left_alone(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = house.parent / "target" / "hipmap"
    target.mkdir(parents=True)
    (target / "thesis.txt").write_text("mine")
    assert "is not hipmap's" in refusal(house, capsys)
    assert (target / "thesis.txt").read_text() == "mine"


@linux_only
def test_an_older_copy_stays_where_the_new_one_does_not_start(
    house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = house.parent / "target" / "hipmap"
    target.mkdir(parents=True)
    (target / "VERSION").write_text("1.0\n")

    def broken(stage: Path, _wheelhouse: Path) -> None:
        python = staging.python_within(stage)
        python.parent.mkdir(parents=True)
        python.write_text("#!/bin/sh\necho 'No module named hipmap' >&2\nexit 1\n")
        python.chmod(0o755)

    monkeypatch.setattr(staging, "_fill", broken)
    assert "does not start (No module named hipmap)" in refusal(house, capsys)
    assert (target / "VERSION").read_text() == "1.0\n"


@linux_only
def test_an_older_copy_comes_back_when_the_new_one_cannot_be_put_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, stage = tmp_path / "hipmap", tmp_path / "stage-that-is-gone"
    target.mkdir()
    (target / "VERSION").write_text("1.0\n")
    with pytest.raises(OSError, match="stage"):
        staging._put_in_place(stage, target)
    assert (target / "VERSION").read_text() == "1.0\n"
    assert [path.name for path in tmp_path.iterdir()] == ["hipmap"]


@linux_only
def test_a_running_copy_is_found(tmp_path: Path) -> None:
    import shutil

    target = tmp_path / "hip map ü"
    target.mkdir()
    assert place.who_runs(target) == ""
    shutil.copy(shutil.which("sleep") or "", target / "python")
    with subprocess.Popen([str(target / "python"), "60"]) as running:
        assert place.who_runs(target) == str(running.pid)
        running.kill()


def test_the_usual_place_is_this_persons(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert place.target_of(tmp_path / "a" / ".." / "b") == tmp_path / "b"
    with pytest.raises(Obstacle, match="folder of its own"):
        place.must_fit(Path("/"), tmp_path)


def test_a_wheelhouse_tells_what_it_is_for(house: Path) -> None:
    about = wheelhouse.read_about(house)
    assert (about.version, about.pythons) == ("7.7.7", (RUNNING,))
    (house / "wheelhouse.json").write_text(json.dumps({"version": "1"}))
    with pytest.raises(Obstacle, match="cannot be read"):
        wheelhouse.read_about(house)


def test_each_platform_has_wheels_that_hipmaps_floor_allows() -> None:
    assert set(PLATFORMS) == {
        "linux_x86_64", "linux_aarch64", "windows_amd64", "macos_arm64", "macos_x86_64"
    }  # fmt: skip
    assert not [tag for tag in PLATFORMS["linux_x86_64"].tags if tag.startswith("manylinux_2_35")]


def test_the_added_notices_are_recorded_in_the_wheel(house: Path) -> None:
    with zipfile.ZipFile(next((house / "wheels").glob("hipmap*"))) as archive:
        names = archive.namelist()
        record = archive.read("hipmap-7.7.7.dist-info/RECORD").decode()
    assert names[-1] == "hipmap-7.7.7.dist-info/RECORD"
    assert sorted(line.split(",")[0] for line in record.splitlines()) == sorted(names)
    assert "hipmap-7.7.7.dist-info/sboms/sbom.cdx.json" in names
    assert "hipmap-7.7.7.dist-info/licenses/NOTICES.txt" in names
