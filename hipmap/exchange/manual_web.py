"""The manual as web pages: each page whole in one file, with the contents beside it, and nothing fetched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from hipmap.exchange.manual_markup import markup, place_of, places, title
from hipmap.model.spoken import phrases, translate

ENDING = ".html"
# A page of fewer headings is seen at a glance.
LEAST_HEADINGS = 4
_PARTS: Mapping[str, str] = phrases(
    "Manual",
    {
        "beginning": "Beginning",
        "working": "Working with hipmap",
        "records": "Keeping records",
        "looking_after": "Looking after hipmap",
        "trust": "What it is worth",
        "about": "Good to know",
    },
)


@dataclass(frozen=True)
class WebManual:
    """What web pages are made of: Markdown and its language by page, and what stands around it."""

    pages: Mapping[str, str]
    languages: Mapping[str, str]
    contents: Mapping[str, Sequence[str]]
    style: str
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """How wide and high each picture is, by the name of its file, so that nothing moves while it loads."""
    generated: Mapping[str, str] = field(default_factory=dict)
    """The Markdown of what the program writes itself, where it shows a page."""


class _WebPieces:
    """Plain elements of a web page."""

    def __init__(self, sizes: Mapping[str, tuple[int, int]]) -> None:
        self._sizes = sizes
        self._below = ""

    def heading(self, words: str, level: int) -> str:
        self._below = words
        return f'<h{level} id="{place_of(words)}">{escape(words)}</h{level}>\n'

    def paragraph(self, inner: str) -> str:
        return f"<p>{inner}</p>\n"

    def listing(self, items: Iterable[str], numbered: bool) -> str:
        tag = "ol" if numbered else "ul"
        return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>\n"

    def box(self, inner: str) -> str:
        return f"<blockquote>{inner}</blockquote>\n"

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
        first = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
        lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
        # Who cannot use a mouse must be able to scroll it.
        around = f'<div class="wide" tabindex="0" role="region" aria-label="{escape(self._below)}">'
        return f"{around}<table><thead><tr>{first}</tr></thead>\n<tbody>{lines}</tbody></table></div>\n"

    def picture(self, target: str, says: str) -> str:
        size = self._sizes.get(target.rpartition("/")[2])
        fixed = f' width="{size[0]}" height="{size[1]}"' if size else ""
        shown = f'<img src="{escape(target)}" alt="{escape(says)}"{fixed}>'
        return f'<figure><a href="{escape(target)}">{shown}</a></figure>\n'

    def code(self, lines: Sequence[str]) -> str:
        return f'<pre tabindex="0"><code>{escape(chr(10).join(lines))}</code></pre>\n'

    def link(self, target: str, inner: str) -> str:
        """A page of Learn stands in the program alone: its name is told, and leads nowhere."""
        name, hash_sign, place = target.partition("#")
        if name and not name.endswith(".md"):
            return inner
        file = f"{name.removesuffix('.md')}{ENDING}" if name else ""
        return f'<a href="{file}{hash_sign}{place}">{inner}</a>'


def web_pages(manual: WebManual) -> dict[str, str]:
    """Gives each file by its name."""
    names = {name: title(page) for name, page in manual.pages.items()}
    order = [name for part in manual.contents.values() for name in part if name in names]
    made = {f"{name}{ENDING}": _page(manual, name, names, order) for name in order}
    made[f"index{ENDING}"] = made[f"{order[0]}{ENDING}"]
    return made


def _page(manual: WebManual, name: str, names: Mapping[str, str], order: Sequence[str]) -> str:
    pieces = _WebPieces(manual.sizes)
    page = manual.pages[name]
    inner = markup(page, pieces, lambda what: markup(manual.generated.get(what, ""), pieces, lambda _: ""))
    head, end, rest = inner.partition("</h1>\n")
    return _WHOLE.format(
        language=escape(manual.languages.get(name, "en").replace("_", "-")),
        name=escape(names[name]),
        style=manual.style,
        home=f"index{ENDING}",
        skip=escape(translate("Manual", "Skip to the page")),
        manual=escape(translate("Manual", "Manual")),
        contents_name=escape(translate("Manual", "Contents")),
        inner=f"{head}{end}{_on_this_page(page)}{rest}{_beside(name, names, order)}",
        contents=_contents(names, manual.contents, name),
    )


def _on_this_page(page: str) -> str:
    found = places(page)
    if len(found) < LEAST_HEADINGS:
        return ""
    entries = "".join(f'<li><a href="#{place}">{escape(words)}</a></li>' for place, words in found)
    name = escape(translate("Manual", "On this page"))
    return f'<details class="here"><summary>{name}</summary><ul>{entries}</ul></details>\n'


def _beside(name: str, names: Mapping[str, str], order: Sequence[str]) -> str:
    """Gives the ways to the page before and to the next one."""
    at = order.index(name)
    ways = []
    if at:
        before = order[at - 1]
        ways.append(_way(before, names[before], "before", translate("Manual", "Page before")))
    if at + 1 < len(order):
        after = order[at + 1]
        ways.append(_way(after, names[after], "after", translate("Manual", "Next page")))
    label = escape(translate("Manual", "Pages before and after"))
    return f'<nav class="beside" aria-label="{label}">{"".join(ways)}</nav>\n'


def _way(name: str, words: str, rel: str, what: str) -> str:
    shown = f"<small>{escape(what)}</small>{escape(words)}"
    return f'<a class="{rel}" href="{name}{ENDING}">{shown}</a>'


def _contents(names: Mapping[str, str], contents: Mapping[str, Sequence[str]], current: str) -> str:
    lines = []
    for part, pages in contents.items():
        there = [name for name in pages if name in names]
        inner = "".join(_entry(name, names[name], name == current) for name in there)
        lines.append(f"<h2>{escape(_PARTS[part])}</h2><ul>{inner}</ul>" if there else "")
    return "\n".join(lines)


def _entry(name: str, words: str, is_current: bool) -> str:
    here = ' aria-current="page"' if is_current else ""
    return f'<li><a href="{name}{ENDING}"{here}>{escape(words)}</a></li>'


# The page stands before the contents: so it does for whoever hears it, and on a narrow screen.
_WHOLE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'">
<title>{name} – hipmap</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#page">{skip}</a>
<header><a class="home" href="{home}"><b>hipmap</b> {manual}</a>
<a class="to_contents" href="#contents">{contents_name}</a></header>
<div class="desk">
<main id="page" tabindex="-1">
{inner}</main>
<nav class="contents" id="contents" tabindex="-1" aria-label="{contents_name}">
{contents}
</nav>
</div>
</body>
</html>
"""
