"""Your own view first: the likelihoods wait behind a calm cover, the urgency never does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipmap.desktop.why.compare_page import ComparePage
from hipmap.model import edits
from hipmap.model.case import OwnView, new_case
from tests.end_to_end.person import Person, wait_until
from tests.reasoning.known_cases import mark

GROIN = new_case(person={"age": 66}, marks=[mark("groin_crease", worst=True)], answers={"limp": "yes"})


@pytest.fixture
def covered(person: Person) -> Iterator[Person]:
    person.session.open_case(GROIN)
    person.screen.show_own_view_first(True)
    wait_until(lambda: person.assessment.origins[0].low is not None)
    yield person
    person.screen.show_own_view_first(False)


def is_covered(person: Person) -> bool:
    """Whether the own view is asked for in the place of likelihoods and reasons."""
    screen = person.screen
    shown = {part.isVisible() for part in (screen.likelihoods, screen.reasons)}
    assert len(shown) == 1
    assert shown != {screen.result.own_view.isVisible()}
    return screen.result.own_view.isVisible()


def test_likelihoods_and_reasons_are_covered_and_urgency_never(covered: Person) -> None:
    screen = covered.screen
    assert screen.result.own_view.isVisible()
    assert not screen.likelihoods.isVisible()
    assert not screen.reasons.isVisible()
    covered.answer("saddle_numbness", "yes")
    assert screen.urgency.isVisible()
    assert screen.urgency.tier == "emergency_now"
    assert screen.urgency.area.isVisible()


def test_a_view_is_committed_by_keyboard_as_one_step_that_can_be_undone(covered: Person) -> None:
    panel = covered.screen.result.own_view
    assert not panel.commit.isEnabled()
    covered.do("result")
    assert panel.first.hasFocus()
    while panel.first.currentData() != "lateral_hip":
        covered.keys(Qt.Key.Key_Down)
    covered.keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.sure.buttons[0]
    covered.keys(Qt.Key.Key_Space)
    panel.commit.setFocus()
    covered.keys(Qt.Key.Key_Space)
    assert covered.case.own_view == OwnView(origin="lateral_hip", certainty="unsure")
    assert covered.screen.likelihoods.isVisible()
    covered.do("undo")
    assert is_covered(covered)


def test_both_views_stand_side_by_side_and_what_separates_them_is_one_press_away(covered: Person) -> None:
    covered.screen.result.own_view_given.emit(OwnView(origin="lateral_hip", certainty="sure"))
    strip = covered.screen.result.own_view_strip
    words = covered.reads(strip)
    assert "Your view: lateral hip (sure)" in words
    assert "hipmap differs. It puts first: hip joint" in words
    covered.press(strip.compare)
    page = covered.screen.reasons.page("compare")
    assert isinstance(page, ComparePage)
    wait_until(lambda: page.shown_pair() == ("hip_joint", "lateral_hip"))
    wait_until(lambda: "hipmap differs" in covered.reads(page))


def test_agreement_is_said_too(covered: Person) -> None:
    covered.screen.result.own_view_given.emit(OwnView(origin="hip_joint"))
    assert "the same first" in covered.screen.result.own_view_strip.agreement.text()
    assert not covered.screen.result.own_view_strip.compare.isVisible()


def test_shown_anyway_commits_nothing_and_holds_for_this_case_only(covered: Person) -> None:
    covered.press(covered.screen.result.own_view.anyway)
    assert covered.screen.likelihoods.isVisible()
    assert covered.case.own_view is None
    covered.answer("limp", "no")
    assert covered.screen.likelihoods.isVisible()
    covered.session.open_case(GROIN)
    assert not covered.screen.likelihoods.isVisible()


def test_a_case_with_a_view_is_not_covered_and_tells_it(covered: Person) -> None:
    view = OwnView(origin="hip_joint", second="lumbar_axial")
    covered.session.open_case(edits.put_own_view(GROIN, view))
    assert covered.screen.likelihoods.isVisible()
    assert "then lumbar spine" in covered.screen.result.own_view_strip.view.text()


def test_without_the_setting_nothing_is_covered(person: Person) -> None:
    person.session.open_case(GROIN)
    assert person.screen.likelihoods.isVisible()
    assert not person.screen.result.own_view.isVisible()


def why_next(person: Person) -> str:
    """Gives all that the sheet says of what to ask next, to eyes and to ears."""
    sheet = person.screen.sheet
    rows = [person.row(name) for name in sheet.list.lead]
    told = [(row.caption(), row.accessibleDescription()) for row in rows]
    steps = [(button.toolTip(), button.accessibleDescription()) for button in sheet.next_best.buttons]
    return "\n".join(text for pair in (*told, *steps) for text in pair).lower()


def test_the_sheet_keeps_back_what_lies_on_top_until_a_view_is_committed(covered: Person) -> None:
    sheet = covered.screen.sheet
    wait_until(lambda: bool(sheet.list.lead))
    assert "1. " in why_next(covered)
    assert "separates" not in why_next(covered)
    assert "hip joint" not in why_next(covered)
    covered.do("flip_voice")
    assert "tells apart" not in why_next(covered)
    covered.do("flip_voice")
    covered.screen.result.own_view_given.emit(OwnView(origin="hip_joint"))
    assert "separates" in why_next(covered)
    covered.do("undo")
    assert "separates" not in why_next(covered)
    covered.press(covered.screen.result.own_view.anyway)
    assert "separates" in why_next(covered)


def test_shown_anyway_holds_when_the_desk_is_made_anew(covered: Person) -> None:
    covered.press(covered.screen.result.own_view.anyway)
    covered.window.show_desk("consultation")
    wait_until(covered.window.is_ready)
    covered.screen.show_own_view_first(True)
    assert not is_covered(covered)
    covered.session.open_case(GROIN)
    assert is_covered(covered)
