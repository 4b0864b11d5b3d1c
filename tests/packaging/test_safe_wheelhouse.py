"""What the install script of the wheelhouse leaves alone, and how it ends when something stops it."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from install_steps import commands, installed_files, launchers, place, qt_needs, replacing, staging
from install_steps.installed_files import LIST
from setup_steps.obstacle import Obstacle

from tests.packaging.conftest import installed_before

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="installs for Linux")
Told = pytest.CaptureFixture[str]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "place" / "hipmap"


def carried_out(house: Path, target: Path, capsys: Told) -> tuple[int, str]:
    code = commands.carry_out(["--no-menu", "--target", str(target)], house)
    return code, capsys.readouterr().err


def small_fill(stage: Path, _wheelhouse: Path, _held: int) -> None:
    """Instead of an environment with packages."""
    python = staging.python_within(stage)
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho hipmap 7.7.7\n")
    python.chmod(0o755)


def test_it_goes_over_a_former_one_leaves_what_is_anothers_and_is_removed(
    house: Path, target: Path, tmp_path: Path
) -> None:
    """As root with a narrow umask does it, from a stick that has been in a Mac."""
    (house / "wheels" / "._hipmap-7.7.7-py3-none-any.whl").write_bytes(b"\0\5\x16\7")
    (house / "wheels" / ".DS_Store").write_bytes(b"")
    target.mkdir(parents=True)
    (target / "old.py").write_text("of the former one")
    installed_before(target, "1.0")
    (target / "policy.toml").write_text("mine")
    (target / "bin").mkdir()
    (target / "bin" / "mine").write_text("mine")
    command = ["sh", "-c", 'umask 077; exec "$@"', "sh", sys.executable, str(house / "install.py")]
    done = subprocess.run(
        [*command, "--no-menu", "--target", str(target)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (target / "old.py").exists()
    narrow = [path for path in target.rglob("*") if path.lstat().st_mode & 0o044 != 0o044]
    assert [path.name for path in narrow if path.name not in ("policy.toml", "mine")] == []
    assert [path.name for path in target.parent.iterdir()] == ["hipmap"]
    assert subprocess.run([str(target / "hipmap")], check=False).returncode == 0

    removed = subprocess.run(
        ["sh", str(target / "uninstall.sh")], capture_output=True, text=True, check=False
    )
    assert removed.returncode == 0, removed.stderr
    files = {str(path.relative_to(target)) for path in target.rglob("*") if not path.is_dir()}
    assert files == {"policy.toml", "bin/mine", LIST}
    assert removed.stdout.endswith(f"left in {target}:\n    bin\n    policy.toml\n")


def test_a_file_named_version_makes_no_folder_hipmaps(house: Path, target: Path, capsys: Told) -> None:
    target.mkdir(parents=True)
    (target / "VERSION").write_text("1.0\n")
    (target / "thesis.txt").write_text("mine")
    code, said = carried_out(house, target, capsys)
    assert (code, "is not hipmap's" in said) == (2, True)
    assert {path.name for path in target.iterdir()} == {"VERSION", "thesis.txt"}


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "a//x", "", "C:x", "..\\x"])
def test_a_damaged_list_deletes_nothing_outside(name: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    former = installed_before(tmp_path / "former", "1.0")
    with (former / LIST).open("a") as names:
        names.write(f"{name}\n")
    (tmp_path / "new").mkdir()
    installed_files.carry_over(former, tmp_path / "new")
    assert (tmp_path / "x").read_text() == "mine"
    assert not former.exists()


def test_a_link_is_taken_away_and_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x").write_text("mine")
    former, new = tmp_path / "former", tmp_path / "new"
    former.mkdir()
    (former / "lib64").symlink_to(tmp_path / "elsewhere")
    installed_before(former, "1.0")
    assert "lib64" in (former / LIST).read_text().splitlines()
    new.mkdir()
    installed_files.carry_over(former, new)
    assert (tmp_path / "elsewhere" / "x").exists()
    assert list(new.iterdir()) == []


@pytest.mark.parametrize("stop", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_one_that_is_stopped_ends_its_pip_and_leaves_nothing(
    stop: str, house: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    os.mkfifo(tmp_path / "never")
    waiting: list[int] = []
    wait = subprocess.Popen.communicate

    def stopped_meanwhile(running: "subprocess.Popen[str]") -> tuple[str, str]:
        waiting.append(running.pid)
        os.kill(os.getpid(), getattr(signal, stop))
        return wait(running)

    def stopped(stage: Path, _wheelhouse: Path, held: int) -> None:
        (stage / "lib").mkdir(parents=True)
        staging._carried_out(["sh", "-c", f'read -r _ < "{tmp_path}/never"'], held)

    monkeypatch.setattr(subprocess.Popen, "communicate", stopped_meanwhile)
    monkeypatch.setattr(staging, "_fill", stopped)
    before = signal.getsignal(getattr(signal, stop))
    code, said = carried_out(house, target, capsys)
    assert (code, said) == (2, "hipmap cannot be installed: it was interrupted. Nothing was changed.\n")
    assert not target.parent.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(waiting[0], 0)
    assert signal.getsignal(getattr(signal, stop)) is before


def test_ctrl_c_between_the_two_moves_does_not_stop_it(
    house: Path, target: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    installed_before(target, "1.0")
    (target / "policy.toml").write_text("mine")
    monkeypatch.setattr(staging, "_fill", small_fill)
    rename = Path.rename

    def interrupted(path: Path, to: Path) -> Path:
        moved = rename(path, to)
        os.kill(os.getpid(), signal.SIGINT)
        return moved

    monkeypatch.setattr(Path, "rename", interrupted)
    assert carried_out(house, target, capsys) == (0, "")
    assert (target / "VERSION").read_text() == "7.7.7\n"
    assert (target / "policy.toml").read_text() == "mine"
    assert [path.name for path in target.parent.iterdir()] == ["hipmap"]


@pytest.mark.parametrize("is_there", [False, True])
def test_what_a_killed_one_left_is_made_good(
    is_there: bool, house: Path, target: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    if is_there:  # killed while it carried over what was not its own
        installed_before(target, "1.2")
    aside = installed_before(target.with_name(".hipmap.hipmap-former"), "1.0")
    (aside / "policy.toml").write_text("mine")
    (target.parent / ".hipmap.hipmap-new" / "half").mkdir(parents=True)
    (target.parent / ".hipmap.hipmap-lock").write_bytes(b"")
    monkeypatch.setattr(staging, "_fill", small_fill)
    assert carried_out(house, target, capsys) == (0, "")
    assert (target / "policy.toml").read_text() == "mine"
    assert [path.name for path in target.parent.iterdir()] == ["hipmap"]


def test_a_second_one_meanwhile_is_told_to_wait(
    house: Path, installer: Path, target: Path, capsys: Told
) -> None:
    with replacing.alone_at(target):
        code, said = carried_out(house, target, capsys)
        command = ["sh", str(installer), "--target", str(target)]
        other = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (code, other.returncode) == (2, 2)
    for told in (said, other.stderr):
        assert f"another installation in {target} is at work" in told
    assert not target.parent.exists()


def test_what_outlives_a_killed_one_keeps_the_next_one_waiting(target: Path) -> None:
    """As pip does, which writes on where only the script that started it was killed."""
    with replacing.alone_at(target) as held:
        code, said, _ = staging._carried_out(["sh", "-c", f"flock -n {held} && echo the same lock"], held)
    assert (code, said) == (0, "the same lock\n")


def test_somebody_without_a_home_folder_names_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import pwd

    def unknown(_number: int) -> None:
        raise KeyError("uid not found")

    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    with pytest.raises(Obstacle, match=r"no home folder \(HOME is not set\)\. Name a folder by --target"):
        place.target_of(None)
    said = launchers.add_to_menu(tmp_path)
    assert said.startswith("There is no menu entry, for this user has no home folder. To start: ")


def test_a_folder_that_lacks_one_of_its_modules_says_so(house: Path) -> None:
    for name in ("install_steps/launchers.py", "setup_steps/obstacle.py"):
        shutil.move(house / name, house.parent / "kept")
        command = [sys.executable, str(house / "install.py"), "--check"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        shutil.move(house.parent / "kept", house / name)
        assert done.returncode == 2
        assert done.stderr.startswith(
            f"hipmap cannot be installed: {name} is missing or damaged in its folder."
        )
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["a\nb", "a\r"])
def test_a_line_break_in_the_name_is_told(name: str, house: Path, tmp_path: Path, capsys: Told) -> None:
    code, said = carried_out(house, tmp_path / name, capsys)
    assert (code, "must not hold a line break" in said) == (2, True)


def test_what_the_window_lacks_is_told_at_the_end(
    house: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    def with_qt(stage: Path, wheelhouse: Path, held: int) -> None:
        small_fill(stage, wheelhouse, held)
        qt = stage / "lib" / "python3.12" / "site-packages" / "PySide6"
        qt.mkdir(parents=True)
        (qt / "QtWidgets.abi3.so").write_bytes(b"")

    (tmp_path / "ldd").write_text(
        '#!/bin/sh\nprintf "\\tlibGL.so.1 => not found\\n\\tlibc.so.6 => /lib/x\\n"\n'
    )
    (tmp_path / "ldd").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(staging, "_fill", with_qt)
    code, said = carried_out(house, target, capsys)
    assert code == 0
    assert said.startswith("hipmap is installed, but its window needs what this system lacks: libGL.so.1\n")
    assert "sudo apt install libgl1 " in said


def test_a_system_that_lacks_nothing_is_told_nothing(tmp_path: Path) -> None:
    assert qt_needs.what_qt_lacks(tmp_path) == ""
