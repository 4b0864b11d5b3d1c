"""Everyday words: asked about with pictures, compared with the map, and never in the way."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.map_edits import listen_to_map
from hipmap.desktop.body_map.own_words_question import OwnWords
from hipmap.desktop.body_map.picture_question import PictureQuestion
from hipmap.desktop.body_map.zone_crop import best_face, place_picture
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.look import look
from hipmap.model.assessment import Assessment
from hipmap.model.body import Body
from hipmap.model.case import Case, Mark, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.assess import assess
from tests.case_builders import own_knowledge
from tests.desktop.body_map.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture(scope="module")
def empty(knowledge: Knowledge) -> Assessment:
    return assess(new_case(), knowledge, ranges=False)


class Table:
    """A panel joined to a session that assesses nothing."""

    def __init__(self, panel: BodyMapPanel, knowledge: Knowledge, empty: Assessment) -> None:
        self.panel = panel
        self.session = CaseSession(knowledge, lambda *_args, **_more: empty, new_case(), panel)
        listen_to_map(panel, self.session)
        self.session.changed.connect(panel.show_case)
        self.session.refresh()

    @property
    def question(self) -> PictureQuestion:
        found = self.panel.words_asked.question
        assert found is not None
        return found

    def begin(self, case: Case) -> None:
        self.session.open_case(case)

    def places(self) -> list[tuple[str, str]]:
        return [mark.place for mark in self.session.case.marks]


@pytest.fixture
def table(desk: Desk, knowledge: Knowledge, empty: Assessment) -> Table:
    desk.panel.disconnect(desk.panel)
    return Table(desk.panel, knowledge, empty)


def say(table: Table, words: str) -> PictureQuestion:
    field = table.panel.footer.field
    field.setFocus()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return table.question


def test_a_word_for_several_places_asks_and_marks_nothing_before(table: Table) -> None:
    question = say(table, "hip")
    assert question.isVisible()
    assert "hip" in question.accessibleName()
    assert table.places() == []
    assert not any(choice.isEnabled() for choice in question.choices)  # no side has been said
    question.close()
    assert table.places() == []


def test_a_side_and_a_picture_answer_by_keyboard_as_one_step(table: Table) -> None:
    question = say(table, "left hip")
    assert question.focusWidget() is question.choices[0]
    QTest.keyClick(question, Qt.Key.Key_Right)
    QTest.keyClick(question.focusWidget(), Qt.Key.Key_Return)
    assert table.places() == [("groin_crease", "left")]
    assert not question.isVisible()
    table.session.undo_stack.undo()
    assert table.places() == []


def test_the_hand_laid_round_the_hip_marks_three_places_at_once(table: Table) -> None:
    question = say(table, "right C-shaped hand")
    question.endings["all"].click()
    assert set(table.places()) == {(z, "right") for z in ("mid_buttock", "trochanter", "groin_crease")}
    table.session.undo_stack.undo()
    assert table.places() == []


def test_the_side_of_the_marks_is_offered(table: Table) -> None:
    table.begin(new_case(marks=[Mark(zone="calf", side="left")]))
    question = say(table, "back pocket")
    assert all(choice.isEnabled() for choice in question.choices)
    question.choices[1].click()
    assert ("mid_buttock", "left") in table.places()


def test_a_place_by_its_own_name_is_marked_without_a_question(table: Table) -> None:
    field = table.panel.footer.field
    QTest.keyClicks(field, "left outer hip")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert table.places() == [("trochanter", "left")]


BACK = new_case(own_words=["hip"], marks=[Mark(zone="lumbar_midline", side="midline")])


def differ(table: Table) -> PictureQuestion:
    table.begin(BACK)
    table.panel.footer.own_words.click()
    return table.question


def test_words_that_do_not_fit_the_map_are_asked_about_when_pressed(table: Table) -> None:
    question = differ(table)
    assert question.isVisible()
    assert "hip" in question.accessibleName()
    assert "low back" in question.accessibleName()
    question.close()
    assert table.session.case == BACK


@pytest.mark.parametrize(
    ("wide", "told"), [(598, "Words differ from the map"), (510, "Differs from map"), (340, "hip")]
)
def test_the_foot_says_in_words_that_words_and_map_differ(table: Table, wide: int, told: str) -> None:
    table.panel.resize(wide, 640)
    table.begin(BACK)
    button = table.panel.footer.own_words
    assert button.text() == told
    assert button.accessibleName() == button.toolTip() == "The words do not fit the map: which is it?"
    assert button.accessibleDescription() == "hip"
    table.begin(new_case(own_words=["hip"]))
    assert button.text() == "hip"


def test_both_hurt_adds_what_was_meant(table: Table) -> None:
    question = differ(table)
    assert question.strip is not None
    question.strip.button_of("right").click()
    question.choices[0].click()
    question.endings["both"].click()
    assert table.places() == [("lumbar_midline", "midline"), ("trochanter", "right")]
    assert table.panel.words_asked.differing() == ()


def test_only_there_replaces_what_was_marked_as_one_step(table: Table) -> None:
    question = differ(table)
    assert question.strip is not None
    question.strip.button_of("both").click()
    question.choices[1].click()
    question.endings["instead"].click()
    assert table.places() == [("groin_crease", "right"), ("groin_crease", "left")]
    table.session.undo_stack.undo()
    assert table.session.case == BACK


def test_the_map_is_right_drops_the_word(table: Table) -> None:
    question = differ(table)
    assert not question.endings["both"].isEnabled()
    question.endings["map"].click()
    assert table.session.case == new_case(marks=BACK.marks)


def test_chips_tell_the_words_and_the_case_decides(qtbot: QtBot, body: Body) -> None:
    words = OwnWords(body, "patient", large=True)
    qtbot.addWidget(words)
    told: list[tuple[str, ...]] = []
    words.words_chosen.connect(told.append)
    words.show_words(("groin",))
    assert [chip.word for chip in words.chips if chip.isChecked()] == ["groin"]
    words.chip_of("hip").click()
    assert told == [("groin", "hip")]
    assert not words.chip_of("hip").isChecked()
    words.chip_of("groin").click()
    assert told[-1] == ()
    assert min(chip.sizeHint().height() for chip in words.chips) >= 44


def test_chips_fill_as_many_lines_as_they_need(qtbot: QtBot, body: Body) -> None:
    words = OwnWords(body, "patient")
    qtbot.addWidget(words)
    words.resize(300, words.heightForWidth(300))
    words.show()
    boxes = [chip.geometry() for chip in words.chips]
    assert all(box.right() <= 300 for box in boxes)
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])


def test_the_words_of_the_foot_are_chosen_undone_and_not_told_in_the_history(table: Table) -> None:
    button = table.panel.footer.own_words
    button.click()
    popup = button.popup()
    assert popup is not None
    popup.words.chip_of("groin").click()
    assert table.session.case.own_words == ("groin",)
    assert "groin" in button.text()
    assert "groin" not in table.session.undo_stack.undoText().lower()
    popup.close()
    table.session.undo_stack.undo()
    assert not table.session.case.own_words


@pytest.mark.parametrize("word", ["hip", "thigh", "knee", "low_back"])
def test_every_reading_has_a_picture_of_its_own(body: Body, word: str) -> None:
    pictures = []
    for reading in body.own_word_by_id[word].readings:
        places = [(z, "midline" if body.by_id[z].midline else "right") for z in reading.zones]
        picture = place_picture(places, body, "neutral", QSize(80, 60), 1.0, look().theme)  # type: ignore[arg-type]
        assert picture.size() == QSize(80, 60)
        pictures.append(picture.toImage())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_a_picture_shows_the_side_that_is_meant(body: Body) -> None:
    assert best_face([("trochanter", "left")], body, "neutral").face == "left"
    assert best_face([("knee_back", "right")], body, "neutral") == ("back", "whole")


def test_nothing_of_the_question_is_cut_off(table: Table) -> None:
    question = say(table, "hip")
    for button in question.findChildren(QPushButton):
        assert question.rect().contains(button.geometry())
    for choice in question.choices:
        assert question.rect().contains(choice.geometry())
        assert choice.height() >= 44
    question.close()
