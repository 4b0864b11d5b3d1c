"""In a narrow window and at large text: what is read first stands first, and pictures are seen whole."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from hipmap import app
from hipmap.desktop.design_tokens import LIGHT
from hipmap.desktop.home.between_screen import BetweenScreen
from hipmap.desktop.home.map_screens import OrientScreen, ReadBackScreen
from hipmap.desktop.home.movement_screen import MovementScreen
from hipmap.desktop.home.stops import Stop
from hipmap.desktop.look import Look, wear
from hipmap.model.knowledge import Knowledge
from tests.desktop.home.visitor import Visitor, settle


def movement(visitor: Visitor, width: int) -> MovementScreen:
    visitor.host.resize(width, 716)
    visitor.guide._then(visitor.guide.walk.onto, Stop("movement", "squat"))
    settle()
    page = visitor.page
    assert isinstance(page, MovementScreen)
    return page


def top(page: QWidget, part: QWidget) -> int:
    return part.mapTo(page, QPoint(0, 0)).y()


def test_when_to_stop_is_never_read_after_the_answers(visitor: Visitor) -> None:
    page = movement(visitor, 720)
    assert len(page.notes) == 3, "the drawing, what to check, and when to stop"
    for note in page.notes:
        assert page.title.geometry().bottom() < top(page, note)
        assert top(page, note) + note.height() <= top(page, page.tiles)
    visitor.host.resize(1366, 716)
    settle()
    for note in page.notes:
        assert note.isVisible()
        assert note.mapTo(page, QPoint(0, 0)).x() > page.tiles.geometry().right()
    visitor.host.resize(720, 716)
    settle()
    assert top(page, page.notes[-1]) < top(page, page.tiles)


def test_what_to_check_first_stands_before_when_to_stop(visitor: Visitor) -> None:
    page = movement(visitor, 1366)
    names = [note.property("box") for note in page.notes]
    assert names.index("watch") < names.index("stop")


def test_at_twice_the_text_a_figure_still_fits_into_a_small_window(visitor: Visitor) -> None:
    visitor.host.resize(1280, 640)
    wear(app.make_application(), Look(LIGHT, 2.0))
    visitor.guide.wear_look()
    visitor.to("map", most=120)
    visitor.mark("groin_crease", "right")
    room = visitor.guide.area.viewport().height()
    visitor.guide._then(visitor.guide.walk.onto, Stop("read_back"))
    page = visitor.page
    assert isinstance(page, ReadBackScreen)
    assert page.picture.height() <= room
    visitor.guide._then(visitor.guide.walk.onto, Stop("orient"))
    orient = visitor.page
    assert isinstance(orient, OrientScreen)
    assert orient.figure.height() <= room
    wear(app.make_application(), Look(LIGHT))


def test_one_way_alone_is_no_choice(knowledge: Knowledge, visitor: Visitor) -> None:
    assert BetweenScreen("clear", False, False, knowledge, "patient").tiles.isHidden()
    assert not BetweenScreen("clear", True, False, knowledge, "patient").tiles.isHidden()
    differs = BetweenScreen("answers_differ", True, True, knowledge, "patient")
    assert not differs.next_words(), "looking again is not passed over by the button"
