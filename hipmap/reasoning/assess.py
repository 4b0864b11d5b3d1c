"""From a case to an assessment: urgency, likelihoods with ranges, reasons, conflicts, advice on pictures."""

import math
from collections.abc import Mapping, Sequence
from functools import partial

import hipmap
from hipmap.model.assessment import (
    Assessment,
    Combined,
    Conflict,
    Enough,
    FiredRule,
    Likelihood,
    Urgency,
    Versions,
)
from hipmap.model.case import Case
from hipmap.model.conditions import NOT_COVERED, TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.outside_causes import outside_cause
from hipmap.reasoning.conflicts import answer_conflicts, are_contradictory
from hipmap.reasoning.digest import digest_of
from hipmap.reasoning.facts import Evidence, Facts, facts_of
from hipmap.reasoning.imaging_advice import imaging_advice
from hipmap.reasoning.inference import Inference, infer
from hipmap.reasoning.likelihood_words import is_possible, word_of
from hipmap.reasoning.network import Network, network_of
from hipmap.reasoning.next_findings import next_findings
from hipmap.reasoning.overlay_floor import with_alarms_without_overlay
from hipmap.reasoning.posterior import share_of
from hipmap.reasoning.ranges import Range, ranges_of
from hipmap.reasoning.reasons import Reasons, each_left_out, free_places, reasons_for
from hipmap.reasoning.red_flags import contradicted, fired_rules, highest_tier, left_unknown, not_asked
from hipmap.reasoning.rounding import DIGITS
from hipmap.reasoning.sides import (
    Weighed,
    at_their_highest,
    chances_on_any_side,
    side_assessments,
    with_alarms_of_all_sides,
)
from hipmap.reasoning.wobble import robustness

_PAIRS_SHOWN = 8
_PAIR_LEAST = 0.01
# Every origin is explained, also why it is not the one; a condition only when it is in question.
_CONDITION_EXPLAINED = 0.05
# A quick assessment explains only the origins in question.
_ORIGIN_EXPLAINED = 0.02
# An origin settles the question when it is so probable, and by so much ahead of the next.
_LIKELY, _CLEAR = 0.6, 0.2
# A condition with this share of the most probable one of its origin still carries the origin.
_CARRIES = 0.2

_Limits = dict[Evidence, list[Range]]


def assess(
    case: Case, knowledge: Knowledge, ranges: bool = True, proposals: bool | None = None
) -> Assessment:
    """Gives the assessment of a case.

    Without `ranges` it gives point estimates, with reasons for the origins in question, some times faster.
    `proposals` are what to ask or test next and how far the map may wobble; they come with the ranges
    unless said otherwise.
    """
    network = network_of(knowledge)
    facts = facts_of(case, knowledge)
    known: _Limits | None = {} if ranges else None
    inference, main = _weighed(network, case, facts, known)
    weigh = partial(_weighed, network, case, known=known)
    sides = side_assessments(case, knowledge, facts, main, weigh) if ranges else ()
    chances = chances_on_any_side(network, case, facts, main, sides)
    alarming = with_alarms_of_all_sides(knowledge, main, sides, chances)
    urgency = _urgency(case, knowledge, with_alarms_without_overlay(case, knowledge, alarming))
    proposing = ranges if proposals is None else proposals
    conflicts = _conflicts(case, facts, knowledge, is_each_side_told=bool(sides))
    if ranges:
        conflicts += answer_conflicts(case, knowledge, main.origins, knowledge.opposed_answers)
    return Assessment(
        side=facts.side,
        urgency=urgency,
        origins=main.origins,
        conditions=main.conditions,
        combined=main.combined,
        next=next_findings(network, case, facts, inference, urgency.tier, chances) if proposing else (),
        robustness=_robustness(network, facts, inference) if proposing else None,
        conflicts=conflicts,
        enough=main.enough,
        sides=sides,
        imaging=_pictures(case, knowledge, main, chances, urgency.tier),
        versions=Versions(
            program=hipmap.__version__,
            knowledge=knowledge.manifest.version,
            digest=digest_of(case, knowledge),
        ),
    )


