"""The drawings of exercises, movements and postures, each with its words."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from hipmap.desktop.languages import drawing_in_words
from hipmap.desktop.learn.markup import beside, picture, pictures
from hipmap.storage.assets import asset
from hipmap.storage.drawing_texts import TABLE

WIDTH = 300
BESIDE_WIDTH = 240  # of a drawing that stands beside words


@lru_cache(maxsize=1)
def drawings() -> Mapping[str, Mapping[str, Any]]:
    """Gives the files, size and words of every drawing by its name; none where the table is damaged."""
    try:
        table = json.loads(asset(TABLE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def drawing_words(name: str) -> str:
    """Gives what a drawing shows, for those who do not see it."""
    return drawing_in_words(name, str(drawings()[name]["alt"]))


def drawing_markup(name: str | None) -> str:
    """Gives the drawing, its phases beside each other; nothing where there is none."""
    if name is None or name not in drawings():
        return ""
    row = drawings()[name]
    return pictures(*(picture(f"drawing:{file}", WIDTH, drawing_words(name)) for file in row["files"]))


def with_drawing(words: str, name: str | None) -> str:
    """Gives words with their drawing: one drawing stands beside them, several phases above them."""
    row = drawings().get(name) if name is not None else None
    if name is None or row is None or len(row["files"]) > 1:
        return drawing_markup(name) + words
    return beside(words, pictures(picture(f"drawing:{row['files'][0]}", BESIDE_WIDTH, drawing_words(name))))
