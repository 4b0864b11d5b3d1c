"""Large targets: zones that lie together are pressed as one, and only real zones are ever marked."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.figure_files import FACE_KEYS, face_zones
from hipmap.desktop.body_map.large_targets import LEAST, SMALLEST, Target, target_of
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.target_popup import TargetPopup
from hipmap.model.body import FACES, FIGURES, Body, FigureKind
from hipmap.model.case import Mark
from tests.desktop.body_map.desk import Desk

# A popup on the display that tests use says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SCREEN = QTest.createTouchDevice()
BUTTOCK: Place = ("mid_buttock", "right")
SACRUM: Place = ("sacrum", "midline")
DIMPLE: Place = ("si_dimple", "right")
PUBIS: Place = ("pubic_bone", "midline")
THIGH: Place = ("anterior_thigh_upper", "left")


def press(desk: Desk) -> TargetPopup:
    desk.panel.show_large_targets(True)
    desk.click(desk.face("back"), ("mid_buttock", "right"))
    popup = desk.panel.targets.popup
    assert popup is not None
    assert popup.isVisible()
    return popup


def test_the_buttock_is_asked_about_and_the_real_zone_is_marked(desk: Desk) -> None:
    popup = press(desk)
    assert desk.intents == [], "nothing is marked before it is known where"
    assert popup.accessibleName() == "Buttock, right"
    assert [choice.place[0] for choice in popup.choices()] == [
        "upper_buttock",
        "mid_buttock",
        "lower_buttock",
    ]
    assert all(choice.height() >= LEAST and choice.width() >= LEAST for choice in popup.choices())
    popup.choices()[2].click()
    assert desk.intents == [("mark", "lower_buttock", "right", "pain")]
    assert not popup.isVisible()


def test_the_question_is_answered_by_keyboard_and_left_by_escape(desk: Desk) -> None:
    popup = press(desk)
    focused = QApplication.focusWidget()
    assert focused is popup.choices()[0]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.intents == [("mark", "upper_buttock", "right", "pain")]
    popup = press(desk)
    assert popup.choices()[0].accessibleDescription() == "hurts"
    assert popup.choices()[0].isChecked()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert len(desk.intents) == 1


def test_the_menu_turns_large_targets_on_and_off(desk: Desk) -> None:
    heard: list[bool] = []
    desk.panel.large_targets_chosen.connect(heard.append)
    desk.panel.header.large_targets.trigger()
    assert heard == [True]
    desk.panel.show_large_targets(False)
    assert heard == [True], "showing a setting asks for nothing"
    desk.click(desk.face("back"), ("mid_buttock", "right"))
    assert desk.intents == [("mark", *BUTTOCK, "pain")]


def test_a_small_figure_leads_to_the_part_that_shows_the_place_larger(desk: Desk) -> None:
    desk.panel.show_large_targets(True)
    small = desk.face("front", "whole")
    desk.click(small, ("shin", "right"))
    assert desk.intents == []
    assert desk.face("front", "legs").isVisible()


@pytest.mark.parametrize("figure", FIGURES)
def test_every_place_belongs_to_one_target_of_real_places(figure: FigureKind, body: Body) -> None:
    for key in FACE_KEYS:
        zones = face_zones(figure, key)
        for place in zones.shown(False):
            target = target_of(place, zones)
            assert place in target.places
            assert all(target_of(other, zones) == target for other in target.places)
            assert {zone for zone, _ in target.places} <= set(body.by_id)


def test_every_target_of_the_inset_is_44_pixels_or_padded_to_it(desk: Desk) -> None:
    """On the face that shows it largest, at the size of the map in a window of 1366x768."""
    desk.panel.resize(598, 692)
    found: dict[tuple[str, ...], tuple[float, FaceView, Target]] = {}
    for face in FACES:
        view = desk.face(face)
        for target in {target_of(place, view.zones) for place in view.zones.shown(False)}:
            side = target.places[0][1] if len({s for _, s in target.places}) == 1 else "both"
            box = view.box_of(target)
            size = min(box.width(), box.height())
            name = (target.group or target.places[0][0], side)
            if name not in found or size > found[name][0]:
                found[name] = size, view, target
    slivers = {name for name, (size, _, _) in found.items() if size < SMALLEST}
    whole_from_behind = {(g, side) for g in ("low_back", "base_of_spine") for side in ("right", "left")}
    assert slivers <= whole_from_behind
    for size, view, target in found.values():
        if SMALLEST <= size < LEAST and view.box_of(target).width() < LEAST:
            row = view.point_in(target.places[0])
            outline = view.outline(target.places[0])
            edge = next(x for x in range(int(row.x()), -50, -1) if not outline.contains(QPointF(x, row.y())))
            padding = (LEAST - view.box_of(target).width()) / 2
            assert view.target_at(QPointF(edge - padding + 1.5, row.y())) == target


def test_the_keyboard_still_goes_zone_by_zone(desk: Desk) -> None:
    desk.panel.show_large_targets(True)
    desk.face("back").go_to(BUTTOCK)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.case.marks == (Mark(zone="mid_buttock", side="right"),)


def touch(view: FaceView, point: QPoint) -> None:
    """Presses with one finger."""
    QTest.touchEvent(view, SCREEN).press(0, point, view).commit()
    QTest.touchEvent(view, SCREEN).release(0, point, view).commit()
    QApplication.processEvents()


def between(view: FaceView, one: Place, other: Place) -> QPoint:
    """A point of the first place that hardly lies off the second."""
    start, end = view.point_in(one), view.point_in(other)
    steps = (start + (end - start) * (step / 200) for step in range(200))
    return [point for point in steps if view.place_at(point) == one][-2].toPoint()


def test_a_finger_between_small_zones_is_asked_which_it_means(desk: Desk) -> None:
    desk.panel.resize(598, 692)
    view = desk.face("back")
    point = between(view, SACRUM, DIMPLE)
    touch(view, point)
    popup = desk.panel.targets.popup
    assert popup is not None
    assert popup.isVisible()
    assert desk.intents == []
    assert {SACRUM, DIMPLE} <= {choice.place for choice in popup.choices()}
    next(choice for choice in popup.choices() if choice.place == DIMPLE).click()
    assert desk.intents == [("mark", "si_dimple", "right", "pain")]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    assert desk.intents[-1] == ("mark", "sacrum", "midline", "pain"), "the pointer of a mouse is exact"


def test_a_finger_well_inside_a_zone_is_not_asked(desk: Desk) -> None:
    desk.panel.resize(598, 692)
    for place in (PUBIS, THIGH):
        touch(desk.face("front"), desk.face("front").point_in(place).toPoint())
        assert desk.intents[-1] == ("mark", *place, "pain")
