"""Answers that exclude each other: two statements that cannot both be true of one complaint."""

from hipmap.model.frozen import Frozen
from hipmap.model.red_flags import When


class OpposedAnswers(Frozen):
    """Two statements that exclude each other, and why; each is about findings only."""

    id: str
    first: When
    second: When
    why: str
