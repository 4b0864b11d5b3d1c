"""Shows the recovery key once, to be printed or written down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.form import FormPage

IN_A_LINE = 4


class RecoveryPage(FormPage):
    """Goes on only when somebody said that the key is on paper."""

    kept = Signal()

    def __init__(self, letters: str, go_on: str = "") -> None:
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
        self.box.addWidget(self.on_paper)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.print_button = QPushButton(self.tr("Print…"))
        self.go_on = QPushButton(go_on or self.tr("Go to the records"))
        self.go_on.setProperty("kind", "primary")
        for button in (self.print_button, self.go_on):
            button.setAutoDefault(False)
        line.addWidget(self.print_button)
        line.addStretch(1)
        line.addWidget(self.go_on)
        self.box.addLayout(line)
        self.go_on.setEnabled(False)
        self.on_paper.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self.kept)
        self.print_button.clicked.connect(self._print)

    def take_keyboard(self) -> None:
        self.on_paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
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
