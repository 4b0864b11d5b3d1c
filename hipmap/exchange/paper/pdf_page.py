"""A document as a PDF: its blocks are handed to the page template as data, never as markup."""

from dataclasses import asdict
from typing import Any

from hipmap.exchange.paper.blocks import Block, Columns, Document
from hipmap.model.spoken import language

TEMPLATE = "style/document.typ"
"""How the blocks are set; it draws what the data says and takes nothing else from it."""


def page_data(document: Document) -> dict[str, Any]:
    """Gives the document as plain data, every block with the name of its kind."""
    return {
        "title": document.title,
        "foot": document.foot,
        "letters": document.letters,
        "language": language().tag.split("-")[0],
        "rtl": language().right_to_left,
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Columns):
        sides = {name: [_block(one) for one in getattr(block, name)] for name in ("left", "right")}
        return {"kind": "columns", "share": block.share, "whole": block.whole, **sides}
    return {"kind": type(block).__name__.lower(), **_plain(asdict(block))}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
