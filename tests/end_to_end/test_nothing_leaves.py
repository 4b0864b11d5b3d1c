"""Under a policy with an empty list everything is seen in the window, and told before anybody takes pains."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from hipmap.desktop import chosen_file
from hipmap.desktop.home.hand_over_screen import HandOverScreen
from hipmap.desktop.home.printing import offer_printing
from hipmap.desktop.notes.template_dialog import TemplateDialog
from hipmap.desktop.records.export_dialog import ExportDialog
from hipmap.desktop.records.letter_dialogs import OpenLetterDialog, SaveLetterDialog
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.report_papers import Paper
from hipmap.storage.records.attachments import add_attachment
from hipmap.storage.records.patients import find_patients
from tests.desktop.home.visitor import open_guide
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person
from tests.end_to_end.reporter import Reporter
from tests.governed import governed

NOTHING = "[exports]\nallowed = []"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked for a file is asked too late."""

    def asked(*_what: object, **_more: object) -> str:
        raise AssertionError("a file is asked for that may not be written")

    monkeypatch.setattr(chosen_file, "file_to_save", asked)


def tries_to_take(text: QPlainTextEdit) -> str:
    """Selects all and copies, by keys and by the mouse; gives what is on the clipboard then."""
    QGuiApplication.clipboard().setText("before")
    text.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_Insert):
        QTest.keyClick(text, key, CONTROL)
    line = text.cursorRect(text.textCursor()).center()
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=line)
    QTest.keyClick(text, Qt.Key.Key_C, CONTROL)
    taken = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    return taken


def test_what_may_not_leave_is_read_and_scrolled_and_not_selected(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = Reporter(person, monkeypatch)
    reporter.look_at()
    with governed(tmp_path, "[exports]\nallowed = ['csv']"):
        dialog = reporter.open("letter")
        text = dialog.preview.text
        dialog.preview.as_seen.chosen.emit("text")
        for kind in ("letter", "handout", "soap", "fhir", "json"):
            reporter.choose(kind)
            reporter.settle()
            assert text.toPlainText()
            assert tries_to_take(text) == "before", kind
            assert not text.textCursor().hasSelection(), kind
        bar = text.verticalScrollBar()
        assert bar.maximum() > 0
        QTest.keyClick(text, Qt.Key.Key_PageDown)
        assert bar.value() > 0
        reporter.choose("csv")
        reporter.settle()
        assert tries_to_take(text) not in ("", "before")
        dialog.reject()


def test_the_note_beside_its_template_is_seen_and_not_selected(person: Person, tmp_path: Path) -> None:
    person.mark("groin_crease", "right")
    with governed(tmp_path, NOTHING):
        person.do("note_template")
        (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, TemplateDialog))
        assert "groin" in dialog.preview.toPlainText().lower()
        assert tries_to_take(dialog.preview) == "before"
        dialog.close()
        person.settle()
    person.do("note_template")
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, TemplateDialog))
    assert tries_to_take(dialog.preview) != "before"
    dialog.close()


@pytest.mark.usefixtures("never_asked")
def test_whoever_saves_a_case_or_closes_it_is_told_before_a_file_is_asked_for(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.mark("groin_crease", "right")
    asked: list[tuple[str, bool]] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        buttons = QMessageBox.StandardButton
        asked.append((box.informativeText(), bool(box.standardButtons() & buttons.Save)))
        return buttons.Cancel

    monkeypatch.setattr(QMessageBox, "exec", answer)
    with governed(tmp_path, NOTHING):
        person.do("save_as")
        assert person.window.message is not None
        assert "exports.allowed" in person.window.message.words.text()
        assert not person.document.may_leave()
    ((words, offers_to_save),) = asked
    assert "exports.allowed" in words
    assert not offers_to_save


@pytest.fixture
def keeping(clinic: Clinic) -> Clinic:
    """A clinic with a patient who is chosen, and a letter."""
    jorg = find_patients(clinic.vault, "jörg")[0]
    add_attachment(clinic.vault, jorg.uid, "report.pdf", "2026-01-14", b"%PDF")
    clinic.choose("Jörg")
    return clinic


@pytest.mark.usefixtures("never_asked")
def test_neither_a_patient_nor_a_letter_leaves_the_records_and_it_is_told_at_once(
    keeping: Clinic, tmp_path: Path
) -> None:
    letters = keeping.panel.letters
    keeping.person.press(keeping.panel.tabs.tab_of("letters"))
    keeping.until(lambda: letters.letters.count() == 1)
    tries = (keeping.panel.export.trigger, letters.open.click, letters.save.click)
    keeping.until(letters.open.isEnabled)
    with governed(tmp_path, NOTHING):
        for attempt in tries:
            keeping.person.window.tell("")
            attempt()
            assert keeping.person.window.message is not None
            assert "exports.allowed" in keeping.person.window.message.words.text()
        opened = (ExportDialog, OpenLetterDialog, SaveLetterDialog)
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, opened)]
        # Should the policy be asked no more before it opens, nothing is written all the same.
        dialog = OpenLetterDialog(keeping.desk.keeper, letters._chosen(), letters)  # type: ignore[arg-type]
        dialog._open()
        assert "exports.allowed" in dialog.trouble.text()
        assert keeping.desk.keeper.copies.names == []
        dialog.reject()


@pytest.mark.usefixtures("never_asked")
def test_at_home_nobody_writes_a_name_for_a_file_that_may_not_be_made(
    qapp: QApplication, knowledge: Knowledge, tmp_path: Path
) -> None:
    case = new_case(
        setting="home",
        marks=[{"zone": "groin_crease", "side": "right", "kind": "pain"}],
        answers={"limp": "yes"},
    )
    with governed(tmp_path, NOTHING):
        visitor = open_guide(knowledge, case)
        visitor.guide.current.asked.emit("result")  # type: ignore[union-attr]
        visitor.next()
        page = visitor.page
        assert isinstance(page, HandOverScreen)
        assert "exports.allowed" in visitor.reads()
        assert "Ann at the IT desk" in visitor.reads()
        assert not page.name.isVisible()
        assert not page.plain.isVisible()
        visitor.next()
        assert visitor.kind == "result"
        visitor.close()
    with governed(tmp_path, "[exports]\nallowed = ['json']"):
        page = HandOverScreen(case, visitor.guide.walk.unfinished, knowledge, "patient")
        page.show()
        assert page.plain.isVisible()
        assert not page.name.isVisible()
        page.close()


@pytest.mark.usefixtures("never_asked")
def test_at_home_paper_is_asked_for_as_a_handout_too(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    button = QPushButton()
    qtbot.addWidget(button)
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)

    def make() -> Paper:
        raise AssertionError("nothing is made that may not leave")

    with governed(tmp_path, "[exports]\nallowed = ['print']"):
        menu = offer_printing(button, button, make, told.append, lambda: None)
        menu.actions()[0].trigger()
    assert len(told) == 1
    assert "exports.allowed" in told[0]
