"""What names one side and shows the other does not go out unseen; at home and in records it is as private."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hipmap.desktop.design_tokens import Size
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person, wait_until
from tests.end_to_end.reporter import CONTROL, Reporter

LEFT = {"zone": "groin_crease", "side": "left", "worst": True}
ACROSS = {"marks": [LEFT], "answers": {"fadir": {"value": "yes", "side": "right"}}}


@pytest.fixture
def reporter(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reporter]:
    someone = Reporter(person, monkeypatch)
    yield someone
    for left in someone.open_dialogs():
        left.reject()


def test_words_about_the_other_side_are_refused_until_they_are_checked(reporter: Reporter) -> None:
    reporter.look_at("", marks=[LEFT])
    dialog = reporter.open("letter")
    reporter.type("question", "Please see the right hip.")
    refused = dialog.refused
    assert refused.isVisible()
    assert "marked on the left, but your question says right" in refused.words.text()
    assert "--" not in refused.words.text()
    assert not dialog.save.isEnabled()
    assert not dialog.preview.shown.pages
    reporter.person.press(refused.show_me)
    field = dialog.form.fields["question"]
    assert field.hasFocus()
    reporter.person.press(refused.sure)
    reporter.settle()
    assert dialog.save.isEnabled()
    assert "Please see the right hip." in reporter.seen()
    reporter.type("question", "Please see the right hip first.")
    assert not dialog.save.isEnabled(), "other words have not been checked"
    reporter.type("question", "Please see the left hip.")
    assert not refused.isVisible()
    assert dialog.save.isEnabled()


def test_answers_of_the_other_side_lead_to_the_answers(reporter: Reporter) -> None:
    reporter.look_at("", **ACROSS)
    dialog = reporter.open("soap")
    assert "these answers are for the other side" in dialog.refused.words.text()
    reporter.person.press(dialog.refused.sure)
    reporter.settle()
    assert reporter.seen()
    dialog.reject()
    again = reporter.open("soap")
    assert again.refused.isVisible(), "it is never remembered that the sides were checked"
    assert not again.refused.sure.isChecked()
    reporter.person.press(again.refused.show_me)
    assert not reporter.open_dialogs()
    assert reporter.person.row("fadir").isVisible()


def test_a_case_file_holds_both_sides_and_is_not_refused(reporter: Reporter) -> None:
    reporter.look_at("", **ACROSS)
    dialog = reporter.open("json")
    assert not dialog.refused.isVisible()
    assert dialog.save.isEnabled()


def test_no_letter_shows_the_result_before_the_own_view(reporter: Reporter) -> None:
    preferences = reporter.person.window.preferences
    reporter.look_at()
    preferences.own_view_first = True
    try:
        reporter.person.do("export")
        assert not reporter.open_dialogs()
        assert "Give your own view first" in reporter.person.message()
        reporter.person.press(reporter.person.screen.result.own_view.anyway)
        reporter.open()
    finally:
        preferences.own_view_first = False


def test_at_home_the_handout_comes_first_and_speaks_plainly(reporter: Reporter) -> None:
    reporter.look_at()
    reporter.person.do("home")
    QTest.keyClick(reporter.person.window, Qt.Key.Key_P, CONTROL)
    wait_until(lambda: bool(reporter.open_dialogs()))
    reporter.settle()
    assert reporter.dialog.kind.id == "handout"
    assert reporter.dialog.form.voice == "patient"
    assert "Your hip and back pain" in reporter.seen()
    assert [one.id for one in reporter.dialog.offered] == ["letter", "handout", "map", "likelihood", "json"]
    assert reporter.dialog.pick.count() == 5
    reporter.choose("letter")
    assert reporter.dialog.form.voice == "patient"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_print_at_home_leads_to_the_handout_too(reporter: Reporter) -> None:
    reporter.look_at()
    reporter.person.do("home")
    guide = reporter.person.window.home
    assert guide is not None
    guide._asked("result")
    reporter.person.settle()
    reporter.person.press(guide.bar.print_button)
    menu = guide.print_menu
    assert menu is not None
    entries = [one for one in menu.actions() if not one.isSeparator()]
    assert all(menu.actionGeometry(one).height() >= Size.TARGET for one in entries)
    entries[-1].trigger()
    menu.close()
    reporter.settle()
    assert reporter.dialog.kind.id == "handout"


def test_a_name_of_the_records_is_filled_in_only_on_request(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.choose("Jörg Łąka")
    clinic.begin_visit()
    reporter = Reporter(clinic.person, monkeypatch)
    dialog = reporter.open("letter")
    fields = dialog.form.fields
    assert isinstance(fields["name"], QLineEdit)
    assert isinstance(fields["born"], QLineEdit)
    assert fields["name"].text() == ""
    assert "Łąka" not in reporter.seen()
    QTest.keyClick(dialog.form.with_name, Qt.Key.Key_Space)
    reporter.settle()
    assert (fields["name"].text(), fields["born"].text()) == ("Jörg Łąka", "1960-04-30")
    assert "Łąka" in reporter.seen()
    QTest.keyClick(dialog.form.with_name, Qt.Key.Key_Space)
    reporter.settle()
    assert fields["name"].text() == ""
    clinic.desk.lock()
    wait_until(lambda: not reporter.open_dialogs())
