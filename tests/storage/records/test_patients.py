"""Patients are found however their words are written, changed, archived and deleted for good."""

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from hipmap.storage.records.attachments import add_attachment, content_of, remove_attachment
from hipmap.storage.records.backups import make_backup
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.patients import (
    add_patient,
    archive_patient,
    change_patient,
    find_patients,
    look_at_patient,
)
from hipmap.storage.records.problems import NotAllowed, NotFound
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.users import add_user
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit, look_at_visit, save_visit, steps_of, timeline
from tests.storage.records.small_vaults import SmallVault, case, identity


@pytest.mark.parametrize(
    "text", ["jorg", "JÖRG", "lak", "łąka jö", "a-17", "A 17", "strasse", "ge'x", "sturz"]
)
def test_a_search_finds_beginnings_of_words_however_written(vault: Vault, text: str) -> None:
    patient = add_patient(vault, identity(tags=("Straße", "ge x"), notes="nach Sturz"))
    add_patient(vault, identity("B-2", "Somebody Else"))
    assert [found.uid for found in find_patients(vault, text)] == [patient.uid]


@pytest.mark.parametrize(
    "text", ['"', "* OR name", "x) --", "NEAR(", "org", "\0", "'; DROP TABLE patient; --"]
)
def test_a_search_takes_nothing_for_a_command(vault: Vault, text: str) -> None:
    add_patient(vault, identity())
    assert find_patients(vault, text) == ()
    assert len(find_patients(vault)) == 1


def test_the_note_of_a_visit_is_found_as_it_is_now(vault: Vault) -> None:
    patient = add_patient(vault, identity())
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(), "climbing")
    assert find_patients(vault, "climb")
    save_visit(vault, visit.uid, case(), "swimming")
    assert (len(find_patients(vault, "climb")), len(find_patients(vault, "swim"))) == (0, 1)
    assert find_patients(vault, "jorg swim")
    assert not find_patients(vault, "jorg swim climb")


def test_a_changed_patient_has_the_new_words_only(vault: Vault) -> None:
    patient = add_patient(vault, identity(tags=("old",)))
    changed = change_patient(vault, patient.uid, identity(name="Anna Neu", born="1960-02-29", tags=("new",)))
    assert (changed.identity.born, changed.identity.tags) == ("1960-02-29", ("new",))
    assert [len(find_patients(vault, word)) for word in ("jorg", "old", "anna", "new")] == [0, 0, 1, 1]


def test_a_number_belongs_to_one_patient(vault: Vault) -> None:
    first, second = add_patient(vault, identity()), add_patient(vault, identity("B-2"))
    with pytest.raises(NotAllowed, match="another patient"):
        add_patient(vault, identity())
    with pytest.raises(NotAllowed, match="another patient"):
        change_patient(vault, second.uid, identity())
    change_patient(vault, first.uid, identity(name="Same Number"))


def test_an_archived_patient_is_in_the_archive_only(vault: Vault) -> None:
    patient = add_patient(vault, identity())
    archive_patient(vault, patient.uid, archived=True)
    assert find_patients(vault, "jorg") == find_patients(vault) == ()
    assert [one.archived for one in find_patients(vault, "jorg", archived=True)] == [True]
    archive_patient(vault, patient.uid, archived=False)
    assert len(find_patients(vault, "jorg")) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"born": "1960-02-30"}, {"born": "60-2-3"}, {"name": ""}, {"name": "two\nlines"}, {"number": " x"}],
)
def test_what_cannot_be_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        identity(**wrong)


def test_every_edit_of_a_visit_stays(vault: Vault) -> None:
    patient = add_patient(vault, identity())
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(), "one")
    edited = case(answers={"limp": "no"}, marks=[{"zone": "groin_crease", "side": "right"}])
    assert save_visit(vault, visit.uid, edited, "two") == 2
    assert [(step.step, step.note, step.case) for step in steps_of(vault, visit.uid)] == [
        (1, "one", case()),
        (2, "two", edited),
    ]
    seen = look_at_visit(vault, visit.uid)
    assert (seen.case, seen.note, seen.step) == (edited, "two", 2)


def test_the_timeline_is_in_the_order_of_days(vault: Vault) -> None:
    patient = add_patient(vault, identity())
    for day in ("2026-03-02", "2026-02-01", "2026-03-01"):
        begin_visit(vault, patient.uid, day, case())
        add_score(vault, patient.uid, "psfs", 4.5, day)
        add_attachment(vault, patient.uid, f"{day}.pdf", day, day.encode())
    found = timeline(vault, patient.uid)
    days = ["2026-02-01", "2026-03-01", "2026-03-02"]
    assert [one.day for one in found.visits] == days
    assert [one.day for one in found.scores] == days
    assert [content_of(vault, one.uid).decode() for one in found.attachments] == days
    remove_attachment(vault, found.attachments[0].uid)
    assert len(timeline(vault, patient.uid).attachments) == 2


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", "C:x", ".hidden", "", "x\n"])
def test_the_name_of_an_attachment_is_never_a_path(vault: Vault, name: str) -> None:
    patient = add_patient(vault, identity())
    with pytest.raises(ValidationError):
        add_attachment(vault, patient.uid, name, "2026-03-01", b"x")


def test_an_attachment_has_a_largest_size(vault: Vault) -> None:
    patient = add_patient(vault, identity())
    with pytest.raises(NotAllowed, match="larger than 10 MB"):
        add_attachment(vault, patient.uid, "x.pdf", "2026-03-01", bytes(10_000_001))


def test_deleting_for_good_leaves_no_word_and_names_the_copies(
    vault: Vault, closed: SmallVault, tmp_path: Path
) -> None:
    before = make_backup(vault, tmp_path / "backups")
    patient = add_patient(vault, identity(notes="canaryword"))
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(), "canaryword")
    add_score(vault, patient.uid, "psfs", 4, "2026-03-01")
    add_attachment(vault, patient.uid, "x.pdf", "2026-03-01", b"canaryword" * 5000)
    closed.clock.forward(days=1)
    after = make_backup(vault, tmp_path / "backups")
    moved = closed.folder.with_name("clinic.before-restore-x")
    shutil.copytree(after, moved)
    deleted = delete_patient(vault, patient.uid, (tmp_path / "backups",))
    assert deleted.still_in == (after, moved)
    assert before != after
    for table in ("patient", "visit", "step", "score", "attachment", "tag", "words"):
        assert vault.rows(f"SELECT count(*) FROM {table}") == [(0,)]
    # The search keeps its words in tables of its own.
    blocks = [bytes(block) for (block,) in vault.rows("SELECT block FROM words_data")]
    assert not any(b"canary" in block for block in blocks)
    assert vault.rows("PRAGMA freelist_count") == [(0,)]
    assert vault.rows("PRAGMA secure_delete") == [(1,)]
    with pytest.raises(NotFound):
        look_at_visit(vault, visit.uid)


def test_an_assistant_deletes_nothing_for_good(closed: SmallVault, vault: Vault) -> None:
    patient = add_patient(vault, identity())
    add_user(vault, "Bo", "assistant", "other plain words now")
    vault.lock()
    assistant = closed.open("Bo", "other plain words now")
    with pytest.raises(NotAllowed, match="only a clinician may delete"):
        delete_patient(assistant, patient.uid, ())
    assert look_at_patient(assistant, patient.uid) == patient
    assistant.lock()
