"""A complaint marked on both sides: the right, the left, and both as one complaint, each weighed by itself.

Stenosis, inflammation of the spine and the cauda equina hurt on both sides from one cause; two worn hips or
a hip here and a tendon there are two complaints. Which of them it is cannot be known beforehand, so all
three are told. The side that leads is the main result, and its own numbers stand here once more.
How urgent a case is depends on no side: what is serious raises the tier on whichever side it is likely.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hipmap.model.assessment import Combined, ComplaintSide, Enough, Likelihood, SideAssessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.facts import Facts, facts_of
from hipmap.reasoning.inference import Inference, infer
from hipmap.reasoning.network import Network
from hipmap.reasoning.posterior import share_of

# As in the assessment: the last bits of a system's arithmetic never show.
_DIGITS = 6
VIEWS: tuple[ComplaintSide, ...] = ("right", "left", "both")


@dataclass(frozen=True)
class Weighed:
    """What the evidence of one side says about origins and conditions."""

    origins: tuple[Likelihood, ...]
    conditions: tuple[Likelihood, ...]
    combined: tuple[Combined, ...]
    enough: Enough

    def about(self, side: ComplaintSide) -> SideAssessment:
        """Gives this as the assessment of a side."""
        return SideAssessment(
            side=side, origins=self.origins, conditions=self.conditions, combined=self.combined,
            enough=self.enough,
        )  # fmt: skip


def is_two_sided(case: Case) -> bool:
    """Whether pain, spread or numbness is marked on the right and on the left."""
    return {"right", "left"} <= {mark.side for mark in case.marks if mark.kind != "none"}


def side_assessments(
    case: Case,
    knowledge: Knowledge,
    facts: Facts,
    main: Weighed,
    weigh: Callable[[Facts], tuple[Inference, Weighed]],
) -> tuple[SideAssessment, ...]:
    """Gives the right, the left and both of a complaint on both sides; nothing for any other.

    `facts` and `main` are those of the leading side, which is not weighed again; `weigh` weighs others.
    """
    if not is_two_sided(case):
        return ()
    return tuple(
        (main if side == facts.side else weigh(facts_of(case, knowledge, side))[1]).about(side)
        for side in VIEWS
    )


def with_alarms_of_all_sides(
    network: Network, case: Case, facts: Facts, main: Weighed, sides: Sequence[SideAssessment]
) -> tuple[Likelihood, ...]:
    """Gives the conditions of the leading side; one that is alarming on another side only, as it is there.

    Without `sides` (point estimates) the others of a complaint on both sides are weighed here, without
    reasons, so that a quick assessment is never the calmer one.
    """
    if not is_two_sided(case):
        return main.conditions
    found = {one.id: one for one in main.conditions}
    alarms = {name: network.knowledge.condition_by_id[name].tier_when_likely for name in found}
    bars = {
        name: alarm.above
        for name, alarm in alarms.items()
        if alarm is not None and found[name].probability <= alarm.above
    }
    told = [one for side in sides for one in side.conditions]
    for one in told or _alarming(network, case, facts, found, bars):
        if one.probability > max(bars.get(one.id, 1.0), found[one.id].probability):
            found[one.id] = one
    return tuple(found.values())


def _alarming(
    network: Network, case: Case, facts: Facts, main: Mapping[str, Likelihood], bars: Mapping[str, float]
) -> Iterator[Likelihood]:
    """What is over its bar on a side whose evidence is not that of the leading side, as a bare number."""
    seen = {facts.evidence}
    for side in VIEWS:
        own = facts_of(case, network.knowledge, side)
        if own.evidence in seen:
            continue
        seen.add(own.evidence)
        p = infer(network, case, own).probabilities
        for at, name in enumerate(network.hypotheses.conditions):
            share = round(share_of(p, network.by_condition[at]), _DIGITS) if name in bars else 0.0
            if share > bars.get(name, 1.0):
                yield main[name].model_copy(update={"probability": share, "reasons_for": ()})
