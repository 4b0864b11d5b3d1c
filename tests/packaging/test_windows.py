"""The program for Windows: which files go in, that each is pinned or listed, and what its installer does."""

import hashlib
import json
import re
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from release_steps import kinds, notices, parts, sbom
from release_steps.release import Release
from setup_steps.obstacle import FailedStep, Obstacle
from windows import carried_copy, installer, pinned_python, starters, tree, wheels
from windows.check_copy import FILES, differences
from windows.check_copy import main as check_copy
from windows.version_number import four_numbers, number_of

RELEASE = Release("1.2.3", 1_700_000_000)
WINDOWS = Path(installer.__file__).parent
SCRIPT = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted(WINDOWS.glob("*.ns[ih]"))
    if path.name != "sentences.nsh"
)


@pytest.fixture
def python(tmp_path: Path) -> pinned_python.PinnedPython:
    """A stand-in for an embeddable Python, and its pin."""
    archive = tmp_path / "python.zip"
    with zipfile.ZipFile(archive, "w") as written:
        for name in (*pinned_python.MUST_HOLD, "_ssl.pyd"):
            written.writestr(f"cp313/{name}", name)
    return pinned_python.PinnedPython(archive, "3.13.9", "release")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    (folder / "site" / "hipmap").mkdir(parents=True)
    names = ("hipmap.exe", "hipmap-console.exe", notices.FILE_NAME, sbom.FILE_NAME, "site/hipmap/__init__.py")
    for name in names:
        (folder / name).write_text(name)
    tree.seal(folder, RELEASE.epoch)
    return folder


def pins(tmp_path: Path, digest: str, use: str = "release", version: str = "3.13.9") -> Path:
    path = tmp_path / "pins.json"
    path.write_text(json.dumps({"python": [{"version": version, "sha256": digest, "use": use}]}))
    return path


def test_only_a_pinned_python_is_taken(python: pinned_python.PinnedPython, tmp_path: Path) -> None:
    digest = hashlib.sha256(python.archive.read_bytes()).hexdigest()
    found = pinned_python.chosen_python(python.archive, pins(tmp_path, digest))
    assert (found.version, found.use) == ("3.13.9", "release")
    with pytest.raises(Obstacle, match=digest):
        pinned_python.chosen_python(python.archive)
    with pytest.raises(Obstacle, match="wrong use or version"):
        pinned_python.chosen_python(python.archive, pins(tmp_path, digest, version="3.12.1"))
    with pytest.raises(Obstacle, match="--python"):
        pinned_python.chosen_python(tmp_path / "none.zip")


def test_every_pin_is_whole_and_none_of_unknown_origin_is_for_a_release() -> None:
    for pin in json.loads(pinned_python.PINS.read_text(encoding="utf-8"))["python"]:
        assert re.fullmatch(r"[0-9a-f]{64}", pin["sha256"])
        assert pin["use"] in pinned_python.USES
        assert pin["use"] == "rehearsal" or "python.org" in pin["from"]


def test_a_rehearsal_says_so_in_its_name(python: pinned_python.PinnedPython) -> None:
    assert installer.label(RELEASE, python) == "hipmap-1.2.3-windows-x64"
    tried = pinned_python.PinnedPython(python.archive, "3.13.2", "rehearsal")
    assert "rehearsal" in installer.label(RELEASE, tried)


def test_python_is_laid_without_networks_and_finds_nothing_elsewhere(
    python: pinned_python.PinnedPython, tmp_path: Path
) -> None:
    folder = tmp_path / "laid"
    folder.mkdir()
    pinned_python.unpack_python(python, folder)
    names = {path.name for path in folder.iterdir()}
    assert "_ssl.pyd" not in names
    assert {"python.exe", "LICENSE.python.txt", "python313._pth"} <= names
    assert (folder / "python313._pth").read_bytes() == b"python313.zip\r\n.\r\nsite\r\n"


