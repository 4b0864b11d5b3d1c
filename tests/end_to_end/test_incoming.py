"""A file in FHIR is looked at before it is opened; a hostile or broken one changes nothing; so do drops."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from hipmap.desktop import chosen_file
from hipmap.desktop.incoming.incoming_dialog import IncomingDialog
from hipmap.exchange.fhir.bundle import bundle_text
from hipmap.exchange.fhir.codes import QUESTIONNAIRE
from hipmap.exchange.report import Details, Report
from hipmap.model.case import Case, new_case
from hipmap.storage.case_files import case_text, write_case
from tests.end_to_end.person import Person, wait_until
from tests.exchange.reports import RICH
from tests.remembered import assess

Json = dict[str, Any]


def bundle(person: Person, case: Case, path: Path) -> Path:
    knowledge = person.session.knowledge
    report = Report(case, assess(case, knowledge), knowledge, Details(day="2026-11-22", name="Ada Lindqvist"))
    path.write_text(bundle_text(report), encoding="utf-8")
    return path


def response(path: Path, *items: Json, version: str = "", status: str = "completed") -> Path:
    whole = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{QUESTIONNAIRE}{version}",
        "status": status,
        "item": list(items),
    }
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def chosen(link: str, code: str) -> Json:
    return {"linkId": link, "answer": [{"valueCoding": {"code": code}}]}


@pytest.fixture(autouse=True)
def nothing_stays_open() -> Iterator[None]:
    yield
    for left in shown():
        left.close()


def shown() -> list[IncomingDialog]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, IncomingDialog) and one.isVisible()]


def ask_open(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen_file, "file_to_open", lambda *_: str(path))
    person.do("open")


def test_a_bundle_of_hipmap_is_shown_and_then_gives_the_same_case(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = new_case(**RICH)
    before = person.case
    ask_open(person, bundle(person, case, tmp_path / "from_surgery.json"), monkeypatch)
    dialog = shown()[0]
    words = person.reads(dialog)
    assert dialog.windowTitle() == "Open “from_surgery.json”?"
    assert "may be missing" not in words
    assert "look through the answers" not in words
    assert f"Answers\n{len(case.answers)}" in words
    assert f"Marks on the body map\n{len(case.marks)}" in words
    assert "RiskAssessment 1" in words
    assert "knowledge" in words
    assert "Ada" not in words
    assert person.case == before
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    wait_until(lambda: not shown())
    assert person.case == case
    assert case_text(person.case) == case_text(case)
    assert person.document.path is None


def test_cancel_changes_nothing(person: Person, tmp_path: Path) -> None:
    person.mark("groin_crease", "right")
    before = person.case
    person.open(bundle(person, new_case(**RICH), tmp_path / "in.json"))
    QTest.keyClick(shown()[0], Qt.Key.Key_Escape)
    wait_until(lambda: not shown())
    assert person.case == before


def test_what_is_not_understood_is_named_and_left_out(person: Person, tmp_path: Path) -> None:
    path = response(
        tmp_path / "other.json", chosen("limp", "yes"), chosen("horoscope", "leo"), version="|2031.4"
    )
    person.open(path)
    words = person.reads(shown()[0])
    assert "Left out, because hipmap does not know it: 1." in words
    assert '"horoscope"' in words
    assert "2031.4" in words
    assert "not told" in words
    person.press(shown()[0].do)
    assert list(person.case.answers) == ["limp"]


@pytest.mark.parametrize(
    ("status", "caution"),
    [("in-progress", "has not finished: answers may be missing"), ("stopped", "stopped before the end")],
)
def test_what_is_not_finished_or_of_another_version_is_said_before_it_is_opened(
    person: Person, tmp_path: Path, status: str, caution: str
) -> None:
    person.open(response(tmp_path / "half.json", chosen("limp", "yes"), version="|2031.4", status=status))
    words = person.reads(shown()[0])
    assert caution in words
    assert "another version of the questions: look through the answers" in words
    person.press(shown()[0].do)
    assert list(person.case.answers) == ["limp"]


def test_what_was_withdrawn_is_not_even_shown(person: Person, tmp_path: Path) -> None:
    before = person.case
    person.open(response(tmp_path / "wrong.json", chosen("limp", "yes"), status="entered-in-error"))
    assert not shown()
    assert "entered in error" in person.message()
    assert "Nothing was changed" in person.message()
    assert person.case == before


def test_work_that_is_not_saved_is_asked_about_first(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.mark("groin_crease", "right")
    before = person.case
    path = response(tmp_path / "other.json", chosen("limp", "yes"))
    person.in_dialog(QMessageBox.StandardButton.Cancel)
    ask_open(person, path, monkeypatch)
    assert not shown()
    assert person.case == before
    person.in_dialog(QMessageBox.StandardButton.Discard)
    ask_open(person, path, monkeypatch)
    assert shown()


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><Bundle xmlns="http://hl7.org/fhir">&b;</Bundle>'
NESTED = '{"resourceType": ' + "[" * 5000 + "]" * 5000 + "}"
HOSTILE = {
    "entities": (BOMB, "this is XML, which is not read"),
    "nested": (NESTED, "nested deeper"),
    "broken": ('{"resourceType": "Bundle", ', "not valid JSON"),
    "another": ('{"resourceType": "Patient"}', "no Bundle and no QuestionnaireResponse"),
    "empty": ('{"resourceType": "Bundle", "type": "collection"}', "holds 0 responses"),
    "twice": ('{"resourceType": "Bundle", "resourceType": "Patient"}', "a key stands twice"),
}


@pytest.mark.parametrize(("text", "complaint"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_and_broken_files_are_refused(
    person: Person, tmp_path: Path, text: str, complaint: str
) -> None:
    person.mark("groin_crease", "right")
    before = person.case
    path = tmp_path / "in.json"
    path.write_text(text, encoding="utf-8")
    assert not person.open(path)
    assert not shown()
    assert person.message().startswith("in.json: ")
    assert complaint in person.message()
    assert "Nothing was changed" in person.message()
    assert person.case == before


def test_a_response_that_brings_nothing_is_told(person: Person, tmp_path: Path) -> None:
    person.open(response(tmp_path / "in.json", chosen("horoscope", "leo")))
    assert not shown()
    assert "no mark and no answer that hipmap knows" in person.message()


# ---- dropped


def drop(person: Person, *paths: Path) -> bool:
    """Drops files onto the middle of the window; whether the window took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, window = QPoint(600, 400), person.window
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(where, *how)
    QApplication.sendEvent(window, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(where.toPointF(), *how))
    person.settle()
    return True


def test_a_case_file_that_is_dropped_is_opened(person: Person, tmp_path: Path) -> None:
    case = new_case(**RICH)
    write_case(tmp_path / "case.json", case)
    assert drop(person, tmp_path / "case.json")
    assert person.case == case
    assert (tmp_path / "case.json").exists()


def test_a_bundle_that_is_dropped_is_shown_first(person: Person, tmp_path: Path) -> None:
    assert drop(person, response(tmp_path / "other.json", chosen("limp", "yes")))
    assert shown()
    assert not person.case.answers


def test_a_drop_asks_about_work_that_is_not_saved(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.mark("groin_crease", "right")
    before = person.case
    write_case(tmp_path / "case.json", new_case(**RICH))
    asked: list[bool] = []

    def stay() -> bool:
        asked.append(True)
        return False

    monkeypatch.setattr(person.document, "may_leave", stay)
    assert drop(person, tmp_path / "case.json")
    assert asked == [True]
    assert person.case == before


def test_two_files_at_once_are_not_taken(person: Person, tmp_path: Path) -> None:
    assert not drop(person, tmp_path / "one.json", tmp_path / "two.json")
