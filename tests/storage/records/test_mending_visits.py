"""A visit gets another day or another patient, or is deleted for good; everything else stays as it was."""

import shutil

import pytest
from pydantic import ValidationError

from hipmap.storage.records.backups import make_backup
from hipmap.storage.records.deletion import delete_visit
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.patient_documents import document_of
from hipmap.storage.records.patient_import import import_patient, plan_import
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.problems import NotAllowed, NotFound, Refused
from hipmap.storage.records.users import add_user
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visit_mending import change_day, move_visit
from hipmap.storage.records.visits import begin_visit, save_visit, steps_of, timeline, visit_of
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, case, identity, surroundings

WORDS = "other plain words now"


@pytest.fixture
def two(vault: Vault) -> tuple[str, str, str]:
    """The wrong patient, with two visits, and the right one; the last is the visit that is to be mended."""
    wrong = add_patient(vault, identity("A-17", "Jörg Łąka"))
    right = add_patient(vault, identity("B-2", "Anna Berg"))
    begin_visit(vault, wrong.uid, "2026-01-05", case(), "stays")
    visit = begin_visit(vault, wrong.uid, "2026-03-01", case(), "canaryword")
    save_visit(vault, visit.uid, case(answers={"limp": "no"}), "canaryword again")
    return wrong.uid, right.uid, visit.uid


def told(vault: Vault) -> list[tuple[str, str]]:
    rows = vault.rows("SELECT action, object FROM audit ORDER BY seq DESC LIMIT 3")
    return [(action, subject) for action, subject in rows]


def found(vault: Vault, word: str) -> list[str]:
    return [one.uid for one in find_patients(vault, word)]


def test_a_visit_gets_another_day(vault: Vault, two: tuple[str, str, str]) -> None:
    wrong, _right, visit = two
    change_day(vault, visit, "2026-01-02")
    assert [one.day for one in timeline(vault, wrong).visits] == ["2026-01-02", "2026-01-05"]
    assert visit_of(vault, visit).note == "canaryword again"
    assert told(vault)[0] == ("visit_day_changed", visit)
    assert problems_of(vault) == ()


@pytest.mark.parametrize("day", ["2026-02-30", "1.3.2026", ""])
def test_what_is_no_day_is_never_written(vault: Vault, two: tuple[str, str, str], day: str) -> None:
    with pytest.raises(ValidationError):
        change_day(vault, two[2], day)
    assert visit_of(vault, two[2]).day == "2026-03-01"


def test_a_visit_goes_to_the_right_patient_with_its_steps_and_is_found_there(
    vault: Vault, two: tuple[str, str, str]
) -> None:
    wrong, right, visit = two
    before = steps_of(vault, visit)
    move_visit(vault, visit, right)
    assert [one.note for one in timeline(vault, wrong).visits] == ["stays"]
    assert [one.uid for one in timeline(vault, right).visits] == [visit]
    assert steps_of(vault, visit) == before
    assert found(vault, "canary") == [right]
    assert found(vault, "stays") == [wrong]
    assert set(told(vault)) == {
        ("visit_moved", visit), ("visit_moved_away", wrong), ("visit_moved_here", right)
    }  # fmt: skip
    save_visit(vault, visit, case(), "")
    assert found(vault, "canary") == []
    assert problems_of(vault) == ()


def test_a_visit_that_is_there_already_or_goes_to_nobody_stays(
    vault: Vault, two: tuple[str, str, str]
) -> None:
    wrong, _right, visit = two
    entries = vault.rows("SELECT count(*) FROM audit")
    move_visit(vault, visit, wrong)
    with pytest.raises(NotFound):
        move_visit(vault, visit, "0" * 32)
    assert vault.rows("SELECT count(*) FROM audit") == entries
    assert visit_of(vault, visit).patient == wrong
    assert found(vault, "canary") == [wrong]


def test_deleting_a_visit_leaves_no_word_of_it_and_names_the_copies(
    vault: Vault, closed: SmallVault, two: tuple[str, str, str]
) -> None:
    wrong, _right, visit = two
    folder = closed.folder.parent / "backups"
    closed.clock.forward(days=1)
    made = make_backup(vault, folder)
    moved = closed.folder.with_name("clinic.before-restore-x")
    shutil.copytree(made, moved)
    assert delete_visit(vault, visit, (folder,)).still_in == (made, moved)
    assert [one.note for one in timeline(vault, wrong).visits] == ["stays"]
    assert vault.rows("SELECT count(*) FROM step") == [(1,)]
    blocks = [bytes(block) for (block,) in vault.rows("SELECT block FROM words_data")]
    assert not any(b"canary" in block for block in blocks)
    assert vault.rows("SELECT count(*) FROM salt WHERE object = ?", f"visit {visit}") == [(0,)]
    assert vault.rows("PRAGMA freelist_count") == [(0,)]
    assert told(vault)[0] == ("visit_deleted", visit)
    assert problems_of(vault) == ()
    closed.clock.forward(days=1)
    made_after = make_backup(vault, folder)
    other = begin_visit(vault, wrong, "2026-03-02", case())
    assert made_after not in delete_visit(vault, other.uid, (folder,)).still_in
    with pytest.raises(NotFound):
        delete_visit(vault, visit, ())


def test_an_assistant_mends_a_visit_but_deletes_none(
    vault: Vault, closed: SmallVault, two: tuple[str, str, str]
) -> None:
    _wrong, right, visit = two
    add_user(vault, "Bo", "assistant", WORDS)
    vault.lock()
    assistant = closed.open("Bo", WORDS)
    change_day(assistant, visit, "2026-02-01")
    move_visit(assistant, visit, right)
    with pytest.raises(NotAllowed, match="only a clinician may delete"):
        delete_visit(assistant, visit, ())
    assert [one.day for one in timeline(assistant, right).visits] == ["2026-02-01"]
    assistant.lock()


def test_the_files_of_both_patients_hold_what_they_have_now(vault: Vault, two: tuple[str, str, str]) -> None:
    wrong, right, visit = two
    before = document_of(vault, wrong)
    move_visit(vault, visit, right)
    assert [one.note for one in document_of(vault, wrong).visits] == ["stays"]
    (moved,) = document_of(vault, right).visits
    assert moved == next(one for one in before.visits if one.uid == visit)
    elsewhere, _ = create_vault(vault.folder.with_name("elsewhere"), OWNER, PASSPHRASE, surroundings(5))
    for uid in (wrong, right):
        import_patient(elsewhere, document_of(vault, uid))
    assert problems_of(elsewhere) == ()
    elsewhere.lock()


def test_a_file_of_before_does_not_bring_back_what_was_moved(vault: Vault, two: tuple[str, str, str]) -> None:
    wrong, right, visit = two
    before = document_of(vault, wrong)
    move_visit(vault, visit, right)
    plan = plan_import(vault, before)
    assert (plan.elsewhere, plan.is_blocked) == ((visit,), False)
    import_patient(vault, before)
    assert visit_of(vault, visit).patient == right
    assert len(timeline(vault, wrong).visits) == 1
    stranger = add_patient(vault, identity("C-3", "Somebody Else"))
    with pytest.raises(Refused, match="belongs to another patient"):
        import_patient(vault, before, into=stranger.uid)


def test_a_visit_that_was_deleted_comes_back_only_from_a_file(
    vault: Vault, two: tuple[str, str, str]
) -> None:
    wrong, _right, visit = two
    before = document_of(vault, wrong)
    delete_visit(vault, visit, ())
    import_patient(vault, before)
    assert visit_of(vault, visit).note == "canaryword again"
    assert problems_of(vault) == ()
