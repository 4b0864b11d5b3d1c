"""Emergency numbers: of the country that was set, kept, said where help is urgent, and good without one."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton

from hipmap.desktop.country_dialog import CountryDialog
from hipmap.desktop.emergency_words import net_parts, net_words
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from tests.end_to_end.person import Person, wait_until


@pytest.fixture
def caller(person: Person) -> Person:
    choose(person, "GB")
    return person


def choose(person: Person, country: str) -> None:
    assert person.window.desk is not None
    person.window.desk._choose_country(country)
    # Without a choice the system's country would do; a test must not depend on it.
    person.screen.show_country(country)


def test_the_number_stands_in_the_headline_of_an_emergency(caller: Person) -> None:
    caller.answer("saddle_numbness", "yes")
    assert "999" in caller.screen.urgency.title.text()
    choose(caller, "DE")
    assert "112" in caller.screen.urgency.title.text()
    assert "999" not in caller.reads(caller.screen.urgency)


def test_the_number_stands_in_the_safety_net(caller: Person) -> None:
    caller.do("flip_voice")
    caller.answer("saddle_numbness", "yes")
    assert "Call 999." in caller.screen.urgency.net.text()


def test_without_a_country_the_words_are_still_whole(caller: Person) -> None:
    choose(caller, "")
    caller.do("flip_voice")
    caller.answer("saddle_numbness", "yes")
    urgency = caller.screen.urgency
    assert "call" not in urgency.title.text()
    assert "Call your local emergency number." in urgency.net.text()
    assert urgency.country.text() == "Set your country"
    assert "{" not in caller.reads(urgency)


def test_the_country_can_be_changed_beside_an_emergency_only(caller: Person) -> None:
    urgency = caller.screen.urgency
    assert not urgency.country.isVisible()
    caller.answer("saddle_numbness", "yes")
    assert urgency.country.isVisible()
    assert "United Kingdom" in urgency.country.accessibleName()


def test_the_dialog_is_used_by_keyboard(caller: Person) -> None:
    caller.do("country")
    dialog = caller.window.findChild(CountryDialog)
    assert dialog is not None
    wait_until(dialog.isVisible)
    wait_until(dialog.countries.hasFocus)
    assert dialog.countries.currentData() == "GB"
    QTest.keyClicks(dialog.countries, "Germany")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    wait_until(lambda: not dialog.isVisible())
    caller.answer("saddle_numbness", "yes")
    assert "112" in caller.screen.urgency.title.text()


def test_escape_changes_nothing(caller: Person) -> None:
    caller.do("country")
    dialog = next(one for one in caller.window.findChildren(CountryDialog) if one.isVisible())
    dialog.countries.setCurrentIndex(0)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    caller.answer("saddle_numbness", "yes")
    assert "999" in caller.screen.urgency.title.text()


def test_the_dialog_begins_with_what_holds(caller: Person, knowledge: Knowledge) -> None:
    dialog = CountryDialog(knowledge, "", caller.window)
    assert dialog.countries.currentText() == "Another country"
    assert dialog.countries.count() == len(knowledge.emergency_numbers) + 1
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    assert all(isinstance(one, QPushButton) and one.text() for one in buttons.buttons())


def test_the_choice_is_kept_and_another_country_too() -> None:
    memory = ShortMemory()
    Preferences(memory).country = "NZ"
    assert Preferences(memory).country == "NZ"
    Preferences(memory).country = ""
    assert Preferences(memory).country == ""
    memory.setValue("country", "nonsense")
    assert len(Preferences(memory).country) in (0, 2)  # of the system


def test_a_folded_net_never_hides_what_is_an_emergency(knowledge: Knowledge) -> None:
    signs: dict[Voice, str] = {"patient": "numbness", "clinician": "cauda equina"}
    for voice, sign in signs.items():
        for country in ("", "GB"):
            parts = net_parts("none_found", country, knowledge, voice)
            assert sign in parts.urgent
            assert parts.middle
            whole = " ".join((parts.first, *parts.middle, parts.urgent))
            assert whole == net_words("none_found", country, knowledge, voice)
    assert "999" in net_parts("none_found", "GB", knowledge, "patient").urgent


def test_all_advice_of_an_emergency_can_be_read_at_once(caller: Person) -> None:
    caller.do("flip_voice")
    caller.answer("saddle_numbness", "yes")
    caller.settle()
    urgency = caller.screen.urgency
    assert urgency.area.verticalScrollBar().maximum() == 0
    assert urgency.body.blocks[0].advice.isVisible()


def test_the_question_for_the_country_is_gone_once_it_is_answered(person: Person) -> None:
    """One that stayed would be one more to dress whenever theme or text size change."""
    assert person.window.desk is not None
    before = person.window.findChildren(CountryDialog)
    for _ in range(2):
        person.window.desk.ask_country()
        [asked] = [one for one in person.window.findChildren(CountryDialog) if one.isVisible()]
        QTest.keyClick(asked, Qt.Key.Key_Escape)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert person.window.findChildren(CountryDialog) == before
