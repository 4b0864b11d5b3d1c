"""What a person does in the window of letters and other files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from hipmap.desktop import chosen_file
from hipmap.desktop.reports.report_dialog import ReportDialog
from hipmap.model.case import new_case
from hipmap.storage.assets import asset
from hipmap.storage.case_files import read_case
from tests.end_to_end.person import Person, wait_until

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Reporter:
    """Someone before the window of reports."""

    person: Person
    monkeypatch: pytest.MonkeyPatch

    @property
    def dialog(self) -> ReportDialog:
        """Gives the one that is open."""
        (found,) = self.open_dialogs()
        return found

    def open_dialogs(self) -> list[ReportDialog]:
        every = QApplication.topLevelWidgets()
        return [one for one in every if isinstance(one, ReportDialog) and one.isVisible()]

    def look_at(self, example: str = "hip_joint", **case: Any) -> None:
        """Opens a case: an example, or one that is told."""
        session = self.person.session
        session.open_case(
            new_case(**case) if case else read_case(asset(f"examples/{example}.json"), session.knowledge)
        )
        session.undo_stack.setClean()

    def open(self, kind: str = "letter") -> ReportDialog:
        """Opens it by its keys, and goes to a kind by the keyboard."""
        window = self.person.window
        window.activateWindow()
        wait_until(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_E, CONTROL | SHIFT)
        wait_until(lambda: bool(self.open_dialogs()))
        if kind != self.dialog.kind.id:
            self.choose(kind)
        self.settle()
        return self.dialog

    def choose(self, kind: str) -> None:
        chooser = self.dialog.chooser
        QTest.keyClick(chooser, Qt.Key.Key_Home)
        for _ in range([one.id for one in self.dialog.offered].index(kind)):
            QTest.keyClick(chooser, Qt.Key.Key_Down)
        assert self.dialog.kind.id == kind

    def type(self, field: str, text: str) -> None:
        """Types into a field in place of what stands there, and waits until it is seen."""
        where = self.dialog.form.fields[field]
        assert isinstance(where, QLineEdit | QPlainTextEdit)
        assert where.isVisible()
        where.selectAll()
        QTest.keyClick(where, Qt.Key.Key_Delete)
        QTest.keyClicks(where, text)
        self.settle()

    def settle(self) -> None:
        wait_until(lambda: self.dialog.is_settled)

    def saves_to(self, path: Path) -> None:
        """Whatever file is asked for next, this one is chosen."""

        def chosen(*_what: object, asks: bool = True) -> str:
            assert not asks, "hipmap asks by itself"
            return str(path)

        self.monkeypatch.setattr(chosen_file, "file_to_save", chosen)

    def save(self, path: Path) -> None:
        self.saves_to(path)
        QTest.keyClick(self.dialog, Qt.Key.Key_S, CONTROL)
        self.settle()

    def told(self) -> str:
        return self.dialog.state.text()

    def seen(self) -> str:
        """Gives the words of what would be written."""
        return self.dialog.preview.shown.words
