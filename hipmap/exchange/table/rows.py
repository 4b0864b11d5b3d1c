"""Writes research rows as CSV (RFC 4180) in which no cell can become a formula of a spreadsheet."""

import csv
import io
import unicodedata
from collections.abc import Iterable

from hipmap.exchange.report import Report
from hipmap.exchange.table.columns import Cell, columns_of
from hipmap.model.knowledge import Knowledge

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", *"\uff1d\uff0b\uff0d\uff20")
_BYTE_ORDER_MARK = "\ufeff"
_UNSEEN = ("Cf", "Zs", "Mn")
_DICTIONARY = ("column", "meaning", "type", "values")
_PERSON = ("person", "Running number of the person in this file; not the one of the records", "text", "")
_VISIT = ("visit", "Running number of the visit of this person, or of the line of a batch", "text", "")
_DAYS = ("days_since_first", "Days since the first visit of this person", "number", "")


class RowWriter:
    """Writes the head, rows and dictionary of one table.

    For `excel` each file begins with the sign by which Excel knows UTF-8; others may take it for a letter.
    """

    def __init__(self, knowledge: Knowledge, *, identified: bool = False, excel: bool = False) -> None:
        self._columns = columns_of(knowledge, identified=identified)
        self._begin = _BYTE_ORDER_MARK if excel else ""

    def head(self) -> str:
        """Gives the line of the names of the columns."""
        return self._begin + _line([_PERSON[0], _VISIT[0], _DAYS[0], *(one.name for one in self._columns)])

    def row(self, report: Report, *, person: str = "", visit: str = "", days: int | None = None) -> str:
        """Gives the line of one visit."""
        return _line([person, visit, days, *(one.read(report) for one in self._columns)])

    def dictionary(self) -> str:
        """Gives a table that says what every column means."""
        rows = (_PERSON, _VISIT, _DAYS, *((o.name, o.meaning, o.kind, o.values) for o in self._columns))
        return self._begin + "".join(_line(row) for row in (_DICTIONARY, *rows))


def _line(cells: Iterable[Cell]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return buffer.getvalue()


def _safe(cell: Cell) -> Cell:
    """Gives a text that a spreadsheet takes for a formula an apostrophe before it, as OWASP advises."""
    if not isinstance(cell, str):
        return cell
    # Where a comma is the decimal sign, a spreadsheet begins a new cell at each semicolon.
    return ";".join(f"'{part}" if _begins_formula(part) else part for part in cell.split(";"))


def _begins_formula(text: str) -> bool:
    return next((sign for sign in text if unicodedata.category(sign) not in _UNSEEN), "") in _FORMULA
