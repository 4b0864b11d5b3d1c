"""A click on a zone asks for the mark that the tool stands for; the map itself changes nothing."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model.case import Face, Mark, new_case
from tests.desktop.body_map.desk import Desk

PLACES: list[tuple[Face, Place]] = [
    ("front", ("groin_crease", "right")),
    ("front", ("pubic_bone", "midline")),
    ("back", ("si_dimple", "left")),
    ("right", ("trochanter", "right")),
    ("left", ("trochanter", "left")),
]


@pytest.mark.parametrize(("face", "place"), PLACES)
def test_a_click_inside_a_zone_asks_to_mark_it(desk: Desk, face: Face, place: Place) -> None:
    desk.click(desk.face(face), place)
    assert desk.intents == [("mark", *place, "pain")]


def test_three_clicks_go_through_the_cycle(desk: Desk) -> None:
    view, place = desk.face("front"), ("groin_crease", "right")
    states = []
    for _ in range(3):
        desk.click(view, ("groin_crease", "right"))
        states.append([(mark.place == place, mark.worst) for mark in desk.case.marks])
    assert states == [[(True, False)], [(True, True)], []]


@pytest.mark.parametrize("kind", ["pain", "numb", "spread", "none"])
def test_the_tool_says_what_a_click_means(desk: Desk, kind: str) -> None:
    desk.panel.header.tool.button_of(kind).click()
    desk.click(desk.face("front"), ("anterior_thigh_upper", "left"))
    assert desk.intents == [("mark", "anterior_thigh_upper", "left", kind)]


@pytest.mark.parametrize(("key", "kind"), [("1", "pain"), ("2", "numb"), ("3", "spread"), ("4", "none")])
def test_the_digits_choose_the_tool(desk: Desk, key: str, kind: str) -> None:
    desk.panel.header.tool.choose("none" if kind == "pain" else "pain")
    desk.face("front").take_keyboard()
    QTest.keyClicks(desk.panel.focusWidget(), key)
    assert desk.panel.header.kind == kind


def test_above_the_waist_pain_is_something_it_spreads_to(desk: Desk) -> None:
    desk.panel.show_part("whole")
    desk.click(desk.face("front", "whole"), ("chest", "midline"))
    assert desk.intents == [("mark", "chest", "midline", "spread")]


def test_the_saddle_is_there_for_numbness_only(desk: Desk) -> None:
    view, saddle = desk.face("back"), ("saddle", "midline")
    point = view.point_in(("saddle", "midline"))
    assert view.place_at(point) != saddle
    desk.panel.header.tool.button_of("numb").click()
    assert view.place_at(point) == saddle
    desk.click(view, ("saddle", "midline"))
    assert desk.intents == [("mark", "saddle", "midline", "numb")]
    desk.panel.header.tool.button_of("pain").click()
    assert view.place_at(point) != saddle


def test_a_click_just_outside_the_figure_still_counts(desk: Desk) -> None:
    view = desk.face("right")
    box = view.outline(("mid_buttock", "right")).boundingRect()
    edge = next(
        QPointF(x, box.center().y())
        for x in range(int(box.left()) - 1, int(box.right()))
        if view.outline(("mid_buttock", "right")).contains(QPointF(x, box.center().y()))
    )
    assert view.place_at(edge - QPointF(4, 0)) is not None
    assert view.place_at(edge - QPointF(30, 0)) is None


def test_showing_a_case_asks_for_nothing(desk: Desk) -> None:
    marks = [Mark(zone="groin_crease", side="right", worst=True, intensity=6, feel=("deep",))]
    marks += [Mark(zone="calf", side="left", kind="numb"), Mark(zone="sacrum", side="midline", kind="none")]
    desk.panel.show_case(new_case(marks=tuple(marks)), None)
    desk.panel.show_case(new_case(), None)
    desk.panel.set_voice("clinician")
    desk.panel.set_figure("female")
    assert desk.intents == []


def test_pointing_at_a_zone_names_it(desk: Desk) -> None:
    desk.show_marks(Mark(zone="groin_crease", side="right", worst=True, intensity=6))
    view = desk.face("front")
    assert "hurts → worst → off" in desk.panel.header.plate.text()
    # Sent to the face itself: another window of this process may stand over the same place of the screen.
    none, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    at = view.point_in(("groin_crease", "right"))
    move = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), buttons, buttons, none)
    QApplication.sendEvent(view, move)
    assert "Right groin crease" in desk.panel.header.plate.text()
    assert "worst · 6" in desk.panel.header.plate.text()
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    desk.panel.set_voice("clinician")
    assert "Right inguinal fold" in desk.panel.header.plate.text()
