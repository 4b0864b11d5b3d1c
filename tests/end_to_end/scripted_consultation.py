"""Enters a case as a clinician would, by keys alone or by mouse, start to finish, in the real window."""

import re
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.face_zones import Direction
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_buttons import ZoneButton
from hipmap.model.case import Answer, Case, Mark
from tests.end_to_end.keystrokes import CONTROL, Hands
from tests.end_to_end.person import Person

Key = Qt.Key
LETTERS = {"yes": "y", "no": "n", "unknown": "u"}
ARROWS: dict[Direction, Qt.Key] = {
    "left": Key.Key_Left,
    "right": Key.Key_Right,
    "up": Key.Key_Up,
    "down": Key.Key_Down,
}
MOST_TABS = 60
MOST_FACES = 8
FEW_ROWS = 3


class Way(Protocol):
    """A way to enter what a case holds."""

    hands: Hands

    def age(self, years: float) -> None: ...

    def sex(self, sex: str) -> None: ...

    def mark(self, mark: Mark) -> None: ...

    def answer(self, finding: str, answer: Answer) -> None: ...


def enter(case: Case, way: Way) -> Hands:
    """Enters a case; each thing that is entered is decided first."""
    hands = way.hands
    if case.person.age is not None:
        hands.think()
        way.age(case.person.age)
    if case.person.sex is not None:
        hands.think()
        way.sex(case.person.sex)
    for mark in case.marks:
        hands.think()
        way.mark(mark)
    for finding, answer in case.answers.items():
        hands.think()
        way.answer(finding, answer)
    return hands


class ByMouse:
    """Clicks everything; only numbers and the words to search for are typed."""

    def __init__(self, person: Person) -> None:
        self.person, self.hands = person, Hands(person)

    def age(self, years: float) -> None:
        self.hands.click(self.person.window.bar.person.age.field)
        self.hands.type(f"{years:g}")

    def sex(self, sex: str) -> None:
        self.hands.click(self.person.window.bar.person.sex.button_of(sex))

    def mark(self, mark: Mark) -> None:
        view = self.person.screen.body_map.area.view_of(mark.place)
        assert view is not None
        for _ in range(2 if mark.worst else 1):
            self.hands.click(view, view.point_in(mark.place).toPoint())

    def answer(self, finding: str, answer: Answer) -> None:
        search = self.person.screen.sheet.search
        self.hands.click(search)
        search.selectAll()  # as a double click does
        self.hands.clicks += 1
        _type_words_of(finding, self.person, self.hands)
        row = self.person.row(finding)
        side = answer.side
        column = row.columns.controls.get(side) if row.columns is not None and side is not None else None
        control = column or row.control
        number = control.number
        if isinstance(answer.value, str):
            self.hands.click(control.strip.button_of(answer.value))
        elif number is not None:
            self.hands.click(number.field)
            self.hands.type(f"{answer.value:g}")
        if _lacks_side(finding, answer, self.person) and answer.side is not None:
            assert row.sides is not None
            self.hands.click(row.sides.button_of(answer.side))


class ByKeys:
    """Never touches the mouse."""

    def __init__(self, person: Person) -> None:
        self.person, self.hands = person, Hands(person)

    def age(self, years: float) -> None:
        self._tab_to(self.person.window.bar.person.age.field)
        self.hands.type(f"{years:g}")

    def sex(self, sex: str) -> None:
        self._tab_to(self.person.window.bar.person.sex.button_of(sex))
        self.hands.key(Key.Key_Space)

    def mark(self, mark: Mark) -> None:
        """Goes to the map, by F6 to a face that shows the zone, and by arrows to the zone."""
        self.hands.key(Key.Key_1, CONTROL)
        for _ in range(MOST_FACES):
            view = self._view()
            if mark.place in view.zones.places:
                break
            self.hands.key(Key.Key_F6)
        for arrow in _arrows(self._view(), mark.place):
            self.hands.key(arrow)
        for _ in range(2 if mark.worst else 1):
            self.hands.key(Key.Key_Space)

    def _view(self) -> FaceView:
        focused = QApplication.focusWidget()
        assert isinstance(focused, ZoneButton)
        view = focused.parentWidget()
        assert isinstance(view, FaceView)
        return view

    def answer(self, finding: str, answer: Answer) -> None:
        self.hands.key(Key.Key_F, CONTROL)
        _type_words_of(finding, self.person, self.hands)
        self.hands.key(Key.Key_Return)
        row, found = self.person.row(finding), self.person.screen.sheet.list.shown()
        for _ in range(found.index(finding)):
            self.hands.key(Key.Key_Down)
        assert row.hasFocus()
        options = [option.id for option in row.finding.options]
        if row.columns is not None and answer.side not in (None, row.side()):
            self.hands.type("r" if answer.side == "right" else "l")
        if not isinstance(answer.value, str):
            self.hands.type(f"{answer.value:g}")
        elif answer.value in LETTERS:
            self.hands.type(LETTERS[answer.value])
        else:
            self.hands.type(str(options.index(answer.value) + 1))
        if _lacks_side(finding, answer, self.person):
            if not row.hasFocus():  # it is in the field of the number
                self.hands.key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
            self.hands.type("r" if answer.side == "right" else "l")

    def _tab_to(self, widget: QWidget) -> None:
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() is widget:
                return
            self.hands.key(Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {widget}")


def _type_words_of(finding: str, person: Person, hands: Hands) -> None:
    """Types the longest word of a question until few rows are left."""
    row = person.row(finding)
    word = max(re.findall(r"[a-z]+", row.accessibleName().lower()), key=len)
    for letter in word:
        hands.type(letter)
        if len(person.screen.sheet.list.shown()) <= FEW_ROWS:
            return


def _lacks_side(finding: str, answer: Answer, person: Person) -> bool:
    """Whether the side still has to be said: mostly that of the marks is taken."""
    return answer.side is not None and person.case.answers[finding].side != answer.side


def _arrows(view: FaceView, goal: Place) -> list[Qt.Key]:
    """Gives the shortest way by arrows from the zone that has the keyboard."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, ZoneButton)
    ways: dict[Place, list[Qt.Key]] = {focused.place: []}
    waiting = [focused.place]
    while goal not in ways:
        here = waiting.pop(0)
        for direction, key in ARROWS.items():
            there = view.zones.towards(here, direction, False)
            if there is not None and there not in ways:
                ways[there] = [*ways[here], key]
                waiting.append(there)
    return ways[goal]
