"""Asks whether records that are older than they were are to be opened as they are now."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.storage.records.problems import VaultProblem


class OlderStateDialog(SheetDialog):
    """The passphrase is typed once more, so that nobody does this by a slip of the hand."""

    def __init__(self, keeper: RecordsKeeper, folder: Path, name: str, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Open the older state?"),
            self.tr(
                "Something other than hipmap put an older copy of the records here: a backup program, a "
                "shared drive, or a person. What was written after that copy was made is not in it. If the "
                "newer files are still somewhere, put those back instead. If you go on, the list of who did "
                "what says that you accepted the older state, and the records go on from it."
            ),
            self.tr("Open the older state"),
            danger=True,
        )
        self._keeper, self._folder, self._name = keeper, folder, name
        self.secret = self.add_line(self.tr("Passphrase of {name}").format(name=name), secret=True)
        self.do.setEnabled(False)
        self.secret.textChanged.connect(lambda text: self.do.setEnabled(bool(text)))
        self.do.clicked.connect(self._open)
        keeper.opened.connect(self.accept)

    def _open(self) -> None:
        self.tell("")
        self.do.setEnabled(False)
        self._keeper.open(self, self._folder, self._name, self.secret.text(), self._failed, accept_older=True)
        self.secret.clear()

    def _failed(self, problem: VaultProblem) -> None:
        self.tell(problem)
        self.do.setEnabled(False)
        self.secret.setFocus()
