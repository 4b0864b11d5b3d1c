"""The statements of a case and their figures, read a second time straight from the knowledge's values.

Nothing here calls the engine. One statement (an answer, a mark, or the zones left free) is a list of
figures: P(outcome | condition) for every condition and, last, the background rate.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hipmap.model.case import Mark
from hipmap.model.evidence import Cell
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.referral import ReferralMap
from tests.reasoning.brute_facts import Heard

Array = NDArray[np.float64]
Outcome = Literal["yes", "no", "graded"]

WORDS = {"hardly_ever": 0.03, "seldom": 0.12, "sometimes": 0.30, "often": 0.60, "nearly_always": 0.88}
JUDGED_WORTH, UNSEEN_WORTH = 8.0, 20.0
LEAST_OPTION = 0.005


@dataclass(frozen=True)
class Figures:
    """P(outcome) under each condition and, last, in the background; what each is worth; which are own."""

    p: Array
    worth: Array
    own: NDArray[np.bool_]
    outcome: Outcome


# The figures of a zone are the same in every case of one knowledge.
_MADE: dict[tuple[str, str, str, str], "Figures"] = {}


@dataclass(frozen=True)
class Statement:
    """One thing said, its dependence group, and its figures, each with its strength in the statement."""

    name: str
    group: str
    parts: tuple[tuple[float, Figures], ...]


def statements_of(heard: Heard, knowledge: Knowledge) -> list[Statement]:
    """Gives all that a case says."""
    return [
        *_answers(heard, knowledge),
        *_pain(heard, knowledge),
        *(
            Statement(f"numb:{zone}", knowledge.referral.numb_group, ((1.0, _numb_figures(zone, knowledge)),))
            for zone in heard.numb
        ),
    ]


def _answers(heard: Heard, knowledge: Knowledge) -> Iterator[Statement]:
    rows = {finding.id: finding for finding in knowledge.findings}
    replaced = {member for name in heard.answers for member in rows[name].replaces}
    for name, value in heard.answers.items():
        if name not in replaced and rows[name].background is not None:
            figures = _finding_figures(rows[name], value, knowledge)
            yield Statement(name, rows[name].group or name, ((1.0, figures),))


def _finding_figures(finding: Finding, value: str | int | float, knowledge: Knowledge) -> Figures:
    assert finding.background is not None
    outcomes, open_ones = _outcomes(finding, value)
    background = _shares(finding.background, outcomes, None)
    named = {}
    for condition, cell in finding.cells.items():
        p = _held(_shares(cell, outcomes, background), background, cell, knowledge)
        named[condition] = (float(p[open_ones].sum()), _worth(cell))
    graded = finding.answer != "yes_no"
    kind: Outcome = "graded" if graded else "yes" if value == "yes" else "no"
    return _figures(named, (float(background[open_ones].sum()), _worth(finding.background)), kind, knowledge)


def _outcomes(finding: Finding, value: str | int | float) -> tuple[list[str], list[int]]:
    """All single outcomes, and the numbers of those that the answer leaves open."""
    if finding.scale is not None:
        bands = finding.scale.bands
        ends = [band.below for band in bands if band.below is not None]
        return [band.id for band in bands], [sum(float(value) >= end for end in ends)]
    covered = {option.id: option.covers or (option.id,) for option in finding.options}
    outcomes = [name for name, names in covered.items() if names == (name,)] or ["no", "yes"]
    return outcomes, [outcomes.index(name) for name in covered.get(str(value), (str(value),))]


def _figures(
    named: Mapping[str, tuple[float, float]],
    background: tuple[float, float],
    outcome: Outcome,
    knowledge: Knowledge,
) -> Figures:
    rows = [named.get(condition.id, background) for condition in knowledge.conditions]
    p, worth = np.array([*rows, background]).T
    own = np.array([condition.id in named for condition in knowledge.conditions])
    return Figures(p, worth, own, outcome)


def _shares(cell: Cell, outcomes: Sequence[str], background: Array | None) -> Array:
    """P of every outcome, from the one form in which the cell states it."""
    if cell.words is not None:
        known = {option: WORDS[word] for option, word in cell.words.items()}
        base = np.full(len(outcomes), 1 / len(outcomes)) if background is None else background
        free = np.array([outcome not in known for outcome in outcomes])
        rest = max(0.0, 1 - sum(known.values())) / (base[free].sum() or 1.0)
        p = np.array([known.get(outcome, rest * b) for outcome, b in zip(outcomes, base, strict=True)])
    elif cell.options is not None:
        p = np.array([cell.options.get(outcome, 0.0) for outcome in outcomes])
    else:
        yes = _probability(cell)
        return np.array([1 - yes, yes])
    p = np.maximum(p, LEAST_OPTION)
    return np.asarray(p / p.sum())


def _probability(cell: Cell) -> float:
    if cell.p is not None:
        return cell.p
    if cell.word is not None:
        return WORDS[cell.word]
    d = cell.derivation
    assert d is not None
    if d.background is not None:
        p = d.lr_pos * d.background if d.lr_pos is not None else 1 - (d.lr_neg or 0) * (1 - d.background)
    else:
        p = 1 - d.spec if d.spec is not None else (d.value or 0) * (d.times or 0)
    return min(0.98, max(0.02, p))


def _worth(cell: Cell) -> float:
    """How many observations a figure is worth."""
    if cell.kind == "judged":
        return JUDGED_WORTH
    if cell.derivation is not None and cell.derivation.value and cell.derivation.times:
        return _split_worth(cell)
    if cell.n is not None:
        return cell.n
    if cell.interval is not None and cell.options is None:
        error = (cell.interval[1] - cell.interval[0]) / 2 / 1.96
        p = _probability(cell)
        return max(2.0, p * (1 - p) / error**2 - 1)
    return UNSEEN_WORTH


def _split_worth(cell: Cell) -> float:
    """A study's share (a Beta of its n) times a judged split (a Beta of 8): the Beta of equal variance."""
    assert cell.derivation is not None
    share, split = cell.derivation.value or 1, cell.derivation.times or 1
    n = cell.n or UNSEEN_WORTH
    var_share, var_split = share * (1 - share) / (n + 1), split * (1 - split) / (JUDGED_WORTH + 1)
    variance = var_share * split**2 + var_split * share**2
    p = share * split
    return max(2.0, p * (1 - p) / variance - 1) if variance else n


