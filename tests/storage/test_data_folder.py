"""A portable copy keeps its data beside it, or where its start script says; a policy never lies there."""

import sys
from pathlib import Path

import pytest

from hipmap.storage import overlay_files
from hipmap.storage.data_folder import log_folder, own_data_folder, records_parent, settings_folder
from hipmap.storage.policy.places import policy_places
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.surroundings import this_machine


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program that brings its own Python, with blanks and letters of another script."""
    folder = tmp_path / "Stick von Ölaf 日本"
    (folder / "bin").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "bin" / "hipmap"))
    monkeypatch.delenv("HIPMAP_DATA", raising=False)
    return folder


def test_an_installed_copy_has_no_folder_of_its_own(stick: Path) -> None:
    assert own_data_folder() is None
    assert settings_folder() is None
    assert records_parent() is None


@pytest.mark.parametrize("place", [".", "bin"])
def test_the_marker_beside_the_program_makes_its_data_folder_beside_it(stick: Path, place: str) -> None:
    (stick / place / "hipmap-portable.txt").write_text("")
    data = stick / place / "hipmap-data"
    assert own_data_folder() == data
    assert (settings_folder(), log_folder(), records_parent()) == (
        data / "settings", data / "log", data / "records"
    )  # fmt: skip


def test_a_start_script_may_name_the_folder(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / "hipmap-portable.txt").write_text("")
    monkeypatch.setenv("HIPMAP_DATA", str(stick / "other"))
    assert own_data_folder() == stick / "other"
    assert all("other" not in place.parts for place in policy_places())


def test_records_are_made_in_the_data_folder_even_the_first_time(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIPMAP_DATA", str(stick / "data"))
    parent = records_parent()
    assert parent is not None
    vault, _ = create_vault(parent / "hipmap records", "ann", "apple river stone cloud", this_machine())
    vault.lock()
    assert (stick / "data" / "records" / "hipmap records").is_dir()


def test_the_overlay_of_a_portable_copy_lies_in_its_settings(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIPMAP_DATA", str(stick / "data"))
    overlay = stick / "data" / "settings" / "overlay.yaml"
    overlay.parent.mkdir(parents=True)
    overlay.write_text("x")
    assert overlay_files.clinic_overlay() == overlay
