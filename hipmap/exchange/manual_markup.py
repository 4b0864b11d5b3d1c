"""Turns the Markdown of the manual into markup: the few signs that its pages use, in whatever pieces fit."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Protocol

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_STRESSED = re.compile(r"\*([^*\s][^*]*)\*")
_CODE = re.compile(r"`([^`]+)`")
_ASIDE = re.compile(r"\0(\d+)\0")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"(#{1,3}) (.+)")
_ITEM = re.compile(r"(?:-|\d+\.) (.+)", re.DOTALL)
_FENCED = re.compile(r"```\w*\n(.+)\n```", re.DOTALL)
_GENERATED = re.compile(r"\{\{(\w+)\}\}")


class Pieces(Protocol):
    """What a page is made of: ready markup in, ready markup out, but plain words in headings."""

    def heading(self, words: str, level: int) -> str: ...

    def paragraph(self, inner: str) -> str: ...

    def listing(self, items: Iterable[str], numbered: bool) -> str: ...

    def box(self, inner: str) -> str: ...

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str: ...

    def picture(self, target: str, says: str) -> str: ...

    def code(self, lines: Sequence[str]) -> str: ...

    def link(self, target: str, inner: str) -> str: ...


def title(page: str) -> str:
    """Gives the name of a page: its first heading."""
    found = re.search(r"^# (.+)$", page, re.MULTILINE)
    return found[1].strip() if found else ""


def place_of(words: str) -> str:
    """Gives the name of the place of a heading, as a link leads to it: `## If it fails` is `if-it-fails`."""
    return "-".join(re.findall(r"\w+", words.lower()))


def places(page: str) -> list[tuple[str, str]]:
    """Gives the places of the headings below the title, and their words: those of the second level."""
    return [(place_of(found), found) for found in re.findall(r"^## (.+)$", page, re.MULTILINE)]


def words(page: str) -> str:
    """Gives the words of a page without its signs, to be searched."""
    plain = _PICTURE.sub(r"\1", page)
    return " ".join(re.sub(r"[#*`|>{}]", " ", _LINK.sub(r"\1", plain)).split())


def markup(page: str, pieces: Pieces, generated: Callable[[str], str]) -> str:
    """Gives a page in pieces; `{{name}}` on its own stands for what the program writes itself."""
    return "".join(_block(block, pieces, generated) for block in _blocks(page))


def _blocks(page: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", page.strip()):
        head, _, rest = block.partition("\n")
        if _HEADING.fullmatch(head) and rest:
            yield head
            yield rest
        else:
            yield block


def _block(block: str, pieces: Pieces, generated: Callable[[str], str]) -> str:
    if found := _HEADING.fullmatch(block):
        return pieces.heading(found[2], len(found[1]))
    if found := _GENERATED.fullmatch(block):
        return generated(found[1])
    if found := _PICTURE.fullmatch(block):
        return pieces.picture(found[2], found[1])
    if block.startswith("> "):
        return pieces.box(pieces.paragraph(_line(block.replace("\n>", "\n").removeprefix("> "), pieces)))
    if block.startswith("|"):
        return _table(block, pieces)
    if _ITEM.match(block):
        items = re.split(r"\n(?=(?:-|\d+\.) )", block)
        inner = [_line(found[1], pieces) for item in items if (found := _ITEM.fullmatch(item))]
        return pieces.listing(inner, block[0].isdigit())
    if code := _code_in(block):
        return pieces.code(code)
    return pieces.paragraph(_line(block, pieces))


def _table(block: str, pieces: Pieces) -> str:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.split("\n")]
    return pieces.table(rows[0], ([_line(cell, pieces) for cell in row] for row in rows[2:]))


def _code_in(block: str) -> list[str]:
    """Gives the lines of a block that is code, indented or between fences; nothing for another one."""
    if block.startswith("    "):
        return [line[4:] for line in block.split("\n")]
    found = _FENCED.fullmatch(block)
    return found[1].split("\n") if found else []


def _line(words: str, pieces: Pieces) -> str:
    """Gives a text with its links and stresses; everything else in it is plain words."""
    plain = escape(" ".join(words.split()), quote=True)
    # What is code is taken out first: a star in it stresses nothing.
    codes: list[str] = []

    def aside(found: re.Match[str]) -> str:
        codes.append(found[1])
        return f"\0{len(codes) - 1}\0"

    linked = _LINK.sub(lambda found: pieces.link(found[2], found[1]), _CODE.sub(aside, plain))
    stressed = _STRESSED.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", linked))
    return _ASIDE.sub(lambda found: f"<code>{codes[int(found[1])]}</code>", stressed)
