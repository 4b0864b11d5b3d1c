"""A question of the records: tall enough for its words, scrolled on a small screen, gone through in order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.records.sheet_dialog import SheetDialog

LONG = "Somebody else has this number already, and nobody else may have it. " * 4


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[SheetDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = SheetDialog(window, "A question", "With words about it.", "Save")
    yield made
    made.close()


def lines(dialog: SheetDialog, count: int) -> list[QWidget]:
    return [dialog.add_line(f"Line {at}", help_words="What to write there.") for at in range(count)]


def test_it_grows_by_what_is_wrong_and_squeezes_nothing(dialog: SheetDialog) -> None:
    fields = lines(dialog, 3)
    dialog.open()
    tall, field_tall = dialog.height(), fields[0].height()
    dialog.tell(LONG)
    QApplication.processEvents()
    assert dialog.height() > tall
    assert fields[0].height() == field_tall
    assert dialog.trouble.height() >= dialog.trouble.heightForWidth(dialog.trouble.width())


def test_it_scrolls_where_the_screen_is_too_small_and_its_buttons_stay_in_view(dialog: SheetDialog) -> None:
    lines(dialog, 30)
    dialog.open()
    QApplication.processEvents()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    area = dialog.findChildren(QScrollArea)[0]
    assert area.verticalScrollBar().maximum() > 0
    assert dialog.rect().contains(dialog.do.geometry())


def test_tab_goes_through_the_fields_and_then_to_the_buttons(dialog: SheetDialog) -> None:
    fields = lines(dialog, 2)
    dialog.open()
    dialog.activateWindow()
    assert dialog.focusWidget() is fields[0]
    seen = []
    for _ in range(3):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.append(dialog.focusWidget())
    assert seen == [fields[1], dialog.stay, dialog.do]
