"""The questions of the window look like the window: no button wears a drawing of the platform."""

from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.design_tokens import LIGHT
from hipmap.desktop.style_sheet import style_sheet

AS_ON_LINUX = "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 1; }\n"
"""What the desktops of Linux ask for."""


def test_no_button_of_a_question_wears_an_icon(qtbot: QtBot) -> None:
    buttons = QMessageBox.StandardButton
    wanted = buttons.Save | buttons.Discard | buttons.Cancel | buttons.Yes | buttons.No
    for sheet, wears in ((AS_ON_LINUX, True), (AS_ON_LINUX + style_sheet(LIGHT, 1.0), False)):
        window = QWidget()
        qtbot.addWidget(window)
        window.setStyleSheet(sheet)
        box = QMessageBox(window)
        box.setStandardButtons(wanted)
        box.button(buttons.Cancel).setText("Stay")
        box.ensurePolished()
        assert [not one.icon().isNull() for one in box.buttons()] == [wears] * 5
