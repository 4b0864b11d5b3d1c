"""The window from right to left: everything turns round but the body, whose right stays where it is."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.main_window import MainWindow
from tests.case_builders import ROOT
from tests.end_to_end.person import Person
from tests.languages.conftest import turn_to

CASE = ROOT / "assets" / "examples" / "hip_and_back.json"


def left_of(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


@pytest.fixture(scope="module")
def english_order(a_window: MainWindow) -> list[int]:
    """The faces as they stand in English."""
    return order_of_faces(a_window)


@pytest.fixture(scope="module")
def window_turned(a_window: MainWindow, english_order: list[int]) -> Iterator[MainWindow]:
    """The window with a case, from right to left."""
    document = a_window.document
    assert document is not None
    document.open_path(CASE)
    turn_to("x_rtl", a_window)
    yield a_window
    turn_to("en", a_window)


@pytest.fixture
def turned(qtbot: QtBot, window_turned: MainWindow) -> Person:
    return Person(window_turned, qtbot)


def order_of_faces(window: MainWindow) -> list[int]:
    """Gives the numbers of the faces from the left of the screen to the right."""
    assert window.consultation is not None
    views = window.consultation.body_map.area.views()
    return sorted(range(len(views)), key=lambda at: left_of(views[at], window))


def test_the_body_is_never_mirrored(turned: Person, english_order: list[int]) -> None:
    assert order_of_faces(turned.window) == english_order


def test_front_stands_left_of_back_and_its_right_at_the_left_of_the_screen(turned: Person) -> None:
    area = turned.screen.body_map.area
    front, back = area.view_of(("groin_crease", "right")), area.view_of(("mid_buttock", "right"))
    assert front is not None
    assert back is not None
    assert left_of(front, area) < left_of(back, area)
    assert front.point_in(("groin_crease", "right")).x() < front.point_in(("groin_crease", "left")).x()
    assert back.point_in(("mid_buttock", "right")).x() > back.point_in(("mid_buttock", "left")).x()


def test_the_rest_of_the_window_is_mirrored(turned: Person) -> None:
    window, screen = turned.window, turned.screen
    assert left_of(screen.map_column, window) > left_of(screen.sheet, window) > left_of(screen.result, window)
    row = screen.sheet.list.current()
    assert row is not None
    assert left_of(row.control, row) < row.width() // 2
    header, footer = screen.body_map.header, screen.body_map.footer
    assert left_of(header.rail, header) > left_of(header.figure, header)
    assert left_of(footer.field, footer) > left_of(footer.own_words, footer)
    assert left_of(window.bar.person, window) > left_of(window.bar.buttons["theme"], window)


def test_choices_begin_at_the_right_and_stay_joined(turned: Person) -> None:
    strip = turned.window.bar.person.sex
    places = [left_of(button, strip) for button in strip.buttons]
    assert places == sorted(places, reverse=True)
    assert strip.buttons[0].geometry().right() == strip.rect().right()
    chips = turned.row("fadir").control.strip
    first = [button for button in chips.buttons if button.y() == chips.buttons[0].y()]
    assert left_of(first[0], chips) == max(left_of(button, chips) for button in first)


@pytest.mark.parametrize("number", ["6", "297"])
def test_numbers_keep_their_order(number: str, turned: Person) -> None:
    said = turned.reads(turned.screen)
    assert number in said
    assert number[::-1] == number or number[::-1] not in said.split()


def test_a_click_on_the_right_marks_the_right(turned: Person) -> None:
    turned.do("new")
    turned.mark("groin_crease", "right")
    assert [(mark.zone, mark.side) for mark in turned.case.marks] == [("groin_crease", "right")]


def test_at_double_text_the_bar_keeps_its_parts_apart(turned: Person) -> None:
    """Where a language is wider than the bar, the voice moves to the second line."""
    turned.do("scale_200")
    turned.settle()
    bar = turned.window.bar
    shown = (bar.sign, bar.brand, bar.menus, bar.voice, *bar.buttons.values())
    boxes = [part.geometry() for part in shown if part.isVisible()]
    wanted, voice, whole = bar.voice.sizeHint().width(), bar.voice.geometry(), bar.rect()
    turned.do("scale_100")
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert voice.width() >= wanted
    assert whole.contains(voice)
