"""What all screens of the guide share: a title that takes the keyboard, and what they tell the guide."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import Space, TextRole
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.home_style import READING_WIDTH
from hipmap.desktop.labels import label
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

Edit = Callable[[Case], Case]


class Screen(QWidget):
    """One thing on a screen; it holds nothing of the case and asks for edits.

    `edited` carries the kind of edit, the edit and a key under which edits in a row are one step; `asked`
    names what else a person wants, `stop_asked` a screen to go to, `read_asked` the address of a page;
    `reworded` says that going on is called otherwise now, `seen` that a sign came into view.
    """

    edited = Signal(str, object, str)
    typing_ended = Signal()
    skipped = Signal()
    went_on = Signal()
    reworded = Signal()
    asked = Signal(str)
    stop_asked = Signal(object)
    read_asked = Signal(str)
    seen = Signal(str)
    width_wanted = READING_WIDTH

    def __init__(self, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.knowledge = knowledge
        self.voice: Voice = voice
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.columns.setSpacing(Space.XL)
        self.box = QVBoxLayout()
        self.box.setSpacing(Space.L)
        self.columns.addLayout(self.box, 3)
        self.title = label("", "large_title", wrap=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.box.addWidget(self.title)

    # ---- what the guide asks

    def show_case(self, case: Case, assessment: Assessment) -> None:
        """Shows what the case says here; emits nothing."""

    def next_words(self) -> str:
        """Gives what stands on the button that goes on; nothing hides it."""
        return self.tr("Next")

    def goes_on_by_enter(self) -> bool:
        """Whether Enter goes on from here, wherever the keyboard stands."""
        return bool(self.next_words())

    def takes_next(self) -> bool:
        """Does what going on means here, where that is more than to leave; False leaves it to the guide."""
        return False

    def leave_edit(self) -> Edit | None:
        """Gives the edit that going on makes, if there is one."""
        return None

    def show_numbers(self, shown: bool) -> None:
        """Shows or hides the numbers, where a screen has any."""

    def press_key(self, event: QKeyEvent) -> bool:
        """Takes a key that nothing on the screen wanted."""
        return False

    def spoken(self) -> str:
        """Gives what is announced when the screen appears."""
        return self.title.text()

    # ---- parts

    def add_words(self, text: str, tone: str = "") -> QLabel:
        words = label(text, "large", tone, wrap=True)
        self.box.addWidget(words)
        return words


class Folded(QWidget):
    """Links, each of which unfolds a note below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.S)
        self.line = QHBoxLayout()
        self.line.setSpacing(Space.S)
        self.line.addStretch(1)
        outer.addLayout(self.line)
        self._outer = outer
        self.notes: dict[str, tuple[HomeButton, QFrame]] = {}

    def add(self, name: str, words: str, note: str) -> HomeButton:
        """Adds a link with the note that it unfolds."""
        button = HomeButton(words, "link")
        button.setCheckable(True)
        frame = note_box("plain", label(note, "large", wrap=True))
        frame.hide()
        button.toggled.connect(frame.setVisible)
        self.line.insertWidget(self.line.count() - 1, button)
        self._outer.addWidget(frame)
        self.notes[name] = (button, frame)
        return button


def note_box(kind: str, *parts: QWidget) -> QFrame:
    """Gives a coloured box that holds words one below the other."""
    frame = QFrame()
    frame.setProperty("box", kind)
    box = QVBoxLayout(frame)
    box.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    box.setSpacing(Space.S)
    for part in parts:
        box.addWidget(part)
    return frame


def bullets(lines: Iterable[str], role: TextRole = "large", rich: bool = False) -> QWidget:
    """Gives lines with a dot before each, whose second lines stand under the first.

    `rich` lines are read as markup: whoever makes them has escaped what is not.
    """
    return _signed([("•", line) for line in lines], role, rich)


def numbered(lines: Iterable[str], role: TextRole = "large") -> QWidget:
    """Gives lines with a number before each."""
    return _signed([(f"{number}.", line) for number, line in enumerate(lines, start=1)], role)


def _signed(lines: Sequence[tuple[str, str]], role: TextRole, rich: bool = False) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    for row, (sign, line) in enumerate(lines):
        grid.addWidget(label(sign, role), row, 0, Qt.AlignmentFlag.AlignTop)
        words = label(line, role, wrap=True)
        if rich:
            words.setTextFormat(Qt.TextFormat.RichText)
        grid.addWidget(words, row, 1)
    return holder


def emptied(layout: QLayout) -> None:
    """Takes everything out of a layout."""
    while layout.count():
        taken = layout.takeAt(0)
        widget = taken.widget() if taken is not None else None
        inner = taken.layout() if taken is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
