"""An edit that comes late never takes the place of what was written since; both are in the history."""

import pytest

from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.problems import MovedOn
from hipmap.storage.records.saving import VisitSaver
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit, steps_of, visit_of
from hipmap.storage.records.write_lock import is_free
from tests.storage.records.small_vaults import SmallVault, case, identity


def saver_of(vault: Vault) -> tuple[VisitSaver, str]:
    visit = begin_visit(vault, add_patient(vault, identity()).uid, "2026-03-01", case())
    return VisitSaver(vault, visit), visit.uid


def test_an_edit_that_comes_late_is_kept_in_the_history_and_the_newer_state_stays(vault: Vault) -> None:
    saver, visit = saver_of(vault)
    late, newer = case(answers={"limp": "yes"}), case(answers={"limp": "no"})
    save_visit(vault, visit, newer, "newer")
    assert saver.save(late, "late") == 4
    assert saver.came_late
    now = visit_of(vault, visit)
    assert (now.case, now.note, now.step) == (newer, "newer", 4)
    assert [(step.note, step.case) for step in steps_of(vault, visit)][2:] == [
        ("late", late),
        ("newer", newer),
    ]
    assert [len(find_patients(vault, word)) for word in ("newer", "late")] == [1, 0]
    assert problems_of(vault) == ()


def test_an_edit_that_names_what_it_was_made_on_is_refused_where_that_is_gone(vault: Vault) -> None:
    _, visit = saver_of(vault)
    first = visit_of(vault, visit)
    save_visit(vault, visit, first.case, "newer")
    with pytest.raises(MovedOn):
        save_visit(vault, visit, first.case, "late", (first.case, first.note))
    assert visit_of(vault, visit).note == "newer"
    assert save_visit(vault, visit, first.case, "newest", (first.case, "newer")) == 3


def test_a_late_edit_does_not_make_the_next_edit_of_the_newer_state_late(vault: Vault) -> None:
    stranded, visit = saver_of(vault)
    save_visit(vault, visit, case(), "newer")
    at_desk = VisitSaver(vault, visit_of(vault, visit))
    stranded.save(case(answers={"limp": "yes"}), "late")
    assert at_desk.save(case(), "newest") == 5
    assert not at_desk.came_late
    assert visit_of(vault, visit).note == "newest"


def test_an_edit_that_arrived_unnoticed_is_not_written_twice(vault: Vault) -> None:
    saver, visit = saver_of(vault)
    save_visit(vault, visit, case(answers={"limp": "yes"}), "mine")
    assert saver.save(case(answers={"limp": "yes"}), "mine") == 2
    assert not saver.came_late
    assert len(steps_of(vault, visit)) == 2


def test_a_window_hears_when_the_writer_has_left(vault: Vault, closed: SmallVault) -> None:
    assert not is_free(closed.folder)
    vault.lock()
    assert is_free(closed.folder)
    again = closed.open()
    assert again.read_only is None
    again.lock()