def _held(p: Array, background: Array, cell: Cell | None, knowledge: Knowledge) -> Array:
    """Holds the ratio to the background within its limits; a pooled figure is taken as it is."""
    if cell is not None and cell.pooled:
        return p
    limits = knowledge.manifest.parameters
    least, most = limits.ratio_least.value, limits.ratio_most.value
    if cell is None or cell.kind == "judged":
        least, most = limits.judged_ratio_least.value, limits.judged_ratio_most.value
    floor, ceiling = least * background, most * background
    return _scaled_between(p, floor, ceiling)


def _scaled_between(p: Array, floor: Array, ceiling: Array) -> Array:
    """Scales p by the one factor at which the clipped values sum to 1, solved exactly between two bends."""
    if (p >= floor).all() and (p <= ceiling).all():
        return p
    bends = np.sort(np.concatenate([floor / p, ceiling / p]))
    sums = np.array([np.clip(bend * p, floor, ceiling).sum() for bend in bends])
    at = int(np.searchsorted(sums, 1.0))
    rise = (1.0 - sums[at - 1]) / (sums[at] - sums[at - 1])
    return np.asarray(np.clip((bends[at - 1] + rise * (bends[at] - bends[at - 1])) * p, floor, ceiling))


def _pain(heard: Heard, knowledge: Knowledge) -> Iterator[Statement]:
    """Each drawn zone at its weight (mean 1), each denied one, and all free ones as one statement."""
    parameters = knowledge.manifest.parameters
    known = knowledge.referral.pain_background
    drawn = [mark for zone, mark in heard.pain.items() if zone in known]
    if not drawn:
        return

    def weight(mark: Mark) -> float:
        if mark.worst:
            return parameters.worst_zone.value
        return parameters.spread_mark.value if mark.kind == "spread" else 1.0

    mean = sum(map(weight, drawn)) / len(drawn)
    for mark in drawn:
        yield Statement(
            f"mark:{mark.zone}", "marks", ((weight(mark) / mean, _pain_figures(mark.zone, "yes", knowledge)),)
        )
    for zone in heard.denied:
        if zone in known:
            yield Statement(f"mark:{zone}", "marks", ((1.0, _pain_figures(zone, "no", knowledge)),))
    yield Statement("zones_left_free", "zones_left_free", tuple(_free_zones(heard, knowledge)))


def _free_zones(heard: Heard, knowledge: Knowledge) -> Iterator[tuple[float, Figures]]:
    parameters, known = knowledge.manifest.parameters, knowledge.referral.pain_background
    rows = {zone.id: zone for zone in knowledge.body.zones}
    spoken = {*heard.pain, *heard.numb, *heard.denied}
    near = {other for zone in heard.pain if zone in known for other in rows[zone].neighbours}
    for zone in knowledge.body.zones:
        if zone.layer == "pain" and zone.id in known and zone.id not in spoken:
            relief = 1 - parameters.touching_zone.value if zone.id in near else 1.0
            yield parameters.silent_zones.value * relief, _pain_figures(zone.id, "no", knowledge)


def _pain_figures(zone: str, outcome: Outcome, knowledge: Knowledge) -> Figures:
    key = (knowledge.digest, "pain", zone, outcome)
    if key not in _MADE:
        referral = knowledge.referral
        _MADE[key] = _zone_figures(zone, outcome, referral.pain_background, referral.pain, knowledge)
    return _MADE[key]


def _numb_figures(zone: str, knowledge: Knowledge) -> Figures:
    key = (knowledge.digest, "numb", zone, "yes")
    if key not in _MADE:
        background = {row.id: knowledge.referral.numb_background for row in knowledge.body.zones}
        _MADE[key] = _zone_figures(zone, "yes", background, knowledge.referral.numb, knowledge)
    return _MADE[key]


def _zone_figures(
    zone: str,
    outcome: Outcome,
    background: Mapping[str, Cell],
    maps: Sequence[ReferralMap],
    knowledge: Knowledge,
) -> Figures:
    slip = knowledge.manifest.parameters.touching_zone.value
    row = next(row for row in knowledge.body.zones if row.id == zone)
    near = [other for other in row.neighbours if other in background]

    def softened(p: Mapping[str, float]) -> Array:
        yes = (1 - slip) * p[zone] + slip * float(np.mean([p[other] for other in near])) if near else p[zone]
        return np.array([1 - yes, yes])

    base = {name: _probability(cell) for name, cell in background.items()}
    soft_base = softened(base)
    at = 1 if outcome == "yes" else 0
    named = {}
    for referral in maps:
        rest = background if referral.unlisted is None else dict.fromkeys(background, referral.unlisted)
        cells = {name: referral.zones.get(name, rest[name]) for name in base}
        soft = softened({name: _probability(cell) for name, cell in cells.items()})
        held = _held(soft, soft_base, referral.zones.get(zone), knowledge)
        named[referral.condition] = (float(held[at]), _worth(cells[zone]))
    return _figures(named, (float(soft_base[at]), _worth(background[zone])), outcome, knowledge)
