"""The installer for Windows compiles without a warning, and tells not where, when or in which order."""

import os
import shutil
import struct
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from release_steps.release import Release
from windows import installer, tree
from windows.pinned_python import PinnedPython
from windows.starters import icon_of

pytestmark = pytest.mark.skipif(shutil.which("makensis") is None, reason="needs makensis, of nsis")
DAYS = count(12_000)
RELEASE = Release("1.2.3", 1_700_000_000)
NAMES = ("hipmap.exe", "VERSION", "site/B.py", "site/a.py", "site/deep/c.pyd", "site/Deep.py")
# An icon without a picture and a side of one pixel: nothing here is looked at.
ICON = icon_of([(16, b"\x89PNG\r\n\x1a\n" + bytes(32))])
SIDE = struct.pack("<2sIIIIiiHHIIiiII4x", b"BM", 58, 0, 54, 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The side of a page as it would be drawn by the tools of the build, which are not here."""

    def write(target: Path, release: Release) -> None:
        target.write_bytes(SIDE)
        of_another_day(target)

    monkeypatch.setattr(installer, "write_side_picture", write)


def of_another_day(path: Path) -> None:
    """Gives a file a time that no other has."""
    day = next(DAYS) * 86_400
    os.utime(path, (day, day))


def made_in(folder: Path, names: Sequence[str]) -> bytes:
    laid = folder / "tree"
    for name in names:
        path = laid / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
        of_another_day(path)
    (laid / "hipmap.ico").write_bytes(ICON)
    tree.seal(laid, RELEASE.epoch)
    return installer.write_installer(
        laid, folder, RELEASE, PinnedPython(Path("x"), "3.13.9", "release")
    ).read_bytes()


@pytest.mark.usefixtures("undrawn")
def test_the_same_files_make_the_same_installer_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    first = made_in(tmp_path / "here", NAMES)
    monkeypatch.setenv("TZ", "America/St_Johns")
    second = made_in(tmp_path / "elsewhere, deeper ü" / "there", NAMES[::-1])
    assert first[:2] == b"MZ"
    assert first == second


@pytest.mark.usefixtures("undrawn")
def test_another_byte_in_a_file_makes_another_installer(tmp_path: Path) -> None:
    assert made_in(tmp_path / "one", NAMES) != made_in(tmp_path / "other", (*NAMES, "site/more.py"))