def _pictures(
    case: Case, knowledge: Knowledge, main: Weighed, chances: Mapping[str, float], tier: Tier
) -> tuple[str, ...]:
    """A scan is worth asking about for the side that needs it most."""
    origins, conditions = (at_their_highest(found, chances) for found in (main.origins, main.conditions))
    return imaging_advice(case, knowledge, origins, conditions, tier)


def _weighed(network: Network, case: Case, facts: Facts, known: _Limits | None) -> tuple[Inference, Weighed]:
    """Weighs the facts of one side, with ranges where `known` keeps those that have been worked out."""
    inference = infer(network, case, facts)
    limits = None
    if known is not None:
        if facts.evidence not in known:
            known[facts.evidence] = ranges_of(
                network, inference.probabilities, inference.groups, inference.rates
            )
        limits = known[facts.evidence]
    origins, conditions = _likelihoods(network, inference, limits)
    combined = _combined(network, inference)
    return inference, Weighed(
        origins, conditions, combined, _enough(case, facts, origins, conditions, network.knowledge)
    )


def _robustness(network: Network, facts: Facts, inference: Inference) -> float | None:
    share = robustness(network, facts, inference)
    return None if share is None else round(share, DIGITS)


def _likelihoods(
    network: Network, inference: Inference, ranges: Sequence[Range] | None
) -> tuple[tuple[Likelihood, ...], tuple[Likelihood, ...]]:
    """Gives the origins and the conditions, each most probable first."""
    hypotheses = network.hypotheses
    left_out = each_left_out(inference.scores, inference.groups)
    free = free_places(left_out, len(hypotheses.conditions))
    shares = [share_of(inference.probabilities, members) for members in network.targets]
    border = len(hypotheses.origins)
    everywhere = 0.0 if ranges else _ORIGIN_EXPLAINED
    origins = [
        (origin, _leading(network.conditions_of[origin], shares[border:]), everywhere)
        for origin in hypotheses.origins
    ]
    least = _CONDITION_EXPLAINED if ranges else math.inf
    conditions = [(name, (at,), least) for at, name in enumerate(hypotheses.conditions)]
    widest = network.knowledge.manifest.parameters.unsure_width.value
    found = []
    for at, (name, numbers, explained) in enumerate([*origins, *conditions]):
        reasons: Reasons = ((), ())
        if shares[at] >= explained:
            reasons = reasons_for(network.targets[at], numbers, inference.probabilities, left_out, free)
        found.append(_likelihood(name, shares[at], ranges[at] if ranges else None, reasons, widest))
    return _ranked(found[:border]), _ranked(found[border:])


def _leading(numbers: tuple[int, ...], shares: Sequence[float]) -> tuple[int, ...]:
    """The conditions that carry an origin: a reason is as well founded as the figures for these."""
    most = max((shares[number] for number in numbers), default=0.0)
    return tuple(number for number in numbers if shares[number] >= _CARRIES * most)


def _ranked(found: Sequence[Likelihood]) -> tuple[Likelihood, ...]:
    return tuple(sorted(found, key=lambda one: -one.probability))


def _likelihood(
    name: str, probability: float, limits: Range | None, reasons: Reasons, widest: float
) -> Likelihood:
    low, high = limits if limits else (None, None)
    return Likelihood(
        id=name,
        probability=round(probability, DIGITS),
        low=None if low is None else round(low, DIGITS),
        high=None if high is None else round(high, DIGITS),
        word=word_of(probability, low, high, widest),
        reasons_for=reasons[0],
        reasons_against=reasons[1],
    )


def _combined(network: Network, inference: Inference) -> tuple[Combined, ...]:
    found = [(pair, share_of(inference.probabilities, own)) for pair, own in network.origin_pairs.items()]
    ranked = sorted(found, key=lambda pair: -pair[1])[:_PAIRS_SHOWN]
    return tuple(
        Combined(origins=pair, probability=round(probability, DIGITS))
        for pair, probability in ranked
        if probability >= _PAIR_LEAST
    )


