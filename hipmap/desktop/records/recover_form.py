"""Opens by the printed recovery key, and gives a user a new passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from hipmap.desktop.labels import label
from hipmap.desktop.records.form import FormPage
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.strength_words import strength_words
from hipmap.storage.records.problems import VaultProblem


class RecoverForm(FormPage):
    """The letters, the name that the records know, and the new passphrase twice."""

    back_asked = Signal()

    def __init__(self, keeper: RecordsKeeper, folder: Path) -> None:
        super().__init__(
            "lock",
            self.tr("Open by the recovery key"),
            self.tr("Type the letters from the paper. Then you choose a new passphrase."),
        )
        self._keeper, self._folder = keeper, folder
        self.letters = self.add_field(
            self.tr("Recovery key"), self.tr("Blanks and small letters do not matter.")
        )
        self.name = self.add_field(self.tr("Your name"), self.tr("As the records know it."))
        self.name.setText(keeper.last_name)
        self.strength = label("", "caption", "muted", wrap=True)
        self.passphrase = self.add_field(self.tr("New passphrase"), secret=True, below=self.strength)
        self.again = self.add_field(self.tr("New passphrase once more"), secret=True)
        self.box.addWidget(self.trouble)
        self.open = self.add_button(self.tr("Open the records"), self._open, "primary")
        self.back = QPushButton(self.tr("Back"))
        self.add_links(self.back)
        self.back.clicked.connect(self.back_asked)
        self.passphrase.textChanged.connect(self._judge)
        self.again.returnPressed.connect(self._open)
        for field, following in (
            (self.letters, self.name),
            (self.name, self.passphrase),
            (self.passphrase, self.again),
        ):
            field.returnPressed.connect(following.setFocus)
        self._judge()

    def take_keyboard(self) -> None:
        self.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        self.strength.setText(strength_words(self.passphrase.text(), self.name.text().strip())[0])

    def _open(self) -> None:
        said, taken = strength_words(self.passphrase.text(), self.name.text().strip())
        same = self.passphrase.text() == self.again.text()
        self.tell("" if taken and same else said if not taken else self.tr("The two are not the same."))
        if not (taken and same and self.open.isEnabled()):
            return
        self.open.setEnabled(False)
        self._keeper.open_by_recovery(
            self,
            self._folder,
            self.letters.text(),
            self.name.text().strip(),
            self.passphrase.text(),
            self._failed,
        )

    def _failed(self, problem: VaultProblem) -> None:
        self.open.setEnabled(True)
        self.tell(problem)
