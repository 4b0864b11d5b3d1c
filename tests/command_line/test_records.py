"""`hipmap records`: every command, with passphrases from the input and never from an argument."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hipmap.storage.records import founding
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.problems import NotSaved
from hipmap.storage.records.sentences import ENGLISH
from hipmap.storage.records.surroundings import this_machine
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit
from tests.command_line.conftest import Outcome, Run
from tests.governed import governed
from tests.storage.records.small_vaults import CHEAP, case, identity

SECRET, OTHER = "four plain words here", "other plain words now"
Records = Callable[..., Outcome]


@pytest.fixture
def records(hipmap: Run, monkeypatch: pytest.MonkeyPatch) -> Records:
    """Runs `hipmap records` with cheap keys; what is typed stands after the arguments."""
    monkeypatch.setattr("hipmap.records_command.this_machine", lambda: replace(this_machine(), cost=CHEAP))

    def run(*arguments: str | Path, typed: tuple[str, ...] = (SECRET,)) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        return hipmap("records", *arguments)

    return run


@pytest.fixture
def clinic(records: Records, tmp_path: Path) -> Path:
    """Records with one patient and one visit."""
    folder = tmp_path / "clinic"
    assert records("create", folder, typed=(SECRET, SECRET)).code == 0
    with_patient(folder, lambda _: None)
    return folder


def with_patient(folder: Path, change: Callable[[Vault], object]) -> None:
    vault = open_vault(folder, "owner", SECRET, replace(this_machine(), cost=CHEAP))
    if not vault.rows("SELECT 1 FROM patient"):
        begin_visit(vault, add_patient(vault, identity()).uid, "2026-03-01", case())
    change(vault)
    vault.lock()


def test_create_prints_the_recovery_key_once(records: Records, tmp_path: Path) -> None:
    done = records("create", tmp_path / "new", "--name", "Dr Ada", typed=(SECRET, SECRET))
    assert (done.code, done.err) == (0, "")
    assert re.search(r"^([0-9A-Z]{4}-){11}[0-9A-Z]{4}$", done.out, re.MULTILINE)
    letters = done.out.splitlines()[-1]
    assert not any(letters.encode() in path.read_bytes() for path in (tmp_path / "new").iterdir())
    again = records("users", tmp_path / "new", "--recover", "Dr Ada", typed=(letters, OTHER, OTHER))
    assert again.out == "Dr Ada: has a new passphrase\n"
    assert records("verify", tmp_path / "new", "--user", "Dr Ada", typed=(OTHER,)).code == 0


def test_create_names_the_folder_that_is_not_there(records: Records, tmp_path: Path) -> None:
    done = records("create", tmp_path / "shareX" / "clinic", typed=(SECRET, SECRET))
    assert (done.code, done.out) == (2, "")
    assert f"{tmp_path / 'shareX'}: there is no such folder" in done.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ((), "give it as a line"),
        (("short", "short"), "too short"),
        ((SECRET, OTHER), "are not the same"),
        ((SECRET,), "give it as a line"),
    ],
)
def test_create_refuses_a_bad_passphrase(
    records: Records, tmp_path: Path, typed: tuple[str, ...], words: str
) -> None:
    assert words in records("create", tmp_path / "new", typed=typed).complaint
    assert list(tmp_path.iterdir()) == []


def test_records_that_find_no_room_are_not_made_and_nothing_is_said_of_a_window(
    records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotSaved("disk_full", "records.db")

    monkeypatch.setattr(founding, "migrate", full)
    told = records("create", tmp_path / "new", typed=(SECRET, SECRET)).complaint
    assert "the disk is full: no records were made; free some space, or choose another place" in told
    assert list(tmp_path.glob("*new*")) == []
    assert not any("keep this window" in words for words in ENGLISH.values())


def test_a_backup_is_not_restored_outside_the_folder_of_the_policy(
    records: Records, clinic: Path, tmp_path: Path
) -> None:
    records("backup", clinic, tmp_path / "backups")
    (made,) = (tmp_path / "backups").iterdir()
    share = tmp_path / "share"
    share.mkdir()
    with governed(tmp_path, f"[data]\nfolder = '{share}'"):
        told = records("restore", made, "--into", tmp_path / "elsewhere").complaint
        assert f"new records are made only in {share}" in told
        assert not (tmp_path / "elsewhere").exists()
        assert records("restore", made, "--into", share / "records").code == 0


def test_verify_proves_and_tells_the_place(records: Records, clinic: Path) -> None:
    assert "audit entries are whole" in records("verify", clinic).out
    assert "not right" in records("verify", clinic, typed=("a wrong one here",)).complaint

    def tamper(vault: Vault) -> None:
        vault.session.connection.execute("DROP TRIGGER audit_keeps")
        vault.session.connection.execute("UPDATE audit SET user = 'x' WHERE seq = 3")

    with_patient(clinic, tamper)
    done = records("verify", clinic)
    assert done.code == 2
    assert done.err.splitlines()[0] == "audit: entry 3 was changed, moved or put in"


def test_a_backup_comes_back(records: Records, clinic: Path, tmp_path: Path) -> None:
    done = records("backup", clinic, tmp_path / "backups")
    assert "holds patients: 1, visits: 1, latest visit: 2026-03-01" in done.out
    (made,) = (tmp_path / "backups").iterdir()
    shown = records("restore", made)
    assert "nothing was changed" in shown.out
    done = records("restore", made, "--into", clinic)
    assert (done.code, len(done.out.splitlines())) == (0, 3)
    assert records("verify", clinic).code == 0


@pytest.mark.parametrize("seal", ["--plain", "--sealed", "--recipient"])
def test_a_patient_goes_from_one_to_the_other(
    records: Records, clinic: Path, tmp_path: Path, seal: str
) -> None:
    assert records("create", tmp_path / "other", typed=(OTHER, OTHER)).code == 0
    options = [seal]
    if seal == "--recipient":
        options.append(records("users", tmp_path / "other", "--code", typed=(OTHER,)).out.strip())
    file = tmp_path / "patient.hipmap"
    out = records("export", clinic, "A-17", "-o", file, *options, typed=(SECRET, SECRET + "!", SECRET + "!"))
    assert (out.code, out.err) == (0, "")
    assert (b"limp" in file.read_bytes()) == (seal == "--plain")
    typed = (OTHER, SECRET + "!")
    shown = records("import", tmp_path / "other", file, typed=typed)
    assert "a new patient; new are visits: 1, scores: 0, attachments: 0" in shown.out
    assert "nothing was changed" in shown.out
    assert (
        "taken in, under the number A-17"
        in records("import", tmp_path / "other", file, "--accept", typed=typed).out
    )
    assert "here already" in records("import", tmp_path / "other", file, typed=typed).out


def test_users_come_and_go(records: Records, clinic: Path) -> None:
    done = records("users", clinic, "--add", "Bo", typed=(SECRET, OTHER, OTHER))
    assert done.out == "Bo: assistant\nowner: clinician\n"
    assert (
        "only a clinician"
        in records("users", clinic, "--user", "Bo", "--remove", "owner", typed=(OTHER,)).complaint
    )
    assert records("users", clinic, "--change", "Bo", "--role", "clinician").out.startswith("Bo: clinician")
    assert records("users", clinic, "--remove", "Bo").out == "owner: clinician\n"
    done = records("users", clinic, "--passphrase", typed=(SECRET, SECRET, OTHER, OTHER))
    assert done.code == 0
    assert records("users", clinic, typed=(OTHER,)).out == "owner: clinician\n"
    assert "recovery key" in records("users", clinic, "--recovery-key", typed=(OTHER,)).out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "clinic", "Z-9", "-o", "x", "--plain"), "no patient has this number"),
        (("import", "clinic", "absent.json"), "cannot be read"),
        (("import", "clinic", "clinic/keys.json"), "nothing was taken in"),
        (("verify", "absent"), "no such folder"),
        (("backup", "clinic", "b", "--days", "-1"), "from 0"),
    ],
)
def test_bad_input_is_told_in_one_line(
    records: Records, clinic: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], words: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert words in records(*arguments).complaint


def test_every_visit_becomes_a_row_without_who_it_is(records: Records, clinic: Path, tmp_path: Path) -> None:
    def second_visit(vault: Vault) -> None:
        (uid,) = vault.rows("SELECT uid FROM patient")[0]
        begin_visit(vault, uid, "2026-03-15", case(), note="=1+1")

    with_patient(clinic, second_visit)
    out = tmp_path / "rows.csv"
    done = records("rows", clinic, "-o", out, "--no-ranges")
    assert (done.code, done.out, done.err) == (0, f"{out}: rows: 2\n", "")
    text = out.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["person"], row["visit"], row["days_since_first"]) for row in rows] == [
        ("1", "1", "0"), ("1", "2", "14"),
    ]  # fmt: skip
    who = identity()
    assert not [one for one in (who.name, who.number, "2026-03") if one in text]
    assert "there already" in records("rows", clinic, "-o", out).complaint
    assert records("rows", clinic, "-o", out, "--force", "--identified", "--no-ranges").code == 0
    told = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert (told[0]["name"], told[1]["day"], told[1]["note"]) == (who.name, "2026-03-15", "'=1+1")
    with_patient(clinic, lambda vault: _must_be_audited(vault, "table_exported"))
    assert not out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert records("rows", clinic, "-o", out, "--force", "--excel", "--no-ranges").code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfperson,")


def test_an_assistant_writes_no_table(records: Records, clinic: Path, tmp_path: Path) -> None:
    assert records("users", clinic, "--add", "Bo", typed=(SECRET, OTHER, OTHER)).code == 0
    out = tmp_path / "rows.csv"
    complaint = records("rows", clinic, "-o", out, "--user", "Bo", typed=(OTHER,)).complaint
    assert "only a clinician may write all visits in one table" in complaint
    assert not [path for path in tmp_path.iterdir() if path.is_file()]


def _must_be_audited(vault: Vault, action: str) -> None:
    assert vault.rows("SELECT count(*) FROM audit WHERE action = ?", action) == [(2,)]


def test_a_visit_that_cannot_be_shown_here_stays_outside_and_is_told(
    records: Records, clinic: Path, tmp_path: Path
) -> None:
    file = tmp_path / "patient.json"
    assert records("export", clinic, "A-17", "-o", file, "--plain").code == 0
    file.write_text(file.read_text(encoding="utf-8").replace('"limp"', '"li\\u001b[2Jmp"'), encoding="utf-8")
    assert records("create", tmp_path / "other", typed=(OTHER, OTHER)).code == 0
    done = records("import", tmp_path / "other", file, "--accept", typed=(OTHER,))
    assert "visits that stay outside, because this hipmap cannot show them: 1\n" in done.out
    assert "the first of them: 2026-03-01: answers.li" in done.out
    assert "new are visits: 0" in done.out
    assert "\x1b" not in done.out
