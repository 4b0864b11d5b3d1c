"""Every kind of bad input, to the records and as a file from elsewhere: one sentence, nothing changed."""

import gzip
import json
import os
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from hipmap.model.patient_document import PatientDocument
from hipmap.model.records import Identity
from hipmap.storage.records import key_file
from hipmap.storage.records.attachments import add_attachment, content_of
from hipmap.storage.records.backups import make_backup
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.hand_over import Opener, opened_hand_over, sealed_for_passphrase
from hipmap.storage.records.patient_documents import (
    document_of,
    document_text,
    parse_document,
    read_document_file,
    write_document,
)
from hipmap.storage.records.patient_import import import_patient, plan_import
from hipmap.storage.records.patients import add_patient, change_patient, find_patients
from hipmap.storage.records.problems import NewerFormat, NoVault, Refused, VaultProblem
from hipmap.storage.records.restoring import preview_restore, restore
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.users import add_user, remove_user, users
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit, timeline
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, case, identity, surroundings

SECRET = "a passphrase told by telephone"
SQL = "x'); DROP TABLE patient; DELETE FROM audit; --"
ODD_NAMES = ("Praxis Müller & Söhne", "a'b\"c;--", "100% #1?", "患者", "[a-z]*", "-rf", "x" * 120)


def document(vault: Vault, **changed: Any) -> PatientDocument:
    patient = add_patient(vault, identity(**changed))
    begin_visit(vault, patient.uid, "2026-03-01", case(), "one")
    add_attachment(vault, patient.uid, "letter.pdf", "2026-03-01", b"letter")
    return document_of(vault, patient.uid)


def taken_in(path: Path) -> PatientDocument:
    content = read_document_file(path)
    if content.startswith(b'{"schema":"hipmap-handover/'):
        return opened_hand_over(content, path.name, Opener(passphrase=SECRET))
    return parse_document(content, path.name)


def refused(path: Path) -> str:
    """Reads a file as an import does; gives what is told."""
    with pytest.raises(VaultProblem) as caught:
        taken_in(path)
    told = str(caught.value)
    assert "\n" not in told
    assert len(told) <= 400
    return told


def test_a_hand_over_that_is_changed_or_cut_anywhere_is_refused(vault: Vault) -> None:
    file = sealed_for_passphrase(document(vault), SECRET, surroundings())
    for at in range(0, len(file), 7):
        changed = file[:at] + bytes([file[at] ^ 1 << at % 8]) + file[at + 1 :]
        for spoilt in (changed, file[:at]):
            with pytest.raises(VaultProblem):
                opened_hand_over(spoilt, "x", Opener(passphrase=SECRET))


def test_files_of_other_programs_are_no_hand_over(vault: Vault, tmp_path: Path) -> None:
    text = document_text(document(vault)).encode()
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    (tmp_path / "packed.gz").write_bytes(gzip.compress(b" " * 10_000_000 + text))
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("../../patient.json", text)
    (tmp_path / "empty.json").touch()
    (tmp_path / "utf16.json").write_bytes(text.decode().encode("utf-16"))
    (tmp_path / "keys.json").write_bytes((vault.folder / "keys.json").read_bytes())
    (tmp_path / "records.db").write_bytes(vault.path.read_bytes())
    for path in tmp_path.glob("*.*"):
        assert refused(path).endswith("nothing was taken in"), path


def test_a_file_of_a_newer_hipmap_says_so(vault: Vault) -> None:
    newer = document_text(document(vault)).replace("hipmap-patient/1", "hipmap-patient/12").encode()
    with pytest.raises(NewerFormat, match=r"x\.json: a newer hipmap wrote this file"):
        parse_document(newer, "x.json")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(10**12)
    assert "larger than any patient" in refused(tmp_path / "huge.json")


@pytest.mark.skipif(os.name == "nt", reason="only a person with rights makes links there")
def test_links_and_what_is_no_file_are_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("{}")
    (tmp_path / "link.json").symlink_to("real.json")
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    for name in ("link.json", "pipe.json", "folder.json"):
        assert "a link to another place, or no file; name the file itself" in refused(tmp_path / name)
    assert "cannot be read" in refused(tmp_path / "absent.json")


