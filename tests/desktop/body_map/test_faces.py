"""The faces show the right side on the right side, in words and in place, and nothing is too small to hit."""

from typing import Literal

import pytest
from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map.arrangement import Captions, arrange
from hipmap.desktop.body_map.face_caption import Caption
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.figure_files import FACE_KEYS, FaceKey, Part, face_window, face_zones
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.themes import LIGHT
from hipmap.model.body import FACES, FIGURES, Body, FigureKind
from hipmap.model.case import Face
from hipmap.model.voice import Voice
from tests.desktop.body_map.desk import Desk

VOICES: tuple[Voice, ...] = ("patient", "clinician")
PARTS: tuple[Part, ...] = ("inset", "legs", "whole")


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("part", PARTS)
def test_the_front_faces_you_and_the_back_is_seen_from_behind(figure: FigureKind, part: Part) -> None:
    faces: tuple[tuple[Face, bool], ...] = (("front", True), ("back", False))
    for face, right_is_left in faces:
        zones = face_zones(figure, FaceKey(face, part))
        pairs = [place for place in zones.places if place[1] == "right" and (place[0], "left") in zones]
        assert len(pairs) >= 5
        for zone, _ in pairs:
            right, left = zones.inside((zone, "right")).x(), zones.inside((zone, "left")).x()
            assert (right < left) == right_is_left, f"{zone} in the {face}"


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_has_the_same_zones_on_the_same_sides(figure: FigureKind, body: Body) -> None:
    shown = {place for key in FACE_KEYS for place in face_zones(figure, key).places}
    assert shown == {(zone.id, side) for zone in body.zones for side in zone.sides}
    inset = {place for face in FACES for place in face_zones(figure, FaceKey(face, "inset")).places}
    assert inset >= {(zone.id, side) for zone in body.zones if zone.inset for side in zone.sides}


def test_side_faces_show_their_own_side_and_what_lies_in_front(desk: Desk) -> None:
    faces: tuple[Literal["right", "left"], ...] = ("right", "left")
    for face in faces:
        other = "left" if face == "right" else "right"
        zones = face_zones("neutral", FaceKey(face, "inset"))
        assert ("trochanter", face) in zones
        assert ("trochanter", other) not in zones
        front = zones.inside(("groin_crease", face)).x() > zones.inside(("lower_buttock", face)).x()
        words = desk.panel.area.frame(FaceKey(face, "inset")).caption().edges
        assert words == (("BACK", "FRONT") if front else ("FRONT", "BACK"))


@pytest.mark.parametrize(
    ("face", "patient", "clinician"),
    [
        ("front", ("YOUR RIGHT", "YOUR LEFT"), ("PATIENT’S RIGHT", "PATIENT’S LEFT")),
        ("back", ("YOUR LEFT", "YOUR RIGHT"), ("PATIENT’S LEFT", "PATIENT’S RIGHT")),
    ],
)
def test_side_words_stand_at_the_edges(
    desk: Desk, face: Face, patient: tuple[str, str], clinician: tuple[str, str]
) -> None:
    desk.panel.resize(900, 900)
    frame = desk.panel.area.frame(FaceKey(face, "inset"))
    for voice, words in zip(VOICES, (patient, clinician), strict=True):
        desk.panel.set_voice(voice)
        assert frame.caption().edges == words
        assert frame.caption().fits(frame.width())


def test_short_side_words_are_told_in_full_as_well(desk: Desk) -> None:
    desk.panel.resize(598, 692)
    desk.panel.set_voice("clinician")
    frame = desk.panel.area.frame(FaceKey("back", "inset"))
    assert frame.caption().edges == ("LEFT", "RIGHT")
    assert frame.caption().fits(frame.width())
    assert (
        frame.accessibleName()
        == "Back. At the left edge: patient’s left. At the right edge: patient’s right."
    )


@pytest.mark.parametrize(
    ("width", "height", "least", "sides"),
    [(598, 692, 250, 200), (882, 1002, 300, 300)],
    ids=["in 1366x768", "in 1920x1080"],
)
def test_the_inset_has_room(desk: Desk, width: int, height: int, least: int, sides: int) -> None:
    """Front and back, which hold the smallest zones, come first where the height is short."""
    desk.panel.resize(width, height)
    for voice in VOICES:
        desk.panel.set_voice(voice)
        assert min(desk.face("front").height(), desk.face("back").height()) >= least
        assert min(desk.face(face).height() for face in FACES) >= sides


