"""Everything on the map can be done by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map import face_view
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.face_zones import Direction
from hipmap.desktop.body_map.figure_files import FACE_KEYS, FaceKey, face_zones
from hipmap.desktop.body_map.zone_buttons import ZoneButton
from hipmap.model.body import FIGURES, FigureKind
from hipmap.model.case import Face, Mark
from hipmap.model.voice import Voice
from tests.desktop.body_map.desk import Desk

# A popup on the display that tests use says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def type_out(text: str) -> None:
    for letter in text:
        press(Qt.Key(ord(letter.upper())))  # each at the zone that has the keyboard by then


def focused_zone() -> tuple[str, str]:
    focused = QApplication.focusWidget()
    assert isinstance(focused, ZoneButton)
    return focused.place


def focused_face() -> FaceKey:
    focused = QApplication.focusWidget()
    assert focused is not None
    face = focused.parentWidget()
    assert isinstance(face, FaceView)
    return face.key


def test_tab_enters_a_face_and_leaves_it_again(desk: Desk) -> None:
    desk.panel.header.figure.setFocus()
    for _ in range(40):
        press(Qt.Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), ZoneButton):
            break
    first = focused_face()
    press(Qt.Key.Key_Tab)
    assert focused_face() != first
    press(Qt.Key.Key_Backtab)
    assert focused_face() == first


def test_arrows_go_to_the_neighbour_and_space_marks_it(desk: Desk) -> None:
    view = desk.face("front")
    view.go_to(("groin_crease", "right"))
    press(Qt.Key.Key_Right)
    assert focused_zone() == ("pubic_bone", "midline")
    press(Qt.Key.Key_Right)
    assert focused_zone() == ("groin_crease", "left")
    press(Qt.Key.Key_Space)
    assert desk.intents == [("mark", "groin_crease", "left", "pain")]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("key", FACE_KEYS, ids=str)
def test_arrows_reach_every_zone_from_every_zone(figure: FigureKind, key: FaceKey) -> None:
    zones = face_zones(figure, key)
    places = zones.shown(True)
    next_to = {place: {zones.towards(place, direction, True) for direction in DIRECTIONS} for place in places}
    for start in places:
        reached, open_ = {start}, [start]
        while open_:
            new = {place for place in next_to[open_.pop()] if place is not None} - reached
            reached |= new
            open_ += new
        assert reached == set(places), f"from {start}"


def test_f6_goes_through_the_faces_and_back(desk: Desk) -> None:
    desk.face("front").take_keyboard()
    seen = [focused_face()]
    for _ in desk.panel.area.views()[1:]:
        press(Qt.Key.Key_F6)
        seen.append(focused_face())
    assert seen == [view.key for view in desk.panel.area.views()]
    assert seen[:4] == [
        FaceKey("front", "inset"),
        FaceKey("back", "inset"),
        FaceKey("right", "inset"),
        seen[3],
    ]
    press(Qt.Key.Key_F6)
    assert focused_face() == seen[0]
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused_face() == seen[-1]


def test_typing_a_name_goes_there(desk: Desk) -> None:
    desk.face("back").take_keyboard()
    for letter in (Qt.Key.Key_T, Qt.Key.Key_A, Qt.Key.Key_I, Qt.Key.Key_L, Qt.Key.Key_B):
        press(letter)
    assert focused_zone() == ("coccyx", "midline")


@pytest.mark.parametrize("voice", ["patient", "clinician"])
@pytest.mark.parametrize(
    ("face", "typed", "zones"),
    [
        ("front", "groin", {"groin_crease", "inner_groin"}),
        ("front", "inguinal", {"groin_crease"}),
        ("front", "belly", {"lower_abdomen"}),
        ("front", "crotch", {"genital_perineal"}),
        ("back", "sacrum", {"sacrum"}),
        ("back", "tailbone", {"coccyx"}),
        ("back", "lumbago", {"lumbar_paraspinal"}),
        ("right", "trochanter", {"trochanter"}),
    ],
)
def test_a_place_is_reached_by_any_of_its_names(
    desk: Desk, voice: Voice, face: Face, typed: str, zones: set[str]
) -> None:
    desk.panel.set_voice(voice)
    desk.face(face).take_keyboard()
    type_out(typed)
    assert focused_zone()[0] in zones
    press(Qt.Key.Key_Space)
    assert desk.case.marks[0].zone in zones


@pytest.mark.parametrize("typed", ["tailbone", "sacrum", "kneecap", "grx", "zzz"])
def test_a_name_of_no_place_here_leaves_the_keyboard_where_it_was_and_says_so(
    desk: Desk, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(face_view, "announce", lambda _widget, text: said.append(text))
    desk.panel.set_voice("clinician")
    desk.face("front").go_to(("groin_crease", "left"))
    type_out(typed)
    assert focused_zone() == ("groin_crease", "left")
    assert said == ["No place so called on this face"]
    plate = desk.panel.header.plate
    assert "No place so called" in plate.text()
    assert typed in plate.text()
    press(Qt.Key.Key_Left)
    assert "No place so called" not in plate.text()


def test_the_ring_is_for_the_keyboard_only(desk: Desk) -> None:
    view = desk.face("front")
    desk.click(view, ("groin_crease", "right"))
    assert view.ringed() is None
    press(Qt.Key.Key_Left)
    assert view.ringed() == focused_zone()


def test_enter_marks_a_place_and_opens_its_card_and_escape_leaves_it(desk: Desk) -> None:
    desk.face("front").go_to(("groin_crease", "right"))
    press(Qt.Key.Key_Return)
    assert desk.case.marks == (Mark(zone="groin_crease", side="right"),)
    card = desk.panel.card()
    assert card is not None
    assert card.isVisible()
    QTest.keyClick(card, Qt.Key.Key_7)
    assert desk.case.marks[0].intensity == 7
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    desk.face("front").go_to(("groin_crease", "right"))
    press(Qt.Key.Key_Return)
    assert card.isVisible()
    assert len(desk.case.marks) == 1
