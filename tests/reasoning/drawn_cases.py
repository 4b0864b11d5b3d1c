"""Cases drawn from the model's own tables, with what is true in each, and a knowledge in which they hold.

In this knowledge nothing overlaps: findings and zones are independent once the explanation is known, and
all evidence counts in full. There the posterior is the true one, and a stated 65 % must come true in 65 %.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from hipmap.model.case import Case, new_case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge, Parameters
from tests.reasoning.brute_figures import Array
from tests.reasoning.brute_force import BruteForce

SEXES = ("female", "male", None)
SETTINGS = ("home", "primary", "physio", "secondary")
AGES = (None, *range(16, 90, 3))
MOST_ASKED = 12
# Every second map is drawn; an answer that says less (painful, wherever) is given every third time.
MAP_SHARE, COARSE_SHARE = 0.5, 0.33


@dataclass(frozen=True)
class Drawn:
    """A case, and the number of the explanation it was drawn from."""

    case: Case
    explanation: int


def independent(knowledge: Knowledge, evidence_scale: float = 1.0) -> Knowledge:
    """The same figures without dependence, discounts, slips of the pen and answers that marks imply.

    Two numbers of the method only say how to treat overlap and slips, and have no place here; the caps
    and the join of pairs are part of the tables from which the cases are drawn.
    """
    neutral = {
        "dependence": 1.0, "touching_zone": 0.0, "silent_zones": 1.0, "worst_zone": 1.0,
        "spread_mark": 1.0, "evidence_scale": evidence_scale,
    }  # fmt: skip
    old = knowledge.manifest.parameters
    changed: dict[str, object] = {
        name: getattr(old, name).model_copy(update={"value": value}) for name, value in neutral.items()
    }
    parameters: Parameters = old.model_copy(update={**changed, "group_dependence": {}})
    return knowledge.model_copy(
        update={
            "digest": f"independent {evidence_scale}",
            "manifest": knowledge.manifest.model_copy(update={"parameters": parameters}),
            "findings": tuple(one.model_copy(update={"implied_by": None}) for one in knowledge.findings),
        }
    )


class CaseSource:
    """Draws an explanation, then what is seen under it; the tables are those of the brute force."""

    def __init__(self, knowledge: Knowledge, seed: int) -> None:
        self._stated = BruteForce(knowledge)
        self._chance = np.random.default_rng(seed)
        self._asked = [finding for finding in knowledge.findings if finding.background is not None]
        known = knowledge.referral.pain_background
        self._zones = [zone for zone in knowledge.body.zones if zone.layer == "pain" and zone.id in known]
        self._marked = np.array([self._table(new_case(marks=[_mark(z.id, z.midline)])) for z in self._zones])
        self._outcomes: dict[str, Array] = {}
        self._priors: dict[tuple[object, ...], Array] = {}

    def draw(self, count: int) -> list[Drawn]:
        """Draws so many cases; those whose map stayed empty are passed over, as their map says nothing."""
        return list(islice(self._endless(), count))

    def _endless(self) -> Iterator[Drawn]:
        while True:
            person = {"age": self._one_of(AGES), "sex": self._one_of(SEXES)}
            setting = self._one_of(SETTINGS)
            prior = self._prior(setting, person)
            truth = int(self._chance.choice(len(prior), p=prior))
            marks = self._marks(truth) if self._chance.random() < MAP_SHARE else None
            answers = self._answers(truth)
            if marks != []:
                known = {key: value for key, value in person.items() if value is not None}
                yield Drawn(
                    new_case(setting=setting, person=known, marks=marks or [], answers=answers), truth
                )

    def _one_of(self, values: tuple[object, ...]) -> object:
        return values[self._chance.integers(len(values))]

    def _prior(self, setting: object, person: dict[str, object]) -> Array:
        key = (setting, *person.values())
        if key not in self._priors:
            known = {name: value for name, value in person.items() if value is not None}
            case = new_case(setting=setting, person=known)
            self._priors[key] = self._stated.prior(self._stated.weights(case))
        return self._priors[key]

    def _marks(self, truth: int) -> list[dict[str, str]]:
        hit = self._chance.random(len(self._zones)) < self._marked[:, truth]
        return [_mark(zone.id, zone.midline) for zone, yes in zip(self._zones, hit, strict=True) if yes]

    def _answers(self, truth: int) -> dict[str, object]:
        count = int(self._chance.integers(MOST_ASKED + 1))
        numbers = self._chance.choice(len(self._asked), count, replace=False)
        return {self._asked[at].id: self._answer(self._asked[at], truth) for at in numbers}

    def _answer(self, finding: Finding, truth: int) -> object:
        values = single_values(finding)
        if finding.id not in self._outcomes:
            rows = [self._table(new_case(answers={finding.id: value})) for value in values]
            self._outcomes[finding.id] = np.array(rows)
        shares = self._outcomes[finding.id][:, truth]
        assert abs(shares.sum() - 1) < 1e-9, finding.id
        value = values[self._chance.choice(len(values), p=shares / shares.sum())]
        coarse = [option.id for option in finding.options if value in option.covers]
        assert len(coarse) < 2, f"{finding.id}: what says less would be drawn too seldom"
        return coarse[0] if coarse and self._chance.random() < COARSE_SHARE else value

    def _table(self, case: Case) -> Array:
        """P(first thing said | explanation)."""
        ((_, figures),) = self._stated.statements(case)[0].parts
        return np.asarray(np.exp(self._stated.log_p(figures.p, figures)))


def single_values(finding: Finding) -> list[object]:
    """One value for each outcome that the tables tell apart."""
    if finding.scale is not None:
        ends = [band.below for band in finding.scale.bands if band.below is not None]
        return [finding.scale.least, *ends]
    return [option.id for option in finding.options if not option.covers] or ["no", "yes"]


def _mark(zone: str, midline: bool) -> dict[str, str]:
    return {"zone": zone, "side": "midline" if midline else "right"}
