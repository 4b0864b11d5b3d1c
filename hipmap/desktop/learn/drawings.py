"""The drawings of exercises, movements and postures, each with its words."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from hipmap.desktop.learn.markup import picture, pictures
from hipmap.storage.assets import asset

WIDTH = 300
_TABLE = "body/poses/poses.json"


@lru_cache(maxsize=1)
def drawings() -> Mapping[str, Mapping[str, Any]]:
    """Gives the files, size and words of every drawing by its name."""
    table: dict[str, Any] = json.loads(asset(_TABLE).read_text(encoding="utf-8"))
    return table


def drawing_markup(name: str | None) -> str:
    """Gives the drawing, its phases beside each other; nothing where there is none."""
    if name is None or name not in drawings():
        return ""
    row = drawings()[name]
    return pictures(*(picture(f"drawing:{file}", WIDTH, str(row["alt"])) for file in row["files"]))
