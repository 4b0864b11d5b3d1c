"""Turns the Markdown of the manual into rich text: the few signs that its pages use."""

import re
from collections.abc import Callable, Iterator

from hipmap.desktop.learn.markup import box, heading, listing, paragraph, picture, pictures, table, text
from hipmap.desktop.look import look

PICTURE_WIDTH = 620
TABLE_BELOW = 14
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_STRESSED = re.compile(r"\*([^*\s][^*]*)\*")
_CODE = re.compile(r"`([^`]+)`")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"(#{1,3}) (.+)")
_ITEM = re.compile(r"(?:-|\d+\.) (.+)", re.DOTALL)
_GENERATED = re.compile(r"\{\{(\w+)\}\}")


def title(page: str) -> str:
    """Gives the name of a page: its first heading."""
    found = re.search(r"^# (.+)$", page, re.MULTILINE)
    return found[1].strip() if found else ""


def words(page: str) -> str:
    """Gives the words of a page without its signs, to be searched."""
    plain = _PICTURE.sub(r"\1", page)
    return " ".join(re.sub(r"[#*`|>{}]", " ", _LINK.sub(r"\1", plain)).split())


def markup(page: str, generated: Callable[[str], str]) -> str:
    """Gives a page as rich text; `{{name}}` on its own stands for what the program writes itself."""
    return "".join(_block(block, generated) for block in _blocks(page))


def _blocks(page: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", page.strip()):
        head, _, rest = block.partition("\n")
        if _HEADING.fullmatch(head) and rest:
            yield head
            yield rest
        else:
            yield block


def _block(block: str, generated: Callable[[str], str]) -> str:
    if found := _HEADING.fullmatch(block):
        return heading(found[2], len(found[1]))
    if found := _GENERATED.fullmatch(block):
        return generated(found[1])
    if found := _PICTURE.fullmatch(block):
        return pictures(picture(found[2], PICTURE_WIDTH, found[1]))
    if block.startswith("> "):
        return box(paragraph(_line(block.replace("\n>", "\n").removeprefix("> "))))
    if block.startswith("|"):
        return _table(block)
    if _ITEM.match(block):
        items = re.split(r"\n(?=(?:-|\d+\.) )", block)
        inner = [_line(found[1]) for item in items if (found := _ITEM.fullmatch(item))]
        return listing(inner, numbered=block[0].isdigit())
    if block.startswith("    "):
        return paragraph("<br>".join(_code_line(line[4:]) for line in block.split("\n")))
    return paragraph(_line(block))


def _table(block: str) -> str:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.split("\n")]
    made = table(rows[0], ([_line(cell) for cell in row] for row in rows[2:]))
    return made.replace('style="', f'style="margin-bottom: {look().px(TABLE_BELOW)}px; ', 1)


def _code_line(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return f"<code>{'&nbsp;' * indent}{text(line.lstrip())}</code>"


def _line(words: str) -> str:
    """Gives a text with its links and stresses; everything else in it is plain words."""
    plain = text(" ".join(words.split()))
    linked = _LINK.sub(lambda found: f'<a href="{_address(found[2])}">{found[1]}</a>', plain)
    stressed = _STRESSED.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", linked))
    return _CODE.sub(r"<code>\1</code>", stressed)


def _address(target: str) -> str:
    return f"manual:{target.removesuffix('.md')}" if target.endswith(".md") else target
