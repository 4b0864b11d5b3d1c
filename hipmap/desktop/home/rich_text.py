"""Headings, paragraphs and lists of a page that is printed."""

from collections.abc import Iterable
from html import escape


def heading(words: str, level: int) -> str:
    return f"<h{level}>{escape(words)}</h{level}>"


def paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>" if words else ""


def listing(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""
