"""The policy in force: where it is looked for, what stops hipmap, and what each limit then refuses."""

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipmap.model.policy import EXPORT_KINDS
from hipmap.model.problems import BadInput
from hipmap.report_options import ENDINGS
from hipmap.storage import overlay_files
from hipmap.storage.overlay_files import load_with_overlay
from hipmap.storage.policy import places
from hipmap.storage.policy.in_force import PolicyRefused, has_changed, in_force
from hipmap.storage.policy.limits import governed_country, may_export, must_may_export, offered
from hipmap.storage.policy.places import policy_places, who_could_change
from hipmap.storage.records.backups import make_backup
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.passphrase_key import must_be_strong
from hipmap.storage.records.patient_documents import write_document
from hipmap.storage.records.problems import NotAllowed, NoVault, WeakPassphrase
from hipmap.storage.records.restoring import preview_restore, restore
from hipmap.storage.records.surroundings import this_machine
from tests.case_builders import own_knowledge
from tests.governed import HEAD, governed
from tests.storage.overlays import GOOD
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, small_vault

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the rights of Linux")


@ON_LINUX
def test_no_variable_of_the_environment_leads_to_another_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "HIPMAP_DATA", "PROGRAMDATA", "HIPMAP_POLICY"):
        monkeypatch.setenv(name, "/elsewhere")
    assert policy_places() == (Path("/etc/hipmap/policy.toml"),)


@ON_LINUX
def test_beside_a_portable_copy_the_policy_of_the_system_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program" / "hipmap"))
    assert policy_places() == (
        Path("/etc/hipmap/policy.toml"), tmp_path / "program/policy.toml", tmp_path / "policy.toml"
    )  # fmt: skip


def test_without_a_policy_everything_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from hipmap.storage.policy import in_force as module

    monkeypatch.setattr(module, "policy_places", lambda: (tmp_path / "no" / "policy.toml",))
    in_force.cache_clear()
    assert in_force().path is None
    assert all(may_export(kind) for kind in EXPORT_KINDS)
    in_force.cache_clear()


@pytest.mark.parametrize(
    "spoilt", [b"schema = ", b"", b"\xff\xff", b'schema = "hipmap-policy/1"\n[records]\nlock = 5']
)
def test_a_policy_with_a_mistake_stops_hipmap_and_says_where_it_is(tmp_path: Path, spoilt: bytes) -> None:
    with (
        governed(tmp_path, spoilt) as path,
        pytest.raises(PolicyRefused, match=r"line \d+, column \d+") as seen,
    ):
        in_force()
    assert str(path) in str(seen.value)
    assert "tell whoever looks after this computer" in str(seen.value)


def test_a_policy_that_is_changed_taken_away_or_spoilt_meanwhile_is_noticed(tmp_path: Path) -> None:
    with governed(tmp_path, "") as path:
        whole = path.read_bytes()
        assert not has_changed()
        for spoil in (lambda: path.write_bytes(whole + b"# other"), path.unlink, path.mkdir):
            spoil()
            assert has_changed()
        path.rmdir()
        path.write_bytes(whole)
        assert not has_changed()
        path.unlink()
        in_force.cache_clear()
        assert not has_changed()
        path.write_bytes(b"nothing that can be used")
        assert has_changed()


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=60).map(lambda text: (HEAD + text).encode())))
def test_whatever_lies_at_its_place_hipmap_works_or_says_why_not(content: bytes) -> None:
    with TemporaryDirectory() as folder, governed(Path(folder), content) as path:
        try:
            assert in_force().path == path
        except PolicyRefused as problem:
            line = str(problem)
            assert line.isprintable()
            assert "line " in line
            assert "tell " in line


def test_whoever_the_policy_names_is_whom_a_user_is_sent_to(tmp_path: Path) -> None:
    with governed(tmp_path, "[records]\nlock_minutes_most = 99"), pytest.raises(PolicyRefused) as seen:
        in_force()
    assert "tell Ann at the IT desk" in str(seen.value)


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    makes: tuple[Callable[[Path], object], ...] = (
        Path.mkdir,
        os.mkfifo,
        lambda path: path.symlink_to("/dev/zero"),
    )
    for number, make in enumerate(makes):
        folder = tmp_path / str(number)
        folder.mkdir()
        with governed(folder, "") as path:
            path.unlink()
            make(path)
            with pytest.raises(PolicyRefused, match="it is no file"):
                in_force()
            (path.rmdir if path.is_dir() else path.unlink)()


