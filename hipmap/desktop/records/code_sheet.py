"""The sheet with the code of the clinic that a patient takes home."""

from PySide6.QtCore import QCoreApplication

from hipmap.exchange.paper.blocks import Document, Heading, Listing, Notice, Paragraph

_ACROSS = 5
_LETTERS = 13


def code_sheet(code: str) -> Document:
    """Gives the sheet."""
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
    blocks = (
        Paragraph(tr("CodeSheet", "With this code only our clinic can open your file.")),
        Notice(tr("CodeSheet", "The code of our clinic"), _groups(code), "calm"),
        Paragraph(
            tr("CodeSheet", "Large or small letters, with or without dashes. There is no I, L, O or U in it.")
        ),
        Heading(tr("CodeSheet", "What to do")),
        Listing(steps, numbered=True),
    )
    title = tr("CodeSheet", "Your visit from home, locked for our clinic")
    return Document(title, blocks, "hipmap", _LETTERS)


def _groups(code: str) -> tuple[str, ...]:
    """Gives the groups in rows that say which they are, so that two people on the phone know their place."""
    groups = code.split("-")
    row = QCoreApplication.translate("CodeSheet", "{first} to {last}:  {groups}")
    return tuple(
        row.format(
            first=at + 1,
            last=min(at + _ACROSS, len(groups)),
            groups="\N{EM SPACE}".join(groups[at : at + _ACROSS]),
        )
        for at in range(0, len(groups), _ACROSS)
    )
