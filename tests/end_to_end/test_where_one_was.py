"""A change of language makes the desk anew; where one was in the sheet, one is again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.end_to_end.person import Person, wait_until


@pytest.fixture
def speaks(person: Person) -> Iterator[Person]:
    yield person
    turn_to("en", person)


def turn_to(language: str, person: Person) -> None:
    person.window.languages.choose(language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_until(person.window.is_ready)
    person.settle()


def test_the_search_and_its_row_are_kept(speaks: Person) -> None:
    speaks.do("find")
    speaks.keys("hip")
    found = speaks.screen.sheet.list.shown()
    turn_to("x_pseudo", speaks)
    sheet = speaks.screen.sheet
    assert sheet.search.text() == "hip"
    assert speaks.window.focusWidget() is sheet.search
    turn_to("en", speaks)
    assert speaks.screen.sheet.list.shown() == found
    assert speaks.screen.sheet.head.count.text() == f"{len(found)} found"


def test_order_section_row_and_how_to_are_kept(speaks: Person) -> None:
    sheet = speaks.screen.sheet
    speaks.choose(sheet.head.which, "all")
    speaks.press(sheet.list.headers["history"])
    sheet.ask(["faber"])
    sheet.ask_how_to()
    speaks.settle()
    above = sheet.area.first_seen()
    turn_to("x_pseudo", speaks)
    now = speaks.screen.sheet
    assert now is not sheet
    assert now.head.shown == "all"
    assert not now.list.headers["history"].isChecked()
    row = now.list.current()
    assert row is not None
    assert row.finding.id == "faber"
    assert row.hasFocus()
    assert speaks.screen.how_to.is_open()
    assert above is not None
    seen = now.area.first_seen()
    assert seen is not None
    assert seen[0] == above[0]
    speaks.screen.how_to.close()


def test_another_case_begins_without_it(speaks: Person) -> None:
    speaks.do("find")
    speaks.keys("hip")
    speaks.session.undo_stack.setClean()
    speaks.do("new")
    assert speaks.screen.sheet.search.text() == ""
    turn_to("x_pseudo", speaks)
    assert speaks.screen.sheet.search.text() == ""
    assert speaks.screen.sheet.area.verticalScrollBar().value() == 0


def test_a_new_case_begins_with_the_keyboard_at_the_age(speaks: Person) -> None:
    speaks.mark("groin_crease", "right")
    wait_until(lambda: bool(speaks.screen.reasons.items))
    speaks.screen.reasons.items[0].setFocus()
    speaks.session.undo_stack.setClean()
    speaks.do("new")
    speaks.settle()
    assert QApplication.focusWidget() is speaks.window.bar.person.age.field
