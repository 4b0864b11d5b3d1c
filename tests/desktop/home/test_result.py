"""The result in words, ten people and without numbers; the printed page; and what is never shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.marks_picture import faces_for
from hipmap.desktop.home.people_row import people
from hipmap.desktop.home.printed_page import printed_page
from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.desktop.reports.paper_out import PaperOut
from hipmap.exchange.paper.blocks import Document, Notice, Picture
from hipmap.exchange.paper.plain_text import plain_text
from hipmap.model.assessment import Assessment
from hipmap.model.case import NO, Case, Mark, Person, new_case
from hipmap.model.edits import put_answer
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import in_short
from hipmap.reasoning import assess
from hipmap.reasoning.who_is_asked import gates_of, safety_to_ask
from hipmap.report_papers import paper_of
from hipmap.storage.assets import asset
from hipmap.storage.case_files import read_case
from hipmap.storage.library_files import load_library
from tests.desktop.home.visitor import Visitor


@pytest.fixture(scope="module")
def hip(knowledge: Knowledge) -> tuple[Case, Assessment]:
    case = read_case(asset("examples/hip_joint.json"), knowledge)
    return case, assess(case, knowledge)


@pytest.fixture
def result(qapp: QApplication, knowledge: Knowledge, hip: tuple[Case, Assessment]) -> ResultScreen:
    screen = ResultScreen(load_library(knowledge), "GB", True, knowledge, "patient")
    screen.show_case(*hip)
    return screen


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (0.58, 0.83, (6, 8)),
        (0.01, 0.04, (0, 1)),
        (0.96, 0.99, (9, 10)),
        (0.3, 0.3, (3, 3)),
        (0.0, 1.0, (0, 10)),
    ],
)
def test_people_show_the_range_and_never_all_or_none(low: float, high: float, shown: tuple[int, int]) -> None:
    assert people(low, high) == shown


def test_the_headline_names_the_first_origin(result: ResultScreen) -> None:
    assert result.title.text() == "Your pain fits best with the hip joint."
    assert "not a diagnosis" in result.below.text()


def test_something_else_is_always_there_and_the_unlikely_is_folded(result: ResultScreen) -> None:
    shown = [row.origin for row in result.rows.visible_rows()]
    assert shown[0] == "hip_joint"
    assert shown[-1] == "not_covered"
    result.rows.more.click()
    assert len(result.rows.visible_rows()) > len(shown)


def test_without_numbers_the_words_still_stand(result: ResultScreen) -> None:
    first = result.rows.visible_rows()[0]
    assert "people with answers like yours" in first.number.text()
    result.show_numbers(False)
    first = result.rows.visible_rows()[0]
    assert first.number.isHidden()
    assert first.accessibleName() == "Hip joint: very likely"


def test_nothing_known_promises_nothing(qapp: QApplication, knowledge: Knowledge) -> None:
    case = new_case(setting="home")
    screen = ResultScreen(load_library(knowledge), "GB", True, knowledge, "patient")
    screen.show_case(case, assess(case, knowledge))
    assert screen.title.text() == "There is nothing to say yet."
    assert screen.rows.isHidden()


def test_numbers_hidden_in_the_settings_go_from_an_open_result(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.guide._asked("result")
    screen = visitor.page
    assert isinstance(screen, ResultScreen)
    assert not screen.rows.visible_rows()[0].number.isHidden()
    visitor.preferences.hide_numbers = True
    assert visitor.page is screen, "nothing jumps"
    assert screen.rows.visible_rows()[0].number.isHidden()


def test_a_child_is_told_to_see_a_doctor(result: ResultScreen, knowledge: Knowledge) -> None:
    assert result.child_box.isHidden()
    case = new_case(setting="home", person=Person(age=12))
    result.show_case(case, assess(case, knowledge))
    assert not result.child_box.isHidden()


@pytest.mark.parametrize(
    ("zones", "faces"),
    [
        (("groin_crease",), ("front", "back")),
        (("mid_buttock",), ("front", "back")),
        (("trochanter",), ("front", "right")),
        (("trochanter", "mid_buttock"), ("back", "right")),
    ],
)
def test_the_picture_shows_the_faces_on_which_the_marks_are_seen_best(
    zones: tuple[str, ...], faces: tuple[str, ...], knowledge: Knowledge
) -> None:
    marks = [Mark(zone=zone, side="right") for zone in zones]
    assert faces_for(marks, knowledge.body) == faces


def test_numbers_stay_hidden_for_the_next_visit(visitor: Visitor) -> None:
    visitor.guide._asked("result")
    visitor.guide._asked("numbers")
    assert visitor.preferences.hide_numbers


def test_the_printed_page_carries_marks_answers_and_passport(
    qapp: QApplication, knowledge: Knowledge, hip: tuple[Case, Assessment], qtbot: QtBot, tmp_path: Path
) -> None:
    page = printed_page(*hip, "GB", knowledge, "patient", "signs_open")
    words = plain_text(page)
    assert "right groin crease" in words
    assert "Trouble putting on a sock or shoe: yes" in words
    assert "Not validated on patients" in words
    assert hip[1].versions.digest[:16] in words
    assert "Safety questions not answered" in words
    assert [one for one in page.blocks if isinstance(one, Picture)], "the marks are seen"
    parent = QWidget()
    qtbot.addWidget(parent)
    out = PaperOut(parent)
    for name in ("page.pdf", "page.html"):
        out.write(tmp_path / name, paper_of(page))
    qtbot.waitUntil(lambda: not out.is_at_work, timeout=30_000)
    pdf = (tmp_path / "page.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid:part" in pdf, "tagged for who hears it"
    assert "right groin crease" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_says_so(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    out, told = PaperOut(parent), list[str]()
    out.failed.connect(told.append)
    out.write(tmp_path / "no" / "page.html", paper_of(Document("x", (), "", 10)))
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told == ["Nothing was saved: this folder is not there any more. Choose another folder."]


def test_the_page_tells_results_before_the_questions_that_nobody_answered(
    qapp: QApplication, knowledge: Knowledge, hip: tuple[Case, Assessment]
) -> None:
    page = plain_text(printed_page(*hip, "GB", knowledge, "patient", "signs_open"))
    order = [
        "They are listed at the end.", "Where it hurts", "What it fits with", "\nAnswers\n", "not answered"
    ]  # fmt: skip
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Have you ever had cancer, even many years ago?" in page[places[-1] :]
    said = page[page.index("When to get help") : page.index("\nAnswers\n")]
    assert "still open, so we cannot tell yet how urgent this is" in said


def test_on_an_emergency_page_the_call_comes_first(qapp: QApplication, knowledge: Knowledge) -> None:
    case = read_case(asset("examples/emergency.json"), knowledge)
    page = printed_page(case, assess(case, knowledge), "GB", knowledge, "patient", "signs_open")
    first = page.blocks[0]
    assert isinstance(first, Notice)
    assert (first.title, first.tone) == ("Get emergency help now", "urgent")
    assert "Call 999." in first.lead


def test_open_safety_questions_can_be_answered_from_where_they_are_first_told(result: ResultScreen) -> None:
    asked: list[str] = []
    result.asked.connect(asked.append)
    first, second = (b for b in result.findChildren(HomeButton) if b.text() == "Answer them now")
    for button in (first, second):
        button.click()
    assert asked == ["safety", "safety"]


def test_no_reason_asks_anything(result: ResultScreen) -> None:
    lines = [line.text() for line in result.why.findChildren(QLabel)]
    assert any("<b>10 degrees, on the right</b>" in line for line in lines)
    assert [line for line in lines if "?" in line] == []


def test_a_yes_is_to_be_told_also_beside_a_warning_that_can_wait(
    qapp: QApplication, knowledge: Knowledge, result: ResultScreen
) -> None:
    case = new_case(
        setting="home",
        person={"age": 50, "sex": "male"},
        marks=[Mark(zone="lumbar_midline", side="midline", kind="pain")],
        answers={"cannot_bear_weight": "yes", "groin_lump": "yes"},
    )
    seen = assess(case, knowledge, ranges=False, proposals=False)
    assert seen.urgency.tier == "routine"
    result.show_case(case, seen)
    words = " ".join(one.text() for one in result.findChildren(QLabel) if one.isVisibleTo(result))
    told = in_short(knowledge.finding_by_id["cannot_bear_weight"], "patient")
    assert f"You answered yes to this too; tell your clinician: • {told}" in words
    notice = printed_page(case, seen, "GB", knowledge, "patient", "clear").blocks[0]
    assert isinstance(notice, Notice)
    assert f"Answered yes: {told}." in notice.lines


def test_a_yes_that_raises_nothing_is_to_be_told_to_a_clinician(
    qapp: QApplication, knowledge: Knowledge, result: ResultScreen
) -> None:
    case = new_case(setting="home", person={"age": 50, "sex": "female"}, answers={"recent_infection": "yes"})
    for finding in safety_to_ask(case, knowledge.findings, gates_of(knowledge).shut_for(case.person)):
        if finding.id not in case.answers:
            case = put_answer(case, finding.id, NO)
    seen = assess(case, knowledge, ranges=False, proposals=False)
    assert seen.urgency.tier == "none_found"
    result.show_case(case, seen)
    words = " ".join(one.text() for one in result.findChildren(QLabel) if one.isVisibleTo(result))
    told = in_short(knowledge.finding_by_id["recent_infection"], "patient")
    assert "1 answered yes, no warning raised" in words
    assert f"Tell your clinician what you answered yes: • {told}" in words
    assert "What you told us so far raised no warning" not in words
    buttons = [one.text() for one in result.findChildren(HomeButton) if one.isVisibleTo(result)]
    assert "Answer them now" not in buttons
    page = printed_page(case, seen, "GB", knowledge, "patient", "clear")
    notice = page.blocks[0]
    assert isinstance(notice, Notice)
    assert (notice.title, notice.tone) == ("1 answered yes, no warning raised", "soon")
    assert any(line == f"Answered yes: {told}." for line in notice.lines)
