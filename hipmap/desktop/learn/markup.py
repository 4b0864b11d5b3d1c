"""Plain pieces of rich text in the look being worn; every text from the knowledge is escaped here."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from hipmap.desktop.design_tokens import TYPE, TextRole, Theme
from hipmap.desktop.fonts import family
from hipmap.desktop.look import look
from hipmap.model.voice import Voice

# Pixels at 100 % text: who is not used to reading about this gets larger letters.
READING_SIZE: dict[Voice, int] = {"clinician": 15, "patient": 16}
READING_LINE = 145  # percent
COMPACT_LINE = 17  # so many less
_NEXT_CELL = '</td><td valign="top" class="picture">'
_WIDE, _NARROW, _END = "<!--wide-->", "<!--narrow-->", "<!--end-->"
_EITHER = re.compile(f"{_WIDE}(.*?){_NARROW}(.*?){_END}", re.DOTALL)
_NEXT_ROW = '</td></tr><tr><td valign="top" class="words">'


def style(voice: Voice, compact: bool = False) -> str:
    """Gives the style of a page for the theme and text size being worn; a note beside work is compact."""
    theme, px = look().theme, look().px
    size, line = READING_SIZE[voice] - compact, READING_LINE - COMPACT_LINE * compact
    above = 4 if compact else 26
    return f"""
body {{ font-family: "{family()}"; font-size: {px(size)}px; color: {theme.text}; }}
p {{ line-height: {line}%; margin-top: 0; margin-bottom: {px(10)}px; }}
li {{ line-height: {line - 10}%; margin-top: 0; margin-bottom: {px(4)}px; }}
ul, ol {{ margin-top: 0; margin-bottom: {px(12)}px; margin-left: 0; }}
h1 {{ {_type("display", 4)} margin-top: 0; margin-bottom: {px(10)}px; }}
h2 {{ {_type("heading", 0)} margin-top: {px(above)}px; margin-bottom: {px(8)}px; }}
h3 {{ {_type("title", 0)} margin-top: {px(16)}px; margin-bottom: {px(4)}px; }}
a {{ color: {theme.accent}; text-decoration: none; font-weight: 600; }}
.lead {{ color: {theme.muted}; font-size: {px(size)}px; }}
.small {{ color: {theme.muted}; font-size: {px(size - 3)}px; }}
.mark {{ color: {theme.muted}; font-size: {px(size - 4)}px; }}
th {{ text-align: left; color: {theme.muted}; font-size: {px(size - 3)}px; font-weight: 600; }}
td, th {{ padding: {px(7)}px {px(8)}px; }}
td.first, th.first {{ padding-left: 0; }}
td.words {{ padding: 0; }}
td.picture {{ padding: 0 0 0 {px(20)}px; }}
td.box {{ padding: {px(12)}px {px(14)}px {px(2)}px {px(14)}px; }}
"""


def _type(role: TextRole, more: int) -> str:
    size, weight = TYPE[role]
    return f"font-size: {look().px(size + more)}px; font-weight: {weight};"


def text(words: str) -> str:
    """Gives words as they are, whatever signs they hold."""
    return escape(words, quote=True)


def paragraph(inner: str, kind: str = "") -> str:
    """Gives a paragraph of ready markup."""
    return f'<p class="{kind}">{inner}</p>' if kind else f"<p>{inner}</p>"


def heading(words: str, level: int = 2) -> str:
    """Gives a heading."""
    return f"<h{level}>{text(words)}</h{level}>"


def listing(items: Iterable[str], numbered: bool = False) -> str:
    """Gives a list of ready markup; nothing for no items."""
    lines = "".join(f"<li>{item}</li>" for item in items)
    tag = "ol" if numbered else "ul"
    return f"<{tag}>{lines}</{tag}>" if lines else ""


def link(target: str, words: str) -> str:
    """Gives a link to another page."""
    return f'<a href="{text(target)}">{text(words)}</a>'


def box(inner: str, tone: str = "calm") -> str:
    """Gives a quiet box that sets something apart: calm, caution or stop."""
    ground, ink = _tones(look().theme)[tone]
    return (
        f'<table width="100%" cellspacing="0" bgcolor="{ground}" '
        f'style="margin-top: {look().px(8)}px; margin-bottom: {look().px(12)}px;"><tr>'
        f'<td class="box"><div style="color: {ink};">{inner}</div></td></tr></table>'
    )


def _tones(theme: Theme) -> dict[str, tuple[str, str]]:
    return {
        "calm": (theme.accent_soft, theme.on_accent_soft),
        "caution": (theme.amber_soft, theme.on_amber_soft),
        "stop": (theme.danger_soft, theme.on_danger_soft),
        "plain": (theme.raised, theme.text),
    }


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers_from: int = 99) -> str:
    """Gives a table of ready markup with a hairline under each row, the last columns centred."""
    line = f"border-bottom: 1px solid {look().theme.line};"

    def cells(tag: str, parts: Sequence[str]) -> str:
        def align(at: int) -> str:
            return ' align="center"' if at >= numbers_from else ""

        def first(at: int) -> str:
            return ' class="first"' if at == 0 else ""

        return "".join(
            f'<{tag} valign="top"{align(at)}{first(at)} style="{line}">{part}</{tag}>'
            for at, part in enumerate(parts)
        )

    lines = [f"<tr>{cells('th', [text(part) for part in head])}</tr>"]
    lines += [f"<tr>{cells('td', row)}</tr>" for row in rows]
    # A collapsed border stands outside of the width: a whole column would have a bar to scroll sideways.
    return f'<table width="99%" cellspacing="0" style="border-collapse: collapse;">{"".join(lines)}</table>'


def pictures(*inner: str) -> str:
    """Gives pictures beside each other, with no more room below than they need."""
    return (
        f'<div style="margin-top: {look().px(6)}px; margin-bottom: {look().px(8)}px;">{" ".join(inner)}</div>'
    )


def beside(words: str, drawing: str) -> str:
    """Gives words with a drawing at their right; in a narrow page the drawing comes first."""
    if not drawing:
        return words
    cells = f'<tr><td valign="top" class="words">{words}{_NEXT_CELL}{drawing}</td></tr>'
    return f'<table width="100%" cellspacing="0" style="margin-top: {look().px(8)}px;">{cells}</table>'


def by_width(wide: str, narrow: str) -> str:
    """Gives what a column of a good width shows, and what a narrow one shows in its place."""
    return f"{_WIDE}{wide}{_NARROW}{narrow}{_END}"


def in_a_wide_column(markup: str) -> str:
    """Gives a page as it is meant."""
    return _EITHER.sub(r"\1", markup)


def in_a_column(markup: str) -> str:
    """Gives a page whose drawings stand below the words that they were beside, and without wide tables."""
    return _EITHER.sub(r"\2", markup).replace(_NEXT_CELL, _NEXT_ROW)


def no_wider(markup: str, pixels: int) -> str:
    """Gives a page whose pictures are no wider than its column."""
    return re.sub(r'(<img [^>]*?width=")(\d+)', lambda one: f"{one[1]}{min(int(one[2]), pixels)}", markup)


def picture(target: str, width: int, says: str) -> str:
    """Gives a picture that the window draws, with what it shows in words."""
    return f'<img src="{text(target)}" width="{look().px(width)}" alt="{text(says)}" title="{text(says)}">'