def test_an_archive_without_python_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "other.zip"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("readme.txt", "x")
    with pytest.raises(Obstacle, match=r"no python\.exe"):
        pinned_python.unpack_python(pinned_python.PinnedPython(archive, "3.13.9", "release"), tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtWidgets.pyd", "PySide6/Qt6Gui.dll", "PySide6/pyside6.abi3.dll", "PySide6/msvcp140.dll",
        "PySide6/plugins/platforms/qwindows.dll", "PySide6/translations/qtbase_de.qm", "hipmap/__init__.py",
        "PySide6/__init__.py", "shiboken6/Shiboken.pyd", "typst/_typst.pyd", "fhir/resources/R4B/bundle.py",
        "pydantic-2.14.3.dist-info/licenses/LICENSE", "fontTools/misc/bezierTools.py",
        "fontTools/ttLib/__init__.py",
    ],
)  # fmt: skip
def test_what_hipmap_loads_goes_in(name: str) -> None:
    assert wheels.belongs(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtNetwork.pyd", "PySide6/Qt6Network.dll", "PySide6/opengl32sw.dll", "PySide6/QtCore.pyi",
        "PySide6/designer.exe", "PySide6/qml/QtQuick/qmldir", "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/translations/designer_de.qm", "fontTools/subset/__init__.py",
        "fhir/resources/STU3/bundle.py", "PySide6/Qt6DBus.dll", "x-1.dist-info/sboms/x.json",
    ],
)  # fmt: skip
def test_what_it_does_not_load_stays_out(name: str) -> None:
    assert not wheels.belongs(name)


def test_a_wheel_lays_its_files_where_an_installer_would() -> None:
    assert wheels.place_of("a/b.py") == "a/b.py"
    assert wheels.place_of("x-1.data/platlib/a.pyd") == "a.pyd"
    assert wheels.place_of("x-1.data/scripts/a") == ""
    for odd in ("../a.py", "/a.py", "a\\b.py", "C:a.py"):
        with pytest.raises(FailedStep, match="holds the path"):
            wheels.place_of(odd)


def test_a_folder_without_wheels_is_no_program(tmp_path: Path) -> None:
    with pytest.raises(FailedStep, match="no wheels"):
        wheels.unpack_wheels(tmp_path, tmp_path / "site")


def test_the_list_names_every_file_by_its_bytes(program: Path) -> None:
    assert list(differences(program)) == []
    (program / "site" / "__pycache__").mkdir()
    (program / "site" / "__pycache__" / "a.pyc").write_text("compiled later")
    assert list(differences(program)) == []
    (program / "hipmap.exe").write_text("other")
    (program / "sbom.cdx.json").unlink()
    (program / "site" / "added.py").write_text("x")
    assert sorted(differences(program)) == [
        "hipmap.exe was changed", "sbom.cdx.json is missing", "site/added.py is not part of it",
    ]  # fmt: skip
    listed = (program / FILES).read_text().splitlines()
    assert len(listed) == 5
    assert {int(path.stat().st_mtime) for path in program.rglob("site/hipmap/*")} == {RELEASE.epoch}


