"""Shows the Markdown of the manual as rich text, in the look being worn."""

from collections.abc import Callable, Iterable, Sequence

from hipmap.desktop.learn.markup import box, by_width, listing, paragraph, picture, pictures, table, text
from hipmap.desktop.look import look
from hipmap.exchange import manual_markup
from hipmap.exchange.manual_markup import place_of
from hipmap.exchange.manual_markup import title as title
from hipmap.exchange.manual_markup import words as words
from hipmap.model.problems import BadInput
from hipmap.storage.assets import asset
from hipmap.storage.manual_files import picture_size

PICTURE_WIDTH = 640
TABLE_BELOW = 14
MANY_COLUMNS = 3


def markup(page: str, generated: Callable[[str], str]) -> str:
    """Gives a page as rich text; `{{name}}` on its own stands for what the program writes itself."""
    return manual_markup.markup(page, _RichPieces(), generated)


class _RichPieces:
    """The pieces of the windows to read in."""

    def heading(self, words: str, level: int) -> str:
        return f'<h{level}><a name="{place_of(words)}"></a>{text(words)}</h{level}>'

    def paragraph(self, inner: str) -> str:
        return paragraph(inner)

    def listing(self, items: Iterable[str], numbered: bool) -> str:
        return listing(items, numbered)

    def box(self, inner: str) -> str:
        return box(inner)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
        """A table of many columns is a list of its rows where there is no room for them."""
        cells = list(rows)
        made = table(head, cells)
        whole = made.replace('style="', f'style="margin-bottom: {look().px(TABLE_BELOW)}px; ', 1)
        if len(head) < MANY_COLUMNS:
            return whole
        return by_width(whole, "".join(paragraph(_row_in_lines(head, row)) for row in cells))

    def picture(self, target: str, says: str) -> str:
        """A part of a window is shown as large as it is, a whole one as wide as the column."""
        try:
            wide = min(PICTURE_WIDTH, picture_size(asset(f"manual/{target}"))[0])
        except (OSError, ValueError, BadInput):
            wide = PICTURE_WIDTH
        return pictures(picture(target, wide, says))

    def code(self, lines: Sequence[str]) -> str:
        inner = "<br>".join(_code_line(line) for line in lines)
        return box(f'<p class="code">{inner}</p>', "plain")

    def link(self, target: str, inner: str) -> str:
        name, hash_sign, place = target.partition("#")
        address = f"manual:{name.removesuffix('.md')}" if name.endswith(".md") else name
        return f'<a href="{address}{hash_sign}{place}">{inner}</a>'


def _row_in_lines(head: Sequence[str], row: Sequence[str]) -> str:
    first, *others = (f"{text(name)}: {cell}" for name, cell in zip(head, row, strict=True))
    return "<br>".join((f"<b>{first}</b>", *others))


def _code_line(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return f"<code>{'&nbsp;' * indent}{text(line.lstrip())}</code>"
