"""Settings, manual, keys and About open from the window by key, and what is chosen holds at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hipmap.desktop.about.about_window import AboutWindow
from hipmap.desktop.help_desk import HelpDesk
from hipmap.desktop.keys.key_sheet import KeySheet
from hipmap.desktop.learn.learn_window import LearnWindow
from hipmap.desktop.look import look
from hipmap.desktop.manual.manual_window import ManualWindow
from hipmap.desktop.settings.controls import Themes
from hipmap.desktop.settings.settings_window import SettingsWindow
from hipmap.desktop.side_orientation import SideOrientation, orient_once
from hipmap.desktop.start_screen import StartScreen
from tests.end_to_end.person import Person, wait_until

FOR_ITSELF = Qt.FindChildOption.FindDirectChildrenOnly


@pytest.fixture
def desk(person: Person) -> Iterator[HelpDesk]:
    assert person.window.desk is not None
    yield person.window.desk
    kinds: tuple[type[QWidget], ...] = (SettingsWindow, KeySheet, AboutWindow)
    for kind in kinds:
        for window in person.window.findChildren(kind):
            window.close()
    person.window.desk.close()
    person.window.preferences.theme = "light"


def opened(person: Person, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in person.window.findChildren(kind) if one.isVisible()]


def test_f1_opens_the_manual_and_a_link_leads_to_learn(desk: HelpDesk, person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_F1)
    manual = desk.manual.window
    assert manual is not None
    assert manual.isVisible()
    assert manual.view.title() == "First steps"
    manual.open("manual:words")
    manual.view.link_chosen.emit("list:glossary")
    assert desk.learn.window is not None
    assert desk.learn.window.isVisible()
    assert desk.learn.window.address == "list:glossary"
    manual.activateWindow()
    wait_until(manual.isActiveWindow)
    QTest.keyClick(manual, Qt.Key.Key_Escape)
    assert manual.isHidden()


def test_the_place_of_the_manual_is_remembered(desk: HelpDesk, person: Person) -> None:
    desk.manual.open()
    assert desk.manual.window is not None
    desk.manual.window.resize(901, 611)
    desk.manual.window.close()
    assert not person.window.preferences.manual_geometry.isEmpty()


def test_the_keys_and_the_about_window_open_and_close_by_key(desk: HelpDesk, person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    (sheet,) = opened(person, KeySheet)
    assert isinstance(sheet, KeySheet)
    wait_until(sheet.isActiveWindow)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not opened(person, KeySheet)
    person.window.actions_by_id["about"].trigger()
    (about,) = opened(person, AboutWindow)
    assert isinstance(about, AboutWindow)
    assert "not a diagnosis" in about.limits.toPlainText()


def test_a_theme_chosen_in_the_settings_is_worn_at_once(desk: HelpDesk, person: Person) -> None:
    QTest.keyClick(person.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (settings,) = opened(person, SettingsWindow)
    assert isinstance(settings, SettingsWindow)
    themes = settings.page("look").controls["theme"]
    assert isinstance(themes, Themes)
    tile = next(one for one in themes.tiles if one.theme == "high_contrast_dark")
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert look().theme.name == "high_contrast_dark"
    assert person.window.actions_by_id["theme_high_contrast_dark"].isChecked()
    corner = person.window.grab().toImage().pixelColor(4, person.window.height() - 4)
    assert corner.name() == look().theme.ground


def test_a_country_chosen_in_the_settings_reaches_the_urgency(desk: HelpDesk, person: Person) -> None:
    before = person.window.preferences.country
    told: list[str] = []
    desk.country_changed.connect(told.append)
    try:
        desk.open_settings()
        person.window.preferences.country = "NZ" if before != "NZ" else "GB"
        assert told == [person.window.preferences.country]
    finally:
        person.window.preferences.country = before


def test_the_sides_are_shown_once_in_the_consultation(person: Person) -> None:
    assert person.window.room is not None
    preferences = person.window.preferences
    preferences.sides_shown = False
    orient_once(person.window.room, preferences)
    (card,) = person.screen.findChildren(SideOrientation)
    assert any("faces you" in words.text() for words in card.findChildren(QLabel))
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert preferences.sides_shown
    QApplication.processEvents()
    orient_once(person.window.room, preferences)
    assert not [one for one in person.screen.findChildren(SideOrientation) if one.isVisible()]


def test_a_new_case_begins_at_the_place_of_work(person: Person) -> None:
    person.window.preferences.place_of_work = "secondary"
    try:
        person.begin_anew()
        person.document.new()
        assert person.case.setting == "secondary"
    finally:
        person.window.preferences.place_of_work = ""


def test_what_is_open_is_opened_again_in_another_language(desk: HelpDesk, person: Person) -> None:
    desk.manual.open("limits")
    desk.show_keys()
    person.window.languages.choose("x_pseudo")
    try:
        wait_until(person.window.is_ready)
        (keys,) = opened(person, KeySheet)
        assert keys.windowTitle().startswith("[")
        now = person.window.desk
        assert now is not None
        assert now.manual.window is not None
        assert now.manual.window.isVisible()
        assert now.manual.window.address == "manual:limits"
        now.close()
    finally:
        person.window.languages.choose("en")
        wait_until(person.window.is_ready)


def test_after_another_language_each_window_to_read_opens_once(person: Person) -> None:
    window = person.window
    widgets, objects = [], []
    for language in ("x_pseudo", "en", "x_pseudo", "en"):
        window.languages.choose(language)
        wait_until(window.is_ready)
        person.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if language == "en":
            widgets.append(len([one for one in QApplication.allWidgets() if one.parent() is None]))
            objects.append(len(window.findChildren(QObject, options=FOR_ITSELF)))
    person.mark("groin_crease", "right")
    person.answer("limp", "yes")
    wait_until(lambda: "hip joint" in person.screen.reasons.title.text().lower())
    person.press(person.screen.reasons.reasons.read)
    assert len(opened(person, LearnWindow)) == 1
    person.do("start")
    wait_until(window.is_ready)
    (start,) = window.findChildren(StartScreen)
    person.press(start.manual_button)
    assert len(opened(person, ManualWindow)) == 1
    assert window.desk is not None
    window.desk.close()
    person.do("consultation")
    assert widgets[0] == widgets[1]
    assert objects[0] == objects[1]
