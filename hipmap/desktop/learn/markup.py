"""Plain pieces of rich text in the look being worn; every text from the knowledge is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape

from hipmap.desktop.design_tokens import FAMILY, TYPE, TextRole, Theme
from hipmap.desktop.look import look

READING_SIZE = 15
READING_LINE = 150  # percent


def style() -> str:
    """Gives the style of a page for the theme and text size being worn."""
    theme, px = look().theme, look().px
    return f"""
body {{ font-family: {FAMILY}; font-size: {px(READING_SIZE)}px; color: {theme.text}; }}
p {{ line-height: {READING_LINE}%; margin-top: 0; margin-bottom: {px(10)}px; }}
li {{ line-height: {READING_LINE - 10}%; margin-top: 0; margin-bottom: {px(4)}px; }}
ul, ol {{ margin-top: 0; margin-bottom: {px(12)}px; margin-left: {-px(16)}px; }}
h1 {{ {_type("display", 4)} margin-top: 0; margin-bottom: {px(4)}px; }}
h2 {{ {_type("heading", 0)} margin-top: {px(26)}px; margin-bottom: {px(8)}px; }}
h3 {{ {_type("title", 0)} margin-top: {px(16)}px; margin-bottom: {px(4)}px; }}
a {{ color: {theme.accent}; text-decoration: none; font-weight: 600; }}
.lead {{ color: {theme.muted}; font-size: {px(READING_SIZE)}px; }}
.small {{ color: {theme.muted}; font-size: {px(12)}px; }}
.mark {{ color: {theme.muted}; font-size: {px(11)}px; }}
th {{ text-align: left; color: {theme.muted}; font-size: {px(12)}px; font-weight: 600; }}
td, th {{ padding: {px(7)}px {px(10)}px; }}
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
        f'<table width="100%" cellspacing="0" cellpadding="{look().px(12)}" bgcolor="{ground}" '
        f'style="margin-top: {look().px(8)}px; margin-bottom: {look().px(12)}px;"><tr>'
        f'<td><div style="color: {ink};">{inner}</div></td></tr></table>'
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
    line = look().theme.line

    def cells(tag: str, parts: Sequence[str]) -> str:
        def align(at: int) -> str:
            return ' align="center"' if at >= numbers_from else ""

        return "".join(
            f'<{tag} valign="top"{align(at)} style="border-bottom: 1px solid {line};">{part}</{tag}>'
            for at, part in enumerate(parts)
        )

    lines = [f"<tr>{cells('th', [text(part) for part in head])}</tr>"]
    lines += [f"<tr>{cells('td', row)}</tr>" for row in rows]
    return f'<table width="100%" cellspacing="0" style="border-collapse: collapse;">{"".join(lines)}</table>'


def pictures(*inner: str) -> str:
    """Gives pictures beside each other, with no more room below than they need."""
    return (
        f'<div style="margin-top: {look().px(6)}px; margin-bottom: {look().px(8)}px;">{" ".join(inner)}</div>'
    )


def picture(target: str, width: int, says: str) -> str:
    """Gives a picture that the window draws, with what it shows in words."""
    return f'<img src="{text(target)}" width="{look().px(width)}" alt="{text(says)}" title="{text(says)}">'
