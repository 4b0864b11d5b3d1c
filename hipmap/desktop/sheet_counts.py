"""Tells at every heading of the sheet, and above it, how much is answered of what can be asked."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.row_list import AHEAD, RowList
from hipmap.desktop.sheet_head import SheetHead
from hipmap.desktop.sheet_order import progress
from hipmap.desktop.wording import section_title
from hipmap.model.case import Case
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice


def show_counts(
    head: SheetHead, rows: RowList, case: Case, voice: Voice, offered: Callable[[Finding], bool]
) -> None:
    """Shows the counts at the headings, in the menu that leads to them, and of the whole."""
    tr = QCoreApplication.translate
    everything: list[Finding] = []
    for kind, header in rows.headers.items():
        title = section_title(kind, voice)
        if kind in AHEAD:  # these are counted in their own sections
            header.show_words(title, "", title)
            continue
        here = [finding for finding in rows.sections[kind] if offered(finding)]
        everything += here
        done = progress(case, here)
        count = tr("Sheet", "{done} of {all}").format(done=done.answered, all=done.of)
        read_out = tr("Sheet", "{title}, {count} answered").format(title=title, count=count)
        header.show_words(title, count, read_out, begun=done.answered > 0)
    head.show_counts({kind: header.count for kind, header in rows.headers.items() if rows.has(kind)})
    head.show_progress(progress(case, everything))
