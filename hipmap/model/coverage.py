"""Where every claim of the source articles is carried: nothing that was read may get lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hipmap.model.articles import Claim
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.problems import Problem
from hipmap.model.rows_within import knowledge_rows, library_rows

# A place, and the claims that it carries.
Carrier = tuple[str, tuple[str, ...]]

_FILE = "library/claims.yaml"


@dataclass(frozen=True)
class Carried:
    """One claim and the places that carry it."""

    claim: Claim
    places: tuple[str, ...]


def coverage(library: Library, knowledge: Knowledge) -> tuple[Carried, ...]:
    """Gives every claim with its places, in the order of the claims."""
    return _covered(library, list(_carriers(library, knowledge)))


def _covered(library: Library, carriers: Sequence[Carrier]) -> tuple[Carried, ...]:
    places: dict[str, list[str]] = {}
    for place, claims in carriers:
        for claim in claims:
            found = places.setdefault(claim, [])
            if place not in found:
                found.append(place)
    return tuple(Carried(claim, tuple(places.get(claim.id, ()))) for claim in library.claims)


def check_coverage(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    """Gives the claims that are lost, the carriers of unknown claims, and contradicted claims that score."""
    known = {claim.id for claim in library.claims}
    carriers = list(_carriers(library, knowledge))
    for carried in _covered(library, carriers):
        if not carried.places:
            yield Problem(_FILE, carried.claim.id, "", "no row carries this claim: add it where it belongs")
    for place, claims in carriers:
        for name in claims:
            if name not in known:
                yield Problem("", place, "carries", f"there is no claim {name}")
    yield from _contradicted(library, knowledge)


def _contradicted(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    """A contradicted claim is told as a myth, and no question or test may rest on it."""
    told = {name for myth in library.myths for name in myth.carries}
    scored = {name: finding.id for finding in knowledge.findings for name in finding.carries}
    for claim in library.claims:
        if claim.standing != "contradicted":
            continue
        if claim.id not in told:
            yield Problem(_FILE, claim.id, "", "this contradicted claim is not told as a corrected myth")
        if claim.id in scored:
            yield Problem("findings", scored[claim.id], "carries", f"{claim.id} is contradicted: remove it")


def _carriers(library: Library, knowledge: Knowledge) -> Iterator[Carrier]:
    for rows in (knowledge_rows(knowledge), library_rows(library)):
        for place, row in rows:
            claims = getattr(row, "carries", ())
            if claims:
                yield place, claims
