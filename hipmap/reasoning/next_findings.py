"""What to ask or test next: expected information about the origin, per second of burden."""

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from operator import mul

from hipmap.model.assessment import NextFinding
from hipmap.model.case import Case
from hipmap.model.conditions import NOT_COVERED, Tier
from hipmap.model.findings import Finding
from hipmap.model.telling_next import CHANGES_MUCH, SHOWN
from hipmap.reasoning.excluded_answers import excluded_questions
from hipmap.reasoning.expected_information import Expectation
from hipmap.reasoning.facts import Facts
from hipmap.reasoning.inference import Inference
from hipmap.reasoning.network import Network
from hipmap.reasoning.outcome_lifts import Lifted, Lifts, Members, lifts_of
from hipmap.reasoning.rounding import DIGITS
from hipmap.reasoning.unsafe_tests import withheld

# A finding that is expected to tell less than this is not worth a question.
_LEAST_BITS = 0.002
# What a clinician examines, or a person tries, instead of saying it.
_PHYSICAL = ("movement", "examination")
# A test is kept a place when it tells at least this share of what the question tells that it displaces, and
# of what the most telling test tells. Judged: in a visit with an examination the seconds of a test are spent
# anyway, but not for next to nothing; and a quick one that tells little stands for no examination.
_FAIR_SHARE = 0.5
# The origins in question, of which two are named: so many of the most probable.
_IN_QUESTION = 4

# An origin, where its explanations stand among some, their probabilities, and that of its other ones.
_Part = tuple[str, slice, list[float], float]


def next_findings(
    network: Network,
    case: Case,
    facts: Facts,
    inference: Inference,
    tier: Tier,
    chances: Mapping[str, float],
) -> tuple[NextFinding, ...]:
    """Gives what is worth asking or testing next, in the order in which it is shown.

    What would change much comes first; before and after that border, most information per second first.
    By seconds alone a question nearly always beats a test, so the last of the places shown is kept for the
    first test that would change much and tells a fair share: a visit has both, and asking more does not
    replace looking. Alone at home that holds only once every safety question has an answer, since a test
    is known to be safe only then.

    Nothing that is unsafe, does not fit the person, cannot be answered here or tells nothing new, as where
    an answer already excludes a yes. Open safety questions that everybody is asked are not among them,
    because they come first anyway. `chances` are the probabilities of origins and conditions by which a test
    is unsafe, of whichever side.
    """
    lifts = lifts_of(network)
    held = withheld(case, network.knowledge, network.knowledge.unsafe_tests, chances, tier)
    expectation = Expectation(network, lifts, inference)
    found: list[tuple[bool, float, str]] = []
    bits_of: dict[str, float] = {}
    for finding in _candidates(network, lifts, case, facts, held.keys()):
        bits = round(expectation.nats(finding) / math.log(2), DIGITS)
        if bits >= _LEAST_BITS:
            found.append((bits < CHANGES_MUCH, -bits / finding.seconds, finding.id))
            bits_of[finding.id] = bits
    order = [network.knowledge.finding_by_id[name] for _, _, name in sorted(found)]
    if _may_put_a_test_forward(network, case, facts, held.keys()):
        keep_a_place_for_a_test(order, bits_of)
    separation = _Separation(lifts, inference)
    return tuple(_proposal(one, bits_of[one.id], separation.of(lifts[one.id])) for one in order)


def _may_put_a_test_forward(network: Network, case: Case, facts: Facts, held: AbstractSet[str]) -> bool:
    """Whether a test may be put forward: with a clinician, or when no safety question is open."""
    asked = (one.id for one in network.knowledge.findings if one.screening)
    return case.setting != "home" or all(name in facts.answers or name in held for name in asked)


