"""Writes a paper for each visit of a patient into a folder: all of them, or none."""

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from hipmap.desktop import chosen_file
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.languages import language_on_paper, library_in_words
from hipmap.desktop.notes.clinic_template import own_template
from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.visit_details import details_of
from hipmap.desktop.records.work_dialog import Way, WorkDialog
from hipmap.desktop.reports.file_out import failure_words, is_there
from hipmap.desktop.settings.governed import export_refusal
from hipmap.exchange.report import Report
from hipmap.exchange.side_check import disagreements
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.model.records import Patient, Visit
from hipmap.model.spoken import speaking
from hipmap.reasoning import assess
from hipmap.report_kinds import Wanted, content_of
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import look_at_all_visits

ENDINGS = {"letter": ".pdf", "soap": ".txt", "handout": ".pdf"}


@dataclass(frozen=True)
class Written:
    """How many papers were written, and the days of the visits of which there is none."""

    count: int = 0
    left_out: tuple[str, ...] = ()
    trouble: str = ""


class ReportsDialog(WorkDialog):
    """The folder is chosen last; nothing is written before."""

    written = Signal(str)

    def __init__(
        self, keeper: RecordsKeeper, patient: Patient, visits: Sequence[Visit], parent: QWidget
    ) -> None:
        super().__init__(
            keeper,
            parent,
            self.tr("Papers of all visits of {name}").format(name=patient.identity.name),
            self.tr(
                "One file for each visit, named by its day. The files are not encrypted, and name the "
                "patient: whoever gets at the folder can read them."
            ),
            self.tr("Choose the folder…"),
        )
        self._patient, self._days = patient, [one.day for one in visits]
        self._kind = "letter"
        self.kinds = ChoiceStrip(
            [
                Choice("letter", self.tr("Letters"), self.tr("Letters to a doctor, as PDF")),
                Choice("soap", self.tr("SOAP notes"), self.tr("Notes in plain text")),
                Choice("handout", self.tr("Handouts"), self.tr("Handouts in plain words, as PDF")),
            ]
        )
        self.inner.addWidget(self.kinds)
        self.add_way()
        self.kinds.chosen.connect(self._choose)
        self.do.clicked.connect(self._ask_folder)
        self._choose("letter")

    def write(self, folder: Path, keeps: bool = False) -> None:
        """Writes all papers beside the window; `keeps` leaves those alone that are there already."""
        kind, patient, language = self._kind, self._patient, language_on_paper()
        knowledge = self._keeper.knowledge()
        papers = _Papers(
            knowledge,
            patient,
            Wanted(
                kind,
                ENDINGS[kind],
                "patient" if kind == "handout" else "clinician",
                own_template(self._keeper.preferences),
                library=library_in_words(knowledge) if kind == "handout" else None,
            ),
            self._keeper.preferences.country or None,
        )

        def work(vault: Vault, way: Way) -> Written:
            try:
                with speaking(language):
                    return papers.write(look_at_all_visits(vault, patient.uid), folder, keeps, way)
            except (BadInput, OSError) as problem:
                return Written(trouble=failure_words(problem))

        self.run(work, lambda found: self._done(found, folder), [self.kinds])

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self.kinds.show_choice(kind)
        kept_in = export_refusal(kind)
        self.tell(kept_in)
        self.do.setEnabled(not kept_in)

    def _ask_folder(self) -> None:
        if kept_in := export_refusal(self._kind):
            self.tell(kept_in)
            return
        name = chosen_file.folder(self, self.tr("Folder for the papers"), str(Path.home()))
        if not name:
            return
        names = names_of(self._days, self._kind)
        there = [one for one in names if is_there(Path(name) / one)]
        answer = self._ask_about(there) if there else QMessageBox.StandardButton.Yes
        if answer != QMessageBox.StandardButton.Cancel:
            self.write(Path(name), keeps=answer == QMessageBox.StandardButton.No)

    def _ask_about(self, there: Sequence[str]) -> QMessageBox.StandardButton:
        """Asks once for all of them."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("hipmap"))
        words = self.tr("Files of these names that are in the folder already: {count}")
        box.setText(words.format(count=len(there)))
        box.setInformativeText(self.tr("The first is {name}.").format(name=there[0]))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.No | buttons.Cancel)
        box.button(buttons.Yes).setText(self.tr("Replace them"))
        box.button(buttons.No).setText(self.tr("Keep them, write the others"))
        box.setDefaultButton(buttons.Cancel)
        return QMessageBox.StandardButton(box.exec())

    def _done(self, found: Written, folder: Path) -> None:
        if found.trouble:
            self.tell(found.trouble)
            return
        words = [self.tr("Files written to {folder}: {count}.").format(folder=folder.name, count=found.count)]
        if found.left_out:
            told = self.tr(
                "Without a file, because the visit is not known to this hipmap or its sides do not agree: "
                "{days}. Open such a visit, and write its paper there."
            )
            words.append(told.format(days="; ".join(day_words(one) for one in found.left_out)))
        self.written.emit(" ".join(words))
        self.accept()


def names_of(days: Sequence[str], kind: str) -> list[str]:
    """Gives the name of the file of each visit; a second visit on a day has a number."""
    words = {"letter": "letter", "soap": "note", "handout": "handout"}[kind]
    found: list[str] = []
    for at, day in enumerate(days):
        nth = days[: at + 1].count(day)
        found.append(f"{day} {words}{f' {nth}' if nth > 1 else ''}{ENDINGS[kind]}")
    return found


def _put_in_place(names: Sequence[str], apart: Path, folder: Path) -> None:
    """Moves all files to their folder; OSError where one cannot go, and the folder is as it was before."""
    folders = [one for one in names if (folder / one).is_dir()]
    if folders:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), folders[0])
    before = apart / "before"
    before.mkdir()
    try:
        for name in names:
            if is_there(folder / name):
                (folder / name).replace(before / name)
            (apart / name).replace(folder / name)
    except OSError:
        for name in names:
            if not (apart / name).exists():  # this one was in its place already
                (folder / name).unlink()
            if (before / name).exists():
                (before / name).replace(folder / name)
        raise


class _Papers:
    """Makes the papers in a folder of their own, and puts them in place when the last is made."""

    def __init__(self, knowledge: Knowledge, patient: Patient, wanted: Wanted, country: str | None) -> None:
        self._knowledge, self._patient, self._wanted = knowledge, patient, wanted
        self._country = country

    def write(self, visits: Sequence[Visit], folder: Path, keeps: bool, way: Way) -> Written:
        names = names_of([one.day for one in visits], self._wanted.kind)
        left_out, made = [], []
        with TemporaryDirectory(dir=folder, prefix=".hipmap-") as apart:
            for at, (visit, name) in enumerate(zip(visits, names, strict=True)):
                way.tell(at, len(visits))
                if keeps and is_there(folder / name):
                    continue
                report = self._report(visit)
                if report is None:
                    left_out.append(visit.day)
                    continue
                (Path(apart) / name).write_bytes(content_of(report, self._wanted))
                made.append(name)
            way.tell(len(visits), len(visits))
            _put_in_place(made, Path(apart), folder)
        return Written(len(made), tuple(left_out))

    def _report(self, visit: Visit) -> Report | None:
        if check_case(visit.case, self._knowledge):
            return None
        details = details_of(self._patient, visit.day, visit.note)
        found = assess(visit.case, self._knowledge)
        report = Report(visit.case, found, self._knowledge, details, self._country)
        return None if next(disagreements(report), None) is not None else report
