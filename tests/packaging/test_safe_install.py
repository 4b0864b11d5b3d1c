"""What the file that installs itself and its uninstaller leave alone, and how they end when stopped."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from install_steps.installed_files import LIST
from release_steps.shared_files import SOURCES

from tests.packaging.conftest import installed_before, installer_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these files are for Linux")
Done = subprocess.CompletedProcess[str]


def sh(*arguments: object, **variables: str) -> Done:
    # Where the checks themselves run in the background or under nohup, these would be ignored from the start.
    command = ["env", "--default-signal=HUP,INT", "sh", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **variables}
    )


def install(installer: Path, target: Path, **variables: str) -> Done:
    return sh(installer, "--target", target, **variables)


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def starts_by(program: Path, line: str) -> None:
    """Has the stand-in for the program do something while it is tried."""
    (program / "hipmap").write_text(f"#!/bin/sh\n{line}\n")


@pytest.mark.parametrize("source", ["installed", "wheelhouse"])
def test_the_uninstaller_removes_nothing_where_no_hipmap_is(
    source: str, installer: Path, tmp_path: Path
) -> None:
    target, desktop = tmp_path / "hipmap", tmp_path / "Desktop"
    install(installer, target)
    desktop.mkdir()
    (desktop / "thesis.txt").write_text("mine")
    shutil.copy((target if source == "installed" else SOURCES) / "uninstall.sh", desktop)
    done = sh(desktop / "uninstall.sh")
    assert done.returncode == 2
    assert f"{desktop} holds no installed hipmap, so nothing was removed" in done.stderr
    assert {path.name for path in desktop.iterdir()} == {"thesis.txt", "uninstall.sh"}
    assert (target / "hipmap").exists()


def test_a_link_to_the_uninstaller_removes_hipmap_and_not_the_folder_of_the_link(
    installer: Path, tmp_path: Path
) -> None:
    target, programs = tmp_path / "hipmap", tmp_path / "bin"
    install(installer, target)
    programs.mkdir()
    (programs / "mine").write_text("mine")
    (programs / "remove-hipmap").symlink_to(target / "uninstall.sh")
    assert sh(programs / "remove-hipmap").returncode == 0
    assert not target.exists()
    assert (programs / "mine").exists()


@pytest.mark.parametrize("line", ["1.0.0", "hipmap: the files of another program"])
def test_a_file_named_version_makes_no_folder_hipmaps(line: str, installer: Path, tmp_path: Path) -> None:
    target = tmp_path / "work"
    target.mkdir()
    (target / "VERSION").write_text("1.0.0\n")
    (target / LIST).write_text(f"{line}\nthesis.txt\n")
    (target / "thesis.txt").write_text("mine")
    done = install(installer, target)
    assert done.returncode == 2
    assert f"{target} is there and is not hipmap's" in done.stderr
    assert (target / "thesis.txt").read_text() == "mine"
    assert hidden(tmp_path) == []
    link = tmp_path / "link"
    link.symlink_to(installed_before(tmp_path / "former", "1.0.0"))
    assert "is not hipmap's" in install(installer, link).stderr


def put_own_things_in(target: Path) -> dict[str, str]:
    own = {"policy.toml": "[lock]\n", "hipmap-portable.txt": "", "hipmap-data/records/a 漢\nb": "secret",
           "_internal/own.yaml": "x", ".hidden": "y"}  # fmt: skip
    for name, text in own.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text)
    (target / "link").symlink_to("hipmap-data")
    return own


def test_what_is_not_the_programs_stays_through_upgrade_and_removal(installer: Path, tmp_path: Path) -> None:
    target = tmp_path / "hip map"
    (target / "gone").mkdir(parents=True)
    (target / "gone" / "old.py").write_text("of the former one")
    (target / "gone" / "__pycache__").mkdir()
    (target / "gone" / "__pycache__" / "old.pyc").write_text("of the former one")
    installed_before(target, "1.0.0")
    (target / "gone" / "__pycache__" / "late.pyc").write_text("what Python kept later")
    own = put_own_things_in(target)
    (target / "NOTICES.txt").write_text("mine, under a name that the new one has")
    assert install(installer, target).returncode == 0
    for _ in range(2):  # and once more over the same
        assert {name: (target / name).read_text() for name in own} == own
        assert (target / "NOTICES.txt.kept").read_text().startswith("mine")
        assert (target / "link").readlink() == Path("hipmap-data")
        assert (target / "_internal" / "data").read_text() == "of the new one"
        assert not (target / "gone").exists()
        assert hidden(tmp_path) == []
        assert install(installer, target).returncode == 0

    removed = sh(target / "uninstall.sh")
    assert removed.returncode == 0, removed.stderr
    assert {name: (target / name).read_text() for name in own} == own
    names = {
        ".hidden",
        "NOTICES.txt.kept",
        "_internal",
        "hipmap-data",
        "hipmap-portable.txt",
        "link",
        "policy.toml",
    }
    assert set(removed.stdout.partition(f"left in {target}:\n")[2].split()) == names
    assert {path.name for path in target.iterdir()} == {*names, LIST}
    assert "holds no installed hipmap" in sh(SOURCES / "uninstall.sh").stderr
    assert install(installer, target).returncode == 0
    assert {name: (target / name).read_text() for name in own} == own


def test_a_damaged_list_deletes_nothing_outside(installer: Path, tmp_path: Path) -> None:
    target = tmp_path / "hipmap"
    install(installer, target)
    (tmp_path / "thesis.txt").write_text("mine")
    with (target / LIST).open("a") as names:
        names.write("../thesis.txt\n")
    removed = sh(target / "uninstall.sh")
    assert removed.returncode == 2
    assert "is damaged" in removed.stderr
    assert (tmp_path / "thesis.txt").exists()
    assert (target / "hipmap").exists()


def test_others_can_start_what_somebody_with_a_narrow_umask_installs(installer: Path, tmp_path: Path) -> None:
    target = tmp_path / "opt" / "hipmap"
    done = sh("-c", 'umask 077; exec sh "$@"', "sh", installer, "--target", target)
    assert done.returncode == 0, done.stderr
    entry = tmp_path / "home" / ".local" / "share" / "applications" / "hipmap.desktop"
    for path in (target.parent, target, entry, *target.rglob("*")):
        assert path.stat().st_mode & 0o044 == 0o044, path
    assert (target / "hipmap").stat().st_mode & 0o011 == 0o011


@pytest.mark.parametrize("signal_name", ["TERM", "HUP", "INT"])
def test_one_that_is_stopped_leaves_all_as_it_was(signal_name: str, program: Path, installer: Path) -> None:
    folder = installer.parent
    target = installed_before(folder / "hipmap", "1.0.0")
    starts_by(program, f"kill -{signal_name} $PPID")
    done = install(installer_of(program, folder), target)
    assert (done.returncode, done.stdout) == (2, "")
    assert "it was interrupted; nothing was changed" in done.stderr
    assert (target / "VERSION").read_text() == "1.0.0\n"
    assert hidden(folder) == []


def test_one_that_is_killed_is_cleared_away_by_the_next(
    program: Path, installer: Path, tmp_path: Path
) -> None:
    (tmp_path / "run").mkdir()
    starts_by(program, "kill -KILL $PPID")
    target = tmp_path / "hipmap"
    assert install(installer_of(program, tmp_path / "run"), target).returncode == -signal.SIGKILL
    assert ".hipmap.hipmap-new" in hidden(tmp_path)
    done = install(installer, target)
    assert done.returncode == 0, done.stderr
    assert hidden(tmp_path) == []


@pytest.mark.parametrize("is_there", [False, True])
def test_a_former_one_that_was_left_aside_comes_back(is_there: bool, installer: Path, tmp_path: Path) -> None:
    target = tmp_path / "hipmap"
    if is_there:  # killed while it carried over what was not its own
        installed_before(target, "1.2.0")
    aside = installed_before(tmp_path / ".hipmap.hipmap-former", "1.0.0")
    (aside / "policy.toml").write_text("mine")
    assert install(installer, target).returncode == 0
    assert (target / "policy.toml").read_text() == "mine"
    assert (target / "VERSION").read_text() == "1.2.3\n"
    assert hidden(tmp_path) == []


def test_a_former_one_comes_back_even_where_the_new_one_is_refused(
    program: Path, installer: Path, tmp_path: Path
) -> None:
    installed_before(tmp_path / ".hipmap.hipmap-former", "9.0.0")
    assert "is newer than" in install(installer, tmp_path / "hipmap").stderr
    assert (tmp_path / "hipmap" / "VERSION").read_text() == "9.0.0\n"


@pytest.fixture
def at_work(program: Path, installer: Path, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """An installation that waits, in the middle, until it is told to go on."""
    for name in ("begun", "go"):
        os.mkfifo(tmp_path / name)
    starts_by(program, f'echo > "{tmp_path}/begun"; read -r _ < "{tmp_path}/go"')
    (tmp_path / "slow").mkdir()
    command = ["sh", str(installer_of(program, tmp_path / "slow")), "--target", str(tmp_path / "hipmap")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        (tmp_path / "begun").read_text()
        yield running


def test_a_second_one_meanwhile_is_told_to_wait(
    at_work: "subprocess.Popen[str]", installer: Path, tmp_path: Path
) -> None:
    second = install(installer, tmp_path / "hipmap")
    (tmp_path / "go").write_text("\n")
    said = at_work.communicate()
    assert second.returncode == 2
    assert len(second.stderr.splitlines()) == 1
    assert f"another installation in {tmp_path / 'hipmap'} is at work" in second.stderr
    assert (at_work.returncode, said[1]) == (0, "")
    assert (tmp_path / "hipmap" / "_internal" / "data").exists()
    assert hidden(tmp_path) == []


def test_the_menu_entry_of_a_copy_with_a_longer_name_stays(installer: Path, tmp_path: Path) -> None:
    install(installer, tmp_path / "hip")
    install(installer, tmp_path / "hip2")
    assert sh(tmp_path / "hip" / "uninstall.sh").returncode == 0
    entry = tmp_path / "home" / ".local" / "share" / "applications" / "hipmap.desktop"
    assert f"# of {tmp_path / 'hip2'}\n" in entry.read_text()


def test_only_folders_that_were_made_for_hipmap_go(installer: Path, tmp_path: Path) -> None:
    share = tmp_path / "home" / ".local" / "share"
    (share / "man").mkdir(parents=True)
    (tmp_path / "home" / "man").symlink_to(share / "man")
    assert install(installer, tmp_path / "hipmap").returncode == 0
    assert (share / "man" / "man1" / "hipmap.1.gz").exists()
    mine = share / "mime" / "application" / "vnd.mine.xml"
    mine.write_text("mine")
    assert install(installer, tmp_path / "hipmap").returncode == 0  # what was made is known after an upgrade
    mine.write_text("mine")
    assert sh(tmp_path / "hipmap" / "uninstall.sh").returncode == 0
    left = {str(path.relative_to(share)) for path in share.rglob("*")}
    assert left == {"man", "mime", "mime/application", "mime/application/vnd.mine.xml"}
    assert not (tmp_path / "home" / ".local" / "bin").exists()
    assert not (tmp_path / "hipmap").exists()


def test_somebody_without_a_home_folder_names_one(installer: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "getent").write_text("#!/bin/sh\nexit 2\n")
    (tmp_path / "bin" / "getent").chmod(0o755)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    target = tmp_path / "hipmap"
    without = ["-c", 'unset HOME; exec sh "$@"', "sh"]
    refused = sh(*without, installer, PATH=path)
    assert refused.returncode == 2
    assert "this user has no home folder (HOME is not set). Name a folder by --target." in refused.stderr
    done = sh(*without, installer, "--target", target, PATH=path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "There is no menu entry" in done.stdout
    assert f"To start: {target / 'hipmap'}." in done.stdout
    removed = sh(*without, target / "uninstall.sh", PATH=path)
    assert (removed.returncode, removed.stderr) == (0, "")
    assert not target.exists()


def test_a_line_break_in_the_name_is_told(installer: Path, tmp_path: Path) -> None:
    for name in ("a\nb", "a\n"):
        done = install(installer, tmp_path / name)
        assert done.returncode == 2
        assert "must not hold a line break" in done.stderr
    assert not list(tmp_path.glob("a*"))
