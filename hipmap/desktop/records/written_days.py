"""Reads a day as people write it, where that can mean one day only."""

import re

from PySide6.QtCore import QDate, Qt

_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


def read_day(text: str) -> str | None:
    """Gives a day as the records keep it (1960-04-30), also of 30.4.1960; None where it is no such day.

    With slashes the day and the month could be either, so that is not read.
    """
    plain = text.strip()
    found = _DAY_FIRST.fullmatch(plain)
    if found is not None:
        day = QDate(int(found[3]), int(found[2]), int(found[1]))
    else:
        day = QDate.fromString(plain, Qt.DateFormat.ISODate) if len(plain) == len("1960-04-30") else QDate()
    return day.toString(Qt.DateFormat.ISODate) if day.isValid() else None
