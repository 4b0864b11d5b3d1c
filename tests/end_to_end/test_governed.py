"""A governed clinic: what its policy keeps in does not leave the window, and records lie where it says."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hipmap.desktop.records.begin_page import BeginPage
from hipmap.desktop.records.founding_page import FoundingPage
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.recovery_page import RecoveryPage
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.desktop.settings.governed import Rule, rules_of
from hipmap.desktop.settings.policy_watch import PolicyWatch
from hipmap.model.policy import Policy
from hipmap.storage.policy.in_force import in_force
from hipmap.storage.records.backups import backups_in
from tests.architecture.checkout_files import ROOT
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person, wait_until
from tests.governed import HEAD, governed
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, surroundings

START = """
import os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hipmap.storage.policy import in_force
in_force.policy_places = lambda: (Path(sys.argv[1]),)
from hipmap.command_line import main

WAITS = len(sys.argv) > 2

def look() -> None:
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    if WAITS and not any(hasattr(one, "why") for one in shown):
        QTimer.singleShot(100, look)
        return
    for window in shown:
        if window.isVisible():
            print(type(window).__name__, "|", getattr(window, "why", window).windowTitle(), "|",
                  window.why.text() if hasattr(window, "why") else "")
            window.close()

def later() -> None:
    QTimer.singleShot(300, look)

import hipmap.app
made = hipmap.app.make_application
def make():
    application = made()
    later()
    return application
