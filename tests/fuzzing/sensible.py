"""What must hold of every case text: refused in one clear line, or assessed with numbers that make sense."""

import math
import re
from collections.abc import Iterator, Sequence

from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.conditions import TIERS
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.reasoning import assess
from hipmap.storage.case_files import parse_case

# Rounding to six digits may move a bound by so much.
CLOSE = 2e-6
LONGEST_LINE = 1000
_NO_NUMBER = re.compile(r"NaN|Infinity")


class Tried:
    """How many texts were assessed and how many refused."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.assessed = self.refused = 0

    def one(self, text: bytes, *, ranges: bool) -> None:
        """Tries one text; AssertionError (or whatever the program raises) if the outcome makes no sense."""
        try:
            case = parse_case(text, "case.json", self._knowledge)
        except BadInput as refusal:
            line = str(refusal)
            assert line.startswith("case.json: "), line
            assert line.isprintable(), line
            assert len(line) < LONGEST_LINE, line
            self.refused += 1
            return
        result = assess(case, self._knowledge, ranges=ranges)
        problems = list(nonsense(result, self._knowledge, ranges=ranges))
        assert not problems, problems
        self.assessed += 1


def nonsense(result: Assessment, knowledge: Knowledge, *, ranges: bool) -> Iterator[str]:
    """Gives a sentence for each thing in an assessment that cannot be."""
    yield from _odd_list("origins", result.origins, {one.id for one in knowledge.origins}, ranges=ranges)
    conditions = {one.id for one in knowledge.conditions}
    yield from _odd_list("conditions", result.conditions, conditions, ranges=ranges)
    yield from _levels_apart(result, knowledge)
    yield from _odd_rest(result)
    if ranges and _NO_NUMBER.search(result.model_dump_json()):
        yield "not a number"


def _odd_list(kind: str, found: Sequence[Likelihood], known: set[str], *, ranges: bool) -> Iterator[str]:
    if {one.id for one in found} != known or len(found) != len(known):
        yield f"{kind}: not each once"
    shares = [one.probability for one in found]
    if shares != sorted(shares, reverse=True):
        yield f"{kind}: not in order"
    for one in found:
        yield from _odd_numbers(one, ranges=ranges)


def _odd_rest(result: Assessment) -> Iterator[str]:
    tiers = [rule.tier for rule in result.urgency.fired]
    if tiers and result.urgency.tier != max(tiers, key=TIERS.index):
        yield "the tier is not the highest of the rules that fired"
    if any(not 0 <= pair.probability <= 1 for pair in result.combined):
        yield "a pair is out of range"
    if any(not (math.isfinite(one.bits) and one.bits >= 0 and one.seconds > 0) for one in result.next):
        yield "a proposal is worth less than nothing"
    if result.robustness is not None and not 0 <= result.robustness <= 1:
        yield "robustness out of range"


def _odd_numbers(one: Likelihood, *, ranges: bool) -> Iterator[str]:
    if not 0 <= one.probability <= 1:
        yield f"{one.id}: {one.probability}"
    if ranges != (one.low is not None and one.high is not None):
        yield f"{one.id}: a range is missing, or there though nobody asked"
    low, high = one.low or 0.0, 1.0 if one.high is None else one.high
    if not 0 <= low <= one.probability + CLOSE or not one.probability - CLOSE <= high <= 1:
        yield f"{one.id}: {low} {one.probability} {high}"
    weights = [reason.weight for reason in (*one.reasons_for, *one.reasons_against)]
    if not all(map(math.isfinite, weights)):
        yield f"{one.id}: a reason that weighs no number"


def _levels_apart(result: Assessment, knowledge: Knowledge) -> Iterator[str]:
    """An origin is at least as probable as each of its conditions, and at most as all of them together."""
    of = {one.id: one.probability for one in result.conditions}
    for origin in result.origins:
        own = [of[one.id] for one in knowledge.conditions if one.origin == origin.id]
        if not max(own) - CLOSE <= origin.probability <= math.fsum(own) + CLOSE * len(own):
            yield f"{origin.id}: apart from its conditions"
