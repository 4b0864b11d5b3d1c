"""What can be made of the result, right below the likelihoods."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.records.button_flow import ButtonFlow


class HandOnRow(QWidget):
    """Buttons beside each other, or below each other where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.note = QPushButton(self.tr("Copy SOAP note"))
        keys = QKeySequence("Ctrl+Shift+C").toString(QKeySequence.SequenceFormat.NativeText)
        self.note.setToolTip(self.tr("Plain text for your records ({keys})").format(keys=keys))
        self.reports = QPushButton(self.tr("Letter and other files…"))
        keys = QKeySequence("Ctrl+Shift+E").toString(QKeySequence.SequenceFormat.NativeText)
        self.reports.setToolTip(self.tr("Letter, handout, pictures and data ({keys})").format(keys=keys))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(ButtonFlow(self.note, self.reports))
