"""The code of the clinic, with which a patient at home locks a file for it alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.records.code_sheet import code_sheet
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.reports.paper_out import PaperOut
from hipmap.report_papers import Paper, paper_of
from hipmap.storage.records.hand_over import RECIPIENT_LETTERS, recipient_code

ACROSS, GROUP = 5, 4


class CodeDialog(SheetDialog):
    """The code is no secret: with it files can be locked, not opened."""

    def __init__(self, keeper: RecordsKeeper, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("The code of this clinic"),
            self.tr(
                "Give it to patients on paper or by phone. At home they choose “With the code of my clinic”, "
                "and then only these records open their file. The code is no secret: it locks, and cannot "
                "open."
            ),
            self.tr("Copy the code"),
        )
        self.code = ""
        self._add_groups()
        self._add_ways()
        self.said = label("", "body", "muted", wrap=True)
        self.inner.addWidget(self.said)
        self.out = PaperOut(self)
        self.out.told.connect(self.said.setText)
        self.out.failed.connect(self.tell)
        self.stay.setText(self.tr("Close"))
        self.do.clicked.connect(self._copy)
        keeper.ask(self, recipient_code, self._show, self.tell)

    def write_sheet(self, path: Path) -> None:
        """Writes the sheet for patients as a PDF."""
        self.out.write(path, self._sheet())

    # ---- parts

    def _add_groups(self) -> None:
        self.groups = QFrame()
        self.groups.setProperty("kind", "card")
        self.groups.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(self.groups)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        self._letters = [label("…", "heading") for _ in range(RECIPIENT_LETTERS // GROUP)]
        for at, letters in enumerate(self._letters):
            grid.addWidget(_group(at + 1, letters), at // ACROSS, at % ACROSS)
        self.inner.addWidget(self.groups)
        words = self.tr(
            "There is no I, L, O or U in it. The last letters are a check: hipmap says at home whether every "
            "letter was copied rightly, before the file is made."
        )
        self.inner.addWidget(label(words, "caption", "muted", wrap=True))

    def _add_ways(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.print_button = QPushButton(self.tr("Print a sheet…"))
        self.save_button = QPushButton(self.tr("Save the sheet as PDF…"))
        for button in (self.print_button, self.save_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        self.inner.addLayout(line)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_place)

    def _show(self, code: str) -> None:
        self.code = code
        groups = code.split("-")
        for letters, group in zip(self._letters, groups, strict=True):
            letters.setText(group)
        self.groups.setAccessibleName(self.tr("Code: {code}").format(code=" ".join(groups)))
        self.groups.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code)
        self.said.setText(self.tr("The code is copied."))

    def _sheet(self) -> Paper:
        return paper_of(code_sheet(self.code))

    def _print(self) -> None:
        self.out.ask_printer(self._sheet)

    def _ask_place(self) -> None:
        self.out.ask_place(self._sheet, self.tr("Save the sheet"), "hipmap-code", ".pdf")


def _group(number: int, letters: QLabel) -> QWidget:
    """Gives four letters with their place, so that two people on the phone know where they are."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(label(str(number), "caption", "muted"))
    box.addWidget(letters)
    return holder
