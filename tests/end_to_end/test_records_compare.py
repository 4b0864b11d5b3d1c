"""Two visits of a patient are laid over each other, and what changed is said, and why."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipmap.desktop.records.compare_page import ComparePage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.model.case import Case, new_case
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.visits import begin_visit
from tests.end_to_end.clinic import Clinic

GROIN = {"zone": "groin_crease", "side": "right", "kind": "pain", "intensity": 7}
ROTATION = {"value": 10, "side": "right"}
SIDE = {"zone": "trochanter", "side": "right", "kind": "pain"}


def case(*marks: object, **answers: object) -> Case:
    return new_case(setting="physio", marks=marks, answers=answers)


def compared(clinic: Clinic) -> ComparePage:
    """Goes to the comparison of the two visits by keyboard."""
    clinic.choose("Jörg")
    panel = clinic.panel
    clinic.until(lambda: panel.visits.count() == 2)
    assert not panel.compare.isEnabled()
    panel.visits.setFocus()
    panel.visits.setCurrentRow(0)
    QTest.keyClick(panel.visits, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.compare.isEnabled()
    clinic.person.press(panel.compare)
    return clinic.page(ComparePage)


def test_two_visits_are_compared(clinic: Clinic) -> None:
    uid = find_patients(clinic.vault, "jörg")[0].uid
    begin_visit(clinic.vault, uid, "2026-01-14", case(GROIN, limp="yes", hip_internal_rotation_deg=ROTATION))
    begin_visit(clinic.vault, uid, "2026-03-02", case(SIDE, limp="no"))
    add_score(clinic.vault, uid, "hoos_pain", 40, "2026-01-14")
    add_score(clinic.vault, uid, "hoos_pain", 65.5, "2026-03-02")
    page = compared(clinic)
    words = clinic.person.reads(page)
    assert "14 January 2026" in words
    assert "2 March 2026" in words
    assert "→" in words
    assert "yes → no" in words
    assert "10 degrees, right → not asked" in words
    assert "no longer marked" in words
    assert "newly marked" in words
    screening = sum(one.screening for one in clinic.person.session.knowledge.findings)
    asked_of_all = words.partition("Safety questions not asked at the later visit: ")[2].split()[0]
    assert int(asked_of_all) <= screening  # not every sign that there is
    assert "now speaks less for hip joint" in words
    assert "hoos pain" in words
    assert "40 → 65.5" in words
    shown = page.canvases[0]
    assert [mark.zone for mark in shown._laid.earlier] == ["groin_crease"]
    _ = shown.zones  # read now, for a picture that is painted once
    both = shown.grab().toImage()
    shown.lay_over(replace(shown._laid, earlier=()))
    assert shown.grab().toImage() != both
    clinic.person.press(page.back)
    clinic.page(PatientsPage)
    clinic.until(lambda: clinic.panel.name.text() == "Jörg Łąka")


def test_a_visit_that_this_knowledge_has_no_words_for_is_told_and_left_alone(clinic: Clinic) -> None:
    uid = find_patients(clinic.vault, "jörg")[0].uid
    begin_visit(clinic.vault, uid, "2026-01-14", case(GROIN, a_finding_of_tomorrow="yes"))
    clinic.choose("Jörg")
    clinic.until(lambda: clinic.panel.visits.count() == 1)
    clinic.person.press(clinic.panel.open)
    clinic.until(lambda: "cannot be shown" in clinic.person.message())
    assert clinic.desk.visit.visit is None


def test_two_alike_visits_say_that_nothing_changed(clinic: Clinic) -> None:
    uid = find_patients(clinic.vault, "jörg")[0].uid
    for day in ("2026-01-14", "2026-03-02"):
        begin_visit(clinic.vault, uid, day, case(GROIN, limp="yes"))
    words = clinic.person.reads(compared(clinic))
    assert "No likelihood changed by a step." in words
    assert "Nothing." in words
    assert "Scores over time" not in words
