"""A complaint marked on both sides: the right, the left, and both as one complaint, each weighed by itself.

Stenosis, inflammation of the spine and the cauda equina hurt on both sides from one cause; two worn hips or
a hip here and a tendon there are two complaints. Which of them it is cannot be known beforehand, so all
three are told. The side that leads is the main result, and its own numbers stand here once more.
How urgent a case is depends on no side: what is serious raises the tier on whichever side it is likely.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hipmap.model.assessment import Combined, ComplaintSide, Enough, Likelihood, SideAssessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.facts import Facts, facts_of
from hipmap.reasoning.inference import Inference, infer
from hipmap.reasoning.network import Network
from hipmap.reasoning.posterior import share_of
from hipmap.reasoning.rounding import DIGITS

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


def chances_on_any_side(
    network: Network, case: Case, facts: Facts, main: Weighed, sides: Sequence[SideAssessment]
) -> dict[str, float]:
    """Gives how probable every origin and condition is on the side where it is most so.

    What is unsafe to test, worth a scan or urgent on the lesser side is so for the person. Without `sides`
    (point estimates) the others of a complaint on both sides are weighed here.
    """
    found = {one.id: one.probability for one in (*main.origins, *main.conditions)}
    if not is_two_sided(case):
        return found
    if not sides:
        others = highest_chances(network, case, VIEWS, weighed=facts)
        return {name: max(share, others[name]) for name, share in found.items()}
    for one in (one for side in sides for one in (*side.origins, *side.conditions)):
        found[one.id] = max(found[one.id], one.probability)
    return found


def highest_chances(
    network: Network, case: Case, sides: Iterable[ComplaintSide | None], weighed: Facts | None = None
) -> dict[str, float]:
    """Gives how probable every origin and condition is on that of `sides` where it is most so.

    None is the side of the complaint. Sides with the evidence of `weighed`, or of one another, count once.
    """
    names = (*network.hypotheses.origins, *network.hypotheses.conditions)
    found = dict.fromkeys(names, 0.0)
    seen = {weighed.evidence} if weighed else set()
    for side in sides:
        facts = facts_of(case, network.knowledge, side)
        if facts.evidence not in seen:
            seen.add(facts.evidence)
            shares = infer(network, case, facts).probabilities
            for name, members in zip(names, network.targets, strict=True):
                found[name] = max(found[name], round(share_of(shares, members), DIGITS))
    return found


def with_alarms_of_all_sides(
    knowledge: Knowledge, main: Weighed, sides: Sequence[SideAssessment], chances: Mapping[str, float]
) -> tuple[Likelihood, ...]:
    """Gives the conditions of the leading side; one that is alarming on another side only, as it is there."""
    found = []
    for one in main.conditions:
        alarm = knowledge.condition_by_id[one.id].tier_when_likely
        if alarm is not None and one.probability <= alarm.above < chances[one.id]:
            there = (other for side in sides for other in side.conditions if other.id == one.id)
            bare = one.model_copy(update={"probability": chances[one.id], "reasons_for": ()})
            found.append(max(there, key=lambda other: other.probability, default=bare))
        else:
            found.append(one)
    return tuple(found)


def at_their_highest(found: Sequence[Likelihood], chances: Mapping[str, float]) -> tuple[Likelihood, ...]:
    """Gives likelihoods with the probability that each has on the side where it is most probable."""
    return tuple(
        one if chances[one.id] == one.probability else one.model_copy(update={"probability": chances[one.id]})
        for one in found
    )
