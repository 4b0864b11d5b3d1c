"""The general health articles from which hipmap set out: their claims, and what stands of each."""

from typing import Literal

from hipmap.model.frozen import Frozen

Standing = Literal["sound", "simplification", "contradicted"]


class Claim(Frozen):
    """One claim of the articles, in a few words of ours; `articles` are source ids."""

    id: str
    topic: str
    articles: tuple[str, ...]
    standing: Standing
    resolution: str | None = None