def test_a_file_where_the_folder_of_the_policy_belongs_does_not_count_as_no_policy(tmp_path: Path) -> None:
    folder = tmp_path / "hipmap"
    folder.mkdir()
    with governed(folder, "") as path:
        path.unlink()
        folder.rmdir()
        in_force.cache_clear()
        assert in_force().path is None
        for make in (Path.touch, lambda there: there.symlink_to(tmp_path / "gone")):
            in_force.cache_clear()
            make(folder)
            with pytest.raises(PolicyRefused, match=r"hipmap must be a folder, and is none"):
                in_force()
            folder.unlink()


def test_a_link_to_nowhere_does_not_count_as_no_policy(tmp_path: Path) -> None:
    with governed(tmp_path, "") as path:
        path.unlink()
        path.symlink_to(tmp_path / "gone")
        with pytest.raises(PolicyRefused, match="cannot be read"):
            in_force()


def test_a_policy_that_may_not_be_read_does_not_count_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is for a folder that only an administrator may enter, and for a file that only one may read."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    for name in ("lstat", "open"):
        with governed(tmp_path, ""), monkeypatch.context() as patch:
            patch.setattr(Path, name, refuse)
            with pytest.raises(PolicyRefused, match=r"it cannot be read \(Permission denied\)"):
                in_force()


@ON_LINUX
def test_a_path_of_windows_is_refused_elsewhere(tmp_path: Path) -> None:
    with (
        governed(tmp_path, "[data]\nfolder = 'S:\\records'"),
        pytest.raises(
            PolicyRefused, match=r"line 4, column 1: data\.folder: S:.records is a path of another system"
        ),
    ):
        in_force()


@ON_LINUX
def test_it_is_told_who_else_could_change_a_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = os.stat_result((stat.S_IFREG | 0o644, 0, 0, 1, 0, 0, 0, 0, 0, 0))
    assert places._writers(found) == ""
    for mode, uid, gid, who in (
        (stat.S_IFREG | 0o666, 0, 0, "everybody"),
        (stat.S_IFREG | 0o664, 0, 50, "the group 50"),
        (stat.S_IFREG | 0o644, 1000, 0, "the user 1000"),
        (stat.S_IFDIR | 0o777, 0, 0, "everybody"),
        (stat.S_IFDIR | 0o1777, 0, 0, ""),
    ):
        assert places._writers(os.stat_result((mode, 0, 0, 1, uid, gid, 0, 0, 0, 0))) == who
    path = tmp_path / "policy.toml"
    path.write_text("")
    path.chmod(0o666)
    assert f"{path} can be written by everybody" in who_could_change(path)


# ---- exports


def test_every_kind_of_report_can_be_named_in_a_policy() -> None:
    assert set(ENDINGS) <= set(EXPORT_KINDS)


def test_only_what_the_policy_allows_may_leave(tmp_path: Path) -> None:
    with governed(tmp_path, '[exports]\nallowed = ["soap"]'):
        assert may_export("soap")
        must_may_export("soap")
        assert not may_export("letter")
        with pytest.raises(BadInput, match=r"exports\.allowed\); ask Ann at the IT desk"):
            must_may_export("letter")
        with pytest.raises(NotAllowed):
            write_document(tmp_path / "ann.hipmap", b"x")
    with governed(tmp_path, "[exports]\nallowed = []"):
        assert not any(may_export(kind) for kind in EXPORT_KINDS)
    assert not (tmp_path / "ann.hipmap").exists()


# ---- records


def test_a_passphrase_must_keep_to_the_policy(tmp_path: Path) -> None:
    rules = "[records]\npassphrase_signs = 16\npassphrase_words = 3\npassphrase_strength = 'good'"
    must_be_strong("apple river")
    with governed(tmp_path, rules):
        for weak, kind in (
            ("apple", "passphrase_short_here"),
            ("apple river", "passphrase_short_here"),
            ("applerivertablecloud", "passphrase_few_words"),
            ("apple apple apple apple", "passphrase_few_words"),
            ("apple river stone", "passphrase_not_strong"),
        ):
            with pytest.raises(WeakPassphrase) as seen:
                must_be_strong(weak)
            assert seen.value.said.kind == kind, weak
        must_be_strong("apple river stone cloud yellow")


def test_the_refusal_of_a_short_passphrase_asks_for_what_the_policy_asks(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase, match="at least 10 signs, as four words"):
        must_be_strong("apple")
    for rules, least in (("passphrase_signs = 60\npassphrase_words = 8", 60), ("passphrase_words = 8", 10)):
        with governed(tmp_path, f"[records]\n{rules}"):
            with pytest.raises(WeakPassphrase) as seen:
                must_be_strong("apple")
            assert f"asks for at least {least} signs" in str(seen.value)
            assert "four" not in str(seen.value)


