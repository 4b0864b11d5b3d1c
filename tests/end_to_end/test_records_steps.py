"""How a visit was written is read step by step: who, when, what, and the visit as it was then."""

from datetime import timedelta

import pytest

from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.steps_page import StepsPage
from hipmap.desktop.records.two_lines import BELOW
from hipmap.model.case import Case, OwnView, Person, Pin, new_case
from hipmap.storage.records.audit_chain import entries
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.visits import begin_visit, save_visit, steps_of
from tests.end_to_end.clinic import Clinic

GROIN = {"zone": "groin_crease", "side": "right", "kind": "pain"}


def case(*marks: object, **answers: object) -> Case:
    return new_case(setting="physio", marks=marks, answers=answers)


def written(clinic: Clinic, *cases: Case, note: str = "") -> str:
    """Writes a visit in steps, a quarter of an hour apart."""
    uid = find_patients(clinic.vault, "jörg")[0].uid
    visit = begin_visit(clinic.vault, uid, "2026-01-14", cases[0])
    for one in cases[1:]:
        clinic.small.clock.time += timedelta(minutes=15)
        save_visit(clinic.vault, visit.uid, one, note)
    return visit.uid


def page(clinic: Clinic) -> StepsPage:
    clinic.choose("Jörg")
    clinic.until(lambda: clinic.panel.visits.count() == 1)
    clinic.person.press(clinic.panel.history)
    return clinic.page(StepsPage)


def rows(found: StepsPage) -> list[str]:
    return [found.steps.item(row).data(BELOW) for row in range(found.steps.count())]


def test_each_step_says_who_when_and_what(clinic: Clinic) -> None:
    worse = {**GROIN, "worst": True}
    written(clinic, case(), case(GROIN), case(GROIN, limp="yes"), case(worse, limp="no"), note="seen twice")
    found = page(clinic)
    assert rows(found) == [
        "Limp (antalgic or abductor lurch): yes → no · Right inguinal fold: hurts → worst",
        "Limp (antalgic or abductor lurch): not asked → yes",
        "Right inguinal fold: newly marked, hurts · Note: seen twice",
        "Asked: not said → in physiotherapy",
    ]
    first, last = found.steps.item(3).text(), found.steps.item(0).text()
    assert "Dr Ada Öz" in first
    assert first != last
    assert "1 March 2026" in first


def test_an_earlier_state_is_read_and_nothing_changes(clinic: Clinic) -> None:
    uid = written(clinic, case(), case(GROIN, limp="yes"), case(limp="no"))
    before = steps_of(clinic.vault, uid)
    found = page(clinic)
    words = clinic.person.reads(found)
    assert "Nothing is marked yet." in words
    found.steps.setFocus()
    found.steps.setCurrentRow(1)
    limp = "Limp (antalgic or abductor lurch) – "
    clinic.until(lambda: f"{limp}yes" in clinic.person.reads(found))
    words = clinic.person.reads(found)
    assert "inguinal fold" in words
    assert f"{limp}no" not in words
    assert [mark.zone for mark in found.maps.canvases[0]._marks] == ["groin_crease"]
    clinic.person.press(found.back)
    clinic.page(PatientsPage)
    assert steps_of(clinic.vault, uid) == before
    clinic.until(lambda: clinic.panel.name.text() == "Jörg Łąka")


def test_the_audit_hears_that_somebody_looked_and_nothing_of_what_was_read(clinic: Clinic) -> None:
    uid = written(clinic, case(), case(GROIN, limp="yes"))
    page(clinic)
    told = entries(clinic.vault.session.connection, 0, 1000)
    assert (told[-1].action, told[-1].subject) == ("visit_seen", uid)
    assert not any("groin" in repr(one) or "limp" in repr(one) for one in told)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"person": Person(age=66, sex="female")}, "Age: not said → 66 · Sex: not said → female"),
        ({"setting": "home"}, "Asked: in physiotherapy → at home"),
        ({"pin": Pin(zone="groin_crease", side="left", face="front", at=(0.5, 0.5))},
         "One finger: left inguinal fold"),
        ({"own_view": OwnView(origin="hip_joint")}, "Your view: hip joint"),
    ],
)  # fmt: skip
def test_all_that_a_case_holds_is_told(clinic: Clinic, changed: dict[str, object], words: str) -> None:
    written(clinic, case(), case().model_copy(update=changed))
    assert words in rows(page(clinic))[0]


def test_a_mark_that_is_described_otherwise_is_told_and_a_step_of_tomorrow_is_left_alone(
    clinic: Clinic,
) -> None:
    burning = {**GROIN, "feel": ["burning"]}
    written(clinic, case(GROIN), case(burning), case(burning, a_finding_of_tomorrow="yes"))
    found = page(clinic)
    assert rows(found)[1] == "Right inguinal fold, anterior hip: hurts · burning"
    assert "cannot be shown" in rows(found)[0]
    assert "cannot be shown" in clinic.person.reads(found)
    assert not found.maps.isVisible()


def test_who_changes_a_visit_reads_it_in_the_chosen_voice(clinic: Clinic) -> None:
    written(clinic, case(), case(limp="yes"))
    clinic.person.window.preferences.voice = "patient"
    found = page(clinic)
    assert rows(found)[0].endswith("not asked → yes")
    assert not rows(found)[0].startswith("Limp:")
    clinic.person.window.preferences.voice = "clinician"