def _urgency(case: Case, knowledge: Knowledge, conditions: Sequence[Likelihood]) -> Urgency:
    """The higher of rules and of probabilities of conditions that carry a tier of their own wins."""
    fired = list(fired_rules(case, knowledge))
    for likelihood in conditions:
        alarm = knowledge.condition_by_id[likelihood.id].tier_when_likely
        if alarm is not None and likelihood.probability > alarm.above and (case.marks or case.answers):
            findings = tuple(reason.finding for reason in likelihood.reasons_for[:3])
            fired.append(
                FiredRule(flag=likelihood.id, tier=alarm.tier, by="probability", findings=findings,
                          probability=likelihood.probability)
            )  # fmt: skip
    fired.sort(key=lambda rule: -TIERS.index(rule.tier))
    return Urgency(
        tier=highest_tier(fired), fired=tuple(fired), not_asked=not_asked(case, knowledge),
        unknown=left_unknown(case, knowledge),
    )  # fmt: skip


def _conflicts(
    case: Case, facts: Facts, knowledge: Knowledge, is_each_side_told: bool
) -> tuple[Conflict, ...]:
    """What does not fit together; what counts for the other side is amiss only where that is not told."""
    found = []
    if facts.other_side and not is_each_side_told:
        found.append(Conflict(id="answers_for_the_other_side", findings=facts.other_side))
    if facts.side == "both" and not case.marks:
        sided = tuple(sorted(name for name, answer in facts.answers.items() if answer.side is not None))
        found.append(Conflict(id="answers_for_two_sides", findings=sided))
    if facts.other_side_marks and not is_each_side_told:
        marks = tuple(f"mark:{zone}" for zone in facts.other_side_marks)
        found.append(Conflict(id="marks_on_the_other_side", findings=marks))
    if facts.contradictory:
        marks = tuple(f"mark:{zone}" for zone in facts.contradictory)
        found.append(Conflict(id="pain_and_no_pain_at_one_place", findings=marks))
    marks_say_yes = contradicted(case, knowledge)
    if marks_say_yes:
        found.append(Conflict(id="marks_and_answers_disagree", findings=marks_say_yes))
    return tuple(found)


def _enough(
    case: Case,
    facts: Facts,
    origins: Sequence[Likelihood],
    conditions: Sequence[Likelihood],
    knowledge: Knowledge,
) -> Enough:
    """Enough is known when the first origin is named by a fair word and stands clear of the second.

    It is never said while two answers exclude each other, nor before the ranges are worked out.
    """
    if not facts.answers and not facts.pain and not facts.numb:
        return Enough(enough=False, why="nothing_known")
    if are_contradictory(case, knowledge):
        return Enough(enough=False, why="answers_contradict")
    why = _open_question(origins, conditions, knowledge)
    return Enough(enough=why is None, why=why or _settled_by(origins[1]))


def _settled_by(second: Likelihood) -> str:
    """Why it is enough: origins do not exclude each other; beside a possible one none stands clear."""
    return "second_possible_too" if is_possible(second.probability) else "one_origin_stands_clear"


def _open_question(
    origins: Sequence[Likelihood], conditions: Sequence[Likelihood], knowledge: Knowledge
) -> str | None:
    """Why the likelihoods do not settle the origin; None where they do."""
    first, second = origins[0], origins[1]
    if first.id == NOT_COVERED:
        return "outside_hip_and_back" if outside_cause(conditions, knowledge) else "nothing_fits"
    if first.word == "cannot_say_yet":
        return "range_too_wide"
    if first.probability - second.probability < _CLEAR:
        return "two_origins_close"
    if first.probability < _LIKELY:
        return "no_origin_likely"
    return "range_not_known" if first.low is None else None