def test_records_of_before_open_with_a_weaker_passphrase_and_it_is_told(tmp_path: Path) -> None:
    small = small_vault(tmp_path / "records")
    small.open().lock()
    with governed(tmp_path, "[records]\npassphrase_words = 9"):
        vault = small.open()
        assert [note.kind for note in vault.notes] == ["passphrase_of_before"]
        vault.lock()
    vault = small.open()
    assert vault.notes == ()
    vault.lock()


def test_a_backup_becomes_records_only_where_the_policy_says(tmp_path: Path) -> None:
    small, share = small_vault(tmp_path / "records"), tmp_path / "share"
    share.mkdir()
    vault = small.open()
    backup = make_backup(vault, tmp_path / "backups")
    vault.lock()
    with governed(tmp_path, f"[data]\nfolder = '{share}'"):
        preview = preview_restore(backup, OWNER, PASSPHRASE, small.around)
        with pytest.raises(NoVault) as seen:
            restore(preview, tmp_path / "elsewhere", small.around)
        assert seen.value.said.kind == "place_fixed"
        assert not (tmp_path / "elsewhere").exists()
        assert restore(preview, share / "records", small.around).kept is None
        # What stands there already are no new records.
        assert restore(preview, small.folder, small.around).kept is not None


def test_new_records_are_made_only_where_the_policy_says(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    with governed(tmp_path, f"[data]\nfolder = '{share}'"):
        for place in (tmp_path / "elsewhere", share / ".." / "elsewhere", share):
            with pytest.raises(NoVault) as seen:
                create_vault(place, "ann", "apple river stone cloud", this_machine())
            assert seen.value.said.kind in ("place_fixed", "name_stands"), place
        share.rmdir()
        with pytest.raises(NoVault, match="connect the drive or share") as seen:
            create_vault(share / "records", "ann", "apple river stone cloud", this_machine())
        assert "Ann at the IT desk" in str(seen.value)
    assert not (tmp_path / "elsewhere").exists()
    assert not share.exists()


# ---- knowledge, languages, country


@pytest.fixture
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The knowledge that was read already."""
    monkeypatch.setattr(overlay_files, "load_knowledge", own_knowledge)


@pytest.mark.usefixtures("_known")
def test_the_overlay_of_the_policy_is_used_and_no_other(tmp_path: Path) -> None:
    overlay = tmp_path / "clinic" / "overlay.yaml"
    overlay.parent.mkdir()
    overlay.write_text(GOOD, encoding="utf-8")
    digest = hashlib.sha256(overlay.read_bytes()).hexdigest()
    with governed(tmp_path, f"[knowledge]\noverlay = 'clinic'\noverlay_sha256 = '{digest}'"):
        knowledge = load_with_overlay().knowledge
        assert "with" in knowledge.manifest.version
        with pytest.raises(BadInput, match=r"only the clinic’s overlay is used here.*knowledge\.overlay"):
            load_with_overlay(tmp_path / "other.yaml")
        overlay.write_text(GOOD + "\n", encoding="utf-8")
        with pytest.raises(BadInput, match="not the overlay that was approved"):
            load_with_overlay()
        overlay.unlink()
        with pytest.raises(BadInput, match="cannot be read"):
            load_with_overlay()


@pytest.mark.usefixtures("_known")
def test_a_wrong_overlay_of_the_policy_does_not_leave_hipmap_half_governed(tmp_path: Path) -> None:
    (tmp_path / "overlay.yaml").write_text("schema: hipmap-overlay/1\nclinc: x\n", encoding="utf-8")
    with (
        governed(tmp_path, "[knowledge]\noverlay = 'overlay.yaml'"),
        pytest.raises(BadInput, match="which the policy asks for, was refused"),
    ):
        load_with_overlay()


def test_only_the_languages_and_the_country_of_the_policy_are_offered(tmp_path: Path) -> None:
    assert governed_country("NZ") == "NZ"
    with governed(tmp_path, "[language]\nallowed = ['de']\n[country]\nemergency = 'GB'"):
        assert offered(("en", "de", "fr")) == ("de",)
        assert offered(("en", "fr")) == ("en",)
        assert governed_country(None) == "GB"
        with pytest.raises(BadInput, match=r"--country NZ.*country\.emergency"):
            governed_country("NZ")
