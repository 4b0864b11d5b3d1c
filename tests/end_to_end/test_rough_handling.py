"""Rough handling of the real window: shrunk, lost, hit twice, keys held down, closed in the middle."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.body_map.mark_card import MarkCard
from hipmap.desktop.body_map.tool_button import ToolButton
from hipmap.desktop.choice_button import ChoiceButton
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.desktop.window_frame import LEAST_SIZE
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from tests.end_to_end.fingers import slide, stay, tap
from tests.end_to_end.monkey import key_event
from tests.end_to_end.person import Person, stands_before, wait_until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
Button = QMessageBox.StandardButton


def test_shrunk_to_nothing_and_back_it_is_as_before(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.settle()
    places = [
        part.geometry() for part in (person.screen.map_column, person.screen.sheet, person.screen.result)
    ]
    for size in ((1, 1), LEAST_SIZE, (4000, 300), (300, 4000), (1366, 768)):
        person.window.resize(*size)
        person.settle()
        assert person.window.width() >= LEAST_SIZE[0]
        assert person.window.height() >= LEAST_SIZE[1]
        person.window.grab()
    again = [
        part.geometry() for part in (person.screen.map_column, person.screen.sheet, person.screen.result)
    ]
    assert again == places


def test_a_window_that_stood_on_a_screen_taken_away_comes_back(own_window: Person) -> None:
    far = QRect(QPoint(30_000, 20_000), own_window.window.size())
    own_window.window.setGeometry(far)
    own_window.window.close()
    kept = own_window.window.preferences.geometry
    assert not kept.isEmpty()
    own_window.window.restoreGeometry(kept)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert any(screen.intersects(own_window.window.geometry()) for screen in screens)


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_a_window_that_filled_the_screen_does_so_again(state: Qt.WindowState, own_window: Person) -> None:
    own_window.window.setWindowState(state)
    own_window.settle()
    own_window.window.close()
    again = app.make_window(own_window.window.preferences)
    again.restoreGeometry(own_window.window.preferences.geometry)
    again.show()
    assert again.windowState() & state
    again.showNormal()
    assert again.width() >= LEAST_SIZE[0]
    again.discard()


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_a_window_that_filled_a_screen_taken_away_fills_one_that_is_there(
    state: Qt.WindowState, own_window: Person
) -> None:
    window = own_window.window
    window.setGeometry(QRect(QPoint(30_000, 20_000), window.size()))
    window.setWindowState(state)
    own_window.settle()
    window.close()
    again = app.make_window(window.preferences)
    again.restoreGeometry(window.preferences.geometry)
    again.show()
    own_window.settle()
    assert again.windowState() & state
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert any(screen.intersects(again.geometry()) for screen in screens)
    again.showNormal()
    own_window.settle()
    assert any(screen.intersects(again.geometry()) for screen in screens)
    assert again.width() >= LEAST_SIZE[0]
    again.discard()


@pytest.mark.parametrize("kept", [b"", b"rubbish", b"\x01\xd9\xd0\xcb\x00\x03\x00\x00"])
def test_a_damaged_place_of_the_window_is_no_obstacle(kept: bytes, qtbot: QtBot) -> None:
    memory = ShortMemory()
    memory.setValue("geometry", QByteArray(kept))
    preferences = Preferences(memory)
    window = app.make_window(preferences)
    window.restoreGeometry(preferences.geometry)
    window.show()
    assert window.width() >= LEAST_SIZE[0]
    window.discard()


def hold(person: Person, key: Qt.Key, times: int = 12) -> None:
    for again in range(times):
        QApplication.sendEvent(QApplication.focusWidget() or person.window, key_event(key, again > 0))


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Delete, Key.Key_Tab, Key.Key_Down])
@pytest.mark.parametrize("pane", ["map", "sheet", "result"])
def test_a_key_that_is_held_down_does_no_harm(pane: str, key: Qt.Key, person: Person) -> None:
    """Where one press changes the case, the repeats change nothing more than a second press would."""
    person.do(pane)
    hold(person, key)
    person.settle()
    assert person.session.undo_stack.count() <= 1
    person.session.undo_stack.setIndex(0)
    assert person.case == new_case()
    while popup := QApplication.activePopupWidget():
        popup.close()


def test_a_double_click_on_an_answer_leaves_it_or_takes_it_back(person: Person) -> None:
    person.screen.sheet.ask(["limp"])
    button = person.row("limp").control.strip.button_of("yes")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    person.settle()
    assert "limp" not in person.case.answers or person.case.answers["limp"].value == "yes"
    person.session.undo_stack.setIndex(0)
    assert person.case == new_case()


def test_a_finger_on_a_zone_and_on_an_answer_counts_as_a_press(person: Person) -> None:
    view = person.screen.body_map.area.view_of(("groin_crease", "right"))
    assert view is not None
    tap(person, view, view.point_in(("groin_crease", "right")).toPoint())
    person.screen.sheet.ask(["limp"])
    person.settle()
    button = person.row("limp").control.strip.button_of("yes")
    tap(person, button)
    assert [mark.zone for mark in person.case.marks] == ["groin_crease"]
    assert person.case.answers["limp"].value == "yes"


def test_a_finger_that_slides_over_the_sheet_answers_nothing(person: Person) -> None:
    person.screen.sheet.ask(["limp"])
    person.settle()
    slide(person, person.row("limp").control.strip.button_of("yes"), [20, 60, 120])
    assert person.case == new_case()


def test_a_finger_that_stays_on_a_zone_opens_its_card_and_on_an_answer_answers_once(person: Person) -> None:
    person.mark("groin_crease", "right")
    view = person.screen.body_map.area.view_of(("groin_crease", "right"))
    assert view is not None
    stay(person, view, view.point_in(("groin_crease", "right")).toPoint())
    card = QApplication.activePopupWidget()
    assert isinstance(card, MarkCard)
    assert card.mark == person.case.marks[0]
    card.close()
    person.screen.sheet.ask(["limp"])
    person.settle()
    stay(person, person.row("limp").control.strip.button_of("yes"))
    assert QApplication.activePopupWidget() is None
    assert person.case.answers["limp"].value == "yes"
    assert person.session.undo_stack.count() == 2


def test_every_double_click_counts_as_two_clicks_at_most(person: Person) -> None:
    """No button of the consultation breaks under it, and no more than two steps come of it."""
    person.mark("groin_crease", "right")
    person.settle()
    buttons = [one for one in person.screen.findChildren(ChoiceButton) if one.isVisible()]
    for button in buttons[:40]:
        before = person.session.undo_stack.count()
        if button.isVisible():
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        assert person.session.undo_stack.count() <= before + 2
    person.settle()
    person.session.undo_stack.setIndex(0)
    assert person.case == new_case()


def _card(person: Person) -> None:
    person.screen.body_map.footer.list.chips()[0].click()


def _menu(person: Person) -> None:
    menus = person.window.bar.menus
    menus.setActiveAction(menus.actions()[2])


def _typing(person: Person) -> None:
    person.type_age("4")


def _dragging(person: Person) -> None:
    view = person.screen.body_map.area.views()[0]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    QTest.mouseMove(view, view.rect().center() + QPoint(20, 5))


def _stroke(person: Person) -> None:
    tools = person.screen.body_map.findChildren(ToolButton)
    person.press(next(tool for tool in tools if tool.accessibleName() == "Brush"))
    _dragging(person)


def _note(person: Person) -> None:
    person.screen.sheet.ask(["fadir"])
    person.row("fadir").ask_how_to()


IN_THE_MIDDLE: dict[str, Callable[[Person], object]] = {
    "a card": _card,
    "a menu": _menu,
    "typing": _typing,
    "a drag": _dragging,
    "a stroke of the brush": _stroke,
    "the note of a test": _note,
    "the guide at home": lambda person: person.window.show_desk("home", remember=False),
    "a dialog": lambda person: person.do("keys"),
    "the settings": lambda person: person.do("settings"),
    "learn": lambda person: person.do("learn"),
    "ranges on their way": lambda person: person.do("result"),
}


@pytest.mark.parametrize("middle", list(IN_THE_MIDDLE))
def test_closing_in_the_middle_asks_and_loses_nothing(middle: str, own_window: Person) -> None:
    own_window.mark("groin_crease", "right")
    IN_THE_MIDDLE[middle](own_window)
    own_window.in_dialog(Button.Cancel)
    assert not own_window.window.close()
    assert own_window.window.isVisible()
    assert own_window.case.marks
    own_window.in_dialog(Button.Discard)
    assert own_window.window.close()
    for top in stands_before(own_window.window):
        top.close()
    QTest.qWait(20)  # what was on its way comes after the end


def test_closing_while_the_knowledge_is_read(qtbot: QtBot, knowledge: Knowledge) -> None:
    preferences = Preferences(ShortMemory())
    window = app.make_window(preferences)
    loader = app.KnowledgeLoader(None, window)
    window.show()
    loader.start()
    window.close()
    loader.finish()
    wait_until(lambda: not window.isVisible())
