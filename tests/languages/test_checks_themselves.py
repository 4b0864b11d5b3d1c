"""The checks of words see what they are for: a raw text, a painted one, and one that is cut off."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.pseudo_text import pseudo, right_to_left
from tests.languages.clipped import clipped
from tests.languages.untranslated import painted, texts_in, untranslated


class Painter(QWidget):
    """Writes a text into a box."""

    def __init__(self, text: str, width: int) -> None:
        super().__init__()
        self.text, self.room = text, width
        self.setFixedSize(400, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QRect(0, 0, self.room, 30), int(Qt.AlignmentFlag.AlignLeft), self.text)
        painter.end()


def window_of(bot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    box = QVBoxLayout(window)
    for widget in widgets:
        box.addWidget(widget)
    bot.addWidget(window)
    window.resize(600, 400)
    window.show()
    return window


def test_a_text_that_was_never_translated_is_found(qtbot: QtBot) -> None:
    said = QLabel(pseudo("Likely origins"))
    field, button, action = QLineEdit(), QPushButton(pseudo("Yes")), QAction(pseudo("Undo"))
    window = window_of(qtbot, said, field, button)
    window.addAction(action)
    assert untranslated(texts_in(window)) == {}
    field.setPlaceholderText("Find")
    button.setAccessibleName(pseudo("Yes") + ", chosen")
    said.setToolTip("More")
    action.setText("&Undo")
    assert sorted(set(untranslated(texts_in(window)).values())) == ["Find", "More", "Undo", "chosen"]


@pytest.mark.parametrize(
    "text", ["hipmap", "F2", "Ctrl+Shift+S", "40–60 %", pseudo("<b>Pain</b> in {place}")]
)
def test_what_is_the_same_in_every_language_is_not(text: str, qtbot: QtBot) -> None:
    assert untranslated(texts_in(window_of(qtbot, QLabel(text.replace("{place}", "7"))))) == {}


def test_a_painted_text_is_heard_and_measured(qtbot: QtBot) -> None:
    fits, cut = Painter(pseudo("Hip"), 300), Painter("Groin, a very long word", 20)
    window = window_of(qtbot, fits, cut)
    with painted() as seen:
        window.grab()
    assert list(untranslated(seen.said).values()) == ["Groin a very long word"]
    assert {one.text for one in seen.cut} == {"Groin, a very long word"}


def test_a_text_without_room_is_found(qtbot: QtBot) -> None:
    label, wrapping, button, field = (
        QLabel("Likely origins"),
        QLabel("word " * 20),
        QPushButton("Save"),
        QLineEdit(),
    )
    wrapping.setWordWrap(True)
    window = window_of(qtbot, label, wrapping, button, field)
    field.setPlaceholderText("Find a question")
    assert clipped(window) == {}
    label.setFixedWidth(20)
    wrapping.setFixedSize(100, 20)
    button.setFixedWidth(12)
    field.setFixedWidth(40)
    assert sorted(one.rpartition(": ")[2][:6] for one in clipped(window)) == [
        "Find a",
        "Likely",
        "Save",
        "word w",
    ]


def test_test_languages_keep_what_is_not_language() -> None:
    text = "&Save {done:g} of %1 <b>now</b> &amp; *.json"
    assert pseudo(text) == "[&Šáṽéé {done:g} óƒ %1 <b>ñóŵ</b> &amp; *.json]"
    for spoken in (pseudo(text), right_to_left(text)):
        for kept in ("{done:g}", "%1", "<b>", "</b>", "&amp;", "*.json"):
            assert kept in spoken
    assert right_to_left("Hip 3") == "חטע 3"


def test_the_pseudo_language_is_a_third_longer() -> None:
    text = "Sitting cannot both ease this pain and make it worse."
    assert 1.25 <= len(pseudo(text)) / len(text) <= 1.45
