"""Step by step, compare, and what moves it: the explanations that are one press away from a result."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.reasons_panel import ReasonsPanel
from hipmap.desktop.why.compare_page import ComparePage
from hipmap.desktop.why.figures_page import FiguresPage
from hipmap.desktop.why.steps_page import StepsPage
from hipmap.desktop.why.told import WhyPage
from hipmap.desktop.why.what_if_asked import Asked
from hipmap.model.case import new_case
from hipmap.reasoning.waterfall import waterfall
from tests.end_to_end.person import Person, wait_until
from tests.reasoning.known_cases import mark
from tests.reasoning.test_sides import HIP_AND_TENDON

HIP_OR_BACK = new_case(
    setting="physio",
    person={"age": 66},
    marks=[mark("groin_crease", worst=True), mark("lumbar_midline", "midline"), mark("trochanter")],
    answers={"limp": "yes", "worse_dressing_leg": "yes", "slr": {"value": "negative", "side": "right"}},
)


@pytest.fixture
def told(person: Person) -> Person:
    person.session.open_case(HIP_OR_BACK)
    wait_until(lambda: person.assessment.origins[0].low is not None)
    return person


def why(person: Person) -> ReasonsPanel:
    return person.screen.reasons


def go_to(person: Person, page: str) -> WhyPage:
    person.press(why(person).tabs.tab_of(page))
    shown = why(person).page(page)
    wait_until(lambda: shown.told is not None)
    person.settle()
    return shown


def test_the_steps_lead_from_the_starting_rate_to_the_likelihood_that_is_shown(told: Person) -> None:
    page = go_to(told, "steps")
    assert isinstance(page, StepsPage)
    stations = [line.station for line in page.chart.lines]
    assert (stations[0].kind, stations[-1].kind) == ("start", "result")
    for before, after in pairwise(stations):
        assert before.after == pytest.approx(after.before, abs=1e-9)
    way = waterfall(told.case, told.session.knowledge, told.assessment.origins[0].id)
    assert stations[-1].after == pytest.approx(way.result, abs=1e-9)
    assert stations[-1].value.split()[0] in told.screen.likelihoods.visible_rows()[0].number_text()
    assert "need not match" in told.reads(page)


def test_every_step_is_read_by_keyboard_with_its_direction_and_size(told: Person) -> None:
    page = go_to(told, "steps")
    assert isinstance(page, StepsPage)
    page.chart.lines[0].setFocus()
    for line in page.chart.lines[1:]:
        told.keys(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is line
    steps = [line.accessibleName() for line in page.chart.lines if line.station.kind == "step"]
    assert steps
    assert all("towards" in one or "away" in one for one in steps)
    told.do("flip_voice")
    wait_until(lambda: "likely" in page.chart.lines[1].accessibleName())
    assert not any("%" in line.accessibleName() for line in page.chart.lines)


def test_any_two_origins_are_compared(told: Person) -> None:
    page = go_to(told, "compare")
    assert isinstance(page, ComparePage)
    ids = [one.id for one in told.assessment.origins]
    assert page.shown_pair() == (ids[0], ids[1])
    assert "as likely as" in page.times.text()
    other = page.second.findData("sacroiliac")
    page.second.setFocus()
    while page.second.currentIndex() != other:
        told.keys(Qt.Key.Key_Down if page.second.currentIndex() < other else Qt.Key.Key_Up)
    assert page.shown_pair() == (ids[0], "sacroiliac")
    assert "sacroiliac joint" in page.times.text()


def test_picking_what_the_other_field_has_exchanges_the_two(told: Person) -> None:
    page = go_to(told, "compare")
    assert isinstance(page, ComparePage)
    first, second = page.shown_pair()
    page.pick(first, second)
    likelier = page.times.text()
    page.second.setCurrentIndex(page.second.findData(first))
    page.second.activated.emit(page.second.currentIndex())
    assert page.shown_pair() == (second, first)
    assert page.times.text().lower() == likelier.lower()


def test_a_comparison_lists_only_what_separates_for_the_side_that_it_speaks_for(told: Person) -> None:
    page = go_to(told, "compare")
    assert isinstance(page, ComparePage)
    page.pick("hip_joint", "lumbar_axial")
    named = {item.reason.finding: item.reason.weight for item in page.columns.items}
    assert "mark:lumbar_midline" in named
    assert "mark:groin_crease" in named
    assert all(weight > 0 for weight in named.values())


def test_what_moves_it_names_figure_ends_and_basis(told: Person) -> None:
    page = go_to(told, "figures")
    assert isinstance(page, FiguresPage)
    assert 1 <= len(page.items) <= 5
    for item in page.items:
        words = item.accessibleName()
        assert "rarer" in words
        assert "more common" in words
        assert any(kind in words for kind in ("judgement", "published", "local"))
        judged = "judgement" in words
        assert not (judged and ("to be checked" in words or "read in the source" in words))


def test_a_page_that_is_not_looked_at_is_not_worked_out(told: Person) -> None:
    figures = go_to(told, "figures")
    go_to(told, "reasons")
    before = figures.told
    told.answer("limp", "no")
    wait_until(lambda: told.assessment.origins[0].low is not None)
    told.settle()
    assert figures.told is before


def test_where_another_side_is_looked_at_the_steps_say_whose_they_are(person: Person) -> None:
    person.session.open_case(HIP_AND_TENDON)
    wait_until(lambda: person.assessment.robustness is not None)
    page = go_to(person, "steps")
    assert isinstance(page, StepsPage)
    assert not page.side.isVisible()
    person.choose(person.screen.likelihoods.sides, "left")
    wait_until(page.side.isVisible)
    assert "right side, which leads" in page.side.text()


def test_what_is_still_open_and_would_change_most_is_told(told: Person) -> None:
    changers = why(told).reasons.changers
    wait_until(lambda: "If" in told.reads(changers))
    assert "hip joint" in changers.title.text()


def test_the_closing_line_says_whether_it_is_enough(told: Person) -> None:
    closing = told.screen.result.closing
    wait_until(lambda: "of 100 redraws" in closing.text())
    assert "enough" in closing.text().lower()


def test_pointing_at_an_origin_tells_it_and_leaving_takes_it_back(told: Person) -> None:
    heard: list[str] = []
    panel = told.screen.likelihoods
    told.screen.sheet.search.setFocus()
    panel.origin_hovered.connect(heard.append)
    rows = panel.visible_rows()
    rows[1].setFocus()
    rows[2].setFocus()
    panel.origin_hovered.disconnect(heard.append)
    assert heard[0] == rows[1].shown.id
    assert heard[-1] == rows[2].shown.id
    assert "" in heard


def test_reasons_that_overlap_are_tagged(told: Person) -> None:
    items = {item.reason.finding: item for item in why(told).items}
    assert items["mark:groin_crease"].joined
    assert "counted as one" in items["mark:groin_crease"].accessibleName()


def test_w_on_a_reason_shows_what_another_answer_would_do(told: Person) -> None:
    panel = told.screen.likelihoods
    items = {item.reason.finding: item for item in why(told).items}
    item = items["worse_dressing_leg"]
    item.setFocus()
    told.keys("w")
    assert panel.what_if.isVisible()
    assert "were “no”" in panel.what_if.words.text()
    first = panel.visible_rows()[0]
    assert first.then is not None
    assert first.then < first.shown.probability
    told.keys("w")
    assert not panel.what_if.isVisible()
    assert first.then is None


def test_pointing_for_a_moment_asks_and_leaving_ends(told: Person) -> None:
    panel = told.screen.likelihoods
    row = told.row("fadir")
    told.screen.sheet.ask(["fadir"])
    told.settle()
    option = row.control.strip.buttons[0]
    QTest.mouseMove(row, QPoint(2, 2))
    QTest.mouseMove(option)
    wait_until(panel.what_if.isVisible)
    assert all(one.then is not None for one in panel.visible_rows() if "+" not in one.shown.id)
    QTest.mouseMove(row, QPoint(2, 2))
    wait_until(lambda: not panel.what_if.isVisible())


def test_each_side_of_a_test_is_thought_of_for_itself(told: Person) -> None:
    row = told.row("fadir")
    told.screen.sheet.ask(["fadir"])
    columns = row.columns
    assert columns is not None
    heard: list[Asked] = []
    told.screen.result.sheet_hover.pointed_at.connect(heard.append)
    for side, control in columns.controls.items():
        QTest.mouseMove(row, QPoint(2, 2))
        QTest.mouseMove(control.strip.buttons[0])
        wait_until(lambda side=side: bool(heard) and heard[-1].side == side)  # type: ignore[misc]
    QTest.mouseMove(row, QPoint(2, 2))


def test_w_in_the_sheet_asks_about_the_row(told: Person) -> None:
    told.screen.sheet.ask(["worse_dressing_leg"])
    told.keys("w")
    assert "were “no”" in told.screen.likelihoods.what_if.words.text()
    told.answer("worse_dressing_leg", "no")
    assert not told.screen.likelihoods.what_if.isVisible()


def test_a_mark_is_thought_away(told: Person) -> None:
    items = {item.reason.finding: item for item in why(told).items}
    items["mark:groin_crease"].setFocus()
    told.keys("w")
    assert "not marked" in told.screen.likelihoods.what_if.words.text()
    assert len(told.case.marks) == 3
