"""The result in words, ten people and without numbers; the printed page; and what is never shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.home.marks_picture import faces_for
from hipmap.desktop.home.people_row import people
from hipmap.desktop.home.printed_page import printed_page
from hipmap.desktop.home.printing import write_page
from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Mark, Person, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
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
    qapp: QApplication, knowledge: Knowledge, hip: tuple[Case, Assessment], tmp_path: Path
) -> None:
    page = printed_page(*hip, "GB", knowledge, "patient")
    assert "right groin crease" in page
    assert "data:image/png;base64," in page
    assert "Is it painful or hard to put a sock or shoe on that foot? yes" in page
    assert "Not validated on patients" in page
    assert hip[1].versions.digest[:16] in page
    assert "Safety questions not answered" in page
    write_page(page, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    write_page(page, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page


def test_a_page_that_cannot_be_written_says_so(
    qapp: QApplication, knowledge: Knowledge, hip: tuple[Case, Assessment], tmp_path: Path
) -> None:
    with pytest.raises(OSError, match=r"page\.pdf"):
        write_page("<p>x</p>", tmp_path / "no" / "page.pdf")
