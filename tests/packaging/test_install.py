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
from install_steps import commands, place, replacing, staging, wheelhouse
from install_steps.signals import ended_gently
from install_steps.wheelhouse import About
from release_steps.wheelhouse import PLATFORMS
from setup_steps.obstacle import Obstacle
from setup_steps.platform_floor import Machine

from tests.packaging.conftest import RUNNING, installed_before, seal

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="installs for Linux")


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
    def full(stage: Path, _wheelhouse: Path, _held: int) -> None:
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
    target = installed_before(house.parent / "target" / "hipmap", "1.0")

    def broken(stage: Path, _wheelhouse: Path, _held: int) -> None:
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
    with pytest.raises(OSError, match="stage"), ended_gently():
        replacing.put_in_place(stage, target)
    assert (target / "VERSION").read_text() == "1.0\n"
    assert [path.name for path in tmp_path.iterdir()] == ["hipmap"]


@linux_only
def test_a_running_copy_is_found(tmp_path: Path) -> None:
    import shutil

    target = tmp_path / "hip map ü"
    target.mkdir()
    assert place.who_runs(target) == ""
    shutil.copy(shutil.which("cat") or "", target / "python")
    with subprocess.Popen([str(target / "python")], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b"here\n")
        running.stdin.flush()
        assert running.stdout.readline() == b"here\n"  # only now it is sure to be loaded
        assert place.who_runs(target) == str(running.pid)


def test_the_usual_place_is_this_persons(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert place.target_of(tmp_path / "a" / ".." / "b") == tmp_path / "b"
    with pytest.raises(Obstacle, match="folder of its own"):
        place.must_fit(Path("/"), tmp_path, "1.0")


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
