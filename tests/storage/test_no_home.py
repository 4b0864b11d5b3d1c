"""A user, as of a service, without a home folder: what needs none works, and the rest says so."""

import os
from pathlib import Path

import pytest

from hipmap.command_line import main
from hipmap.model.problems import BadInput
from hipmap.storage import overlay_files
from hipmap.storage.data_folder import own_data_folder

EXAMPLE = Path(__file__).resolve().parents[2] / "assets" / "examples" / "hip_joint.json"


@pytest.fixture
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where HOME is not set and the list of users does not know this one."""
    pwd = pytest.importorskip("pwd", reason="Windows always knows a user's folder")

    def unknown(_number: int) -> None:
        raise KeyError("uid not found")

    for name in [name for name in os.environ if name == "HOME" or name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    with pytest.raises(RuntimeError):
        Path.home()


@pytest.mark.usefixtures("_no_home")
def test_an_assessment_needs_no_home(capsys: pytest.CaptureFixture[str]) -> None:
    assert overlay_files.clinic_overlay() is None
    assert main(["assess", "--format", "text", "--no-ranges", str(EXAMPLE)]) == 0
    told = capsys.readouterr()
    assert (told.err, len(told.out) > 200) == ("", True)


@pytest.mark.usefixtures("_no_home")
def test_the_window_says_what_it_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("hipmap: the window needs a home folder, and this user has none: set HOME")


@pytest.mark.usefixtures("_no_home")
def test_a_data_folder_in_an_unknown_home_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIPMAP_DATA", "~/kept")
    with pytest.raises(
        BadInput, match=r"HIPMAP_DATA names ~/kept, a home folder that nobody knows; give the"
    ):
        own_data_folder()