def keep_a_place_for_a_test(order: list[Finding], bits_of: Mapping[str, float]) -> None:
    """Moves a test to the last of the places shown, if none is there and one tells enough."""
    if len(order) <= SHOWN or any(one.kind in _PHYSICAL for one in order[:SHOWN]):
        return
    last = SHOWN - 1
    tests = [one for one in order if one.kind in _PHYSICAL]
    most = max(bits_of[one.id] for one in (order[last], *tests))
    enough = max(CHANGES_MUCH, _FAIR_SHARE * most)
    chosen = next((one for one in tests if bits_of[one.id] >= enough), None)
    if chosen is not None:
        order.remove(chosen)
        order.insert(last, chosen)


def _proposal(finding: Finding, bits: float, separates: tuple[str, str]) -> NextFinding:
    return NextFinding(
        finding=finding.id, bits=bits, seconds=finding.seconds, who=finding.who, separates=separates
    )


def _candidates(
    network: Network, lifts: Lifts, case: Case, facts: Facts, held: AbstractSet[str]
) -> Iterator[Finding]:
    """The findings that can be answered here and are not yet, neither by marks nor by a scored cluster."""
    known = network.knowledge.finding_by_id
    given = {*case.answers, *facts.answers}
    given |= {member for name in facts.answers for member in known[name].replaces}
    given |= excluded_questions(case, network.knowledge)
    for name in lifts:
        finding = known[name]
        if finding.screening or name in given or name in held:
            continue
        if case.setting != "home" or finding.who != "clinician":
            yield finding


class _Separation:
    """Between which two of the origins in question an answer would move most.

    By the triangular discrimination of the answers expected under each origin alone, times the harmonic
    mean of their probabilities: two origins are worth telling apart when both are likely.
    """

    def __init__(self, lifts: Lifts, inference: Inference) -> None:
        self._now = inference.probabilities
        shares = lifts.classes.sums(self._now)
        named = [origin for origin in lifts.network.hypotheses.origins if origin != NOT_COVERED]
        whole = {
            origin: math.fsum(
                share for share, held in zip(shares, lifts.classes.origins, strict=True) if origin in held
            )
            for origin in named
        }
        likely = sorted(named, key=lambda origin: (-round(whole[origin], DIGITS), named.index(origin)))
        self._whole = {origin: whole[origin] for origin in likely[:_IN_QUESTION]}
        alone = {origin: lifts.classes.origins.index(frozenset((origin,))) for origin in self._whole}
        self._alone = {number: origin for origin, number in alone.items()}
        self._last = max(self._alone)
        self._share_alone = {origin: shares[number] for origin, number in alone.items()}
        self._pairs = tuple(combinations(self._whole, 2))

    def of(self, outcomes: Sequence[Lifted]) -> tuple[str, str]:
        """Gives the two origins, the likelier first."""
        parts = list(self._parts(outcomes[0].members))
        expected = [self._under_each(outcome, parts) for outcome in outcomes]
        worth = [round(self._worth(one, two, expected), DIGITS + 3) for one, two in self._pairs]
        return self._pairs[worth.index(max(worth))]

    def _parts(self, members: Members) -> Iterator[_Part]:
        """What each origin in question, when it is the only one, holds of some explanations."""
        for number, place in zip(members.classes, members.slices, strict=True):
            if number > self._last:
                break
            if number in self._alone:
                origin = self._alone[number]
                own = [self._now[at] for at in members.numbers[place]]
                yield origin, place, own, self._share_alone[origin] - sum(own)

    def _under_each(self, outcome: Lifted, parts: Sequence[_Part]) -> dict[str, float]:
        """P(outcome) under each origin in question, when it is the only one."""
        found = dict.fromkeys(self._whole, outcome.background)
        for origin, place, own, rest in parts:
            whole = sum(map(mul, own, outcome.p[place])) + rest * outcome.background
            found[origin] = whole / self._share_alone[origin]
        return found

    def _worth(self, one: str, two: str, expected: Sequence[dict[str, float]]) -> float:
        a, b = self._whole[one], self._whole[two]
        apart = sum([(p[one] - p[two]) ** 2 / (p[one] + p[two]) for p in expected])
        return apart * a * b / (a + b)
