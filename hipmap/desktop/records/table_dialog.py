"""Writes all visits of the records as one table for research, by default without who the people are."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hipmap.desktop import chosen_file
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.labels import label
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.work_dialog import Way, WorkDialog
from hipmap.desktop.reports.file_out import failure_words, is_there, may_replace
from hipmap.desktop.settings.governed import export_refusal
from hipmap.exchange.table.rows import RowWriter
from hipmap.records_rows import VisitTable
from hipmap.storage.records.vault import Vault
from hipmap.storage.whole_file import replace_file, replace_file_by

SUFFIX = ".csv"


@dataclass(frozen=True)
class Written:
    """What became of the visits; `trouble` says why a file could not be written."""

    rows: int = 0
    not_known: int = 0
    disagreeing: int = 0
    trouble: str = ""


class TableDialog(WorkDialog):
    """The file is chosen last; nothing is written before."""

    written = Signal(str)

    def __init__(self, keeper: RecordsKeeper, parent: QWidget) -> None:
        super().__init__(
            keeper,
            parent,
            self.tr("All visits as a table"),
            self.tr(
                "One row for each visit, as CSV for a spreadsheet or statistics. A second file beside it "
                "says what every column means; three columns hold the segments of the CHOIR body map."
            ),
            self.tr("Choose the file…"),
        )
        self.way = ChoiceStrip(
            [
                Choice("without", self.tr("Without who they are"), self.tr("No names or days")),
                Choice("with", self.tr("With who they are"), self.tr("Names and days in every row")),
            ]
        )
        self.inner.addWidget(self.way)
        self.about = label("", "body", wrap=True)
        self.inner.addWidget(self.about)
        self.sure = QCheckBox(self.tr("Yes, this file is to say who everybody is"))
        self.inner.addWidget(self.sure)
        self.ranges = QCheckBox(self.tr("With the range of each likelihood; takes several times as long"))
        self.ranges.setChecked(True)
        self.inner.addWidget(self.ranges)
        self.excel = QCheckBox(self.tr("For Excel: it needs a sign at the start to read letters as ł or ö"))
        self.inner.addWidget(self.excel)
        self.add_way()
        self.way.chosen.connect(self._choose)
        self.sure.toggled.connect(lambda _on: self._allow())
        self.do.clicked.connect(self._ask_file)
        self._choose("without")
        self.tell(export_refusal("csv"))
        self._allow()

    def write(self, path: Path) -> None:
        """Writes table and dictionary, beside the window."""
        identified, knowledge = self._identified, self._keeper.knowledge()
        ranges, excel = self.ranges.isChecked(), self.excel.isChecked()
        dictionary = dictionary_beside(path)

        def work(vault: Vault, way: Way) -> Written:
            table = VisitTable(vault, knowledge, identified=identified, ranges=ranges, excel=excel)
            writer = RowWriter(knowledge, identified=identified, excel=excel)
            try:
                replace_file_by(path, table.parts(way.tell))
                replace_file(dictionary, writer.dictionary().encode())
            except OSError as problem:
                return Written(trouble=failure_words(problem))
            return Written(table.written, table.not_known, table.disagreeing)

        self.run(work, lambda found: self._done(found, path), [self.way, self.sure, self.ranges, self.excel])

    def _choose(self, way: str) -> None:
        self._identified = way == "with"
        self.way.show_choice(way)
        self.sure.setChecked(False)
        self.sure.setVisible(self._identified)
        self.about.setText(self._told_of_identity())
        self._allow()

    def _told_of_identity(self) -> str:
        if self._identified:
            return self.tr(
                "Name, number, day of birth, day of the visit and the note stand in every row. The file is "
                "not encrypted: whoever gets it knows who has what."
            )
        return self.tr(
            "Left out: name, number, day of birth, days of visits, notes, scores and letters. What stays: "
            "age in whole years, with 90 for all above 89; sex, place of work, marks, answers and results. "
            "People and visits have running numbers, and visits the days since the first one. Who knows a "
            "person well may still recognise a rare one: hand it on with care."
        )

    def _allow(self) -> None:
        may_leave = not export_refusal("csv")
        self.do.setEnabled(may_leave and (not self._identified or self.sure.isChecked()))

    def _ask_file(self) -> None:
        if kept_in := export_refusal("csv"):
            self.tell(kept_in)
            return
        start = str(Path.home() / f"visits{SUFFIX}")
        files = self.tr("Tables ({pattern})").format(pattern=f"*{SUFFIX}")
        name = chosen_file.file_to_save(self, self.tr("Save the table"), start, files, asks=False)
        if not name:
            return
        path = Path(name) if Path(name).suffix.lower() == SUFFIX else Path(f"{name}{SUFFIX}")
        there = [one for one in (path, dictionary_beside(path)) if is_there(one)]
        if all(may_replace(self, one) for one in there):
            self.write(path)

    def _done(self, found: Written, path: Path) -> None:
        self._allow()
        if found.trouble:
            self.tell(found.trouble)
            return
        words = [
            self.tr("Rows written to {file}: {count}. What its columns mean stands in {other}.").format(
                file=path.name, count=found.rows, other=dictionary_beside(path).name
            )
        ]
        if found.not_known:
            told = self.tr("Left out, because this hipmap does not know all that is in them: {count}.")
            words.append(told.format(count=found.not_known))
        if found.disagreeing:
            told = self.tr("Left out, because marks and answers are about other sides: {count}.")
            words.append(told.format(count=found.disagreeing))
        self.written.emit(" ".join(words))
        self.accept()


def dictionary_beside(path: Path) -> Path:
    """Gives the file that says what the columns of a table mean."""
    return path.with_name(f"{path.stem}_dictionary{SUFFIX}")