@pytest.mark.parametrize("part", ["keys.json", "anchor.bin", "writer.lock", "records.db-journal"])
@pytest.mark.skipif(os.name == "nt", reason="only a person with rights makes links there")
def test_a_link_in_the_place_of_a_part_leads_nowhere(closed: SmallVault, tmp_path: Path, part: str) -> None:
    """What others could read or write through a link is neither read nor written."""
    outside = tmp_path / "outside"
    outside.write_bytes((closed.folder / part).read_bytes() if (closed.folder / part).exists() else b"")
    before = outside.read_bytes()
    (closed.folder / part).unlink(missing_ok=True)
    (closed.folder / part).symlink_to(outside)
    if part == "keys.json":  # its copy is good
        vault = closed.open()
        assert "a link to another place" in " ".join(vault.notes)
        vault.lock()
    else:
        with pytest.raises(NoVault, match="a link to another place"):
            closed.open()
    assert outside.read_bytes() == before


BASE = {
    "schema": "hipmap-patient/1", "uid": "0" * 32, "written": "2026-03-01T09:00:00Z",
    "identity": {"number": "1", "name": "x"},
}  # fmt: skip
BAD_KEYS = {f"k{at}": 1 for at in range(2900)}
EMPTY_CASE = {"schema": "hipmap-case/1"}
VISIT = {"uid": "0" * 32, "day": "2026-01-01", "case": EMPTY_CASE}


@pytest.mark.parametrize(
    "form",
    [
        BASE | {f"k{at}": 1 for at in range(3100)},
        BASE | {"visits": [{}] * 10_100},
        BASE | {"visits": [VISIT | {"steps": [{}] * 10_100}]},
        BASE | {"identity": {"number": "1", "name": "x", "tags": [1] * 10_100}},
        BASE | {"identity": {"number": "1", "name": "," * 2_100_000}},
        [[1] * 2_100_000],
    ],
)
def test_more_than_there_can_be_is_refused_by_its_form(form: Any) -> None:
    with pytest.raises(Refused, match="larger than any patient"):
        parse_document(json.dumps(form).encode(), "x")


@pytest.mark.parametrize(
    "form",
    [
        BASE | {"visits": [BAD_KEYS] * 9},
        BASE | {"visits": [VISIT | {"steps": [BAD_KEYS] * 9}]},
        BASE | {"visits": [VISIT | {"case": EMPTY_CASE | {"marks": [BAD_KEYS] * 9}}]},
        BASE | {"scores": [BAD_KEYS] * 9},
        BASE | {"attachments": [BAD_KEYS] * 9},
    ],
)
def test_faults_are_not_counted_one_by_one(form: Any) -> None:
    """Each takes a kilobyte to tell: those of a file of 50 MB once took five gigabytes and a minute."""
    text = json.dumps(form).encode()
    with pytest.raises(Refused):
        parse_document(text, "x")
    with pytest.raises(ValidationError) as caught:
        PatientDocument.model_validate_json(text)
    assert caught.value.error_count() < 2 * len(BAD_KEYS)


@pytest.mark.parametrize("depth", [200, 5000, 200_000])
def test_what_is_nested_without_end_is_refused(vault: Vault, depth: int) -> None:
    text = document_text(document(vault)).encode()
    deep = b'{"a":' * depth + b"1" + b"}" * depth
    for spoilt in (deep, b"[" * depth, text.replace(b'"one"', deep, 1), text.replace(b'"yes"', deep, 1)):
        with pytest.raises(Refused):
            parse_document(spoilt, "x")


def with_sum(body: Any) -> bytes:
    return key_file._text({"sum": key_file._sum(body), **body})