def test_a_damaged_copy_says_so_in_a_sentence(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("windows.check_copy.__file__", str(program / "check_copy.py"))
    (program / "hipmap.exe").unlink()
    (program / "sbom.cdx.json").unlink()
    assert check_copy([]) == 3
    assert capsys.readouterr().out == "This copy of hipmap is damaged: hipmap.exe is missing (and 1 more)\n"


def test_a_whole_copy_assesses_its_example(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("windows.check_copy.__file__", str(program / "check_copy.py"))
    assert check_copy([]) == 0
    assert "is whole and runs" in capsys.readouterr().out


def test_what_it_found_is_written_for_the_installer_in_every_script(
    program: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("windows.check_copy.__file__", str(program / "check_copy.py"))
    (program / "Müller 骨.txt").write_text("x")
    said = tmp_path / "said.txt"
    assert check_copy(["--say", str(said)]) == 3
    text = said.read_bytes().decode("utf-16-le")
    assert text == "This copy of hipmap is damaged: Müller 骨.txt is not part of it"


def test_knowledge_is_kept_even_where_a_variable_forbids_python_to_compile(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("windows.check_copy.__file__", str(program / "check_copy.py"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert check_copy(["--make-ready"]) == 0
    assert not sys.dont_write_bytecode
    assert list((program / "site").rglob("*.pyc"))


def test_a_data_folder_must_be_a_whole_path(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("windows.check_copy.__file__", str(program / "check_copy.py"))
    policy = tmp_path / "policy.new"
    for data in ("", "records", "S:", "\\hipmap"):
        assert check_copy(["--policy", str(policy), f"--data={data}"]) == 5
        assert "no whole path" in capsys.readouterr().out
        assert not policy.exists()
    assert check_copy(["--policy", str(policy), "--data=S:\\Daten übersicht"]) == 0
    assert "folder = 'S:\\Daten übersicht'" in policy.read_text(encoding="utf-8")


def test_versions_are_compared_as_people_do() -> None:
    rising = ["0.1.0.dev1", "0.1.0a1", "0.1.0a2", "0.1.0b1", "0.1.0rc1", "0.1.0", "0.1.1", "0.2.0", "0.10.0",
              "1.0.0rc14", "1.0.0", "63.1023.1023"]  # fmt: skip
    numbers = [number_of(version) for version in rising]
    assert numbers == sorted(set(numbers))
    assert all(0 <= number < 2**32 for number in numbers)
    assert four_numbers("1.2.0") == "1.2.0.63"


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3+local", "64.0.0", "1.0.0rc15", ""])
def test_a_version_that_cannot_be_compared_stops_the_build(version: str) -> None:
    with pytest.raises(Obstacle, match="compare"):
        number_of(version)


def test_this_version_can_be_compared() -> None:
    import hipmap

    assert number_of(hipmap.__version__) > 0


def test_the_installer_is_told_version_room_and_files(program: Path, tmp_path: Path) -> None:
    told = installer.definitions(program, tmp_path / "setup.exe", tmp_path / "LICENSE.txt", RELEASE)
    assert told["NUMBER"] == str(number_of("1.2.3"))
    told["SIDE"] = "drawn beside it"
    assert (
        int(told["MIB"]) > sum(path.stat().st_size for path in program.rglob("*") if path.is_file()) / 2**20
    )
    asked = set(re.findall(r"\$\{([A-Z]+)\}", SCRIPT)) - set(re.findall(r"!define ([A-Z]+) ", SCRIPT))
    assert asked - {"UN"} == (set(told) & asked)
    assert set(told) <= asked | {"NUMBERS"}


def test_the_archive_for_a_stick_holds_program_starter_and_mark(
    program: Path, python: pinned_python.PinnedPython, tmp_path: Path
) -> None:
    made = carried_copy.write_carried_copy(program, tmp_path, RELEASE, python)
    again = made.read_bytes()
    with zipfile.ZipFile(made) as archive:
        names = set(archive.namelist())
        assert b"hipmap-data" in archive.read("hipmap-1.2.3/hipmap-portable.txt")
        assert b"1.2.3, portable" in archive.read("hipmap-1.2.3/READ_ME.txt")
    assert {"hipmap-1.2.3/hipmap.exe", "hipmap-1.2.3/program/hipmap.exe", "hipmap-1.2.3/NOTICES.txt"} <= names
    assert carried_copy.write_carried_copy(program, tmp_path, RELEASE, python).read_bytes() == again


def test_an_icon_holds_each_picture_where_it_says() -> None:
    made = starters.icon_of([(16, b"small"), (256, b"large")])
    assert struct.unpack_from("<HHH", made) == (0, 1, 2)
    for place, size, picture in ((6, 16, b"small"), (22, 0, b"large")):
        wide, *_, length, at = struct.unpack_from("<BBBBHHII", made, place)
        assert (wide, made[at : at + length]) == (size, picture)


def test_the_description_of_the_program_bears_its_version() -> None:
    text = starters.resource_text(RELEASE)
    assert "FILEVERSION 1,2,3,63" in text
    assert "@" not in text


def test_a_missing_tool_is_named_with_its_package() -> None:
    with pytest.raises(Obstacle, match="apt install nsis"):
        starters.must_have("no-such-program-of-nsis", "nsis")


def test_no_part_for_windows_is_without_a_licence() -> None:
    import pydantic

    listed = parts.all_parts(Path(pydantic.__file__).parents[1], frozen=True, system="windows")
    assert notices.unknown(listed) == []
    names = {part.name for part in listed}
    assert {
        "Python",
        "NSIS (setup.exe and uninstall.exe)",
        "Microsoft Visual C++ run-time libraries",
    } <= names
    assert "PyInstaller's starter" not in names
    text = notices.notices_text(listed, RELEASE)
    assert "Common Public License version 1.0" in text
    assert "Microsoft Distributable Code" in text


def test_a_build_without_a_pinned_python_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(kinds, "ensure_build_environment", lambda: None)
    asked = ["windows", "-o", str(tmp_path / "o"), "--python", str(tmp_path / "no.zip")]
    assert kinds.carry_out(asked, "") == 2
    assert "name the zip of an embeddable Python" in capsys.readouterr().err
