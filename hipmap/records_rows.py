"""`hipmap records rows`: every visit of the records as a row for research, without who the people are."""

import argparse
import sys
from collections.abc import Callable, Iterator

from hipmap.exchange.report import Details, Report
from hipmap.exchange.side_check import must_agree_on_sides
from hipmap.exchange.table.rows import RowWriter
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.reasoning import assess
from hipmap.report_files import must_be_free
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.records.every_visit import NumberedVisit, count_visits, every_visit
from hipmap.storage.records.vault import Vault
from hipmap.storage.whole_file import replace_file_by

_EVERY = 100


def wrote_rows(vault: Vault, options: argparse.Namespace) -> list[str]:
    """Writes the table whole or not at all; gives what is told of it."""
    must_be_free(options.output, force=options.force)
    table = VisitTable(
        vault,
        load_knowledge(),
        identified=options.identified,
        ranges=not options.no_ranges,
        excel=options.excel,
    )
    replace_file_by(options.output, table.parts(_shown if sys.stderr.isatty() else _unseen))
    lines = [f"{options.output}: rows: {table.written}"]
    if table.not_known:
        lines.append(f"left out, because this hipmap does not know all of the case: {table.not_known}")
    if table.disagreeing:
        lines.append(f"left out, because marks and answers are about other sides: {table.disagreeing}")
    return lines


class VisitTable:
    """The rows of all visits, made one by one: who takes no more of them stops the work."""

    def __init__(
        self, vault: Vault, knowledge: Knowledge, *, identified: bool, ranges: bool, excel: bool = False
    ) -> None:
        self._vault, self._knowledge = vault, knowledge
        self._identified, self._ranges = identified, ranges
        self._writer = RowWriter(knowledge, identified=identified, excel=excel)
        self.written = self.not_known = self.disagreeing = 0

    @property
    def left_out(self) -> int:
        """How many visits have no row."""
        return self.not_known + self.disagreeing

    def parts(self, progress: Callable[[int, int], None]) -> Iterator[bytes]:
        """Gives the table in parts; `progress` is told how many visits of how many are done."""
        yield self._writer.head().encode()
        total = count_visits(self._vault)
        for visit in every_visit(self._vault):
            row = self._row(visit)
            if row is not None:
                self.written += 1
                yield row
            progress(self.written + self.left_out, total)

    def _row(self, visit: NumberedVisit) -> bytes | None:
        case, who = visit.about.case, visit.of.identity
        if check_case(case, self._knowledge):
            self.not_known += 1
            return None
        # A note that stands in no row leaves none out, whichever side it speaks of.
        note = visit.about.note if self._identified else ""
        details = Details(
            day=visit.about.day, name=who.name, number=who.number, born=who.born or "", note=note
        )
        found = assess(case, self._knowledge, ranges=self._ranges, proposals=False)  # no column tells them
        report = Report(case, found, self._knowledge, details)
        try:
            must_agree_on_sides(report)
        except BadInput:
            self.disagreeing += 1
            return None
        days = visit.days_since_first
        return self._writer.row(report, person=str(visit.person), visit=str(visit.visit), days=days).encode()


def _shown(done: int, total: int) -> None:
    if done % _EVERY == 0 or done == total:
        print(f"\rhipmap: {done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _unseen(_done: int, _total: int) -> None:
    """Where nobody looks, nothing is drawn."""
