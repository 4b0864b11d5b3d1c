"""The manual as web pages: each page whole in one file, with the contents beside it, and nothing fetched."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from hipmap.exchange.manual_markup import markup, title

ENDING = ".html"
_PARTS: Mapping[str, str] = {
    "beginning": "Beginning",
    "working": "Working with hipmap",
    "records": "Keeping records",
    "looking_after": "Looking after hipmap",
    "trust": "What it is worth",
    "about": "Good to know",
}
_KEYS = "<p>The program lists its own keys: <i>Help, Keys</i>, or F1 and <i>Keys</i>.</p>"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 17px/1.55 Inter, system-ui, sans-serif; margin: 0; display: flex; flex-wrap: wrap; }
nav { flex: 0 1 250px; padding: 24px; } nav h2 { font-size: 14px; margin: 18px 0 4px; }
nav ul { list-style: none; margin: 0; padding: 0; } nav li { margin: 5px 0; }
nav [aria-current] { font-weight: 700; text-decoration: none; }
main { flex: 1 1 480px; max-width: 820px; padding: 24px; box-sizing: border-box; min-width: 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; margin: 14px 0; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 7px 10px; border-bottom: 1px solid #8886; }
blockquote { margin: 14px 0; padding: 4px 16px; border-left: 4px solid #3878c7; }
img { max-width: 100%; height: auto; } code { font-size: 15px; overflow-wrap: anywhere; }
@media print { nav { display: none; } }
"""


class _WebPieces:
    """Plain elements of a web page."""

    def heading(self, words: str, level: int) -> str:
        return f"<h{level}>{escape(words)}</h{level}>\n"

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
        around = '<div class="wide" tabindex="0" role="region" aria-label="Table">'
        return f"{around}<table><tr>{first}</tr>\n{lines}</table></div>\n"

    def picture(self, target: str, says: str) -> str:
        return f'<p><img src="{escape(target)}" alt="{escape(says)}"></p>\n'

    def address(self, target: str) -> str:
        """What stands in Learn is in the program only."""
        name = target.removeprefix("manual:").removesuffix(".md")
        return f"{name}{ENDING}" if name != target else "learn.html"


def web_pages(
    pages: Mapping[str, str], contents: Mapping[str, Sequence[str]], language: str
) -> dict[str, str]:
    """Gives each file by its name; `pages` are Markdown, `contents` the names of pages by their part."""
    names = {name: title(page) for name, page in pages.items()}
    made = {
        f"{name}{ENDING}": _whole(
            names[name],
            markup(page, _WebPieces(), lambda _: _KEYS),
            _contents(names, contents, name),
            language,
        )
        for name, page in pages.items()
    }
    first = next(name for part in contents.values() for name in part if name in pages)
    beside = _contents(names, contents, "")
    learn = "<h1>Learn</h1><p>This stands in the program: <i>Help, Learn</i> (Ctrl+L).</p>"
    made["learn.html"] = _whole("Learn", learn, beside, language)
    made["index.html"] = made[f"{first}{ENDING}"]
    return made


def _contents(names: Mapping[str, str], contents: Mapping[str, Sequence[str]], current: str) -> str:
    lines = []
    for part, pages in contents.items():
        there = [name for name in pages if name in names]
        inner = "".join(_entry(name, names[name], name == current) for name in there)
        lines.append(f"<h2>{_PARTS[part]}</h2><ul>{inner}</ul>" if there else "")
    return "\n".join(lines)


def _entry(name: str, words: str, is_current: bool) -> str:
    here = ' aria-current="page"' if is_current else ""
    return f'<li><a href="{name}{ENDING}"{here}>{escape(words)}</a></li>'


_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'">
<title>{name} – hipmap</title>
<style>{style}</style>
</head>
"""


def _whole(name: str, inner: str, contents: str, language: str) -> str:
    head = _HEAD.format(language=escape(language.replace("_", "-")), name=escape(name), style=_STYLE)
    body = f'<nav aria-label="Contents">\n{contents}\n</nav>\n<main>\n{inner}</main>'
    return f"{head}<body>\n{body}\n</body>\n</html>\n"
