"""One finger points at one spot: by press, by drag or by key, and the pin stands where it was put."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map.figure_files import FaceKey, face_zones
from hipmap.desktop.body_map.pin_place import point_of, shares_of
from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.model import edits
from hipmap.model.body import FACES, FIGURES, Body, FigureKind
from hipmap.model.case import Face, Pin
from tests.desktop.body_map.desk import Desk
from tests.desktop.body_map.hands import across, drag

GROIN: Place = ("groin_crease", "right")


def test_a_press_with_the_finger_puts_the_pin(desk: Desk) -> None:
    desk.panel.header.take_grip("finger")
    view = desk.face("front")
    drag(view, across(view, GROIN))
    pin = desk.case.pin
    assert pin is not None
    assert (pin.zone, pin.side, pin.face) == (*GROIN, "front")
    assert [mark.place for mark in desk.case.marks] == [GROIN], "where one points, it hurts"
    there = point_of("neutral", view.key, pin.at)
    assert (view.on_figure(view.point_in(GROIN)) - there).manhattanLength() < 2
    assert len(desk.intents) == 1


def test_the_pin_may_be_dragged_to_its_spot(desk: Desk) -> None:
    desk.panel.header.take_grip("finger")
    view = desk.face("front")
    drag(view, across(view, ("pubic_bone", "midline"), GROIN))
    assert desk.case.pin is not None
    assert desk.case.pin.zone == "groin_crease"


def test_shift_p_puts_the_pin_on_the_zone_of_the_keyboard_and_takes_it_away(desk: Desk) -> None:
    desk.face("front").go_to(GROIN)
    for expected in (True, False, True):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
        assert (desk.case.pin is not None) == expected


def test_space_points_while_the_finger_is_held(desk: Desk) -> None:
    desk.panel.header.take_grip("finger")
    desk.face("front").go_to(GROIN)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.case.pin is not None


def test_the_pin_shows_on_its_own_face_only(desk: Desk) -> None:
    front, right = desk.face("front"), desk.face("right")
    desk.show(edits.put_pin(desk.case, None))
    bare = front.grab().toImage(), right.grab().toImage()
    pinned = Pin(zone="groin_crease", side="right", face="front", at=(0.4, 0.46))
    desk.show(desk.case.model_copy(update={"pin": pinned}))
    assert front.grab().toImage() != bare[0]
    assert right.grab().toImage() == bare[1]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("face", FACES)
def test_a_pin_stands_on_the_same_skin_in_every_drawing(figure: FigureKind, face: Face) -> None:
    inset, whole = FaceKey(face, "inset"), FaceKey(face, "whole")
    shared = [p for p in face_zones(figure, inset).shown(False) if p in face_zones(figure, whole)]
    hits = 0
    for place in shared:
        at = shares_of(figure, inset, face_zones(figure, inset).inside(place))
        there = point_of(figure, whole, at)
        hits += face_zones(figure, whole).path(place).contains(there)
        back = point_of(figure, inset, at)
        assert (back - face_zones(figure, inset).inside(place)).manhattanLength() < 0.2
    assert hits >= 0.9 * len(shared)


def test_swapping_sides_mirrors_the_pin(desk: Desk) -> None:
    desk.panel.header.take_grip("finger")
    view = desk.face("front")
    drag(view, across(view, GROIN))
    before = view.point_in(("groin_crease", "left"))
    desk.panel.footer.swap.click()
    pin = desk.case.pin
    assert pin is not None
    assert pin.side == "left"
    spot = point_of("neutral", view.key, pin.at)
    assert (view.on_figure(before) - spot).manhattanLength() < 4


def test_the_sentence_tells_the_pin(body: Body) -> None:
    pin = Pin(zone="groin_crease", side="right", face="front", at=(0.4, 0.46))
    assert read_back((), ZoneWords(body), pin) == "One finger: <b>right groin crease</b>."


def test_a_point_outside_the_figure_puts_no_pin(desk: Desk) -> None:
    desk.panel.header.take_grip("finger")
    drag(desk.face("front"), [QPointF(-200, -200)])
    assert desk.intents == []