@pytest.mark.parametrize(
    "changed",
    [
        {"slots": "x"}, {"slots": [{}] * 3}, {"slots": None}, {"format": "1"}, {"format": 0}, {"vault": 7},
        {"salt": "zz"}, {"recovery": []}, {"mac": None}, {"mac": "00"}, {"more": SQL}, {"schema": "other"},
    ],
)  # fmt: skip
def test_wrong_types_in_both_key_files_are_refused(closed: SmallVault, changed: dict[str, Any]) -> None:
    body = json.loads((closed.folder / "keys.json").read_bytes())
    del body["sum"]
    for name in ("keys.json", "keys-copy.json"):
        (closed.folder / name).write_bytes(with_sum(body | changed))
    with pytest.raises(VaultProblem, match="keys"):
        closed.open()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"[" * 200_000,
        b'{"sum":' * 100_000,
        b"9" * 900_000,
        b"x" * 2_000_000,
    ],
)
def test_key_files_and_counts_of_any_content_are_refused_or_passed_over(
    closed: SmallVault, content: bytes
) -> None:
    (closed.folder / "attempts.json").write_bytes(content)
    (closed.folder / "anchor.bin").write_bytes(content[:100])
    (closed.folder / "writer.lock").write_bytes(content)
    vault = closed.open()
    assert vault.read_only is None
    vault.lock()
    for name in ("keys.json", "keys-copy.json"):
        (closed.folder / name).write_bytes(content)
    with pytest.raises(VaultProblem, match=r"keys\.json: "):
        closed.open()


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_of_every_folder_and_file(tmp_path: Path, name: str) -> None:
    around = surroundings()
    vault, _ = create_vault(tmp_path / name, OWNER, PASSPHRASE, around)
    whole = document(vault)
    made = make_backup(vault, tmp_path / f"{name} b")
    vault.lock()
    kept = restore(preview_restore(made, OWNER, PASSPHRASE, around), tmp_path / name, around).kept
    small = SmallVault(tmp_path / name, around, None)  # type: ignore[arg-type]
    vault = small.open()
    assert kept is not None
    assert delete_patient(vault, whole.uid, (tmp_path / f"{name} b",)).still_in == (made, kept)
    write_document(tmp_path / f"{name}.hipmap", sealed_for_passphrase(whole, SECRET, around))
    content = read_document_file(tmp_path / f"{name}.hipmap")
    import_patient(vault, opened_hand_over(content, name, Opener(passphrase=SECRET)))
    assert problems_of(vault) == ()
    vault.lock()


def test_sql_in_every_text_is_only_text(closed: SmallVault, vault: Vault, tmp_path: Path) -> None:
    told = identity(SQL, SQL, notes=SQL, tags=(SQL,))
    patient = change_patient(vault, add_patient(vault, told).uid, told)
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(answers={SQL: "yes"}), SQL)
    save_visit(vault, visit.uid, case(answers={SQL: SQL}), SQL)
    letter = add_attachment(vault, patient.uid, SQL, "2026-03-01", SQL.encode())
    add_user(vault, SQL, "assistant", f"{SQL}!")
    vault.looked(SQL, SQL)
    assert len(find_patients(vault, SQL)) == 1
    assert content_of(vault, letter.uid) == SQL.encode()
    elsewhere, _ = create_vault(tmp_path / "elsewhere", SQL, PASSPHRASE, surroundings(seed=5))
    whole = parse_document(document_text(document_of(vault, patient.uid)).encode(), SQL)
    assert plan_import(elsewhere, whole).new["visit"] == (visit.uid,)
    import_patient(elsewhere, whole, number=f"{SQL}2")
    assert timeline(elsewhere, patient.uid).visits[0].note == SQL
    for one in (vault, elsewhere):
        assert problems_of(one) == ()
    remove_user(vault, SQL)
    assert [user.name for user in users(vault)] == [OWNER]
    with pytest.raises(VaultProblem):
        add_score(vault, SQL, "psfs", 1, "2026-03-01")
    elsewhere.lock()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(min_size=1, max_size=80), st.text(max_size=80), st.text(min_size=1, max_size=30))
def test_any_text_is_refused_or_comes_back_as_it_was(vault: Vault, name: str, notes: str, tag: str) -> None:
    number = f"N-{vault.rows('SELECT count(*) FROM patient')[0][0]}"
    try:
        told = Identity.model_validate({"number": number, "name": name, "notes": notes, "tags": (tag,)})
    except ValueError:
        return
    uid = add_patient(vault, told).uid
    document_ = parse_document(document_text(document_of(vault, uid)).encode(), "x")
    assert document_.identity == told
    find_patients(vault, notes)
