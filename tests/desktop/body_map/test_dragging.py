"""Drags across zones, arrows between them, and the things that a hand does by mistake."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model import case as model
from hipmap.model.case import Mark
from tests.desktop.body_map.desk import Desk
from tests.desktop.body_map.hands import LEFT, across, begin, drag, middle

# A popup on the display that tests use says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

RIGHT_GROIN: Place = ("groin_crease", "right")
PUBIS: Place = ("pubic_bone", "midline")
LEFT_GROIN: Place = ("groin_crease", "left")
THIGH: Place = ("anterior_thigh_upper", "right")


def places(desk: Desk) -> list[Place]:
    return [mark.place for mark in desk.case.marks]


def test_a_drag_marks_every_zone_that_it_passes_in_one_step(desk: Desk) -> None:
    view = desk.face("front")
    drag(view, across(view, RIGHT_GROIN, LEFT_GROIN))
    assert places(desk)[0] == RIGHT_GROIN
    assert {RIGHT_GROIN, PUBIS, LEFT_GROIN} <= set(places(desk)), "a fast hand jumps over none"
    assert len(desk.intents) == 1
    assert not any(mark.worst for mark in desk.case.marks)


def test_a_drag_from_a_marked_zone_marks_the_others_and_leaves_it(desk: Desk) -> None:
    worst = Mark(zone="groin_crease", side="right", worst=True, intensity=8)
    desk.show_marks(worst)
    view = desk.face("front")
    drag(view, across(view, RIGHT_GROIN, THIGH))
    assert desk.case.marks[0] == worst
    assert THIGH in places(desk)


def test_a_drag_with_a_modifier_or_the_eraser_takes_marks_off(desk: Desk) -> None:
    marks = [Mark(zone=zone, side=side) for zone, side in (RIGHT_GROIN, PUBIS, LEFT_GROIN)]
    view = desk.face("front")
    desk.show_marks(*marks)
    drag(view, across(view, RIGHT_GROIN, LEFT_GROIN), Qt.KeyboardModifier.ControlModifier)
    assert desk.case.marks == ()
    assert len(desk.intents) == 1
    desk.show_marks(marks[0])
    drag(view, across(view, RIGHT_GROIN), Qt.KeyboardModifier.AltModifier)
    assert desk.case.marks == ()


def test_the_drag_is_seen_before_it_ends_and_escape_forgets_it(desk: Desk) -> None:
    view = desk.face("front")
    view.go_to(RIGHT_GROIN)
    bare = view.grab().toImage()
    begin(view, across(view, RIGHT_GROIN, THIGH))
    assert view.grab().toImage() != bare
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=middle(view, THIGH))
    assert desk.intents == []


def test_a_press_that_leaves_the_figure_marks_nothing(desk: Desk) -> None:
    view = desk.face("back")
    start = middle(view, ("lumbar_midline", "midline"))
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseRelease(view, LEFT, pos=start - QPoint(0, 300))
    assert desk.intents == []


# ---------------------------------------------------------------- arrows


def test_an_arrow_says_from_where_pain_spreads(desk: Desk) -> None:
    start = Mark(zone="groin_crease", side="right", worst=True)
    desk.show_marks(start)
    desk.panel.header.tool.button_of("spread").click()
    view = desk.face("front")
    drag(view, across(view, RIGHT_GROIN, THIGH))
    source = model.Place(zone="groin_crease", side="right")
    assert desk.case.marks == (
        start,
        Mark(zone="anterior_thigh_upper", side="right", kind="spread", spreads_from=source),
    )
    assert len(desk.intents) == 1


def test_an_arrow_may_end_on_another_face(desk: Desk) -> None:
    desk.show_marks(Mark(zone="lumbar_paraspinal", side="right"))
    desk.panel.header.tool.button_of("spread").click()
    back, front = desk.face("back"), desk.face("front")
    end = back.mapFromGlobal(front.mapToGlobal(front.point_in(RIGHT_GROIN)))
    drag(back, [back.point_in(("lumbar_paraspinal", "right")), end])
    arrow = desk.case.marks[-1]
    assert arrow.place == RIGHT_GROIN
    assert arrow.spreads_from == model.Place(zone="lumbar_paraspinal", side="right")


def test_an_arrow_from_an_unmarked_place_says_that_it_hurts_there(desk: Desk) -> None:
    desk.panel.header.tool.button_of("spread").click()
    view = desk.face("front")
    drag(view, across(view, RIGHT_GROIN, THIGH))
    assert [(mark.place, mark.kind) for mark in desk.case.marks] == [(RIGHT_GROIN, "pain"), (THIGH, "spread")]


def test_an_arrow_into_nothing_is_none(desk: Desk) -> None:
    desk.panel.header.tool.button_of("spread").click()
    view = desk.face("front")
    drag(view, [view.point_in(RIGHT_GROIN), QPointF(-900, -900)])
    assert desk.intents == []


def test_the_arrow_is_drawn_between_its_places(desk: Desk) -> None:
    start = Mark(zone="groin_crease", side="right")
    spread = Mark(zone="anterior_thigh_upper", side="right", kind="spread")
    desk.show_marks(start, spread)
    view = desk.face("front")
    without = view.grab().toImage()
    source = model.Place(zone="groin_crease", side="right")
    desk.show_marks(start, spread.model_copy(update={"spreads_from": source}))
    assert view.grab().toImage() != without


# ---------------------------------------------------------------- slips of the hand


def double_click(view: FaceView, first: QPoint, second: QPoint) -> None:
    """Sends what a display sends: the second press comes as a double click, and a release follows it."""
    QTest.mouseClick(view, LEFT, pos=first)
    QTest.mouseDClick(view, LEFT, pos=second)
    QTest.mouseRelease(view, LEFT, pos=second)


@pytest.mark.parametrize("kind", ["pain", "numb", "spread", "none"])
def test_a_double_click_on_a_zone_is_one_click(desk: Desk, kind: str) -> None:
    view = desk.face("front")
    desk.panel.header.tool.button_of(kind).click()
    double_click(view, middle(view, RIGHT_GROIN), middle(view, RIGHT_GROIN))
    (mark,) = desk.case.marks
    assert (mark.place, mark.kind, mark.worst) == (RIGHT_GROIN, kind, False)
    assert len(desk.intents) == 1
    QTest.mouseClick(view, LEFT, pos=middle(view, RIGHT_GROIN))
    assert len(desk.intents) == 2


def test_a_double_click_over_two_zones_marks_both(desk: Desk) -> None:
    view = desk.face("front")
    double_click(view, middle(view, RIGHT_GROIN), middle(view, THIGH))
    assert set(places(desk)) == {RIGHT_GROIN, THIGH}


def test_a_second_quick_press_may_still_become_an_arrow(desk: Desk) -> None:
    view = desk.face("front")
    desk.panel.header.tool.button_of("spread").click()
    QTest.mouseClick(view, LEFT, pos=middle(view, RIGHT_GROIN))
    QTest.mouseDClick(view, LEFT, pos=middle(view, RIGHT_GROIN))
    QTest.mouseMove(view, middle(view, THIGH))
    QTest.mouseRelease(view, LEFT, pos=middle(view, THIGH))
    assert any(mark.spreads_from is not None for mark in desk.case.marks)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_held_down_marks_once(desk: Desk, key: Qt.Key) -> None:
    view = desk.face("front")
    view.go_to(RIGHT_GROIN)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyPress(focused, key)
    marked = desk.case
    for _ in range(5):
        again = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(focused, again)
    QTest.keyRelease(focused, key)
    assert desk.case == marked
    assert len(marked.marks) == 1
    card = desk.panel.card()
    if card is not None:
        card.close()


def test_a_tap_on_a_touch_screen_marks(desk: Desk) -> None:
    view = desk.face("front")
    device = QTest.createTouchDevice()
    point = middle(view, RIGHT_GROIN)
    QTest.touchEvent(view, device).press(0, point, view).commit()
    QTest.touchEvent(view, device).release(0, point, view).commit()
    assert places(desk) == [RIGHT_GROIN]


def test_a_release_that_was_lost_leaves_nothing_half_done(desk: Desk) -> None:
    view = desk.face("front")
    begin(view, across(view, RIGHT_GROIN, THIGH))
    view.hide()
    view.show()
    QTest.mouseMove(view, middle(view, PUBIS))
    QTest.mouseRelease(view, LEFT, pos=middle(view, PUBIS))
    assert desk.intents == []
