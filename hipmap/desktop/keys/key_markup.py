"""The keys as a part of a page of the manual."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.keys.key_table import key_groups
from hipmap.desktop.learn.markup import heading, table, text


def keys_markup() -> str:
    """Gives a table for each group."""
    tr = QCoreApplication.translate
    head = (tr("Keys", "Keys"), tr("Keys", "What they do"))
    return "".join(
        heading(group.name)
        + table(head, [(f"<b>{text('  '.join(line.keys))}</b>", text(line.does)) for line in group.lines])
        for group in key_groups()
    )
