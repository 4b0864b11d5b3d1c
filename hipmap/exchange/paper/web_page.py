"""A document as one web page that needs nothing else and loads nothing; every text in it is escaped."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from html import escape

from hipmap.exchange.drawing.inks import INK, MUTED, TRACK
from hipmap.exchange.drawing.svg import Drawing
from hipmap.exchange.paper.blocks import (
    Block,
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
from hipmap.model.spoken import language

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = f"""
body {{ font: 11pt/1.45 Inter, system-ui, sans-serif; color: {INK}; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.5rem; line-height: 1.2; }} h2 {{ font-size: 1.1rem; margin: 1.6em 0 .4em; }}
p, ul, ol, dl {{ margin: .4em 0; }} img {{ max-width: 100%; height: auto; display: block; }}
.small, footer {{ font-size: .8rem; color: {MUTED}; }} .text {{ white-space: pre-line; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: .25em 1em; }} dt {{ color: {MUTED}; }}
dd {{ margin: 0; }} table {{ border-collapse: collapse; width: 100%; }}
tbody th {{ font-weight: 400; }} th, td {{ text-align: start;
  padding: .25em .6em .25em 0; border-bottom: 1px solid {TRACK};  vertical-align: top; }}
section.notice {{ border: 0 solid; border-inline-start-width: 6px; padding: .4em 1em; margin: 1em 0; }}
.columns {{ display: grid; grid-template-columns: var(--share); gap: 0 1.6em; }}
.columns > div > :first-child {{ margin-top: .6em; }} .lead {{ font-weight: 700; font-size: 1.15em; }}
@media (max-width: 40rem) {{ .columns {{ display: block; }} }}
h2, h3 {{ break-after: avoid; }} h3 {{ margin: .6em 0 .2em; font-size: 1rem; }}
ul, ol {{ padding-inline-start: 1.3em; }} .notice h2 {{ margin: .2em 0; }}
section.urgent {{ border-color: #b3211b; background: #fdeceb; }}
section.soon {{ border-color: #b97a00; background: #fff5e2; }}
section.calm {{ border-color: #2d7d57; background: #e7f4ec; }}
.card {{ border: 1px solid {TRACK}; border-radius: 8px; padding: .6em 1em; margin: .8em 0;
  break-inside: avoid; }} .card h3 {{ margin: .2em 0; font-size: 1rem; }}
.card .pictures {{ display: flex; gap: 1em; align-items: end; }}
.card img {{ max-height: 7rem; width: auto; }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
"""


def web_page(document: Document) -> str:
    """Gives the whole page."""
    body = _joined(document.blocks)
    way = ' dir="rtl"' if language().right_to_left else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language().tag}"{way}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(document.title)}</h1>\n{body}\n</main>\n<footer><p>{escape(document.foot)}</p></footer>"
        "\n</body>\n</html>\n"
    )


@singledispatch
def _html(block: object) -> str:
    raise TypeError(f"no such block: {type(block).__name__}")


@_html.register
def _(block: Heading) -> str:
    tag = "h3" if block.small else "h2"
    return f"<{tag}>{escape(block.text)}</{tag}>"


@_html.register
def _(block: Paragraph) -> str:
    return f'<p class="text{" small" if block.small else ""}">{escape(block.text)}</p>'


@_html.register
def _(block: Listing) -> str:
    tag = "ol" if block.numbered else "ul"
    return f"<{tag}>{_items(block.items)}</{tag}>"


@_html.register
def _(block: Facts) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(what)}</dd>" for name, what in block.rows)
    return f"<dl>{rows}</dl>"


@_html.register
def _(block: Notice) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in block.lines)
    lead = f'<p class="lead">{escape(block.lead)}</p>' if block.lead else ""
    return f'<section class="notice {block.tone}"><h2>{escape(block.title)}</h2>{lead}{lines}</section>'


@_html.register
def _(block: Picture) -> str:
    return _image(block.drawing, f"width: {block.share * 100:g}%")


@_html.register
def _(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in block.head)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(_cells(row[1:], len(block.head) - 1))}</tr>'
        for row in block.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


@_html.register
def _(block: Columns) -> str:
    left, right = (f"<div>{_joined(one)}</div>" for one in (block.left, block.right))
    share = f"{block.share * 100:g}fr {100 - block.share * 100:g}fr"
    return f'<div class="columns" style="--share: {share}">{left}{right}</div>'


@_html.register
def _(block: Card) -> str:
    pictures = "".join(_image(one) for one in block.pictures)
    shown = f'<div class="pictures">{pictures}</div>' if pictures else ""
    notes = "".join(f"<p>{escape(note)}</p>" for note in block.notes)
    return (
        f'<section class="card"><h3>{escape(block.title)}</h3>{shown}<ol>{_items(block.steps)}</ol>{notes}'
        "</section>"
    )


def _cells(cells: Sequence[str], wide: int) -> Iterator[str]:
    for at, cell in enumerate(cells):
        left = wide - at if at + 1 == len(cells) else 1
        yield f"<td{f' colspan={chr(34)}{left}{chr(34)}' if left > 1 else ''}>{escape(cell)}</td>"


def _joined(blocks: Iterable[Block]) -> str:
    return "\n".join(_html(block) for block in blocks)


def _items(items: tuple[str, ...]) -> str:
    return "".join(f"<li>{escape(one)}</li>" for one in items)


def _image(drawing: Drawing, style: str = "") -> str:
    data = base64.b64encode(drawing.svg.encode()).decode("ascii")
    look = f' style="{style}"' if style else ""
    return f'<img alt="{escape(drawing.alt)}"{look} src="data:image/svg+xml;base64,{data}">'
