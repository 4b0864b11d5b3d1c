"""Nothing flashes up as a window of its own, and the window a person works in keeps the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipmap.desktop.home.movement_screen import MovementScreen
from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.desktop.home.stops import Stop
from hipmap.model.knowledge import Knowledge
from hipmap.storage.assets import asset
from tests.desktop.home.visitor import Visitor, open_guide
from tests.end_to_end.person import Person
from tests.end_to_end.stray_windows import watched

MOVEMENTS = ("seated_hip_rotation", "squat")


@pytest.fixture
def visitor(qapp: QApplication, knowledge: Knowledge) -> Iterator[Visitor]:
    someone = open_guide(knowledge)
    yield someone
    someone.close()


def has_the_keyboard(visitor: Visitor) -> bool:
    focus = QApplication.focusWidget()
    return QApplication.activeWindow() is visitor.host and focus is not None


def test_at_home_nothing_opens_beside_the_guide(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.to("question")
    with watched(visitor.host) as strays:
        for name in MOVEMENTS:
            visitor.guide._then(visitor.guide.walk.onto, Stop("movement", name))
            assert isinstance(visitor.page, MovementScreen)
            assert has_the_keyboard(visitor)
            visitor.press(visitor.question.tiles.tiles[0])
        visitor.guide._then(visitor.guide.walk.onto, Stop("result"))
        assert isinstance(visitor.page, ResultScreen)
        assert has_the_keyboard(visitor)
    assert not strays.seen
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert visitor.kind != "result", "the keys still reach the guide"


def test_in_the_consultation_nothing_opens_beside_the_window(person: Person) -> None:
    with watched(person.window) as strays:
        for name in ("lumbar_radicular", "emergency", "hip_and_back"):
            assert person.open(asset(f"examples/{name}.json"))
            person.settle()
            person.session.undo_stack.setClean()
        person.do("flip_voice")
        person.settle()
    assert not strays.seen
    assert QApplication.activeWindow() is person.window
