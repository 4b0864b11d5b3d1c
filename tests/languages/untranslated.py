"""Finds what a person can read in a part of the window that does not come from a catalogue.

Read in `x_pseudo`: there every translated letter wears an accent, so a plain letter was never translated.
"""

import html
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

# The name of the program; the keys of the keyboard, as they are printed on it; marks that are not words.
NOT_WORDS = {
    "hipmap", "Ctrl", "Shift", "Alt", "Meta", "Esc", "Enter", "Return", "Space", "Home", "End", "Tab", "Del",
    "Backspace", "Left", "Right", "Up", "Down", "PgUp", "PgDown",
}  # fmt: skip
_LETTERS = re.compile(r"(?<![A-Za-z])[A-Za-z]+\d*")
_KEY = re.compile(r"F\d+|[A-Z]")
# Rounding of fonts that are not whole pixels.
_SLACK = 2
_MARKUP = re.compile(r"<style.*?</style>|</?[a-zA-Z][^<>]*>", re.DOTALL)


@dataclass(frozen=True)
class Said:
    """A text, and where it stands."""

    place: str
    text: str


def untranslated(said: Iterable[Said], allowed: Iterable[str] = ()) -> dict[str, str]:
    """Gives every text with plain letters, by its place; `allowed` are texts of the case or of a source."""
    data = sorted((text for text in allowed if text), key=len, reverse=True)
    return {f"{one.place}: {one.text}": plain for one in said if (plain := _plain(one.text, data))}


def _plain(text: str, data: Iterable[str]) -> str:
    for one in data:
        text = text.replace(one, "")
    text = html.unescape(_MARKUP.sub(" ", text)).replace("&", "")
    found = (word for word in _LETTERS.findall(text) if word not in NOT_WORDS and not _is_key(word, text))
    return " ".join(found)


def _is_key(word: str, text: str) -> bool:
    """A letter is a key where it stands behind another, or alone with nothing beside it."""
    return bool(_KEY.fullmatch(word)) and (f"+{word}" in text or word.startswith("F"))


def texts_in(root: QWidget) -> Iterator[Said]:
    """Gives all that a part of the window says, to eyes and to screen readers; hidden parts too."""
    for widget in (root, *root.findChildren(QWidget)):
        place = place_of(widget)
        for kind, text in _texts_of(widget):
            if text:
                yield Said(f"{place} {kind}", text)
        for action in widget.actions():
            yield from _said_by_action(action, place)


def place_of(widget: QWidget) -> str:
    """Gives the kinds of a widget and of what it stands in, outermost first."""
    kinds: list[str] = []
    here: QWidget | None = widget
    while here is not None and len(kinds) < 4:
        kinds.insert(0, type(here).__name__)
        here = here.parentWidget()
    return "/".join(kinds)


def _texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "tooltip", widget.toolTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QGroupBox):
        yield "heading", widget.title()
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QTextEdit):
        yield "text", widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (("choice", widget.itemText(at)) for at in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (("tab", widget.tabText(at)) for at in range(widget.count()))


def _said_by_action(action: QAction, place: str) -> Iterator[Said]:
    for kind, text in (("action", action.text()), ("action tooltip", action.toolTip())):
        if text:
            yield Said(f"{place} {kind}", text)


@dataclass
class Painting:
    """What widgets wrote with a painter of their own, and what did not fit into the box it was meant for."""

    said: list[Said] = field(default_factory=list)
    cut: list[Said] = field(default_factory=list)


@contextmanager
def painted() -> Iterator[Painting]:
    """Listens to every text that is painted meanwhile by a widget of hipmap."""
    seen = Painting()
    draws = QPainter.drawText

    def draw(painter: QPainter, *how: Any) -> Any:
        text = next((one for one in how if isinstance(one, str)), "")
        device = painter.device()
        place = place_of(device) if isinstance(device, QWidget) else "painting"
        seen.said.append(Said(f"{place} painted", text))
        if _does_not_fit(painter, how, text):
            seen.cut.append(Said(f"{place} painted", text))
        return draws(painter, *how)

    QPainter.drawText = draw  # type: ignore[assignment,method-assign]
    try:
        yield seen
    finally:
        QPainter.drawText = draws  # type: ignore[method-assign]


def _does_not_fit(painter: QPainter, how: tuple[Any, ...], text: str) -> bool:
    box = how[0]
    if not isinstance(box, QRect | QRectF) or len(how) < 3 or not isinstance(how[1], int):
        return False
    flags = how[1]
    room = box.toRect() if isinstance(box, QRectF) else box
    tall = room.adjusted(0, 0, 0, 10_000) if flags & Qt.TextFlag.TextWordWrap.value else room
    needs = QFontMetrics(painter.font()).boundingRect(tall, flags, text)
    return needs.width() > room.width() + _SLACK or needs.height() > room.height() + _SLACK
