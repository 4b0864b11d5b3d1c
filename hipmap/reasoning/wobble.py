"""Wobble: the body map redrawn many times as people redraw it, and how often the same origin comes first.

In each redraw every mark of pain, spread or numbness slips with the chance `touching_zone` of the method to
one of the touching zones of its map, all equally likely; its side, and what else it says, stays. A mark on
the midline may slip to a side and the other way round: the complaint keeps its side, so only the zone
counts. Marks that meet become one, the stronger; a place marked free of pain stays so unless pain slips
onto it. Answers stay, also those that the marks as drawn imply. Nothing is left to chance: the slips of a
zone follow a Latin column (McKay, Beckman and Conover, Technometrics 1979) that belongs to the zone, so that
the same map gives the same number on every system, and a further mark leaves the slips of the others alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hipmap.model.case import Mark
from hipmap.reasoning.facts import Facts
from hipmap.reasoning.inference import Inference
from hipmap.reasoning.network import Network
from hipmap.reasoning.redrawn_scores import RedrawnScores

REDRAWS = 100
# A linear congruential rule (Knuth, The Art of Computer Programming 2, section 3.3.4, table 1).
_TIMES, _PLUS, _SIZE = 6364136223846793005, 1442695040888963407, 2**64


@dataclass(frozen=True, eq=False)
class Redraw:
    """One redrawing: the painful zones with the mark that now lies there, the numb zones, the pain-free.

    Equal to itself alone, so that redrawings can be counted without a look at what they hold.
    The numb and pain-free zones stand with the part of them that is covered.
    """

    pain: dict[str, Mark]
    numb: dict[str, float]
    denied: dict[str, float]


def robustness(network: Network, facts: Facts, inference: Inference) -> float | None:
    """Gives the share of redraws in which the same origin comes first; None without marks that can slip."""
    if not (facts.pain or facts.numb):
        return None
    scores = RedrawnScores(network, facts, inference)
    first = scores.first_as_drawn()
    same = sum(
        times
        for one, times in Counter(redraws(network, facts)).items()
        if scores.first(one.pain, one.numb, one.denied) == first
    )
    return same / REDRAWS


def redraws(network: Network, facts: Facts) -> Iterator[Redraw]:
    """Gives the map of the facts redrawn so many times; where the marks lie alike, the same redrawing."""
    pain, made = _strongest_first(facts.pain), dict[tuple[str, ...], Redraw]()
    slips = [_slips(network, mark.zone, "pain") for mark in pain]
    slips += [_slips(network, mark.zone, "numb") for mark in facts.numb]
    for places in zip(*slips, strict=True):
        if places not in made:
            made[places] = _redraw(facts, pain, places)
        yield made[places]


def _redraw(facts: Facts, pain: Sequence[Mark], places: Sequence[str]) -> Redraw:
    """The map of the facts when the marks of pain, and after them the numb ones, lie at these places."""
    painful: dict[str, Mark] = {}
    for zone, mark in zip(places, pain, strict=False):
        painful.setdefault(zone, mark)
    numbed: dict[str, float] = {}
    for zone, mark in zip(places[len(pain) :], facts.numb, strict=True):
        numbed[zone] = max(mark.covered, numbed.get(zone, 0.0))
    return Redraw(
        pain={zone: painful[zone] for zone in sorted(painful)},
        numb={zone: numbed[zone] for zone in sorted(numbed)},
        denied={mark.zone: mark.covered for mark in facts.denied if mark.zone not in painful},
    )


def _strongest_first(marks: Sequence[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.kind == "spread", not mark.worst, -mark.covered, mark.zone))


def _slips(network: Network, zone: str, kind: str) -> tuple[str, ...]:
    """Where a mark on a zone lies in each redraw."""
    zones = network.knowledge.body.zones
    tables = network.pain.tables if kind == "pain" else network.numb
    number = next(at for at, one in enumerate(zones) if one.id == zone)
    near = tuple(other for other in zones[number].neighbours if other in tables)
    slip = network.knowledge.manifest.parameters.touching_zone.value
    if not near or zone not in tables:
        return (zone,) * REDRAWS
    found = []
    for rank in _latin(number if kind == "pain" else number + len(zones)):
        at = (rank + 0.5) / REDRAWS
        found.append(near[min(int(at / slip * len(near)), len(near) - 1)] if at < slip else zone)
    return tuple(found)


@lru_cache(maxsize=256)
def _latin(number: int) -> tuple[int, ...]:
    """The numbers below `REDRAWS` in an order that belongs to the zone of this number."""
    state, keys = number * 2 + 1, []
    for _ in range(REDRAWS):
        state = (state * _TIMES + _PLUS) % _SIZE
        keys.append(state >> 11)
    ranks = [0] * REDRAWS
    for rank, at in enumerate(sorted(range(REDRAWS), key=keys.__getitem__)):
        ranks[at] = rank
    return tuple(ranks)
