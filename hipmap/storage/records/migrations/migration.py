"""What a step from one version of the database to the next is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Migration:
    """A step to `version`: why it is made, and the statements that make it, in one transaction."""

    version: int
    why: str
    statements: tuple[str, ...]
