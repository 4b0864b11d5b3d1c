"""A document as plain text, for who hears a page instead of seeing it."""

from functools import singledispatch

from hipmap.exchange.paper.blocks import (
    Card,
    Columns,
    Document,
    Facts,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Picture,
    Table,
)


def plain_text(document: Document) -> str:
    """Gives all words of the document in their order, pictures by what they show."""
    return "\n\n".join([document.title, *(_words(block) for block in document.blocks), document.foot]) + "\n"


@singledispatch
def _words(block: object) -> str:
    raise TypeError(f"no such block: {type(block).__name__}")


@_words.register
def _(block: Heading) -> str:
    return block.text


@_words.register
def _(block: Paragraph) -> str:
    return block.text


@_words.register
def _(block: Listing) -> str:
    signs = (f"{at}." if block.numbered else "-" for at in range(1, len(block.items) + 1))
    return "\n".join(f"{sign} {item}" for sign, item in zip(signs, block.items, strict=True))


@_words.register
def _(block: Facts) -> str:
    return "\n".join(f"{name}: {what}" for name, what in block.rows)


@_words.register
def _(block: Notice) -> str:
    return "\n".join(one for one in (block.title, block.lead, *block.lines) if one)


@_words.register
def _(block: Picture) -> str:
    return block.drawing.alt


@_words.register
def _(block: Table) -> str:
    return "\n".join(": ".join(part for part in row if part) for row in block.rows)


@_words.register
def _(block: Columns) -> str:
    return "\n\n".join(_words(one) for one in (*block.left, *block.right))


@_words.register
def _(block: Card) -> str:
    steps = (f"{at}. {step}" for at, step in enumerate(block.steps, 1))
    return "\n".join((block.title, *(one.alt for one in block.pictures), *steps, *block.notes))


@_words.register
def _(block: Columns) -> str:
    return "\n\n".join(_words(one) for one in (*block.left, *block.right))
