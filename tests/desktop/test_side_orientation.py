"""Which side is which is shown once, in words at the two sides of the figure."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.look import choose, look
from hipmap.desktop.side_orientation import SideHint, SideOrientation


def test_the_right_side_of_the_body_stands_at_the_left_in_both_voices(qtbot: QtBot) -> None:
    card = SideOrientation("neutral", "patient")
    qtbot.addWidget(card)
    assert card.picture.painted_texts() == ("YOUR RIGHT", "YOUR LEFT")
    card.show_voice("clinician")
    assert card.picture.painted_texts() == ("RIGHT", "LEFT")
    assert "patient’s right is at your left" in card.words.text()
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert card.picture.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_hint_keeps_within_what_it_lies_on_and_goes_when_understood(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(620, 500)
    over.show()
    worn = look()
    choose(replace(worn, still=True))
    hint = SideHint(over, "neutral", "clinician")
    choose(worn)
    understood: list[bool] = []
    hint.understood.connect(lambda: understood.append(True))
    for size in ((620, 500), (420, 400)):
        over.resize(*size)
        QTest.qWait(1)
        assert over.rect().contains(hint.card.geometry())
        for words in hint.card.findChildren(QLabel):
            assert words.height() >= words.heightForWidth(words.width())
    QTest.mouseClick(hint.card.button, Qt.MouseButton.LeftButton)
    assert understood == [True]
    assert hint.card.isHidden()
