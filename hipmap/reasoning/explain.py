"""All explanations of one origin or condition, put together and rounded like an assessment."""

from collections.abc import Iterator
from itertools import pairwise

from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.case import Case
from hipmap.model.explained_case import ExplainedCase
from hipmap.model.explanations import Waterfall
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.assess import assess
from hipmap.reasoning.contrast import contrast
from hipmap.reasoning.rounding import DIGITS
from hipmap.reasoning.sensitivity import sensitivity
from hipmap.reasoning.waterfall import waterfall
from hipmap.reasoning.what_if import what_if_table


def explain(
    case: Case, knowledge: Knowledge, about: str | None = None, against: str | None = None
) -> ExplainedCase:
    """Gives why an origin or condition is as likely as it is; ValueError for an unknown id.

    Without `about` it is the likeliest origin; without `against` it is contrasted with the likeliest origin
    that it does not belong to.
    """
    assessment = assess(case, knowledge, proposals=False)
    target = about or assessment.origins[0].id
    answered = sorted(name for name, answer in case.answers.items() if not answer.is_unknown)
    way = waterfall(case, knowledge, target)
    return ExplainedCase(
        side=assessment.side,
        tier=assessment.urgency.tier,
        likelihood=_likelihood(target, assessment),
        waterfall=_rounded(way),
        contrast=contrast(case, knowledge, target, against or _rival(target, assessment, knowledge)),
        what_if=tuple(what_if_table(case, knowledge, name) for name in answered),
        sensitivity=sensitivity(case, knowledge, target),
        versions=assessment.versions,
    )


def _likelihood(target: str, assessment: Assessment) -> Likelihood:
    # An id that is both means the origin, as in every explanation.
    found = next(one for one in (*assessment.origins, *assessment.conditions) if one.id == target)
    return found.model_copy(update={"reasons_for": (), "reasons_against": ()})


def _rival(target: str, assessment: Assessment, knowledge: Knowledge) -> str:
    own = target
    if target not in knowledge.origin_by_id:
        own = knowledge.condition_by_id[target].origin
    return next(one.id for one in assessment.origins if one.id != own)


def _rounded(way: Waterfall) -> Waterfall:
    """The way with rounded numbers that still sum: its stations are rounded, and each step leads to the next.

    So a step is off by a millionth of a deciban at most.
    """
    stations = [round(station, DIGITS) for station in _stations(way)]
    weights = [round(after - before, DIGITS) for before, after in pairwise(stations)]
    steps = tuple(
        step.model_copy(update={"weight": weight})
        for step, weight in zip(way.steps, weights, strict=False)
    )  # fmt: skip
    return way.model_copy(
        update={
            "start": stations[0],
            "steps": steps,
            "others": weights[-1] if way.others_count else 0.0,
            "result": stations[-1],
        }
    )


def _stations(way: Waterfall) -> Iterator[float]:
    """The log-odds before the first step and after each; the last are exactly those of the result."""
    yield way.start
    at = way.start
    moves = [step.weight for step in way.steps] + ([way.others] if way.others_count else [])
    for move in moves[:-1]:
        at += move
        yield at
    if moves:
        yield way.result
