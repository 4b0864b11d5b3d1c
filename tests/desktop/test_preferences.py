"""What is chosen is kept, told once, and forgotten on request; a damaged file counts as no choice."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

from hipmap.desktop.appearance import Appearance
from hipmap.desktop.look import Look, look
from hipmap.desktop.preferences import Preferences, ShortMemory, all_settings
from hipmap.desktop.settings.declared import system_country
from hipmap.desktop.system_motion import desktop_is_still, moves_little


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(ShortMemory())


def test_every_setting_begins_with_its_default(preferences: Preferences) -> None:
    for setting in all_settings():
        if setting.id != "country":
            assert preferences.kept(setting) == setting.default, setting.id
    assert preferences.country == system_country()


def test_every_option_of_every_setting_survives_an_ini_file(tmp_path: Path) -> None:
    path = str(tmp_path / "window.ini")
    for setting in all_settings():
        for option in setting.options or ((True, False) if setting.kind == "switch" else ()):
            store = QSettings(path, QSettings.Format.IniFormat)
            Preferences(store).keep(setting, option)
            store.sync()
            assert Preferences(QSettings(path, QSettings.Format.IniFormat)).kept(setting) == option


@pytest.mark.parametrize("rubbish", ["", "42", "no such thing", "@Invalid()", "%%%", None, 7, ["a", "b"]])
def test_rubbish_counts_as_no_choice(rubbish: object) -> None:
    store = ShortMemory()
    for setting in all_settings():
        store.setValue(setting.key, rubbish)
    preferences = Preferences(store)
    for setting in all_settings():
        value = preferences.kept(setting)
        if setting.options:
            assert value in setting.options
    assert preferences.text_scale == 1.0
    assert preferences.geometry.isEmpty()
    assert preferences.country in ("", system_country())


def test_only_another_value_is_told(preferences: Preferences) -> None:
    told: list[str] = []
    preferences.changed.connect(told.append)
    preferences.theme = "dark"
    preferences.theme = "dark"
    preferences.large_targets = True
    assert told == ["theme", "large_targets"]


def test_forgetting_tells_what_changed_by_it(preferences: Preferences) -> None:
    preferences.theme, preferences.hide_numbers = "high_contrast", True
    told: list[str] = []
    preferences.changed.connect(told.append)
    preferences.forget()
    assert sorted(told) == ["hide_numbers", "theme"]
    assert all(preferences.kept(one) == one.default for one in all_settings() if one.id != "country")


def test_the_look_follows_the_preferences_at_once(preferences: Preferences) -> None:
    before = look()
    appearance = Appearance(preferences)
    try:
        heard: list[bool] = []
        appearance.changed.connect(lambda: heard.append(True))
        if QGuiApplication.instance() is not None:
            preferences.theme = "high_contrast_dark"
            assert look().theme.name == "high_contrast_dark"
            assert heard
            appearance.flip_theme()
            assert look().theme.name == "high_contrast"
    finally:
        preferences.theme, preferences.text_scale = "light", before.text_scale
        appearance.wear()


def test_who_wants_no_movement_gets_none() -> None:
    assert Look().motion(120) == 120
    assert Look(still=True).motion(120) == 0
    assert moves_little("reduced")
    assert not moves_little("full")


@pytest.mark.parametrize(
    ("name", "text", "still"),
    [
        (".config/kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        (".config/kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", False),
        (".config/gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        (".config/gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        (".config/kdeglobals", "no section at all\n\x00", False),
    ],
)
def test_the_wish_of_the_desktop_is_read(tmp_path: Path, name: str, text: str, still: bool) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert desktop_is_still(tmp_path) is still
