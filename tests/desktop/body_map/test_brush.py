"""A stroke of the brush becomes the covered part of each zone; the eraser takes it off again."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from hipmap.desktop.body_map.figure_files import FACE_KEYS, FaceKey, face_zones
from hipmap.desktop.body_map.hand import Grip
from hipmap.desktop.body_map.painted_areas import LEAST_PART, PaintedAreas, after_stroke
from hipmap.desktop.body_map.stroke import Stroke, covered_part, thinned
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model.case import Mark, MarkKind
from tests.desktop.body_map.desk import Desk
from tests.desktop.body_map.hands import across, begin, drag, scribble

GROIN: Place = ("groin_crease", "right")
THIGH: Place = ("anterior_thigh_upper", "right")
FRONT = FaceKey("front", "inset")


def hold(desk: Desk, grip: Grip, size: str = "medium") -> None:
    desk.panel.header.take_grip(grip)
    desk.panel.header.rail.size_chosen.emit(size)


def test_a_stroke_over_a_whole_zone_marks_it_whole(desk: Desk) -> None:
    hold(desk, "brush")
    view = desk.face("front")
    drag(view, scribble(view, THIGH))
    assert Mark(zone="anterior_thigh_upper", side="right") in desk.case.marks
    assert len(desk.intents) == 1, "one stroke is one step"


def test_a_short_stroke_marks_a_part_and_a_second_adds_to_it(desk: Desk) -> None:
    hold(desk, "brush", "small")
    view = desk.face("front")
    box = view.outline(THIGH).boundingRect()
    line = [QPointF(box.center().x(), box.top() + box.height() * part) for part in (0.3, 0.6)]
    drag(view, line)
    (mark,) = desk.case.marks
    assert mark.place == THIGH
    assert mark.share is not None
    assert 0.05 < mark.share < 0.6
    drag(view, line)
    assert desk.case.marks == (mark,), "the same stroke again covers nothing new"
    drag(view, [point + QPointF(14, 0) for point in line])
    more = next(one for one in desk.case.marks if one.place == THIGH)
    assert more.share is not None
    assert more.share > mark.share + 0.02


def test_one_touch_of_the_brush_is_a_dab(desk: Desk) -> None:
    hold(desk, "brush", "small")
    view = desk.face("front")
    drag(view, across(view, THIGH))
    (mark,) = desk.case.marks
    assert mark.place == THIGH
    assert mark.share is not None
    assert mark.share < 0.3


def test_a_zone_that_is_hardly_touched_is_not_marked(desk: Desk) -> None:
    hold(desk, "brush")
    view = desk.face("front")
    zone = view.outline(THIGH)
    inside = view.point_in(THIGH)
    left_edge = QPointF(zone.boundingRect().left() + 1, inside.y())
    drag(view, [inside, left_edge])
    marked = {mark.place for mark in desk.case.marks}
    assert THIGH in marked
    for mark in desk.case.marks:
        assert mark.covered >= LEAST_PART or mark.place == THIGH


@pytest.mark.parametrize("kind", ["numb", "spread", "none"])
def test_the_brush_makes_the_kind_that_is_chosen(desk: Desk, kind: MarkKind) -> None:
    desk.panel.header.tool.button_of(kind).click()
    hold(desk, "brush")
    view = desk.face("front")
    drag(view, scribble(view, THIGH))
    mark = next(one for one in desk.case.marks if one.place == THIGH)
    assert mark == Mark(zone=mark.zone, side=mark.side, kind=kind)


def test_the_eraser_lowers_the_part_and_then_removes_the_mark(desk: Desk) -> None:
    desk.show_marks(Mark(zone="anterior_thigh_upper", side="right", intensity=4))
    hold(desk, "eraser", "large")
    view = desk.face("front")
    box = view.outline(THIGH).boundingRect()
    drag(view, [QPointF(box.center().x(), box.top() + 5), QPointF(box.center().x(), box.center().y())])
    (mark,) = desk.case.marks
    assert mark.share is not None
    assert 0.2 < mark.share < 0.9
    assert mark.intensity == 4
    drag(view, scribble(view, THIGH))
    assert desk.case.marks == ()


def test_undo_brings_the_earlier_painting_back(desk: Desk) -> None:
    hold(desk, "brush", "small")
    view = desk.face("front")
    box = view.outline(THIGH).boundingRect()
    line = [QPointF(box.center().x(), box.top() + box.height() * part) for part in (0.3, 0.6)]
    drag(view, line)
    first, picture = desk.case, view.grab().toImage()
    drag(view, [point + QPointF(14, 0) for point in line])
    assert view.grab().toImage() != picture
    desk.show(first)
    assert view.grab().toImage() == picture


def test_the_stroke_is_seen_while_it_is_drawn_and_escape_forgets_it(desk: Desk) -> None:
    hold(desk, "brush")
    view = desk.face("front")
    bare = view.grab().toImage()
    begin(view, across(view, THIGH, GROIN))
    assert view.grab().toImage() != bare
    assert desk.intents == []
    assert view.cancel_gesture()
    assert desk.intents == []


def test_brackets_change_the_size_of_the_brush(desk: Desk) -> None:
    header = desk.panel.header
    for step, size in ((1, "large"), (1, "large"), (-1, "medium"), (-1, "small"), (-1, "small")):
        desk.face("front").brush_resized.emit(step)
        assert header.hand.size == size


def pain(_zone: str) -> MarkKind:
    return "pain"


def stroke(points: tuple[tuple[float, float], ...], wide: float, key: FaceKey = FRONT) -> Stroke:
    return Stroke(key, "neutral", points, wide, False)


def test_a_long_stroke_is_outlined_once() -> None:
    long = stroke(tuple((at % 7 * 9.0, at * 2.0) for at in range(60)), 8.0)
    assert long.path is long.path
    assert long.touched(False) == long.touched(False)


@pytest.mark.parametrize("key", [key for key in FACE_KEYS if key.part != "legs"], ids=str)
def test_covering_more_never_covers_less(key: FaceKey) -> None:
    zones = face_zones("neutral", key)
    for place in zones.shown(False)[::4]:
        middle = zones.inside(place)
        parts = []
        for reach in (1.0, 4.0, 12.0, 40.0, 400.0):
            area = QPainterPath()
            area.addEllipse(middle, reach, reach)
            parts.append(covered_part(area, "neutral", key, place))
        assert parts == sorted(parts)
        assert parts[-1] <= 1.0


def test_a_sliver_that_a_side_face_shows_is_not_the_whole_zone() -> None:
    side = FaceKey("right", "inset")
    zone = face_zones("neutral", side).path(GROIN)
    assert covered_part(zone, "neutral", side, GROIN) < 0.6
    assert covered_part(face_zones("neutral", FRONT).path(GROIN), "neutral", FRONT, GROIN) == 1.0


def test_where_the_earlier_painting_is_not_known_the_new_one_meets_it_by_chance() -> None:
    middle = face_zones("neutral", FRONT).inside(THIGH)
    once = stroke(((middle.x(), middle.y()),), 20.0)
    (alone,), _ = after_stroke(once, [], pain, PaintedAreas())
    old = Mark(zone=THIGH[0], side=THIGH[1], share=0.5)
    (both,), _ = after_stroke(once, [old], pain, PaintedAreas())
    assert both.covered == pytest.approx(0.5 + 0.5 * alone.covered, abs=0.011)


def test_a_part_that_is_whole_already_stays_whole() -> None:
    middle = face_zones("neutral", FRONT).inside(THIGH)
    old = Mark(zone=THIGH[0], side=THIGH[1], worst=True)
    assert after_stroke(stroke(((middle.x(), middle.y()),), 20.0), [old], pain, PaintedAreas()) == (
        [],
        [],
    )


def test_thinning_keeps_both_ends() -> None:
    points = [(float(x), 0.0) for x in range(100)]
    thin = thinned(points, 7.0)
    assert (thin[0], thin[-1]) == (points[0], points[-1])
    assert len(thin) < 20
