"""What a policy fixes holds in the window, cannot be changed there, and is shown with whom to ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.country_dialog import CountryDialog
from hipmap.desktop.languages import Languages
from hipmap.desktop.preferences import Preferences, ShortMemory, all_settings, stored
from hipmap.desktop.refused_start import RefusedStart
from hipmap.desktop.settings.controls import OneOfFew
from hipmap.desktop.settings.governed import Rules, fixed_words, rules_of
from hipmap.desktop.settings.privacy_page import Forgetting
from hipmap.desktop.settings.settings_desk import SettingsDesk
from hipmap.desktop.settings.settings_window import SettingsWindow
from hipmap.model.policy import Policy
from hipmap.storage.policy.in_force import PolicyRefused
from tests.case_builders import own_knowledge
from tests.governed import governed

POLICY = Policy(
    desk="home", languages=("en",), first_language="en", country="NZ", data_folder="/srv/hipmap",
    lock_least=10, lock_most=20, clear_clipboard=True, backup_folder="/srv/backups", backup_days=7,
)  # fmt: skip


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(ShortMemory(), rules=rules_of(POLICY))


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> Iterator[SettingsWindow]:
    desk = SettingsDesk(preferences, own_knowledge(), SettingsWindow(Preferences(ShortMemory()), {
        "language": [("", "As the system")], "country": [("GB", "999")],
    }))  # fmt: skip
    qtbot.addWidget(desk._parent)
    made = SettingsWindow(preferences, desk._options(), desk._parent)
    made.show()
    yield made
    made.close()


def test_what_is_fixed_holds_whatever_was_kept_and_cannot_be_kept_otherwise() -> None:
    store = ShortMemory()
    before = Preferences(store)
    before.country, before.records_clipboard, before.records_backups = "GB", "never", "/srv/own"
    before.records_idle, before.records_backup_days = "60", "30"
    fixed = Preferences(store, rules=rules_of(POLICY))
    told: list[str] = []
    fixed.changed.connect(told.append)
    for idle in ("15", "10"):
        assert (fixed.country, fixed.records_clipboard, fixed.records_backups) == (
            "NZ",
            "minute",
            "/srv/backups",
        )
        assert fixed.records_backup_days == "7"
        assert fixed.records_idle == idle
        fixed.country, fixed.records_clipboard, fixed.records_backups = "GB", "never", "/srv/own"
        fixed.records_idle, fixed.records_backup_days = "60", "1"
        fixed.forget()
    assert told == ["records_idle"]
    # Without the policy the person's own choices are still there, as far as they were not forgotten.
    assert Preferences(store).records_idle == "10"


def test_another_beginning_holds_until_somebody_chooses(preferences: Preferences) -> None:
    assert preferences.desk == "home"
    assert preferences.records_folder == str(Path("/srv/hipmap/hipmap records"))
    assert preferences.language == "en"
    preferences.desk, preferences.records_folder = "consultation", "/srv/hipmap/others"
    assert preferences.desk == "consultation"
    assert preferences.records_folder == "/srv/hipmap/others"


@pytest.mark.parametrize(
    ("least", "most", "left", "holds", "named"),
    [
        (None, 10, ("5", "10"), "10", "most"),
        (None, 5, ("5",), "5", "most"),
        (None, 3, ("3",), "3", "most"),
        (15, None, ("15", "30", "60"), "15", "least"),
        (15, 60, ("15", "30", "60"), "15", "least"),
        (1, 10, ("5", "10"), "10", "most"),
        (11, 14, ("14",), "14", "least most"),
        (10, 30, ("10", "15", "30"), "10", "least most"),
        (1, 60, ("5", "10", "15", "30", "60"), "10", "least most"),
    ],
)
def test_the_time_until_records_lock_stays_within_the_policy(
    least: int | None, most: int | None, left: tuple[str, ...], holds: str, named: str
) -> None:
    rules = rules_of(Policy(lock_least=least, lock_most=most))
    assert rules["records_idle"].options == left
    assert rules["records_idle"].key == ", ".join(f"records.lock_minutes_{one}" for one in named.split())
    preferences = Preferences(ShortMemory(), rules=rules)
    assert preferences.records_idle == holds
    preferences.records_idle = "60"
    assert preferences.records_idle in left


def test_every_decision_of_a_policy_on_a_setting_is_about_one_that_there_is() -> None:
    ids = {setting.id for setting in all_settings()}
    assert set(rules_of(POLICY)) <= ids
    assert len(rules_of(POLICY)) == 8
    assert rules_of(Policy()) == {}


def test_the_settings_show_what_is_fixed_and_by_whom(window: SettingsWindow) -> None:
    page = window.page("records")
    clearing, idle = page.controls["records_clipboard"], page.controls["records_idle"]
    assert not clearing.isEnabled()
    assert "records.clear_clipboard" in page.fixed["records_clipboard"].text()
    assert "whoever looks after this computer" in page.fixed["records_clipboard"].text()
    assert page.fixed["records_clipboard"].text() in clearing.accessibleDescription()
    assert page.fixed["records_clipboard"].focusPolicy() & Qt.FocusPolicy.TabFocus
    assert isinstance(idle, OneOfFew)
    assert [button.text() for _, button in idle._buttons] == ["After 10 minutes", "After 15 minutes"]
    assert idle.isEnabled()
    assert "leaves these" in page.fixed["records_idle"].text()
    assert not window.page("country").controls["country"].isEnabled()
    assert window.page("look").fixed == {}


def test_privacy_does_not_say_that_records_were_used_which_only_a_policy_names(qtbot: QtBot) -> None:
    preferences = Preferences(ShortMemory(), rules=rules_of(POLICY))
    page = Forgetting(preferences)
    qtbot.addWidget(page)
    assert "used last" not in page.places.text()
    assert "No records were used here yet. By the policy of this computer they lie in: " in page.places.text()
    preferences.records_folder = preferences.records_folder
    page = Forgetting(preferences)
    qtbot.addWidget(page)
    assert "Records used last: " in page.places.text()


def test_one_option_that_is_left_is_worded_though_it_is_none_of_the_usual(qtbot: QtBot) -> None:
    preferences = Preferences(ShortMemory(), rules=rules_of(Policy(lock_most=3)))
    window = SettingsWindow(preferences, {"language": [("", "x")], "country": [("GB", "999")]})
    qtbot.addWidget(window)
    idle = window.page("records").controls["records_idle"]
    assert isinstance(idle, OneOfFew)
    assert [button.text() for _, button in idle._buttons] == ["After 3 minutes"]
    assert not idle.isEnabled()


def test_the_country_that_is_fixed_is_shown_and_cannot_be_changed(
    qtbot: QtBot, preferences: Preferences
) -> None:
    words = fixed_words(preferences.rules["country"])
    dialog = CountryDialog(own_knowledge(), preferences.country, None, words)
    qtbot.addWidget(dialog)
    assert dialog.countries.currentData() == "NZ"
    assert not dialog.countries.isEnabled()
    assert "country.emergency" in dialog.fixed.text()
    free = CountryDialog(own_knowledge(), "NZ")
    qtbot.addWidget(free)
    assert free.countries.isEnabled()
    assert free.fixed.isHidden()


def test_only_the_languages_of_the_policy_are_offered(tmp_path: Path) -> None:
    for language in ("de", "fr"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "interface.ts").write_text("<TS/>")
    languages = Languages(tmp_path)
    assert [one.code for one in languages.available()] == ["en", "de", "fr"]
    with governed(tmp_path, "[language]\nallowed = ['fr']"):
        assert [one.code for one in languages.available()] == ["fr"]
        assert languages.fitting("de", ["de-DE"]) == "fr"
        assert languages.fitting("", ["en-GB"]) == "fr"


def test_the_rules_of_a_computer_are_those_of_its_policy(tmp_path: Path) -> None:
    def rules() -> Rules:
        return app.rules_in_force()

    with governed(tmp_path, "[backups]\nevery_days = 1"):
        assert rules()["records_backup_days"].fixed == "1"
    with governed(tmp_path, "[backups]\nevery = 1"), pytest.raises(PolicyRefused):
        rules()


def test_settings_of_a_portable_copy_lie_in_its_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIPMAP_DATA", str(tmp_path / "data"))
    assert Path(stored().fileName()) == tmp_path / "data" / "settings" / "hipmap" / "window.ini"


def test_records_of_a_portable_copy_are_found_where_it_was_moved_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = str(tmp_path / "another disk" / "backups")
    monkeypatch.setenv("HIPMAP_DATA", str(tmp_path / "Stick ü" / "hipmap-data"))
    before = Preferences(stored())
    before.records_folder = str(tmp_path / "Stick ü" / "hipmap-data" / "records" / "mine, old")
    before.records_backups = elsewhere
    settings = stored()
    settings.sync()
    (tmp_path / "Stick ü").rename(tmp_path / "骨")
    monkeypatch.setenv("HIPMAP_DATA", str(tmp_path / "骨" / "hipmap-data"))
    moved = Preferences(stored())
    assert Path(moved.records_folder) == tmp_path / "骨" / "hipmap-data" / "records" / "mine, old"
    assert moved.records_backups == elsewhere
    monkeypatch.delenv("HIPMAP_DATA")
    lost = ShortMemory()
    lost.setValue("records_folder", "records/mine")  # settings that were copied out of a portable copy
    assert Preferences(lost).records_folder == ""


def test_why_hipmap_does_not_start_can_be_read_copied_and_closed(qtbot: QtBot) -> None:
    why = "policy.toml: line 4, column 1: records.lock: there is no such key"
    window = RefusedStart(why)
    qtbot.addWidget(window)
    window.show()
    assert window.why.text() == f"{why}."
    QTest.mouseClick(window.copy_button, Qt.MouseButton.LeftButton)
    clipboard = app.make_application().clipboard()
    assert clipboard.text() == why
    QTest.keyClick(window.close_button, Qt.Key.Key_Space)
    assert not window.isVisible()
