"""A question that is answered by pictures: which of several places is meant, and on which side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from hipmap.desktop.body_map.map_popup import MapPopup
from hipmap.desktop.body_map.picture_choice import PICTURE, WIDE, PictureChoice
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space, TextRole
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.case import Side

BESIDE = 1.25
"""Up to this size of text the sides stand beside the words that ask for them."""

Sides = tuple[Side, ...]
Picture = Callable[[str, Sides, QSize], QPixmap]
_SIDES: dict[str, Sides] = {"right": ("right",), "left": ("left",), "both": ("right", "left")}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}


@dataclass(frozen=True)
class Option:
    """One thing that may be meant, with the words for it."""

    id: str
    words: str


@dataclass(frozen=True)
class Ending:
    """A button below the pictures; `needs_choice` greys it until a picture has been chosen."""

    id: str
    words: str
    needs_choice: bool = False
    kind: Literal["", "primary", "link"] = ""


@dataclass(frozen=True)
class Question:
    """What is asked. `sides` is None where nothing that may be meant has a side."""

    title: str
    note: str
    options: tuple[Option, ...]
    endings: tuple[Ending, ...]
    sides: Sides | None = ()
    several: bool = False


@dataclass(frozen=True)
class Reply:
    """Which options were chosen, on which sides, and by which button (none: by the picture itself)."""

    chosen: tuple[str, ...]
    sides: Sides
    ending: str = ""


class PictureQuestion(MapPopup):
    """Nothing is done before the answer, and closing it is no answer."""

    answered = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._sides: Sides = ()
        self._draw: Picture | None = None
        self.large = False  # as the guide at home needs it
        self.strip: ChoiceStrip | None = None
        self.choices: list[PictureChoice] = []
        self.endings: dict[str, QPushButton] = {}

    def ask(self, question: Question, picture: Picture, corner: QPoint) -> None:
        """Opens near a corner; `picture` draws an option as it lies on some sides."""
        self._empty()
        self._question, self._sides, self._draw = question, question.sides or (), picture
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.note)
        self.box.addWidget(label(question.title, "heading" if self.large else "title", wrap=True))
        if question.note:
            role: TextRole = "large_note" if self.large else "body"
            self.box.addWidget(label(question.note, role, "muted", wrap=True))
        if question.sides is not None:
            self._add_sides()
        columns = self._columns(len(question.options))
        self._add_pictures(question, picture, columns)
        self._add_endings(question)
        self._show_state()
        self.fit_to(columns * WIDE + (columns - 1) * Space.S + 2 * Space.L)
        self.stand_at(corner)
        first: QWidget = self.choices[0]
        if self.strip is not None and not self._sides:
            first = self.strip.buttons[0]
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _columns(self, count: int) -> int:
        """Two beside each other where the screen has room for them."""
        room = QGuiApplication.primaryScreen().availableGeometry().width()
        return 2 if count > 1 and room >= look().px(2 * WIDE) + 4 * Space.XL else 1

    def _add_sides(self) -> None:
        tr = QCoreApplication.translate
        self.strip = ChoiceStrip(
            [
                Choice("right", tr("BodyMap", "Right")),
                Choice("left", tr("BodyMap", "Left")),
                Choice("both", tr("BodyMap", "Both sides")),
            ]
        )
        self.strip.setAccessibleName(tr("BodyMap", "Which side?"))
        self.strip.show_large(self.large)
        self.strip.let_focus(Qt.FocusPolicy.StrongFocus)
        self.strip.chosen.connect(self._side_chosen)
        asked = label(tr("BodyMap", "Which side?"), "large_strong" if self.large else "strong")
        if look().text_scale > BESIDE:
            self.box.addWidget(asked)
            self.box.addWidget(self.strip)
            return
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(asked)
        line.addWidget(self.strip)
        line.addStretch(1)
        self.box.addLayout(line)

    def _add_pictures(self, question: Question, picture: Picture, columns: int) -> None:
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for at, option in enumerate(question.options):
            drawn = picture(option.id, self._sides or ("right",), PICTURE)
            choice = PictureChoice(option.id, option.words, drawn, question.several, self)
            choice.role = "large" if self.large else "lead"
            choice.clicked.connect(self._pressed)
            grid.addWidget(choice, at // columns, at % columns)
            self.choices.append(choice)
        self.box.addLayout(grid)

    def _add_endings(self, question: Question) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for ending in question.endings:
            button = QPushButton(ending.words)
            button.setProperty("kind", ending.kind)
            button.setProperty("home", "true" if self.large else "false")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, ending=ending: self._end(ending.id))
            self.endings[ending.id] = button
            line.addWidget(button)
        line.addStretch(1)
        self.box.addLayout(line)

    # ------------------------------------------------------------ what a person does

    def chosen(self) -> tuple[str, ...]:
        """Gives the options that are chosen now."""
        return tuple(choice.choice for choice in self.choices if choice.isChecked())

    def _side_chosen(self, side: str) -> None:
        self._sides = _SIDES[side]
        for choice in self.choices:
            if self._draw is not None:
                choice.show_picture(self._draw(choice.choice, self._sides, PICTURE))
        self._show_state()

    def _pressed(self) -> None:
        choice = self.sender()
        if not isinstance(choice, PictureChoice):
            return
        if choice.isCheckable():
            self._show_state()
        else:
            self._reply((choice.choice,), "")

    def _end(self, ending: str) -> None:
        if self._question is not None:
            chosen = self.chosen() if self._question.several else tuple(c.choice for c in self.choices)
            self._reply(chosen, ending)

    def _reply(self, chosen: Sequence[str], ending: str) -> None:
        self.close()
        self.answered.emit(Reply(tuple(chosen), self._sides, ending))

    def _show_state(self) -> None:
        """A side comes first where there is one to choose: no place is marked on a guessed side."""
        if self._question is None:
            return
        ready = bool(self._sides) or self._question.sides is None
        if self.strip is not None:
            self.strip.show_choice(next((k for k, v in _SIDES.items() if v == self._sides), None))
        for choice in self.choices:
            choice.setEnabled(ready)
        for ending in self._question.endings:
            waits = ending.needs_choice and not (self.chosen() if self._question.several else ready)
            self.endings[ending.id].setEnabled(not waits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from picture to picture."""
        focused = self.focusWidget()
        if event.key() in _ARROWS and isinstance(focused, PictureChoice):
            columns = self._columns(len(self.choices))
            step = _ARROWS[Qt.Key(event.key())]
            step = step if abs(step) == 1 or columns == 2 else step // 2
            at = self.choices.index(focused) + step
            if 0 <= at < len(self.choices):
                self.choices[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def _empty(self) -> None:
        self.strip, self.choices, self.endings = None, [], {}
        while self.box.count():
            item = self.box.takeAt(0)
            if item is None:
                continue
            for old in (item.widget(), *_within(item.layout())):
                if old is not None:
                    old.setParent(None)
                    old.deleteLater()


def _within(layout: object) -> list[QWidget]:
    """Gives the widgets of a layout, and takes them out of it."""
    found: list[QWidget] = []
    if isinstance(layout, QGridLayout | QHBoxLayout):
        while layout.count():
            item = layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                found.append(widget)
        layout.deleteLater()
    return found
