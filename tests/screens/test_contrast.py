"""The measure itself: it finds every text that is painted, and tells good contrast from poor."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.screens.contrast import measure_texts
from tests.screens.painted_texts import PaintedText, painted_texts
from tests.screens.targets import Target, too_small


def page(bot: QtBot, *labels: QLabel) -> QWidget:
    made = QWidget()
    made.setStyleSheet("background: #ffffff")
    box = QVBoxLayout(made)
    for one in labels:
        box.addWidget(one)
    bot.addWidget(made)
    made.show()
    return made


def styled(colour: str, pixels: int = 13) -> QLabel:
    made = QLabel("Words to measure")
    made.setStyleSheet(f"color: {colour}; font-size: {pixels}px")
    return made


@pytest.mark.parametrize(
    ("colour", "pixels", "is_enough"),
    [("#000000", 13, True), ("#999999", 13, False), ("#949494", 26, True), ("#c8c8c8", 26, False)],
)
def test_faint_words_are_seen(colour: str, pixels: int, is_enough: bool, qtbot: QtBot) -> None:
    window = page(qtbot, styled(colour, pixels))
    (measured,) = measure_texts(window.grab().toImage(), painted_texts(window))
    assert measured.is_enough is is_enough, str(measured)


def test_a_label_that_is_cut_off_is_not_whole(qtbot: QtBot) -> None:
    cut, whole = styled("#000000"), styled("#000000")
    cut.setFixedWidth(30)
    found: list[PaintedText] = list(painted_texts(page(qtbot, cut, whole)))
    assert [text.is_whole for text in found] == [False, True]


def test_small_targets_side_by_side_are_told_and_lonely_ones_are_not(qtbot: QtBot) -> None:
    widget = page(qtbot, styled("#000000"))
    box = widget.rect()

    def target(x: int, width: int) -> Target:
        return Target(widget, str(x), box.__class__(x, 0, width, 40))

    beside, lonely = [target(0, 16), target(17, 16)], [target(0, 16), target(60, 16)]
    assert len(too_small(beside)) == 2
    assert too_small(lonely) == []
