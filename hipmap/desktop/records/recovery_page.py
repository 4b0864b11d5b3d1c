"""Shows the recovery key once, to be printed or written down."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton

from hipmap.desktop import chosen_file
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.form import FormPage

IN_A_LINE = 4


class RecoveryPage(FormPage):
    """Goes on only when somebody said that the key is on paper."""

    kept = Signal()
    backups_chosen = Signal(str)

    def __init__(self, letters: str, go_on: str = "", fixed: str = "") -> None:
        """`fixed` says that the place of the backups is not for the user to choose."""
        super().__init__(
            "lock",
            self.tr("Put the recovery key on paper"),
            self.tr(
                "If every passphrase is forgotten, only this key opens the records. It is shown this "
                "one time and kept nowhere. Print it or write it down, and lock the paper away: who has it "
                "can read everything."
            ),
        )
        self.letters = label(in_lines(letters), "display")
        self.letters.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.letters.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.letters.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.letters.setAccessibleName(self.tr("Recovery key: {letters}").format(letters=letters))
        self.box.addWidget(self.letters)
        self.on_paper = QCheckBox(self.tr("I have it on paper"))
        self.print_button = QPushButton(self.tr("Print…"))
        paper = QHBoxLayout()
        paper.setSpacing(Space.S)
        paper.addWidget(self.on_paper, 1)
        paper.addWidget(self.print_button)
        self.box.addLayout(paper)
        later = self.tr("Later: it is chosen under “Safe keeping”.")
        self.backups = label(later, "caption", "muted", wrap=True)
        self.choose = QPushButton(self.tr("Choose a folder…"))
        if not go_on:
            self._ask_for_backups(fixed)
        self.go_on = QPushButton(go_on or self.tr("Go to the records"))
        self.go_on.setProperty("kind", "primary")
        for button in (self.print_button, self.choose, self.go_on):
            button.setAutoDefault(False)
        self.box.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignTrailing)
        self.go_on.setEnabled(False)
        self.on_paper.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.kept)
        self.print_button.clicked.connect(self._print)

    def take_keyboard(self) -> None:
        self.on_paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_backups(self, said: str) -> None:
        """Says where the backups will go, or why not there."""
        self.backups.setText(said)

    def _ask_for_backups(self, fixed: str) -> None:
        """Asked while the records are new: later nobody thinks of it until the disk fails."""
        words = self.tr(
            "Where should backups go? Best on another disk: a copy beside the records is lost with them."
        )
        self.box.addWidget(label(self.tr("Backups"), "title"))
        self.box.addWidget(label(words, "body", "muted", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.choose)
        line.addWidget(self.backups, 1)
        self.box.addLayout(line)
        self.choose.clicked.connect(self._choose)
        if fixed:
            self.show_backups(fixed)
            self.choose.setEnabled(False)

    def _choose(self) -> None:
        name = chosen_file.folder(self, self.tr("Folder for backups"), str(Path.home()))
        if name:
            self.backups_chosen.emit(name)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        chosen_file.forget_files_of(dialog)
        dialog.accepted.connect(lambda: self._document().print_(printer))
        dialog.show()

    def _document(self) -> QTextDocument:
        page = QTextDocument()
        title = self.tr("Recovery key of the hipmap records")
        page.setPlainText("\n\n".join((title, self.letters.text(), self.words.text())))
        return page


def in_lines(letters: str) -> str:
    """Gives four groups in a line, as they are easiest to copy; blanks do not matter when they are typed."""
    groups = letters.split("-")
    return "\n".join("-".join(groups[at : at + IN_A_LINE]) for at in range(0, len(groups), IN_A_LINE))
