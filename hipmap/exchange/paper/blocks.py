"""What a page is made of: headings, paragraphs, lists, notices, pictures, tables and cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hipmap.exchange.drawing.svg import Drawing
from hipmap.model.conditions import Tier

Tone = Literal["urgent", "soon", "calm"]

TONES: dict[Tier, Tone] = {
    "emergency_now": "urgent",
    "same_day": "urgent",
    "within_2_weeks": "soon",
    "routine": "calm",
    "none_found": "calm",
}


@dataclass(frozen=True)
class Heading:
    """A heading below the title of the page; a small one below such a heading."""

    text: str
    small: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Some sentences; small ones are in small print."""

    text: str
    small: bool = False


@dataclass(frozen=True)
class Listing:
    """Points under each other, with or without numbers."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Names with what belongs to them, as at the head of a letter."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Notice:
    """What must not be overlooked."""

    title: str
    lines: tuple[str, ...]
    tone: Tone
    lead: str = ""
    """What to do, before anything else."""


@dataclass(frozen=True)
class Picture:
    """A drawing, and how much of the width of the page it takes."""

    drawing: Drawing
    share: float = 1.0


@dataclass(frozen=True)
class Table:
    """Rows below a head; each begins with what it is about, and the last cell of a short one is wider."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Card:
    """Something to do: its pictures beside how to do it."""

    title: str
    pictures: tuple[Drawing, ...]
    steps: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """Two columns beside each other, the left one first; it takes so much of the width."""

    left: "tuple[Block, ...]"
    right: "tuple[Block, ...]"
    share: float = 0.5
    whole: bool = False
    """Whether no page ends in it; only where it is short."""


Block = Heading | Paragraph | Listing | Facts | Notice | Picture | Table | Card | Columns


@dataclass(frozen=True)
class Document:
    """A page to print or send; its letters are so many points high."""

    title: str
    blocks: tuple[Block, ...]
    foot: str
    letters: float


def heading_with(text: str, blocks: Sequence[Block | None]) -> tuple[Block, ...]:
    """Gives a heading with what stands below it; nothing where nothing does."""
    told = tuple(one for one in blocks if one is not None)
    return (Heading(text), *told) if told else ()


def listed(items: Sequence[str], *, numbered: bool = False) -> Listing | None:
    """Gives a list, or nothing for no points."""
    return Listing(tuple(items), numbered) if items else None
