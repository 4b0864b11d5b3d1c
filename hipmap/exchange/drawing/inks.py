"""The colours of pictures on paper, each at least 3:1 against white; shapes say the same as they do."""

from typing import Final

from hipmap.model.case import Mark, MarkKind

INK: Final = "#18222c"
MUTED: Final = "#55626f"
GROUND: Final = "#ffffff"
LINE: Final = "#8b939c"
TRACK: Final = "#e8edf1"
RANGE: Final = "#8fc0c2"
POINT: Final = "#13555c"
FAMILY: Final = "Inter, sans-serif"

_WORST: Final = "#c62f3b"
_KINDS: dict[MarkKind, str] = {"pain": "#b8620f", "numb": "#3f63d0", "spread": "#8a54b8", "none": "#3f7d5d"}


def mark_ink(mark: Mark) -> str:
    """Gives the colour of a mark."""
    return _WORST if mark.worst else _KINDS[mark.kind]


def kind_ink(kind: MarkKind) -> str:
    """Gives the colour of a kind of mark."""
    return _KINDS[kind]
