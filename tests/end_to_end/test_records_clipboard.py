"""What was copied while records were open does not stay on the clipboard."""

from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest

from hipmap.desktop.records.clipboard_guard import ClipboardGuard
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


class TwoClipboards(QObject):
    """A clipboard as X11 has it, with the last selection beside what was copied."""

    dataChanged = Signal()  # noqa: N815 - as Qt names it
    selectionChanged = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.held = {QClipboard.Mode.Clipboard: "", QClipboard.Mode.Selection: ""}
        self.ours = True

    def supportsSelection(self) -> bool:
        return True

    def ownsClipboard(self) -> bool:
        return self.ours

    def ownsSelection(self) -> bool:
        return self.ours

    def text(self, mode: QClipboard.Mode) -> str:
        return self.held[mode]

    def mimeData(self, mode: QClipboard.Mode) -> None:
        return None  # no picture is there

    def clear(self, mode: QClipboard.Mode) -> None:
        self.held[mode] = ""

    def select(self, text: str) -> None:
        self.held[QClipboard.Mode.Selection] = text
        self.selectionChanged.emit()


def selected(clinic: Clinic) -> tuple[TwoClipboards, ClipboardGuard]:
    clipboards = TwoClipboards()
    guard = ClipboardGuard(clinic.desk.keeper, clinic.desk, cast("QClipboard", clipboards))
    clipboards.select("Walks with a stick")
    return clipboards, guard


def test_what_was_only_selected_goes_at_locking(clinic: Clinic) -> None:
    clipboards, _guard = selected(clinic)
    clinic.desk.lock()
    assert clipboards.held[QClipboard.Mode.Selection] == ""


def test_what_was_only_selected_goes_when_its_minute_is_over(clinic: Clinic) -> None:
    clipboards, guard = selected(clinic)
    guard._clock.start(0)
    clinic.until(lambda: clipboards.held[QClipboard.Mode.Selection] == "")


def test_what_another_program_selected_stays(clinic: Clinic) -> None:
    clipboards, _guard = selected(clinic)
    clipboards.ours = False
    clinic.desk.lock()
    assert clipboards.held[QClipboard.Mode.Selection] == "Walks with a stick"
