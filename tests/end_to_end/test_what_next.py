"""What next: scans to ask about, what to watch for, what helps; silent where help is urgent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.end_to_end.person import Person


@pytest.fixture
def likely_osteoarthritis(person: Person) -> Person:
    person.type_age("68")
    person.mark("groin_crease", "right")
    person.answer("limp", "yes")
    person.answer("worse_dressing_leg", "yes")
    person.settle()
    return person


def test_an_empty_case_says_what_to_do_first(person: Person) -> None:
    advice = person.screen.advice
    assert advice.hint.isVisible()
    assert not advice.care.isVisible()
    assert not advice.net.isVisible()


def test_the_net_unfolds_and_what_is_urgent_never_folds(likely_osteoarthritis: Person) -> None:
    advice = likely_osteoarthritis.screen.advice
    assert not advice.hint.isVisible()
    assert advice.net_urgent.isVisible()
    assert not advice.net_middle.isVisible()
    advice.more_net.setFocus()
    QTest.keyClick(advice.more_net, Qt.Key.Key_Space)
    assert advice.net_middle.isVisible()
    assert advice.net_middle.text().startswith("•")
    likely_osteoarthritis.press(advice.more_net)
    assert not advice.net_middle.isVisible()


def test_both_voices_speak(likely_osteoarthritis: Person) -> None:
    advice = likely_osteoarthritis.screen.advice
    before = (advice.net.text(), advice.net_urgent.text(), *advice.shown_advice())
    likely_osteoarthritis.do("flip_voice")
    after = (advice.net.text(), advice.net_urgent.text(), *advice.shown_advice())
    assert all(after)
    assert set(before).isdisjoint(after)


@pytest.mark.parametrize(
    ("finding", "tier"), [("saddle_numbness", "emergency_now"), ("both_legs_pain_new", "same_day")]
)
def test_where_help_is_urgent_nothing_leads_away_from_it(person: Person, finding: str, tier: str) -> None:
    person.mark("groin_crease", "right")
    person.answer(finding, "yes")
    assert person.screen.urgency.tier == tier
    advice = person.screen.advice
    for part in (advice.care, advice.about_scans, advice.net, advice.net_urgent, advice.more_net):
        assert not part.isVisible()
    assert person.screen.urgency.net.isVisible()  # the panel above says what to watch for


@pytest.mark.parametrize("voice", ["clinician", "patient"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_nothing_of_the_result_is_cut_off_at_the_right(
    likely_osteoarthritis: Person, voice: str, size: tuple[int, int]
) -> None:
    person = likely_osteoarthritis
    person.window.resize(*size)
    if voice == "patient":
        person.do("flip_voice")
    person.settle()
    result = person.screen.result
    page = result.widget()
    assert page is not None
    assert page.width() <= result.viewport().width()


def test_the_scans_lead_to_their_page(likely_osteoarthritis: Person) -> None:
    person = likely_osteoarthritis
    person.press(person.screen.advice.about_scans)
    assert person.window.desk is not None
    window = person.window.desk.learn.window
    assert window is not None
    assert window.address == "page:lumbar_or_hip_mri"
    window.close()


def test_what_helps_opens_the_page_of_this_case(likely_osteoarthritis: Person) -> None:
    person = likely_osteoarthritis
    person.press(person.screen.advice.care)
    assert person.window.desk is not None
    window = person.window.desk.learn.window
    assert window is not None
    assert window.address == "list:for_this_case"
    assert "When to stop" in window.view.toPlainText()
    window.close()
