"""The settings window offers every choice in words, and each holds from the moment it is made."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.preferences import Preferences, ShortMemory, all_settings
from hipmap.desktop.settings.controls import OneInARow, OneOfFew, OneOfMany, OnOff, Themes
from hipmap.desktop.settings.sections import sections
from hipmap.desktop.settings.settings_window import SettingsWindow
from hipmap.desktop.settings.words import words_by_id

LANGUAGES = [("", "As the system"), ("en", "English"), ("de", "Deutsch")]
COUNTRIES = [("GB", "United Kingdom: 999"), ("NZ", "New Zealand: 111"), ("", "Another country")] * 3


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(ShortMemory())


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> Iterator[SettingsWindow]:
    made = SettingsWindow(preferences, {"language": LANGUAGES, "country": COUNTRIES})
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_every_choice_that_is_offered_has_words_for_every_option() -> None:
    words = words_by_id()
    offered = {setting.id for section in sections() for setting in section.settings}
    assert offered == set(words)
    assert offered == {one.id for one in all_settings() if one.kind != "silent"} | {"language", "country"}
    for setting in all_settings():
        if setting.kind == "one_of" and setting.id in offered:
            assert set(words[setting.id].options) == set(setting.options), setting.id


def test_a_theme_is_chosen_by_a_click_on_its_picture(
    window: SettingsWindow, preferences: Preferences
) -> None:
    themes = window.page("look").controls["theme"]
    assert isinstance(themes, Themes)
    for tile in themes.tiles:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        assert preferences.theme == tile.theme
        assert [one.isChecked() for one in themes.tiles] == [one is tile for one in themes.tiles]


def test_every_kind_of_control_keeps_what_is_chosen(window: SettingsWindow, preferences: Preferences) -> None:
    sizes = window.page("look").controls["text_scale"]
    assert isinstance(sizes, OneInARow)
    QTest.mouseClick(sizes.strip.buttons[2], Qt.MouseButton.LeftButton)
    assert preferences.text_scale == 1.5
    voices = window.page("wording").controls["voice"]
    assert isinstance(voices, OneOfFew)
    window.go_to("wording")
    window.activateWindow()
    voices._buttons[0][1].setFocus()
    QTest.keyClick(voices._buttons[0][1], Qt.Key.Key_Down)
    assert preferences.voice == "patient"
    own = window.page("consultation").controls["own_view_first"]
    assert isinstance(own, OnOff)
    window.go_to("consultation")
    QTest.keyClick(own, Qt.Key.Key_Space)
    assert preferences.own_view_first
    countries = window.page("country").controls["country"]
    assert isinstance(countries, OneOfMany)
    window.go_to("country")
    countries.show_value("GB")
    QTest.keyClick(countries, Qt.Key.Key_Down)
    assert preferences.country == "NZ"


def test_a_choice_made_elsewhere_is_shown(window: SettingsWindow, preferences: Preferences) -> None:
    preferences.large_targets = True
    control = window.page("map").controls["large_targets"]
    assert isinstance(control, OnOff)
    assert control.isChecked()


def test_settings_are_forgotten_only_after_a_second_question(
    window: SettingsWindow, preferences: Preferences
) -> None:
    preferences.large_targets = True

    def chosen() -> bool:
        return preferences.large_targets

    window.go_to("privacy")
    QTest.mouseClick(window.forgetting.ask, Qt.MouseButton.LeftButton)
    assert chosen()
    QTest.mouseClick(window.forgetting.keep, Qt.MouseButton.LeftButton)
    assert chosen()
    QTest.mouseClick(window.forgetting.ask, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.forgetting.forget, Qt.MouseButton.LeftButton)
    assert not chosen()
    assert window.forgetting.done.isVisible()


def test_the_privacy_page_names_the_folders_of_the_records_and_of_their_backups(
    window: SettingsWindow, preferences: Preferences
) -> None:
    window.go_to("privacy")
    places = window.forgetting.places
    assert not places.isVisible()
    preferences.records_folder = "/clinic/hipmap records"
    preferences.records_backups = "/disk/backups"
    assert "/clinic/hipmap records" in places.text()
    assert "/disk/backups" in places.text()
    assert places.isVisible()
    QTest.mouseClick(window.forgetting.ask, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.forgetting.forget, Qt.MouseButton.LeftButton)
    assert not places.isVisible()


def test_the_records_can_be_told_when_to_lock_and_to_clear_the_clipboard(
    window: SettingsWindow, preferences: Preferences
) -> None:
    controls = window.page("records").controls
    assert set(controls) == {"records_idle", "records_clipboard"}
    clearing = controls["records_clipboard"]
    assert isinstance(clearing, OneOfFew)
    window.go_to("records")
    window.activateWindow()
    clearing._buttons[0][1].setFocus()
    QTest.keyClick(clearing._buttons[0][1], Qt.Key.Key_Down)
    assert preferences.records_clipboard == "never"


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(window: SettingsWindow) -> None:
    for section in sections():
        window.go_to(section.id)
        page = window.page(section.id)
        for name, control in page.controls.items():
            assert isinstance(control, QWidget)
            heard = control.text() if isinstance(control, OnOff) else control.accessibleName()
            assert heard, name
            inner = [control, *control.findChildren(QWidget)]
            assert any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in inner), name


def test_no_sentence_is_cut_off_when_the_window_is_small(window: SettingsWindow) -> None:
    window.resize(window.minimumSize())
    for section in sections():
        window.go_to(section.id)
        page = window.page(section.id)
        QTest.qWait(1)
        assert page.horizontalScrollBar().maximum() == 0, section.id
        for words in page.findChildren(QLabel):
            if words.isVisible():
                assert words.height() >= words.heightForWidth(words.width()), words.text()
