"""Which overlay counts under a policy: the bytes that were approved, or none at all."""

import hashlib
import sys
from pathlib import Path

import pytest

from hipmap.model.problems import BadInput
from hipmap.storage import overlay_files, overlay_reading
from hipmap.storage.overlay_files import load_with_overlay
from tests.case_builders import own_knowledge
from tests.governed import governed
from tests.storage.overlays import GOOD, written

pytestmark = pytest.mark.usefixtures("_known")


@pytest.fixture
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The knowledge that was read already."""
    monkeypatch.setattr(overlay_files, "load_knowledge", own_knowledge)


def test_an_overlay_exchanged_after_its_digest_was_compared_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overlay = written(tmp_path)
    digest = hashlib.sha256(overlay.read_bytes()).hexdigest()
    read = overlay_reading.read_overlay

    def late(path: Path, *rest: object) -> object:
        written(tmp_path, GOOD.replace("0123 456", "9999"))
        return read(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(overlay_reading, "read_overlay", late)
    with governed(tmp_path, f"[knowledge]\noverlay = 'overlay.yaml'\noverlay_sha256 = '{digest}'"):
        found = load_with_overlay().knowledge
    assert "9999" in overlay.read_text(encoding="utf-8")
    assert "0123 456" in found.safety_net_by_tier["same_day"].patient


@pytest.mark.skipif(sys.platform == "win32", reason="there a device has no path like a file")
def test_what_is_no_file_is_not_read_as_an_overlay(tmp_path: Path) -> None:
    (tmp_path / "device.yaml").symlink_to("/dev/null")
    must_be_refused(tmp_path, "device.yaml", "is needed and is no plain file")


def test_what_is_far_too_long_is_not_read_as_an_overlay(tmp_path: Path) -> None:
    with (tmp_path / "endless.yaml").open("wb") as file:
        file.truncate(overlay_reading.LARGEST + 1)
    must_be_refused(tmp_path, "endless.yaml", "is too large for an overlay")


def must_be_refused(folder: Path, name: str, why: str) -> None:
    with (
        governed(folder, f"[knowledge]\noverlay = '{name}'"),
        pytest.raises(BadInput, match=rf"{name} {why}.*knowledge\.overlay"),
    ):
        load_with_overlay()


def test_a_policy_can_keep_every_overlay_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = written(tmp_path)
    monkeypatch.setattr(overlay_files, "clinic_overlay", lambda: own)
    assert "Seaside" in load_with_overlay().knowledge.manifest.version
    with governed(tmp_path, "[knowledge]\noverlay = 'none'"):
        assert load_with_overlay().knowledge is own_knowledge()
        with pytest.raises(BadInput, match=r"no overlay is used here.*knowledge\.overlay"):
            load_with_overlay(own)


def test_a_file_of_that_name_can_still_be_meant(tmp_path: Path) -> None:
    (tmp_path / "none").write_text(GOOD, encoding="utf-8")
    with governed(tmp_path, "[knowledge]\noverlay = './none'"):
        assert "Seaside" in load_with_overlay().knowledge.manifest.version
