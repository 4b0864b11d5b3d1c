"""What tells most is in view at all times: in its rows on top of the sheet, at its foot, or in its head."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipmap.desktop.sheet_panel import SheetPanel
from hipmap.model import edits
from hipmap.model.voice import said
from tests.end_to_end.person import Person, wait_until
from tests.screens.painted_texts import painted_texts


@pytest.fixture
def sheet(person: Person) -> SheetPanel:
    person.mark("groin_crease", "right")
    found = person.screen.sheet
    found.head.show_which("telling")
    wait_until(lambda: len(found.list.lead) == 3)
    found.area.verticalScrollBar().setValue(0)
    person.settle()
    return found


def steps_seen(sheet: SheetPanel) -> list[str]:
    return [one.accessibleName() for one in sheet.next_best.buttons if not one.visibleRegion().isEmpty()]


def test_the_three_are_told_once_their_rows_are_scrolled_away_and_not_twice(
    sheet: SheetPanel, person: Person
) -> None:
    assert steps_seen(sheet) == []
    sheet.area.show_section("hip")
    person.settle()
    assert [name.split(":")[0] for name in steps_seen(sheet)] == ["Next 1", "Next 2", "Next 3"]
    assert all("eparates" in one.accessibleDescription() for one in sheet.next_best.buttons)
    sheet.area.verticalScrollBar().setValue(0)
    person.settle()
    assert steps_seen(sheet) == []


@pytest.mark.parametrize("which", ["all", "answered"])
def test_they_stay_in_every_order_and_while_something_is_searched_for(
    which: str, sheet: SheetPanel, person: Person
) -> None:
    person.choose(sheet.head.which, which)
    person.settle()
    assert len(steps_seen(sheet)) == 3
    person.choose(sheet.head.which, "telling")
    sheet.search.setText("cauda no such question")
    person.settle()
    assert len(steps_seen(sheet)) == 3


def test_one_click_leads_to_its_row_in_view_clear_of_strip_and_foot(
    sheet: SheetPanel, person: Person
) -> None:
    person.choose(sheet.head.which, "all")
    wanted = person.assessment.next[2].finding
    person.press(sheet.next_best.buttons[2])
    person.settle()
    row = person.row(wanted)
    assert row.hasFocus()
    assert row.visibleRegion().boundingRect().height() == row.height()


def test_where_there_is_little_height_they_stand_in_the_head(sheet: SheetPanel, person: Person) -> None:
    person.window.resize(1366, 520)
    person.settle()
    sheet.area.show_section("spine")
    person.settle()
    assert len(steps_seen(sheet)) == 3
    assert sheet.head.isAncestorOf(sheet.next_best.buttons[0])
    QTest.keyClick(person.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert person.row(person.assessment.next[0].finding).hasFocus()
    person.window.resize(1366, 768)
    person.settle()
    assert not sheet.head.isAncestorOf(sheet.next_best.buttons[0])


def test_what_is_in_hand_is_not_covered_when_the_foot_comes(sheet: SheetPanel, person: Person) -> None:
    """Down and down again: the row at hand is seen whole, whatever came below it."""
    person.do("sheet")
    hidden = []
    for _ in range(12):
        person.keys(Qt.Key.Key_Down)
        person.settle()
        row = sheet.list.current()
        assert row is not None
        if row.visibleRegion().boundingRect().height() < row.height():
            hidden.append(row.finding.id)
    assert hidden == []


def whole(button: QWidget) -> str:
    """What can be read of a step, its number left out; where a word is cut, what is left of it."""
    runs = [one.text for one in painted_texts(button.window()) if one.widget is button and one.is_whole]
    return " ".join(one.strip() for one in runs[1:])


LOOKS = [((1366, 768), 100), ((1366, 768), 150), ((1366, 768), 200), ((1280, 720), 200)]


@pytest.mark.parametrize(("size", "percent"), LOOKS)
def test_the_three_are_read_in_full_and_leave_room_for_the_rows(
    sheet: SheetPanel, person: Person, size: tuple[int, int], percent: int
) -> None:
    person.window.resize(*size)
    person.do(f"scale_{percent}")
    person.do("sheet")
    sheet.area.show_section("nerve")
    person.settle()
    named = person.session.knowledge.finding_by_id
    steps = person.assessment.next[:3]
    assert len(steps_seen(sheet)) == 3
    for step, button in zip(steps, sheet.next_best.buttons, strict=True):
        assert said(named[step.finding], "clinician") in whole(button)
    assert sheet.area.height() >= 0.3 * size[1]
    if percent == 200:
        person.do("map")
        person.settle()
        assert person.screen.map_column.height() >= 0.55 * size[1]


def test_an_emergency_does_not_stand_beside_the_tabs(sheet: SheetPanel, person: Person) -> None:
    person.window.resize(1280, 720)
    person.do("scale_200")
    person.settle()
    urgency, tabs = person.screen.urgency, person.screen.tabs
    assert urgency.y() < tabs.geometry().bottom()
    person.session.apply("", lambda case: edits.put_answer(case, "saddle_numbness", "yes"))
    person.settle()
    assert urgency.y() > tabs.geometry().bottom()
    assert urgency.width() > 0.9 * person.screen.width()
