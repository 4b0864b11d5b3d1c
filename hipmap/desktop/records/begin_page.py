"""Begins: makes new records, or opens a folder that has some."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from hipmap.desktop import chosen_file
from hipmap.desktop.records.form import FormPage
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.model.records import RecordsUse
from hipmap.storage.records.opening import must_be_vault
from hipmap.storage.records.problems import VaultProblem


class BeginPage(FormPage):
    """For a clinic, for oneself, or what there is already."""

    new_asked = Signal(str)  # a RecordsUse
    folder_chosen = Signal(str)

    def __init__(self, keeper: RecordsKeeper, use: RecordsUse) -> None:
        """What fits the desk that is used most stands out."""
        super().__init__(
            "lock",
            self.tr("Records"),
            self.tr(
                "Visits are kept in one encrypted folder, on this computer or on a shared drive. "
                "Nobody reads them without a passphrase. Nothing is kept until you make records here."
            ),
        )
        self._keeper, self._use = keeper, use
        self.box.addWidget(self.trouble)
        self.make = self._add_way(self.tr("Make records of patients…"), "clinic", use)
        self.make_own = self._add_way(self.tr("Keep my own visits at home…"), "own", use)
        self.open = self.add_button(self.tr("Open a folder with records…"), self._ask_folder)

    def take_keyboard(self) -> None:
        (self.make_own if self._use == "own" else self.make).setFocus()

    def _add_way(self, text: str, way: RecordsUse, fitting: RecordsUse) -> QPushButton:
        return self.add_button(text, lambda: self.new_asked.emit(way), "primary" if way == fitting else "")

    def _ask_folder(self) -> None:
        name = chosen_file.folder(self, self.tr("Folder with records"), str(Path.home()))
        if not name:
            return
        self.look_into(Path(name))

    def look_into(self, folder: Path) -> None:
        """Goes on with a folder of records; the share that it lies on may be slow."""
        self.tell("")
        self.open.setEnabled(False)
        self._keeper.ask_of_disk(
            self, lambda: must_be_vault(folder), lambda _: self.folder_chosen.emit(str(folder)), self._failed
        )

    def _failed(self, problem: VaultProblem) -> None:
        self.open.setEnabled(True)
        self.tell(problem)
