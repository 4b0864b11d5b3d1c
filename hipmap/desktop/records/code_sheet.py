"""The sheet with the code of the clinic that a patient takes home."""

from html import escape

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.design_tokens import FAMILY, Paper
from hipmap.desktop.home.rich_text import heading, paragraph

_STYLE = (
    f"body {{ font-family: {FAMILY}; font-size: {Paper.BODY}pt; color: {Paper.INK}; }} "
    f"h1 {{ font-size: {Paper.TITLE}pt; }} h2 {{ font-size: {Paper.PART}pt; }} "
    f"table {{ border-collapse: collapse; }} td {{ font-size: {Paper.TITLE}pt; }}"
)
_ACROSS = 5
_AROUND = 12


def code_sheet(code: str) -> str:
    """Gives the sheet as one HTML text."""
    tr = QCoreApplication.translate
    steps = (
        tr("CodeSheet", "Open hipmap at home and go through the questions."),
        tr("CodeSheet", "At your result, choose “Save a file for my clinic”."),
        tr(
            "CodeSheet",
            "Choose “With the code of my clinic” and type the code. hipmap says when it is right.",
        ),
        tr("CodeSheet", "Save the file, and send it to us or bring it with you."),
    )
    parts = (
        heading(tr("CodeSheet", "Your visit from home, locked for our clinic"), 1),
        paragraph(tr("CodeSheet", "With this code only our clinic can open your file.")),
        _groups(code),
        paragraph(
            tr("CodeSheet", "Large or small letters, with or without dashes. There is no I, L, O or U in it.")
        ),
        heading(tr("CodeSheet", "What to do"), 2),
        f"<ol>{''.join(f'<li>{escape(step)}</li>' for step in steps)}</ol>",
    )
    head = f'<head><meta charset="utf-8"><style>{_STYLE}</style></head>'
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def _groups(code: str) -> str:
    groups = [escape(group) for group in code.split("-")]
    rows = [groups[at : at + _ACROSS] for at in range(0, len(groups), _ACROSS)]
    cells = "".join(f"<tr>{''.join(f'<td><b>{group}</b></td>' for group in row)}</tr>" for row in rows)
    return f'<table dir="ltr" border="1" cellspacing="0" cellpadding="{_AROUND}">{cells}</table>'
