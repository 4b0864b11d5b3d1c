"""The card of a mark: every field, by mouse and by keyboard, in both voices."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map.card_row import CardRow
from hipmap.desktop.body_map.card_words import strength_choices
from hipmap.desktop.body_map.mark_card import MarkCard
from hipmap.desktop.choice_button import ChoiceButton
from hipmap.model.case import Mark, Place
from tests.desktop.body_map.desk import Desk

# A popup on the display that tests use says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

GROIN = Mark(zone="groin_crease", side="right", worst=True)
OUTER = Mark(zone="trochanter", side="right")
THIGH = Mark(zone="anterior_thigh_upper", side="right", kind="spread")


@pytest.fixture
def card(desk: Desk) -> Iterator[MarkCard]:
    """The card of the first mark."""
    desk.show_marks(GROIN, OUTER, THIGH)
    desk.panel.footer.list.chips()[0].click()
    card = desk.panel.card()
    assert card is not None
    yield card
    card.close()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_now_usual_and_worst_are_three_strengths(desk: Desk, card: MarkCard) -> None:
    for field, number in (("intensity", "3"), ("usual", "5"), ("at_worst", "10")):
        card.strengths[field].strip.button_of(number).click()
    mark = desk.case.marks[0]
    assert (mark.intensity, mark.usual, mark.at_worst) == (3, 5, 10)
    card.strengths["usual"].strip.button_of("5").click()
    assert desk.case.marks[0].usual is None, "what was chosen is taken back by choosing it again"


def test_deep_and_near_the_skin_exclude_each_other(desk: Desk, card: MarkCard) -> None:
    for feel in ("deep", "surface"):
        card.deep.strip.button_of(feel).click()
    card.feels.strip.button_of("burning").click()
    assert desk.case.marks[0].feel == ("burning", "surface")


def test_the_times_are_kept_in_one_order(desk: Desk, card: MarkCard) -> None:
    for when in ("night", "always", "morning", "always"):
        card.when.strip.button_of(when).click()
    assert desk.case.marks[0].when == ("morning", "night")


def test_digits_say_how_strong_and_one_nought_is_ten(desk: Desk, card: MarkCard) -> None:
    for key, strong in ((Qt.Key.Key_4, 4), (Qt.Key.Key_1, 1), (Qt.Key.Key_0, 10), (Qt.Key.Key_0, 0)):
        QTest.keyClick(focused(), key)
        assert desk.case.marks[0].intensity == strong
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_6)
    assert desk.case.marks[0].usual == 6
    assert desk.panel.header.kind == "pain", "a digit in the card changes no tool"


def test_every_field_is_reached_by_tab_and_walked_by_arrows(desk: Desk, card: MarkCard) -> None:
    reached: list[QWidget] = []
    for _ in range(12):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    rows = [card.kinds, *card.strengths.values(), card.feels, card.deep, card.when]
    for row in rows:
        assert any(row.isAncestorOf(widget) for widget in reached), row.asked.text()
        assert sum(row.isAncestorOf(widget) for widget in set(reached)) == 1, "one stop for each field"
    assert {card.worst, card.remove, card.done} <= set(reached)
    card.when.take_keyboard()
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert desk.case.marks[0].when == ("night",)


def test_everything_in_the_card_has_a_name(desk: Desk, card: MarkCard) -> None:
    buttons = card.findChildren(ChoiceButton)
    assert len(buttons) == 4 + 3 * 11 + 4 + 2 + 5
    assert all(button.accessibleName() for button in buttons)
    names = [button.accessibleName() for button in card.strengths["usual"].strip.buttons]
    assert names[3] == "Mostly: 3 of 10"


def test_the_voice_words_the_card(desk: Desk, card: MarkCard) -> None:
    assert card.strengths["usual"].asked.text() == "Mostly"
    card.close()
    desk.panel.set_voice("clinician")
    desk.panel.footer.list.chips()[0].click()
    assert card.strengths["usual"].asked.text() == "Usual"
    assert card.deep.asked.text() == "Depth"


def test_spreads_from_offers_the_painful_places(desk: Desk, card: MarkCard) -> None:
    assert not card.start.isVisible(), "pain itself spreads from nowhere"
    card.close()
    desk.panel._open_card(desk.case.marks[2], card.pos())
    assert card.start.isVisible()
    box = card.start.box
    assert [box.itemText(at) for at in range(box.count())] == [
        "Not said",
        "Right groin crease",
        "Right outer hip bone",
    ]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert desk.case.marks[2].spreads_from == Place(zone="groin_crease", side="right")
    box.activated.emit(0)
    assert desk.case.marks[2].spreads_from is None


def test_another_kind_is_one_step_and_keeps_what_still_holds(desk: Desk, card: MarkCard) -> None:
    card.strengths["at_worst"].strip.button_of("9").click()
    before = len(desk.intents)
    card.kinds.strip.button_of("numb").click()
    assert len(desk.intents) == before + 1
    assert card.isVisible()
    assert card.mark == Mark(zone="groin_crease", side="right", kind="numb", at_worst=9)
    card.kinds.strip.button_of("none").click()
    assert Mark(zone="groin_crease", side="right", kind="none") in desk.case.marks
    assert not card.strengths["intensity"].isVisible()


def test_the_card_scrolls_where_the_screen_is_low(desk: Desk, card: MarkCard) -> None:
    room = card.screen().availableGeometry()
    assert room.contains(card.geometry())
    assert card.done.isVisible()


@pytest.mark.parametrize("at", [0, 2])
def test_the_card_opens_whole_with_each_strength_on_one_line(desk: Desk, card: MarkCard, at: int) -> None:
    card.close()
    desk.panel._open_card(desk.case.marks[at], card.pos())
    QApplication.processEvents()
    assert card._scroll.verticalScrollBar().maximum() == 0, "nothing is left to scroll to"
    for row in card.strengths.values():
        assert len({button.y() for button in row.strip.buttons}) == 1, row.asked.text()


def test_a_kind_that_the_place_has_already_is_not_overwritten(desk: Desk, card: MarkCard) -> None:
    numb = Mark(zone="groin_crease", side="right", kind="numb", intensity=4)
    desk.show_marks(GROIN, numb)
    button = card.kinds.strip.button_of("numb")
    assert card.mark == GROIN
    assert "already has such a mark" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.case.marks == (GROIN, numb)
    desk.show_marks(GROIN)
    assert button.isEnabled()
    assert not button.toolTip()


@pytest.mark.parametrize(("room", "counts"), [(900, [11]), (330, [6, 5])])
def test_strengths_stand_on_one_line_or_on_even_ones_below_the_question(
    qtbot: QtBot, room: int, counts: list[int]
) -> None:
    row = CardRow("Now", strength_choices("intensity", "patient"), beside=True)
    qtbot.addWidget(row)
    row.fit(room)
    row.resize(room, row.heightForWidth(room))
    row.show()
    tops = [button.y() for button in row.strip.buttons]
    assert [tops.count(top) for top in sorted(set(tops))] == counts
    assert (row.asked.y() + row.asked.height() <= row.strip.y()) == (len(counts) > 1)
