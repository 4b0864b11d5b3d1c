"""`hipmap report --batch`: a row of one table, or a file of a folder, for every line of cases."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from hipmap.exchange.report import Details, Report
from hipmap.exchange.side_check import must_agree_on_sides
from hipmap.exchange.table.rows import RowWriter
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput, refusal
from hipmap.reasoning import assess
from hipmap.report_files import must_be_free, written
from hipmap.report_kinds import Wanted, content_of
from hipmap.storage.case_lines import case_lines
from hipmap.storage.whole_file import replace_file_by

_EVERY = 100


def reported_batch(
    options: argparse.Namespace, wanted: Wanted, details: Details, knowledge: Knowledge
) -> int:
    """Writes what a batch asks for; bad lines are told, and the exit code is then 2."""
    batch = _Batch(options, details, knowledge)
    if wanted.kind == "csv":
        batch.write_table(options.output)
    elif options.output.suffix:
        raise refusal(options.output.name, f"a batch of kind {wanted.kind} is many files: name a folder")
    else:
        batch.write_files(options.output, wanted)
    return 2 if batch.bad else 0


class _Batch:
    """Goes through the lines, tells how far it is, and counts what could not be used."""

    def __init__(self, options: argparse.Namespace, details: Details, knowledge: Knowledge) -> None:
        self._options, self._details, self._knowledge = options, details, knowledge
        self.bad = 0

    def write_table(self, path: Path) -> None:
        """Writes one table row by row; stopped halfway, nothing is there or what was there before."""
        must_be_free(path, force=self._options.force)
        replace_file_by(path, self._rows())

    def _rows(self) -> Iterator[bytes]:
        writer = RowWriter(self._knowledge, identified=self._options.identified, excel=self._options.excel)
        yield writer.head().encode()
        for number, case in self._cases():
            try:
                report = self._report(case)
                if not self._options.sides_checked:
                    must_agree_on_sides(report)
                yield writer.row(report, visit=str(number)).encode()
            except BadInput as error:
                self._tell(error, number)

    def _report(self, case: Case) -> Report:
        assessment = assess(case, self._knowledge, ranges=not self._options.no_ranges)
        return Report(case, assessment, self._knowledge, self._details, self._options.country)

    def write_files(self, folder: Path, wanted: Wanted) -> None:
        """Writes a file for each line, named by its number."""
        folder.mkdir(exist_ok=True)
        for number, case in self._cases():
            path = folder / f"{number:05d}{wanted.ending}"
            try:
                must_be_free(path, force=self._options.force)
                written(path, content_of(self._report(case), wanted))
            except BadInput as error:
                self._tell(error, number)

    def _cases(self) -> Iterator[tuple[int, Case]]:
        done = 0
        for number, case in case_lines(self._options.batch, self._knowledge):
            if isinstance(case, BadInput):
                self._tell(case, number)
            else:
                yield number, case
            done += 1
            if done % _EVERY == 0 and sys.stderr.isatty():
                print(f"\rhipmap: {done} cases", end="", file=sys.stderr, flush=True)
        if done >= _EVERY and sys.stderr.isatty():
            print(file=sys.stderr)

    def _tell(self, error: BadInput, number: int) -> None:
        self.bad += 1
        named = str(error).startswith(f"{self._options.batch.name}, line ")
        where = "" if named else f"{self._options.batch.name}, line {number}: "
        print(f"hipmap: {where}{error}", file=sys.stderr)
