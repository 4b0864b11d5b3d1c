"""Whoever is asked for a printer is asked by a dialog that does not stay."""

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.reports.print_out import asked_printer


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_the_question_for_a_printer_goes_with_its_answer(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode
) -> None:
    asking = QWidget()
    qtbot.addWidget(asking)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: answer)
    printer = asked_printer(asking)
    assert (printer is not None) == (answer == QDialog.DialogCode.Accepted)
    assert not asking.findChildren(QDialog)
    assert printer is None or printer.docName() == "hipmap"
