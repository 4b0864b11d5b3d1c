"""Who may do what: the one table that the records keep to and that the window shows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from hipmap.model.records import Role
from hipmap.storage.records.problems import NotAllowed
from hipmap.storage.records.sentences import Sentence

Right = Literal["let_in", "renew", "delete", "restore", "accept_older", "export_all"]
"""Change who may open the records; make a new recovery key; delete for good; put a backup in their place;
open an older state than the records had; write all visits in one table."""

RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {"clinician": frozenset(get_args(Right)), "assistant": frozenset()}
)


def must_allow(role: Role, right: Right) -> None:
    """Refuses what a role does not allow."""
    if right not in RIGHTS[role]:
        raise NotAllowed.of(may_not(right))


def may_not(right: Right) -> Sentence:
    """Gives what is told to whoever is refused."""
    return Sentence(f"may_not_{right}")
