"""Tests of a field whose words may be too long for it."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from hipmap.desktop.choice_field import ChoiceField

LONG = "Serious or non-musculoskeletal cause"


def tip(field: ChoiceField) -> str:
    """Gives what the field says to whoever rests the pointer on it."""
    QApplication.sendEvent(
        field, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5)))
    )
    return field.toolTip()


def shortened_words(field: ChoiceField) -> str:
    """Gives the words that fit into the field."""
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    room = field.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, field
    )
    return field.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, room.width())


def test_words_that_do_not_fit_are_whole_in_the_tip(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItem(LONG)
    field.resize(90, 32)
    field.show()
    assert tip(field) == LONG
    field.resize(600, 32)
    assert tip(field) == ""


def test_words_that_do_not_fit_are_not_cut_within_a_letter(qtbot: QtBot) -> None:
    whole, shortened = ChoiceField(), ChoiceField()
    for field in (whole, shortened):
        qtbot.addWidget(field)
        field.resize(90, 32)
    whole.addItem(LONG)
    shortened.addItem(shortened_words(whole))
    assert shortened.currentText().endswith("…")
    assert whole.grab().toImage() == shortened.grab().toImage()
