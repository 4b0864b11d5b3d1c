"""Makes new records: where, for whom, and the passphrase twice."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from hipmap.desktop import chosen_file
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.form import FormPage
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.strength_words import strength_words
from hipmap.desktop.written_path import written_path
from hipmap.model.records import RecordsUse
from hipmap.storage.data_folder import records_parent
from hipmap.storage.policy.limits import governed_records
from hipmap.storage.records.problems import VaultProblem


def _parent() -> Path:
    """Gives the folder that new records are offered to be made in."""
    return governed_records() or records_parent() or _documents()


def _documents() -> Path:
    """Gives the folder of the person's documents; on a Linux without a desktop nothing has made one."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not documents:
        return Path.home()
    # Other systems always have it, and there it may lie on a share that is slow to answer.
    is_there = not sys.platform.startswith("linux") or Path(documents).is_dir()
    return Path(documents) if is_there else Path.home()


class FoundingPage(FormPage):
    """Says what is missing instead of a button that cannot be pressed."""

    back_asked = Signal()

    def __init__(self, keeper: RecordsKeeper, use: RecordsUse) -> None:
        own = use == "own"
        super().__init__(
            "lock",
            self.tr("Keep my own visits") if own else self.tr("New patient records"),
            self.tr(
                "What you mark and answer is kept from visit to visit, so that you see what changed. "
                "Only who knows the passphrase can read it."
            )
            if own
            else self.tr("You are the first clinician of these records; others can be let in later."),
        )
        self._keeper, self._use = keeper, use
        # The name of a folder is not translated: it must be found again in another language.
        self._called = "hipmap my visits" if own else "hipmap records"
        self.folder = self.add_field(self.tr("Folder"), self._said_of_folder())
        self.folder.setText(str(_parent() / self._called))
        self.name = self.add_field(
            self.tr("Your name"), "" if own else self.tr("As others who use these records know you.")
        )
        self.strength = label("", "caption", "muted", wrap=True)
        self.passphrase = self.add_field(self.tr("Passphrase"), secret=True, below=self.strength)
        self.again = self.add_field(self.tr("Passphrase once more"), secret=True)
        self.box.addWidget(self.trouble)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.back = QPushButton(self.tr("Back"))
        self.choose = QPushButton(self.tr("Choose where…"))
        self.make = QPushButton(self.tr("Make the records"))
        self.make.setProperty("kind", "primary")
        line.addWidget(self.back)
        line.addWidget(self.choose)
        line.addStretch(1)
        line.addWidget(self.make)
        self.box.addLayout(line)
        self._join()
        self._judge()

    def take_keyboard(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _join(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self._make)
        self.passphrase.textChanged.connect(self._judge)
        self.name.textChanged.connect(self._judge)
        for field, following in (
            (self.folder, self.name),
            (self.name, self.passphrase),
            (self.passphrase, self.again),
        ):
            field.returnPressed.connect(following.setFocus)
        self.again.returnPressed.connect(self._make)
        for button in (self.back, self.choose, self.make):
            button.setAutoDefault(False)

    def _said_of_folder(self) -> str:
        fixed = governed_records()
        if fixed is None:
            return self.tr("A new folder is made here.")
        words = self.tr("A new folder is made here: in {folder}, as the policy of this computer says.")
        return words.format(folder=written_path(fixed))

    def _judge(self) -> None:
        self.strength.setText(strength_words(self.passphrase.text(), self.name.text().strip())[0])

    def _choose(self) -> None:
        parent = chosen_file.folder(
            self, self.tr("Where to make the folder"), str(Path(self.folder.text()).parent)
        )
        if parent:
            self.folder.setText(str(Path(parent) / self._called))

    def _make(self) -> None:
        if not self.make.isEnabled():
            return
        wrong = self._wrong()
        self.tell(wrong)
        if wrong:
            return
        self.make.setEnabled(False)
        self._keeper.found(
            self,
            Path(self.folder.text().strip()),
            self.name.text().strip(),
            self.passphrase.text(),
            self._failed,
            self._use,
        )

    def _wrong(self) -> str:
        name = self.name.text().strip()
        said, taken = strength_words(self.passphrase.text(), name)
        if not self.folder.text().strip():
            return self.tr("Name a folder.")
        if not name:
            return self.tr("Give your name.")
        if not taken:
            return said
        if self.passphrase.text() != self.again.text():
            return self.tr("The two passphrases are not the same. Type them again.")
        return ""

    def _failed(self, problem: VaultProblem) -> None:
        self.make.setEnabled(True)
        # The button lost the keyboard when it could not be pressed; most problems are of the folder.
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell(problem)
