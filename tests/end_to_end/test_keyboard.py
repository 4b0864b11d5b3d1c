"""A consultation without a mouse."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.fold_header import FoldHeader
from hipmap.model.case import Side
from tests.end_to_end.person import Person, wait_until

Key = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def test_answers_are_given_with_the_keyboard_alone(person: Person) -> None:
    person.screen.sheet.ask(["saddle_numbness"])
    person.keys("n", "u")
    values = [answer.value for answer in person.case.answers.values()]
    assert values == ["no", "unknown"]
    person.keys(Key.Key_Up, Key.Key_Delete)
    assert [answer.value for answer in person.case.answers.values()] == ["no"]


def test_a_key_held_down_or_struck_twice_answers_one_row_only(person: Person) -> None:
    person.screen.sheet.ask(["saddle_numbness"])
    row = person.row("saddle_numbness")
    for repeated in (False, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Y, NO_MODIFIER, "y", repeated)
        QApplication.sendEvent(QApplication.focusWidget() or row, held)
    assert list(person.case.answers) == ["saddle_numbness"]
    row.setFocus()
    person.keys("y")
    assert person.case.answers["saddle_numbness"].value == "yes"


def test_both_sides_of_a_test_are_told_by_keys_and_taken_back_one_by_one(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("r", "y", "l", "n")
    row = person.row("log_roll_pain")
    assert not row.hasFocus(), "both are told, so the next row is at hand"
    answer = person.case.answers["log_roll_pain"]
    assert (answer.value, answer.side, answer.other) == ("yes", "right", "no")
    assert shown_on(row, "right") == ["right: Yes"]
    assert shown_on(row, "left") == ["left: No"]
    person.keys(Key.Key_Up, "l", Key.Key_Delete)
    assert person.case.answers["log_roll_pain"].told == ("yes",)
    assert shown_on(row, "left") == []


def shown_on(row: FindingRow, side: Side) -> list[str]:
    assert row.columns is not None
    return [one.accessibleName() for one in row.columns.controls[side].strip.buttons if one.isChecked()]


def test_keys_begin_with_the_side_of_the_complaint_and_tab_goes_to_the_other(person: Person) -> None:
    person.mark("groin_crease", "left")
    person.screen.sheet.ask(["log_roll_pain"])
    row = person.row("log_roll_pain")
    assert row.side() == "left"
    person.keys(Key.Key_Tab)
    assert (row.side(), row.hasFocus()) == ("right", True)
    QTest.keyClick(row, Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert row.side() == "left"
    person.keys("y")
    assert person.case.answers["log_roll_pain"].side == "left"


def test_a_press_in_a_column_is_of_that_side_whatever_hurts(person: Person) -> None:
    person.mark("groin_crease", "left")
    person.screen.sheet.ask(["log_roll_pain"])
    row = person.row("log_roll_pain")
    assert row.columns is not None
    person.choose(row.columns.controls["right"].strip, "no")
    person.choose(row.columns.controls["left"].strip, "yes")
    answer = person.case.answers["log_roll_pain"]
    assert (answer.value, answer.side, answer.other) == ("yes", "left", "no")
    person.choose(row.columns.controls["right"].strip, "no")
    assert person.case.answers["log_roll_pain"].told == ("yes",)


def test_numbers_of_both_sides_are_typed_with_enter_between_and_the_loss_is_told(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.screen.sheet.ask(["hip_internal_rotation_deg"])
    row = person.row("hip_internal_rotation_deg")
    person.keys("10", Key.Key_Return, "40", Key.Key_Return)
    answer = person.case.answers["hip_internal_rotation_deg"]
    assert (answer.value, answer.side, answer.other) == (10, "right", 40)
    assert "Normal 30–45°" in row.caption()
    assert "R: 20 below normal" in row.caption()
    assert "L:" not in row.caption()
    there = QApplication.focusWidget()
    assert isinstance(there, FindingRow)
    assert there is not row


def test_a_number_that_cannot_be_is_said_and_not_stored(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.screen.sheet.ask(["hip_internal_rotation_deg"])
    row = person.row("hip_internal_rotation_deg")
    person.keys("300")
    assert "hip_internal_rotation_deg" not in person.case.answers
    assert "A number from -20 to 90" in row.caption()
    person.keys(Key.Key_Backspace)
    assert person.case.answers["hip_internal_rotation_deg"].value == 30
    assert "A number from" not in row.caption()


def test_a_test_that_was_left_out_is_told_as_not_done(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    names = [button.accessibleName() for button in person.row("log_roll_pain").control.strip.buttons]
    assert names == ["right: Yes", "right: No", "right: Not done"]
    person.screen.sheet.ask(["saddle_numbness"])
    asked = person.row("saddle_numbness").control.strip.buttons
    assert asked[-1].accessibleName() == "Don’t know"


def test_alt_and_a_number_go_to_the_next_best(person: Person) -> None:
    person.mark("groin_crease", "right")
    sheet = person.screen.sheet
    wait_until(lambda: bool(sheet.list.lead))
    first, second = sheet.list.lead[:2]
    assert "1. Separates hip joint from" in person.row(first).caption()
    QTest.keyClick(person.window, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert person.row(second).hasFocus()
    person.keys("u")
    assert sheet.list.lead[:2] == (first, second), "the order stays until the next best is known"


def test_a_number_and_a_side_are_given_with_the_keyboard(person: Person) -> None:
    person.screen.sheet.ask(["hip_internal_rotation_deg"])
    person.keys("r", "12")
    answer = person.case.answers["hip_internal_rotation_deg"]
    assert (answer.value, answer.side) == (12, "right")


def test_the_search_is_reached_and_left_with_the_keyboard(person: Person) -> None:
    person.do("find")
    assert person.screen.sheet.search.hasFocus()
    person.keys("limp")
    assert len(person.screen.sheet.list.shown()) < 20


def test_what_a_search_found_is_answered_at_once(person: Person) -> None:
    person.do("find")
    person.keys("limp", Key.Key_Return, "y")
    assert person.case.answers["limp"].value == "yes"


def test_escape_returns_from_the_search_to_the_row_where_one_was(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    person.do("find")
    person.keys("psis", Key.Key_Escape)
    assert person.screen.sheet.search.text() == ""
    assert person.row("log_roll_pain").hasFocus()


def test_control_and_page_keys_go_from_section_to_section(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    QTest.keyClick(person.row("log_roll_pain"), Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    there = QApplication.focusWidget()
    assert isinstance(there, FindingRow)
    assert there.finding.section == "si"
    QTest.keyClick(there, Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    back = QApplication.focusWidget()
    assert isinstance(back, FindingRow)
    assert back.finding.section == "hip"


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


def test_tab_comes_to_the_row_in_hand_from_a_heading_in_a_new_window(own_window: Person) -> None:
    """The row is the first to be made, before the headings get their places."""
    own_window.screen.setFocus()
    before: object = None
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget() or own_window.window, Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), FindingRow):
            break
        before = QApplication.focusWidget()
    assert QApplication.focusWidget() is own_window.screen.sheet.list.current()
    assert isinstance(before, FoldHeader)


def test_tab_goes_by_columns_and_what_it_comes_to_is_seen(person: Person) -> None:
    """Map, sheet, urgency, result; a heading that it comes to is scrolled into view."""
    screen = person.screen
    screen.setFocus()
    order: list[object] = []
    for _ in range(70):
        QTest.keyClick(QApplication.focusWidget() or person.window, Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        parts = (screen.body_map, screen.sheet, screen.urgency, screen.result)
        here = next((part for part in parts if part.isAncestorOf(focused)), None)
        if here is None and order:
            break
        if isinstance(focused, FoldHeader):
            assert focused.visibleRegion().boundingRect().height() == focused.height()
        if here is not None and (not order or order[-1] is not here):
            order.append(here)
    assert order == [screen.body_map, screen.sheet, screen.urgency, screen.result]


def test_the_row_that_the_key_of_the_sheet_leads_to_is_seen(person: Person) -> None:
    person.screen.sheet.ask(["saddle_numbness"])
    person.screen.sheet.area.show_section("imaging")
    person.screen.setFocus()
    person.do("sheet")
    row = person.row("saddle_numbness")
    assert row.hasFocus()
    assert row.visibleRegion().boundingRect().height() == row.height()


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
    rows = [row for row in person.screen.sheet.list.rows.values() if row.isVisible()]
    assert len(rows) > 8
    assert all(row.height() >= 44 for row in rows)
    assert all(row.height() >= 44 for row in person.screen.likelihoods.visible_rows())
