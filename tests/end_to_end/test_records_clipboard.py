"""What was copied while records were open does not stay on the clipboard."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.end_to_end.clinic import Clinic


def copied() -> str:
    return QGuiApplication.clipboard().text()


def copy_note(clinic: Clinic) -> None:
    """Copies a note by keys, as a person does."""
    clinic.desk.clipboard.is_ours = lambda: True  # without a screen Qt does not know whose it is
    clinic.choose("Jörg")
    clinic.begin_visit()
    bar = clinic.desk.bar
    assert bar is not None
    clinic.person.press(bar.note_button)
    QTest.keyClicks(bar.note, "Walks with a stick")
    bar.note.selectAll()
    bar.note.copy()
    assert copied() == "Walks with a stick"


def test_a_copied_note_is_cleared_when_its_minute_is_over(clinic: Clinic) -> None:
    copy_note(clinic)
    guard = clinic.desk.clipboard
    assert guard._clock.interval() == 60_000
    guard._clock.start(0)
    clinic.until(lambda: copied() == "")


def test_a_copied_note_is_cleared_at_locking(clinic: Clinic) -> None:
    copy_note(clinic)
    clinic.desk.lock()
    assert copied() == ""


def test_what_another_program_copied_stays(clinic: Clinic) -> None:
    copy_note(clinic)
    clinic.desk.clipboard.is_ours = lambda: False
    clinic.desk.lock()
    assert copied() == "Walks with a stick"
    QGuiApplication.clipboard().clear()


def test_who_chose_so_keeps_what_was_copied(clinic: Clinic) -> None:
    preferences = clinic.person.window.preferences
    preferences.records_clipboard = "never"
    try:
        copy_note(clinic)
        assert not clinic.desk.clipboard.is_waiting
        clinic.desk.lock()
        assert copied() == "Walks with a stick"
    finally:
        preferences.records_clipboard = "minute"
        QGuiApplication.clipboard().clear()
        QTest.qWait(1)
