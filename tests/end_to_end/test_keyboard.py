"""A consultation without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from tests.end_to_end.person import Person

Key = Qt.Key


def test_answers_are_given_with_the_keyboard_alone(person: Person) -> None:
    person.screen.sheet.ask(["saddle_numbness"])
    person.keys("n", Key.Key_Down, "u", Key.Key_Down)
    values = [answer.value for answer in person.case.answers.values()]
    assert values == ["no", "unknown"]
    person.keys(Key.Key_Up, Key.Key_Delete)
    assert [answer.value for answer in person.case.answers.values()] == ["no"]


def test_enter_unfolds_the_how_to(person: Person) -> None:
    person.screen.sheet.ask(["saddle_numbness"])
    row = person.row("saddle_numbness")
    person.keys(Key.Key_Return)
    assert row.unfolded
    person.keys(Key.Key_Return)
    assert not row.unfolded


def test_a_number_and_a_side_are_given_with_the_keyboard(person: Person) -> None:
    person.screen.sheet.ask(["hip_internal_rotation_deg"])
    person.keys("r", "12")
    answer = person.case.answers["hip_internal_rotation_deg"]
    assert (answer.value, answer.side) == (12, "right")


def test_the_search_is_reached_and_left_with_the_keyboard(person: Person) -> None:
    person.do("find")
    assert person.screen.sheet.search.hasFocus()
    person.keys("limp")
    assert len(person.screen.sheet.list.visible_rows()) < 20


def test_tab_reaches_every_pane(person: Person) -> None:
    person.window.setFocus()
    reached = set()
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget() or person.window, Key.Key_Tab)
        focused = QApplication.focusWidget()
        screen = person.screen
        for part in (person.window.bar, screen.body_map, screen.sheet, screen.urgency, screen.likelihoods):
            if focused is not None and part.isAncestorOf(focused):
                reached.add(part)
    assert len(reached) == 5


def test_everything_that_can_be_pressed_or_filled_has_a_name(person: Person) -> None:
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in person.window.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or widget.property("text"))
    ]
    # The clear button inside a line edit, the fields inside a combo box and the scroll bars are Qt's own.
    assert [w for w in nameless if not isinstance(w.parentWidget(), QLineEdit | QComboBox)] == []


def test_rows_are_large_enough_to_hit(person: Person) -> None:
    assert all(row.height() >= 44 for row in person.screen.sheet.list.visible_rows())
    assert all(row.height() >= 44 for row in person.screen.likelihoods.visible_rows())
