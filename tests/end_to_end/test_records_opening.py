"""Records are made, unlocked and locked in the window; locked, nothing of a patient is seen."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest

from hipmap.desktop.pseudo_text import pseudo
from hipmap.desktop.records import records_keeper
from hipmap.desktop.records.begin_page import BeginPage
from hipmap.desktop.records.founding_page import FoundingPage
from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.idle_watch import ASLEEP_MS, LOOKS_EVERY_MS
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.recover_form import RecoverForm
from hipmap.desktop.records.recovery_page import RecoveryPage
from hipmap.desktop.records.restore_dialog import RestoreDialog
from hipmap.desktop.records.strength_words import strength_words
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.storage.records.backups import make_backup
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.vault import Vault
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person
from tests.languages.conftest import turn_to
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, surroundings


def test_records_are_made_and_entered_once_the_recovery_key_is_on_paper(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault
) -> None:
    clinic = Clinic(person, records_of_clinic)
    clinic.go()
    clinic.desk.keeper.around = surroundings(3)
    person.press(clinic.page(BeginPage).make)
    form = clinic.page(FoundingPage)
    form.folder.setText(str(tmp_path / "new"))
    clinic.write(form.name, OWNER)
    clinic.write(form.passphrase, PASSPHRASE)
    clinic.write(form.again, "something else")
    person.press(form.make)
    assert "not the same" in form.trouble.text()
    assert not (tmp_path / "new").exists()
    form.again.setText(PASSPHRASE)
    QTest.keyClick(form.again, Qt.Key.Key_Return)
    key = clinic.page(RecoveryPage)
    letters = key.letters.text()
    person.do("start")
    person.do("records")  # the key is still shown to who looked elsewhere first
    key = clinic.page(RecoveryPage)
    assert key.letters.text() == letters
    assert not key.go_on.isEnabled()
    person.press(key.go_on)
    assert isinstance(clinic.screen.page, RecoveryPage)
    key.on_paper.setFocus()
    QTest.keyClick(key.on_paper, Qt.Key.Key_Space)
    person.press(key.go_on)
    clinic.page(PatientsPage)
    clinic.desk.lock()
    person.press(clinic.page(UnlockPage).recover)
    recover = clinic.page(RecoverForm)
    recover.letters.setText(letters.lower())
    recover.passphrase.setText("quite another sentence")
    recover.again.setText("quite another sentence")
    person.press(recover.open)
    clinic.page(PatientsPage)
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    open_vault(tmp_path / "new", OWNER, "quite another sentence", surroundings(4)).lock()
    person.window.preferences.records_folder = ""


def test_a_wrong_passphrase_is_told_and_too_many_are_counted_down(clinic: Clinic) -> None:
    clinic.desk.lock()
    page = clinic.page(UnlockPage)
    for _ in range(12):
        clinic.unlock("not the passphrase")
        clinic.until(lambda: page.unlock.text() != "Unlocking…")
        if "Wait" in page.unlock.text():
            break
        assert "is not right" in page.trouble.text()
        assert page.passphrase.text() == ""
    assert "has to wait" in page.trouble.text()
    assert not page.unlock.isEnabled()
    seconds = page._seconds
    for _ in range(seconds):
        page._count_down()
    assert page.unlock.isEnabled()
    clinic.small.clock.forward(seconds=seconds)
    clinic.unlock()
    clinic.page(PatientsPage)


def test_locking_hides_the_case_the_patient_and_every_question_at_once(clinic: Clinic) -> None:
    clinic.choose("Jörg")
    clinic.begin_visit()
    clinic.person.mark("groin_crease", "right")
    assert "Jörg Łąka" in clinic.reads()
    clinic.person.do("records_lock")
    assert "Jörg" not in clinic.reads()
    assert not clinic.person.case.marks
    assert not clinic.person.session.undo_stack.canUndo()
    assert clinic.person.window.room is not None
    assert clinic.person.window.room.name == "records"
    clinic.unlock()
    clinic.person.press(clinic.page(PatientsPage).add)
    dialog = clinic.dialog(IdentityDialog)
    dialog.name.setText("Somebody")
    clinic.desk.lock()
    clinic.done(dialog)
    assert "Somebody" not in clinic.reads()


def test_the_lock_key_works_from_the_consultation(clinic: Clinic) -> None:
    clinic.choose("Anna")
    clinic.begin_visit()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(clinic.person.window, Qt.Key.Key_L, modifiers)
    clinic.page(UnlockPage)
    assert not clinic.desk.keeper.is_open


def test_records_lock_when_nobody_touches_the_window_and_after_sleep(clinic: Clinic) -> None:
    watch = clinic.desk.keeper.watch
    clinic.person.window.preferences.records_idle = "5"
    assert watch._idle.interval() == 5 * 60_000
    handle = clinic.person.window.windowHandle()
    assert isinstance(handle, QWindow)
    watch._idle.start(1_000_000)
    clinic.person.bot.wait(20)
    before = watch._idle.remainingTime()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert watch._idle.remainingTime() > before
    watch.time_passed(LOOKS_EVERY_MS)
    assert is_open(clinic)
    watch.time_passed(LOOKS_EVERY_MS + ASLEEP_MS + 1)
    assert not is_open(clinic)
    assert "Nobody used hipmap" in clinic.reads()


def test_somebody_else_who_writes_is_named_and_nothing_can_be_changed(clinic: Clinic) -> None:
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    other = clinic.small.open_elsewhere()
    try:
        clinic.unlock()
        page = clinic.page(PatientsPage)
        assert clinic.screen.bar is not None
        assert "desk-2" in clinic.screen.bar.read_only.text()
        assert not page.add.isEnabled()
        clinic.choose("Jörg")
        assert not page.panel.begin.isEnabled()
    finally:
        other.lock()


def is_open(clinic: Clinic) -> bool:
    return clinic.desk.keeper.is_open


def test_a_folder_that_is_gone_is_told_in_a_sentence(clinic: Clinic) -> None:
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    clinic.small.folder.rename(clinic.small.folder.with_name("elsewhere"))
    clinic.unlock()
    page = clinic.page(UnlockPage)
    clinic.until(lambda: bool(page.trouble.text()))
    assert "There is no folder" in page.trouble.text()


@pytest.fixture
def abroad(clinic: Clinic) -> Iterator[Clinic]:
    """The same in the longer test language."""
    turn_to("x_pseudo", clinic.person.window)
    yield clinic
    turn_to("en", clinic.person.window)


def test_what_the_records_complain_of_is_said_in_the_language_of_the_window(abroad: Clinic) -> None:
    abroad.desk.lock()
    abroad.desk.keeper.thread_of_records.wait()
    abroad.unlock("not the passphrase")
    page = abroad.page(UnlockPage)
    abroad.until(lambda: bool(page.trouble.text()))
    assert page.trouble.text() == pseudo(
        "The name or the passphrase is not right. Check both, and that caps lock is off."
    )
    other = abroad.small.open_elsewhere()
    try:
        abroad.unlock()
        abroad.page(PatientsPage)
        assert abroad.screen.bar is not None
        words = abroad.screen.bar.read_only.text()
        assert words.startswith("[")
        assert "desk-2" in words
        assert "writes" not in words
    finally:
        other.lock()


def test_damaged_records_are_put_back_from_a_backup_without_being_opened(clinic: Clinic) -> None:
    folder = clinic.small.folder
    made = make_backup(clinic.vault, folder.with_name("backups"))
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    (folder / "records.db").write_bytes(b"")
    clinic.unlock()
    page = clinic.page(UnlockPage)
    clinic.until(lambda: "is empty" in page.trouble.text())
    assert not page.restore.isVisible()  # nobody said where the backups are
    clinic.person.window.preferences.records_backups = str(made.parent)
    clinic.unlock()
    clinic.until(page.restore.isVisible)
    clinic.person.press(page.restore)
    dialog = clinic.dialog(RestoreDialog)
    assert dialog.who.isEnabled()
    dialog.who.setText(OWNER)
    dialog.secret.setText(PASSPHRASE)
    clinic.person.press(dialog.do)
    clinic.until(lambda: dialog.preview is not None)
    clinic.person.press(dialog.do)
    clinic.until(lambda: "was put back" in clinic.person.message())
    clinic.unlock()
    clinic.page(PatientsPage)
    clinic.choose("Jörg")


def test_a_locked_screen_locks_the_records_and_says_so(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = clinic.desk.keeper.session
    told: list[str] = []
    monkeypatch.setattr(session, "start", lambda: told.append("listens"))
    monkeypatch.setattr(session, "stop", lambda: told.append("listens no more"))
    session.away.emit()
    assert not is_open(clinic)
    page = clinic.page(UnlockPage)
    assert "The screen was locked" in page.words.text()
    clinic.unlock()
    clinic.page(PatientsPage)
    assert told == ["listens no more", "listens"]


def test_who_waits_for_a_slow_share_is_told(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Event()

    def slow(*all_of_it: Any, **named: Any) -> Vault:
        assert answers.wait(60)
        return open_vault(*all_of_it, **named)

    clinic.desk.lock()
    monkeypatch.setattr(records_keeper, "open_vault", slow)
    clinic.unlock()
    page = clinic.page(UnlockPage)
    assert page._slow.isActive()
    page._slow.timeout.emit()
    assert "slow to answer" in page.trouble.text()
    answers.set()
    clinic.page(PatientsPage)


def test_a_folder_without_records_is_refused_before_a_passphrase_is_asked(
    clinic: Clinic, tmp_path: Path
) -> None:
    clinic.desk.lock()
    clinic.person.press(clinic.page(UnlockPage).other)
    page = clinic.page(BeginPage)
    (tmp_path / "photos").mkdir()
    page.look_into(tmp_path / "photos")
    clinic.until(lambda: "holds no records" in page.trouble.text())
    page.look_into(clinic.small.folder)
    clinic.page(UnlockPage)


def test_words_about_a_passphrase_are_honest() -> None:
    for weak in ("short", "aaaaaaaaaaaaaa", OWNER):
        assert not strength_words(weak, OWNER)[1]
    assert "weak" in strength_words("summer2024", OWNER)[0]
    assert "Good" in strength_words("violet tram sings under marble ponds", OWNER)[0]
