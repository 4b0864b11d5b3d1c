"""A clinic changes the template of its SOAP note: checked while it is typed, kept only when it is right."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from hipmap.desktop import chosen_file
from hipmap.desktop.notes import template_dialog
from hipmap.desktop.notes.clinic_template import FILE, text_of_hipmap
from hipmap.desktop.notes.field_words import field_words
from hipmap.desktop.notes.template_dialog import TemplateDialog
from hipmap.desktop.preferences import ShortMemory
from hipmap.desktop.settings.settings_window import SettingsWindow
from hipmap.exchange.soap.fields import FIELDS
from tests.end_to_end.person import Person, wait_until


@pytest.fixture
def folder(person: Person, tmp_path: Path) -> Iterator[Path]:
    """The folder of the settings, as far as this test is concerned."""
    memory = cast("ShortMemory", person.window.preferences._store)
    memory.file = str(tmp_path / "settings" / "window.ini")
    yield tmp_path / "settings"
    memory.file = ""


@pytest.fixture
def dialog(person: Person, folder: Path) -> Iterator[TemplateDialog]:
    person.mark("groin_crease", "right")
    yield opened(person)
    for left in shown():
        left.editor.document().setModified(False)
        left.close()


def shown() -> list[TemplateDialog]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, TemplateDialog) and one.isVisible()]


def opened(person: Person) -> TemplateDialog:
    person.do("note_template")
    wait_until(lambda: bool(shown()))
    return shown()[0]


def write(dialog: TemplateDialog, text: str) -> None:
    """Types a template in the place of the one that is there."""
    dialog.editor.setFocus()
    dialog.editor.selectAll()
    for sign in text:
        if sign == "\n":
            QTest.keyClick(dialog.editor, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(dialog.editor, sign)


def test_every_field_is_listed_with_its_meaning_and_no_other() -> None:
    assert set(field_words()) == set(FIELDS)
    assert all(field_words().values())


def test_it_begins_with_hipmaps_own_and_the_note_of_the_open_case(dialog: TemplateDialog) -> None:
    assert dialog.editor.toPlainText() == text_of_hipmap()
    assert "right inguinal fold" in dialog.preview.toPlainText()
    assert dialog.wrong.text() == ""


def test_most_of_the_room_is_the_templates_and_the_count_takes_none(
    person: Person, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(1366, 728)  # of a small laptop
    monkeypatch.setattr(template_dialog, "first_size", lambda *_wanted: room)
    person.do("scale_200")
    try:
        dialog = opened(person)
        dialog.resize(room)
        QApplication.sendPostedEvents()
        assert dialog.size() == room
        line = dialog.editor.fontMetrics().lineSpacing()
        assert dialog.editor.viewport().height() >= 6 * line
        assert dialog.preview.viewport().height() >= 5 * line
        assert dialog.count.geometry().bottom() < dialog.preview.geometry().top()
        dialog.close()
    finally:
        person.do("scale_100")


def test_what_is_wrong_is_said_with_its_line_while_it_is_typed(dialog: TemplateDialog) -> None:
    write(dialog, "ok\nS: {sits}")
    assert dialog.wrong.text() == "Line 2: there is no field {sits}; did you mean {sites}?"
    chosen = dialog.editor.extraSelections()
    assert [one.cursor.blockNumber() for one in chosen] == [1]
    assert not dialog.keep.isEnabled()
    assert not dialog.preview.isEnabled()
    assert dialog.go.isHidden()  # the cursor is there already
    write(dialog, "S: {sites}")
    assert dialog.wrong.text() == ""
    assert not dialog.editor.extraSelections()
    assert dialog.keep.isEnabled()
    assert dialog.preview.toPlainText().startswith("S: right inguinal fold")


def test_a_button_leads_to_the_wrong_line(dialog: TemplateDialog, person: Person) -> None:
    dialog.editor.setPlainText("ok\nok\nok\n{nonsense}")
    person.press(dialog.go)
    assert dialog.editor.textCursor().blockNumber() == 3
    assert dialog.editor.hasFocus()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x\n" * 26, "26 lines; keep to 25"),
        ("S: \N{CJK UNIFIED IDEOGRAPH-75DB}", "no likeness in plain ASCII"),
    ],
)
def test_too_many_lines_and_strange_signs_are_refused(
    dialog: TemplateDialog, text: str, complaint: str
) -> None:
    dialog.editor.setPlainText(text)
    assert complaint in dialog.wrong.text()
    assert not dialog.keep.isEnabled()


def test_a_field_is_inserted_by_key_and_by_mouse(dialog: TemplateDialog, person: Person) -> None:
    write(dialog, "At ")
    dialog.fields.setFocus()
    row = [*field_words()].index("sites")
    dialog.fields.setCurrentRow(row)
    QTest.keyClick(dialog.fields, Qt.Key.Key_Return)
    assert dialog.editor.toPlainText() == "At {sites}"
    assert dialog.editor.hasFocus()
    person.press(dialog.insert)
    assert dialog.editor.toPlainText() == "At {sites}{sites}"


def test_what_is_used_is_kept_and_written_by(dialog: TemplateDialog, person: Person, folder: Path) -> None:
    write(dialog, "Mine: {sites}")
    person.press(dialog.keep)
    wait_until(lambda: not shown())
    assert (folder / FILE).read_text(encoding="utf-8") == "Mine: {sites}"
    assert "by your template" in person.message()
    person.do("copy_note")
    assert QGuiApplication.clipboard().text().startswith("Mine: right inguinal fold")
    again = opened(person)
    assert again.editor.toPlainText() == "Mine: {sites}"
    person.press(again.reset)
    person.press(again.keep)
    wait_until(lambda: not shown())
    assert not (folder / FILE).exists()


def test_cancel_asks_once_and_keeps_nothing(dialog: TemplateDialog, person: Person, folder: Path) -> None:
    write(dialog, "Mine")
    person.in_dialog(QMessageBox.StandardButton.Cancel)
    QTest.keyClick(dialog.editor, Qt.Key.Key_Escape)
    assert shown()
    person.in_dialog(QMessageBox.StandardButton.Discard)
    person.press(dialog.stay)
    wait_until(lambda: not shown())
    assert not (folder / FILE).exists()


def test_a_damaged_template_is_told_and_stays_until_another_is_used(person: Person, folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"\xff\xfe\x00")
    dialog = opened(person)
    assert "not text in UTF-8" in dialog.wrong.text()
    assert dialog.editor.toPlainText() == text_of_hipmap()
    dialog.close()
    assert (folder / FILE).read_bytes() == b"\xff\xfe\x00"


def test_an_empty_case_is_shown_by_an_example(person: Person, folder: Path) -> None:
    dialog = opened(person)
    assert "An example" in person.reads(dialog)
    assert "Hip joint" in dialog.preview.toPlainText()
    dialog.close()


def test_it_is_loaded_from_a_file_and_saved_to_one(
    dialog: TemplateDialog, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.txt"
    theirs.write_text("Theirs: {sites}", encoding="utf-8")
    monkeypatch.setattr(chosen_file, "file_to_open", lambda *_: str(theirs))
    person.press(dialog.load)
    assert dialog.editor.toPlainText() == "Theirs: {sites}"
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_, **_more: str(theirs))
    write(dialog, "Ours")
    person.in_dialog(QMessageBox.StandardButton.Cancel)
    person.press(dialog.store)
    assert theirs.read_text(encoding="utf-8") == "Theirs: {sites}"
    person.in_dialog(QMessageBox.StandardButton.Yes)
    person.press(dialog.store)
    assert theirs.read_text(encoding="utf-8") == "Ours"


def test_a_folder_that_cannot_be_written_is_told(
    dialog: TemplateDialog, person: Person, folder: Path
) -> None:
    folder.write_text("a file where the folder would be")
    write(dialog, "Mine")
    person.press(dialog.keep)
    assert shown()
    assert "could not be written" in dialog.wrong.text()


def test_the_settings_lead_to_it(person: Person, folder: Path) -> None:
    person.do("settings")
    tops = [one for one in QApplication.topLevelWidgets() if isinstance(one, SettingsWindow)]
    window = next(one for one in tops if one.isVisible())
    window.go_to("consultation")
    person.press(window.template)
    wait_until(lambda: bool(shown()))
    assert not window.isVisible()
    shown()[0].close()
