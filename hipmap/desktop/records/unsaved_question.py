"""The question before a visit is left or hipmap is closed while a change is not saved."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

UnsavedAnswer = Literal["again", "leave", "stay"]


def ask_about_unsaved(
    window: QWidget, text: str, why: str, leave: str, *, may_try: bool = True
) -> UnsavedAnswer:
    """Offers to try again, to go all the same, and to stay, which is what Escape means."""
    buttons = QMessageBox.StandardButton
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("hipmap")
    box.setText(text)
    box.setInformativeText(why)
    offered = buttons.Discard | buttons.Cancel
    box.setStandardButtons(offered | buttons.Retry if may_try else offered)
    tr = QCoreApplication.translate
    box.button(buttons.Discard).setText(leave)
    box.button(buttons.Cancel).setText(tr("Records", "Stay"))
    if may_try:
        box.button(buttons.Retry).setText(tr("Records", "Try again"))
    box.setDefaultButton(buttons.Retry if may_try else buttons.Cancel)
    box.setEscapeButton(buttons.Cancel)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    answer = QMessageBox.StandardButton(box.exec())
    box.deleteLater()
    if answer == buttons.Retry:
        return "again"
    return "leave" if answer == buttons.Discard else "stay"
