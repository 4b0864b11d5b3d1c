"""Settings of an older form are renewed after a copy was laid aside; newer ones stay as they are."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from hipmap.storage import folder_format, whole_file
from hipmap.storage.folder_format import MARK, FolderRefused, Step, made_ready
from hipmap.storage.whole_file import replace_file

OLD = b"[General]\ntheme=dark\n"


def _shout(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: content.upper() for name, content in files.items()}


def _add(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: content + b"more=1\n" for name, content in files.items()}


STEPS = (Step(1, lambda _files: {}), Step(2, _shout), Step(3, _add))


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A folder of form 1 with settings, and a file that is none."""
    folder = tmp_path / "hipmap"
    folder.mkdir()
    (folder / "window.ini").write_bytes(OLD)
    (folder / "overlay.yaml").write_bytes(b"clinic: x\n")
    (folder / MARK).write_text("format = 1\n")
    return folder


def test_new_settings_get_the_mark_of_their_form(tmp_path: Path) -> None:
    assert made_ready(tmp_path / "new") == ""
    assert "format = 1" in (tmp_path / "new" / MARK).read_text()


def test_settings_from_before_the_first_mark_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(OLD)
    assert made_ready(tmp_path) == ""
    assert (tmp_path / "window.ini").read_bytes() == OLD
    assert (tmp_path / "before-form-1" / "window.ini").read_bytes() == OLD


def test_older_settings_are_renewed_by_every_step_after_a_copy(older: Path) -> None:
    assert made_ready(older, STEPS) == ""
    found = content(older)
    assert found["window.ini"] == OLD.upper() + b"more=1\n"
    assert found["before-form-3/window.ini"] == OLD
    assert found["overlay.yaml"] == b"clinic: x\n"
    assert found[MARK].startswith(b"format = 3\n")
    assert made_ready(older, STEPS) == ""
    assert content(older) == found


def test_newer_settings_are_refused_and_nothing_is_changed(older: Path) -> None:
    made_ready(older, STEPS)
    before = content(older)
    with pytest.raises(
        FolderRefused, match=r"written by a newer hipmap \(form 3.*up to 1.*nothing was changed"
    ):
        made_ready(older)
    assert content(older) == before


@pytest.mark.parametrize(
    "damaged", [b"", b"format = ", b"format = 'x'", b"format = -1", b"\xff", b"format = true"]
)
def test_a_damaged_mark_is_refused_since_nobody_knows_the_form(older: Path, damaged: bytes) -> None:
    (older / MARK).write_bytes(damaged)
    before = content(older)
    with pytest.raises(FolderRefused, match="does not say of which form"):
        made_ready(older, STEPS)
    assert content(older) == before


def test_a_full_disk_leaves_the_older_settings_and_says_so(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = list[str]()

    def full(path: Path, new: bytes) -> None:
        written.append(path.name)
        if path.name == MARK:
            raise OSError(28, "No space left on device")
        replace_file(path, new)

    monkeypatch.setattr(whole_file, "replace_file", full)
    with pytest.raises(
        FolderRefused, match=r"cannot be renewed \(No space left on device\); nothing was changed"
    ):
        made_ready(older, STEPS)
    assert (older / "window.ini").read_bytes() == OLD
    assert (older / MARK).read_text() == "format = 1\n"
    monkeypatch.undo()
    assert made_ready(older, STEPS[:1]) == "", "the older hipmap still works with them"
    assert made_ready(older, STEPS) == ""
    assert (older / "window.ini").read_bytes() == OLD.upper() + b"more=1\n"


def test_without_the_right_to_write_new_settings_hipmap_works_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert "settings cannot be kept here (Permission denied)" in made_ready(tmp_path / "no" / "hipmap")


def test_settings_on_a_locked_stick_are_read_and_it_is_said_that_none_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made_ready(tmp_path) == ""
    monkeypatch.setattr(os, "access", lambda _path, asked: asked != os.W_OK)
    assert "settings cannot be kept here (it can only be read)" in made_ready(tmp_path)


def test_a_missing_share_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "settings cannot be kept here" in made_ready(tmp_path / "file" / "hipmap")


@pytest.mark.skipif(os.name == "nt", reason="locks as Linux does")
def test_two_that_start_together_do_not_renew_the_same_settings(older: Path) -> None:
    with folder_format._alone(older), pytest.raises(FolderRefused, match="another hipmap is renewing"):
        made_ready(older, STEPS)
    assert (older / "window.ini").read_bytes() == OLD


class _Killed(BaseException):
    """The process is gone: nothing after it runs."""


def _killed_at(monkeypatch: pytest.MonkeyPatch, nth: int) -> None:
    """Stops everything at the nth change on the disk, as a loss of power does, and lets nothing be mended."""
    done = list[str]()

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def change(*arguments: object, **named: object) -> object:
            if len(done) >= nth:
                raise _Killed
            done.append("")
            return real(*arguments, **named)

        return change

    monkeypatch.setattr(whole_file, "replace_file", counted(replace_file))
    monkeypatch.setattr(Path, "mkdir", counted(Path.mkdir))
    monkeypatch.setattr(Path, "rename", counted(Path.rename))


@pytest.mark.parametrize("nth", range(12))
def test_whatever_stops_it_each_step_is_done_once_and_the_old_state_is_kept(
    older: Path, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (older / "home.ini").write_bytes(b"lock=10\n")
    _killed_at(monkeypatch, nth)
    with suppress(_Killed):
        made_ready(older, STEPS)
    monkeypatch.undo()
    assert made_ready(older, STEPS) == ""
    found = content(older)
    assert found["window.ini"] == OLD.upper() + b"more=1\n"
    assert found["home.ini"] == b"LOCK=10\nmore=1\n"
    assert found["before-form-3/window.ini"] == OLD
    assert found["before-form-3/home.ini"] == b"lock=10\n"
    assert not [name for name in found if name.startswith("renewing")]


def test_an_older_hipmap_leaves_alone_what_a_newer_one_was_stopped_at(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _killed_at(monkeypatch, 4)
    with suppress(_Killed):
        made_ready(older, STEPS)
    monkeypatch.undo()
    before = content(older)
    with pytest.raises(FolderRefused, match=r"newer hipmap \(form 3"):
        made_ready(older)
    assert content(older) == before


def test_the_copy_of_an_earlier_renewal_is_never_replaced(older: Path) -> None:
    made_ready(older, STEPS)
    (older / MARK).write_text("format = 1\n")
    (older / "window.ini").write_bytes(b"theme=light\n")
    made_ready(older, STEPS)
    found = content(older)
    assert found["before-form-3/window.ini"] == OLD
    assert found["before-form-3-2/window.ini"] == b"theme=light\n"
