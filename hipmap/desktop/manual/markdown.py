"""Shows the Markdown of the manual as rich text, in the look being worn."""

from collections.abc import Callable, Iterable, Sequence

from hipmap.desktop.learn.markup import box, heading, listing, paragraph, picture, pictures, table
from hipmap.desktop.look import look
from hipmap.exchange import manual_markup
from hipmap.exchange.manual_markup import title as title
from hipmap.exchange.manual_markup import words as words

PICTURE_WIDTH = 620
TABLE_BELOW = 14


def markup(page: str, generated: Callable[[str], str]) -> str:
    """Gives a page as rich text; `{{name}}` on its own stands for what the program writes itself."""
    return manual_markup.markup(page, _RichPieces(), generated)


class _RichPieces:
    """The pieces of the windows to read in."""

    def heading(self, words: str, level: int) -> str:
        return heading(words, level)

    def paragraph(self, inner: str) -> str:
        return paragraph(inner)

    def listing(self, items: Iterable[str], numbered: bool) -> str:
        return listing(items, numbered)

    def box(self, inner: str) -> str:
        return box(inner)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
        made = table(head, rows)
        return made.replace('style="', f'style="margin-bottom: {look().px(TABLE_BELOW)}px; ', 1)

    def picture(self, target: str, says: str) -> str:
        return pictures(picture(target, PICTURE_WIDTH, says))

    def address(self, target: str) -> str:
        return f"manual:{target.removesuffix('.md')}" if target.endswith(".md") else target
