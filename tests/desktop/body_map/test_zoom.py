"""The enlarged map: what is hit, where the buttons are, and what goes on to the page."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.lens import MOST, Lens
from hipmap.desktop.body_map.svg_outlines import Place
from tests.desktop.body_map.desk import Desk

PLACE: Place = ("groin_crease", "right")


def turn_wheel(
    view: FaceView, at: QPointF, notches: int, keys: Qt.KeyboardModifier, pixels: QPoint | None = None
) -> bool:
    """Turns the wheel over a face; tells whether the face used it."""
    event = QWheelEvent(
        at, view.mapToGlobal(at), pixels or QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(view, event)
    return event.isAccepted()


CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def test_the_wheel_enlarges_at_the_pointer_and_the_place_is_still_hit(desk: Desk) -> None:
    front = desk.face("front")
    at = front.point_in(PLACE)
    assert turn_wheel(front, at, 3, CTRL)
    assert front.lens.zoom > 1.5
    assert (front.point_in(PLACE) - at).manhattanLength() < 8
    assert front.place_at(front.point_in(PLACE)) == PLACE
    desk.click(front, PLACE)
    assert desk.intents == [("mark", "groin_crease", "right", "pain")]


def test_the_buttons_follow_the_zones(desk: Desk) -> None:
    front = desk.face("front")
    button = next(one for one in front.buttons() if one.place == PLACE)
    before = button.geometry()
    turn_wheel(front, front.point_in(PLACE), 3, CTRL)
    assert button.geometry().width() > 1.5 * before.width()
    assert button.geometry() == front.outline(PLACE).boundingRect().toAlignedRect()


def test_all_large_faces_are_enlarged_and_the_small_ones_stay_whole(desk: Desk) -> None:
    front, whole = desk.face("front"), desk.face("front", "whole")
    turn_wheel(front, front.point_in(PLACE), 2, CTRL)
    assert {view.lens.zoom for view in desk.panel.area.large_views()} == {front.lens.zoom}
    assert whole.lens.is_fit


def test_a_plain_wheel_always_goes_on_to_the_page(desk: Desk) -> None:
    front = desk.face("front")
    assert not turn_wheel(front, front.point_in(PLACE), 1, PLAIN)
    turn_wheel(front, front.point_in(PLACE), 3, CTRL)
    assert not turn_wheel(front, front.point_in(PLACE), 1, PLAIN)


def test_two_fingers_pan_until_the_edge_and_then_scroll_the_page(desk: Desk) -> None:
    front = desk.face("front")
    turn_wheel(front, front.point_in(PLACE), 3, CTRL)
    middle = QPointF(front.rect().center())
    used = [turn_wheel(front, middle, 0, PLAIN, QPoint(0, 60)) for _ in range(40)]
    assert used[0]
    assert not used[-1]
    assert front.field().top() == pytest.approx(0, abs=1)


def test_keys_enlarge_pan_and_fit(desk: Desk) -> None:
    front = desk.face("front")
    front.go_to(PLACE)
    for _ in range(3):
        QTest.keyClick(front, Qt.Key.Key_Plus)
    assert front.lens.zoom > 1.5
    assert not desk.panel.overlays.zoom.isHidden()
    left = front.field().left()
    QTest.keyClick(front, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert front.field().left() < left
    QTest.keyClick(front, Qt.Key.Key_Minus)
    assert front.lens.zoom < 1.7
    QTest.keyClick(front, Qt.Key.Key_0)
    assert front.lens.is_fit
    assert desk.panel.overlays.zoom.isHidden()


def test_the_keyboard_never_walks_out_of_sight(desk: Desk) -> None:
    front = desk.face("front")
    desk.panel.area.lens.step(4.0)
    for place in front.zones.shown(False):
        front.go_to(place)
        middle = front.outline(place).boundingRect().center()
        assert QRectF(front.rect()).adjusted(-2, -2, 2, 2).contains(middle), place


def test_the_middle_button_drags_the_figure_and_marks_nothing(desk: Desk) -> None:
    front = desk.face("front")
    desk.panel.area.lens.step(2.0)
    top, middle = front.field().top(), front.rect().center()
    QTest.mousePress(front, Qt.MouseButton.MiddleButton, pos=middle)
    QTest.mouseMove(front, middle + QPoint(0, 30))
    QTest.mouseRelease(front, Qt.MouseButton.MiddleButton, pos=middle + QPoint(0, 30))
    assert desk.intents == []
    assert front.field().top() >= top


def test_another_part_of_the_body_is_shown_whole(desk: Desk) -> None:
    desk.panel.area.lens.step(2.0)
    desk.panel.show_part("legs")
    assert all(view.lens.is_fit for view in desk.panel.area.views())
    assert desk.panel.overlays.zoom.isHidden()


def test_the_picture_is_never_larger_than_its_widget(desk: Desk) -> None:
    front = desk.face("front")
    desk.panel.area.lens.step(MOST)
    front.grab()
    picture = front._figure_picture()
    assert picture.width() <= front.width() * picture.devicePixelRatio() + 2 * MOST
    assert picture.height() <= front.height() * picture.devicePixelRatio() + 2 * MOST


def test_a_lens_keeps_its_point_and_leaves_no_gap() -> None:
    fitted, room = QRectF(20, 0, 160, 200), QRectF(0, 0, 200, 200)
    at = QPointF(60, 80)
    lens = Lens().zoomed(3, fitted, room, at)
    field = lens.field(fitted, room)
    assert (at.x() - field.left()) / field.width() == pytest.approx(40 / 160, abs=0.01)
    far = lens.panned(QPointF(9000, -9000), fitted, room).field(fitted, room)
    assert far.left() == 0
    assert far.bottom() == pytest.approx(200, abs=1)
    assert Lens(5).zoomed(2, fitted, room).zoom == MOST
    assert Lens(1.1).zoomed(0.5, fitted, room).is_fit