hipmap.app.make_application = make
code = main(["window"])
print("code", code)
"""


def _start(policy: Path, data: Path, *until: str) -> subprocess.CompletedProcess[str]:
    environment = {"HIPMAP_DATA": str(data), "PATH": "/usr/bin:/bin", "HOME": str(data)}
    return subprocess.run(
        [sys.executable, "-c", START, str(policy), *until],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_a_policy_with_a_mistake_is_told_in_a_window_and_nothing_else_opens(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(HEAD + "[records]\nlock = 5\n")
    done = _start(policy, tmp_path / "data")
    assert "RefusedStart" in done.stdout
    assert "line 4, column 1: records.lock: there is no such key" in done.stdout
    assert "MainWindow" not in done.stdout
    assert "code 2" in done.stdout
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_an_overlay_that_the_policy_names_and_is_not_there_leaves_no_dead_window(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(HEAD + "[knowledge]\noverlay = 'gone.yaml'\n")
    done = _start(policy, tmp_path / "data", "refused")
    assert "RefusedStart" in done.stdout
    assert "gone.yaml is needed and cannot be read" in done.stdout
    assert "ask Ann at the IT desk" in done.stdout
    assert "MainWindow" not in done.stdout
    assert "code 2" in done.stdout
    assert "Traceback" not in done.stderr


def test_settings_of_a_newer_hipmap_are_told_in_a_window_and_stay_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "settings" / "hipmap"
    folder.mkdir(parents=True)
    (folder / "format.toml").write_text("format = 99\n")
    (folder / "window.ini").write_text("[General]\ntheme=dark\n")
    done = _start(tmp_path / "none.toml", tmp_path / "data")
    assert "RefusedStart" in done.stdout
    assert "written by a newer hipmap (form 99" in done.stdout
    assert "code 2" in done.stdout
    assert (folder / "window.ini").read_text() == "[General]\ntheme=dark\n"
    assert sorted(path.name for path in folder.iterdir()) == ["format.toml", "window.ini"]


def test_a_case_that_may_not_leave_is_not_saved_as_a_file(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "case.json"
    monkeypatch.setattr("hipmap.desktop.chosen_file.file_to_save", lambda *_: str(target))
    with governed(tmp_path, "[exports]\nallowed = ['soap']"):
        person.do("save_as")
    assert not target.exists()
    assert person.window.message is not None
    assert "exports.allowed" in person.window.message.words.text()
    assert "Ann at the IT desk" in person.window.message.words.text()
    person.do("save_as")
    assert target.exists()


def test_records_are_made_where_the_policy_says_by_its_rules(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    clinic = Clinic(person, records_of_clinic)
    clinic.go()
    clinic.desk.keeper.around = surroundings(3)
    policy = f"[data]\nfolder = '{share}'\n[records]\npassphrase_words = 6\n"
    preferences = person.window.preferences
    with governed(tmp_path, policy):
        preferences.rules = rules_of(Policy(backup_folder=str(tmp_path / "backups")))
        try:
            person.press(clinic.page(BeginPage).make)
            form = clinic.page(FoundingPage)
            assert form.folder.text() == str(share / "hipmap records")
            clinic.write(form.name, OWNER)
            assert "asks for at least 10 signs and 6 words" in person.reads(form)
            clinic.write(form.passphrase, PASSPHRASE)
            clinic.write(form.again, PASSPHRASE)
            person.press(form.make)
            assert "6" in form.trouble.text()
            six = "apple river stone cloud yellow house"
            for field in (form.passphrase, form.again):
                field.setText(six)
            form.folder.setText(str(tmp_path / "elsewhere"))
            person.press(form.make)
            wait_until(lambda: form.make.isEnabled() and str(share) in form.trouble.text())
            assert str(share) in form.trouble.text()
            form.folder.setText(str(share / "hipmap records"))
            person.press(form.make)
            key = clinic.page(RecoveryPage)
            assert not key.choose.isEnabled()
            assert "backups.folder" in key.backups.text()
        finally:
            preferences.rules = {}
    assert not (tmp_path / "elsewhere").exists()
    assert (share / "hipmap records").is_dir()


def test_open_records_lock_and_are_backed_up_as_the_policy_says(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault
) -> None:
    clinic = Clinic(person, records_of_clinic)
    preferences, backups = person.window.preferences, tmp_path / "backups"
    preferences.records_folder = str(records_of_clinic.folder)
    preferences.records_idle = "60"
    preferences.rules = rules_of(Policy(lock_most=3, backup_folder=str(backups), backup_days=1))
    try:
        clinic.enter()
        assert clinic.desk.keeper.watch._idle.interval() == 3 * 60_000
        preferences.records_idle = "60"
        assert clinic.desk.keeper.watch._idle.interval() == 3 * 60_000
        wait_until(lambda: bool(backups_in(backups)))
        assert clinic.screen.bar is not None
        person.press(clinic.screen.bar.keeping)
        card = clinic.page(KeepingPage).backups
        assert not card.choose.isEnabled()
        assert not card.often.isEnabled()
        assert str(backups) in card.where.text()
        assert "backups.folder" in card.fixed.text()
        assert card.now.isEnabled()
        clinic.desk.keeper.watch.left_alone.emit()
        assert not clinic.desk.keeper.is_open
    finally:
        preferences.rules = {}
        preferences.records_idle = "10"


def test_a_policy_that_changes_meanwhile_is_told_at_unlocking_and_locking(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault
) -> None:
    changed = "The policy of this computer has changed. Close hipmap and start it again."
    person.window.preferences.records_folder = str(records_of_clinic.folder)
    clinic = Clinic(person, records_of_clinic)

    def told() -> tuple[str, str]:
        message = person.window.message
        return ("", "") if message is None or message.isHidden() else (message.words.text(), message.tone)

    with governed(tmp_path, "") as path:
        clinic.enter()
        assert told()[0] == ""
        path.write_text(HEAD + "[records]\nlock_minutes_most = 5\n")
        person.do("records_lock")
        assert told() == (changed, "calm")
        person.window.tell("")
        clinic.unlock()
        clinic.page(PatientsPage)
        assert told() == (changed, "calm")
        path.write_text(HEAD)
        person.do("records_lock")
        assert told()[0] == ""


def test_who_comes_back_after_a_while_is_told_once_that_the_policy_changed(
    person: Person, tmp_path: Path
) -> None:
    window, active = person.window, Qt.ApplicationState.ApplicationActive
    watch = PolicyWatch(window)
    with governed(tmp_path, "") as path:
        in_force()
        path.unlink()
        watch._state_changed(active)
        assert window.message is None or window.message.isHidden()
        watch.seldom = 0
        watch._state_changed(Qt.ApplicationState.ApplicationInactive)
        assert window.message is None or window.message.isHidden()
        watch._state_changed(active)
        assert window.message is not None
        assert "policy of this computer has changed" in window.message.words.text()
        window.tell("")
        watch._state_changed(active)
        assert window.message.isHidden()
    watch.deleteLater()


def test_a_passphrase_weaker_than_the_policy_opens_and_is_told_calmly(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault
) -> None:
    person.window.preferences.records_folder = str(records_of_clinic.folder)
    with governed(tmp_path, "[records]\npassphrase_words = 9"):
        Clinic(person, records_of_clinic).enter()
        assert person.window.message is not None
        words = person.window.message.words.text()
        assert "weaker than the policy of this computer asks for now" in words
        assert "My passphrase" in words
        assert person.window.message.tone == "calm"


@pytest.mark.parametrize("there", ["nothing", "the share", "the records"])
def test_who_first_goes_to_the_records_is_led_by_what_is_there(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault, there: str
) -> None:
    share = tmp_path / "share"
    if there == "the records":
        share = records_of_clinic.folder.parent
    elif there == "the share":
        share.mkdir()
    offered = records_of_clinic.folder if there == "the records" else share / "hipmap records"
    preferences = person.window.preferences
    assert preferences.records_folder == ""
    with governed(tmp_path, f"[data]\nfolder = '{share}'"):
        preferences.rules = {"records_folder": Rule("data.folder", begins=str(offered))}
        preferences._store.setValue("records_folder", None)
        try:
            person.do("records")
            clinic = Clinic(person, records_of_clinic)
            if there == "the share":
                assert clinic.page(BeginPage).make.isEnabled()
            else:
                page = clinic.page(UnlockPage)
                clinic.desk.keeper.thread_of_records.wait()
                person.settle()
                told = page.trouble.text()
                assert ("connect" in told.lower() and str(share) in told) == (there == "nothing"), told
        finally:
            preferences.rules = {}
            preferences.records_folder = ""
            person.do("consultation")
