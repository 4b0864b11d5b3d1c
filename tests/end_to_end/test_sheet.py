"""The frame of the sheet: rows made on the way, the search, and ways from section to section."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from hipmap.desktop.highlight import found_parts
from hipmap.desktop.look import look
from tests.end_to_end.person import Person, wait_until

Key = Qt.Key


def test_rows_are_made_where_one_looks_and_not_before(own_window: Person) -> None:
    rows = own_window.screen.sheet.list
    own_window.settle()
    assert 5 < len(rows.rows) < 60
    own_window.screen.sheet._go_to_section("imaging")
    own_window.settle()
    seen = [row for row in rows.rows.values() if row.isVisible() and not row.visibleRegion().isEmpty()]
    assert any(row.finding.kind == "imaging" for row in seen)
    assert len(rows.rows) < 150


def test_arrows_reach_rows_that_were_not_there_yet(person: Person) -> None:
    sheet = person.screen.sheet
    person.do("sheet")
    sheet.ask(["saddle_numbness"])
    shown = sheet.list.shown()
    here = shown.index("saddle_numbness")
    for _ in range(6):
        person.keys(Key.Key_PageDown)
    row = sheet.list.current()
    assert row is not None
    assert row.finding.id == shown[here + 48]
    assert row.hasFocus()
    assert not row.visibleRegion().isEmpty()
    assert row.visibleRegion().boundingRect().height() >= row.height() - 1


def test_what_is_found_is_counted_and_stands_out(person: Person) -> None:
    sheet = person.screen.sheet
    person.do("find")
    person.keys("limp")
    assert sheet.head.count.text() == f"{len(sheet.list.shown())} found"
    row = person.row("limp")
    ground = QColor(look().theme.amber_soft).rgb()
    picture = row.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width() // 2) for y in range(picture.height())}
    assert ground in colours
    person.keys(Key.Key_Escape)
    assert "answered" in sheet.head.count.text()
    assert row.highlight == ()


def test_a_word_of_the_other_voice_or_an_option_finds_too(person: Person) -> None:
    person.do("find")
    person.keys("cross")
    assert person.screen.sheet.list.shown()
    person.screen.sheet.search.setText("outer hip")  # the patient’s word for an option of this test
    assert "fadir" in person.screen.sheet.list.shown()


def test_enter_goes_to_what_fits_best_whatever_stands_above_it_otherwise(person: Person) -> None:
    sheet = person.screen.sheet
    for typed, wanted in (("IR", "hip_internal_rotation_deg"), ("dexa", "osteoporosis_known")):
        person.do("find")
        person.keys(typed)
        assert sheet.list.headers["found"].isVisible()
        person.keys(Key.Key_Return)
        assert person.row(wanted).hasFocus()
        assert sheet.list.shown()[0] == wanted
        assert sheet.list.shown().count(wanted) == 1
    person.keys("y")
    assert person.case.answers["osteoporosis_known"].value == "yes"
    sheet.search.clear()
    assert sheet.list.headers["found"].isHidden()


def test_what_an_answer_settled_has_no_row_until_it_is_sought(person: Person) -> None:
    sheet = person.screen.sheet
    sheet._go_to_section("more_safety")
    assert "groin_lump_stuck" in sheet.list.shown()
    person.answer("groin_lump", "no")
    person.settle()
    assert "groin_lump_stuck" not in sheet.list.shown()
    sheet.search.setText("irreducible")
    assert sheet.list.shown() == ["groin_lump_stuck"]
    sheet.search.clear()
    for doubt in ("unknown", "yes"):
        person.answer("groin_lump", doubt)
        person.settle()
        assert "groin_lump_stuck" in sheet.list.shown(), doubt


def test_parts_that_are_found_are_told_by_their_place() -> None:
    assert list(found_parts("Limp after a limp", ["limp"])) == [(0, 4), (13, 17)]
    assert list(found_parts("Limp", ["", "x"])) == []


def test_escape_returns_to_the_row_where_one_was_however_the_search_began(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    person.press(person.screen.sheet.search)
    person.keys("psis")
    person.keys(Key.Key_Escape)
    assert person.row("log_roll_pain").hasFocus()
    assert not person.row("log_roll_pain").visibleRegion().isEmpty()


def test_the_strip_names_the_section_that_is_scrolled_through(person: Person) -> None:
    sheet = person.screen.sheet
    sheet.ask(["hip_flexion_deg"])
    person.settle()
    strip = sheet.area.strip
    assert strip.isVisible()
    assert strip.section == "hip"
    person.press(strip)
    person.settle()
    assert sheet.area.verticalScrollBar().value() == sheet.list.headers["hip"].y()
    assert not strip.isVisible()


def test_the_way_to_a_section_tells_how_much_of_it_is_answered(person: Person) -> None:
    person.answer("log_roll_pain", "no")
    head = person.screen.sheet.head
    head._fill_menu()
    entries = {action.text().split("\t")[0]: action for action in head.sections.menu().actions()}
    words = entries["Hip tests"].text()
    assert "\t1 of " in words
    assert "\t0 of " in entries["Spine tests"].text()
    entries["Spine tests"].trigger()
    row = person.screen.sheet.list.current()
    assert row is not None
    assert row.finding.section == "spine"
    assert row.hasFocus()


def test_tab_goes_from_a_row_to_its_answers(person: Person) -> None:
    person.screen.sheet.ask(["limp"])
    row = person.row("limp")
    wait_until(row.hasFocus)
    QTest.keyClick(row, Key.Key_Tab)
    focused = row.window().focusWidget()
    assert focused is not None
    assert row.isAncestorOf(focused)