def test_small_faces_keep_their_side_words(desk: Desk) -> None:
    assert desk.panel.area.frame(FaceKey("front", "whole")).caption().edges == ("RIGHT", "LEFT")


@pytest.mark.parametrize("part", PARTS)
def test_the_inset_is_open_in_every_arrangement(desk: Desk, part: Part) -> None:
    desk.panel.show_part(part)
    shown = {view.key for view in desk.panel.area.views()}
    assert {FaceKey(face, "inset") for face in FACES} <= shown
    boxes = [desk.panel.area.frame(view.key).geometry() for view in desk.panel.area.views()]
    assert all(desk.panel.area.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_a_wide_panel_shows_everything_at_once() -> None:
    boxes = arrange(QSize(866, 640), "inset", _normal, Captions(20, 36))
    assert set(boxes) == {FaceKey(face, part) for face in FACES for part in ("inset", "whole")}


@pytest.mark.parametrize("figure", FIGURES)
def test_inset_zones_are_large_at_normal_size(figure: FigureKind, body: Body) -> None:
    """The shorter way across a zone on the face that shows it best: nearly all 44, none under 34 pixels."""
    across = []
    for zone in (zone for zone in body.zones if zone.inset):
        least = [0.0]
        for face in FACES:
            zones = face_zones(figure, FaceKey(face, "inset"))
            boxes = [
                zones.path((zone.id, side)).boundingRect() for side in zone.sides if (zone.id, side) in zones
            ]
            least += [min(box.width(), box.height()) for box in boxes]
        across.append(max(least))
    assert min(across) >= 34
    assert sorted(across)[len(across) // 4] >= 44


@pytest.mark.parametrize(
    ("width", "height", "smaller"),
    [(598, 692, {"big_toe", "neck"}), (900, 960, set())],
    ids=["in 1366x768", "in 1920x1080"],
)
def test_every_zone_can_be_hit_within_24_pixels_in_some_arrangement(
    desk: Desk, body: Body, width: int, height: int, smaller: set[str]
) -> None:
    """In a small window two places are a little smaller; the list below the map is the other way to them."""
    desk.panel.resize(width, height)
    best: dict[str, float] = {}
    for part in PARTS:
        desk.panel.show_part(part)
        for zone in body.zones:
            place = (zone.id, zone.sides[0])
            desk.panel.area.show_overlay(zone.id == "saddle")
            view = desk.panel.area.view_of(place)
            if view is not None:
                best[zone.id] = max(best.get(zone.id, 0), _target(view, place))
    assert set(best) == set(body.by_id)
    assert {zone: pixels for zone, pixels in best.items() if pixels < (20 if zone in smaller else 24)} == {}


def _target(view: FaceView, place: Place) -> float:
    """Gives the shorter way across the area in which a click counts for a place."""
    drawn = view.outline(place).boundingRect()
    if min(drawn.width(), drawn.height()) >= 28:
        return min(drawn.width(), drawn.height())
    box = drawn.adjusted(-12, -12, 12, 12)
    points = [
        QPointF(box.left() + x, box.top() + y)
        for x in range(0, int(box.width()) + 1, 2)
        for y in range(0, int(box.height()) + 1, 2)
    ]
    hits = [point for point in points if view.place_at(point) == place]
    across = max((p.x() for p in hits), default=0) - min((p.x() for p in hits), default=0)
    down = max((p.y() for p in hits), default=0) - min((p.y() for p in hits), default=0)
    return round(min(across, down) + 2)


def test_the_map_is_pinned_left_to_right(desk: Desk) -> None:
    desk.panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert desk.face("front").layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert desk.panel.area.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("words", [("YOUR RIGHT", ""), ("\u05e6\u05d8\u05d6", "")])
def test_a_side_word_keeps_its_edge_in_a_language_from_right_to_left(
    qapp: QApplication, words: tuple[str, str]
) -> None:
    """The figure is never mirrored, so a side word at the other edge would name the wrong side."""
    picture = QImage(400, 20, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        painter = QPainter(picture)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        Caption("", words, 1, 12).paint(painter, 400, LIGHT)
        painter.end()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    inked = [x for x in range(400) if any(picture.pixelColor(x, y).lightness() < 200 for y in range(20))]
    assert inked
    assert max(inked) < 200


def test_another_figure_keeps_the_marks_in_place(desk: Desk) -> None:
    desk.panel.set_figure("male")
    desk.click(desk.face("front"), ("groin_crease", "right"))
    assert desk.intents == [("mark", "groin_crease", "right", "pain")]


def _normal(key: FaceKey) -> QSizeF:
    return face_window("neutral", key).size()
