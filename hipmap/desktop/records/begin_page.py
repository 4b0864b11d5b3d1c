"""Begins: makes new records, or opens a folder that has some."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from hipmap.desktop.records.form import FormPage
from hipmap.storage.records.opening import must_be_vault
from hipmap.storage.records.problems import VaultProblem


class BeginPage(FormPage):
    """Two ways, and what records are."""

    new_asked = Signal()
    folder_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            "lock",
            self.tr("Patient records"),
            self.tr(
                "Patients and visits in one encrypted folder on this computer or on a shared drive. "
                "Nobody reads them without a passphrase. Nothing is kept until you make records here."
            ),
        )
        self.box.addWidget(self.trouble)
        self.make = self.add_button(self.tr("Make new records…"), self.new_asked.emit, "primary")
        self.open = self.add_button(self.tr("Open a folder with records…"), self._ask_folder)

    def take_keyboard(self) -> None:
        self.make.setFocus()

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder with records"), str(Path.home()))
        if not name:
            return
        try:
            must_be_vault(Path(name))
        except VaultProblem as problem:
            self.tell(problem)
            return
        self.folder_chosen.emit(name)
