"""The figures that move a result: ranked as brute force ranks them, and put elsewhere as if the cell were.

What is told of a figure is checked twice: by the brute-force double with that figure changed, and by the
engine itself under a knowledge whose cell or starting rate was changed.
"""

import math
import random
from typing import Any

import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.evidence import Cell
from hipmap.model.explanations import MovingFigure, Sensitivity
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.beta_percentiles import percentiles_of
from hipmap.reasoning.sensitivity import sensitivity
from tests.reasoning import brute_figures, known_cases
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.case_changes import with_answer, without_answer
from tests.reasoning.moved_figures import RATE, Key, probability_with, variances
from tests.reasoning.random_cases import random_case

# Figures and probabilities are told with six digits; a small figure has few of them left.
ROUNDING = 2e-5
MOST = 8
# To the first order a share may be off by so much; the figure that leads is nearly the strongest.
NEAR, NEARLY = 0.12, 0.6
FACTOR = 1.6


def first_origin(case: Case, knowledge: Knowledge) -> str:
    return assess(case, knowledge, ranges=False).origins[0].id


def probability(case: Case, knowledge: Knowledge, target: str) -> float:
    return next(one.probability for one in assess(case, knowledge, ranges=False).origins if one.id == target)


def place_of(figure: MovingFigure, case: Case, brute_force: BruteForce) -> tuple[str, int]:
    """The statement, and the part of it, in which a figure speaks."""
    names = {one.name: one for one in brute_force.statements(case)}
    if figure.finding is None:
        return RATE, 0
    if figure.finding in names:
        return figure.finding, 0
    zone = figure.finding.removeprefix("mark:")
    own = brute_figures._pain_figures(zone, "no", brute_force.knowledge)
    parts = [one for _, one in names["zones_left_free"].parts]
    return "zones_left_free", next(at for at, one in enumerate(parts) if one is own)


def key_of(figure: MovingFigure, case: Case, brute_force: BruteForce) -> Key:
    return (*place_of(figure, case, brute_force), figure.condition)


def with_fields(knowledge: Knowledge, **fields: Any) -> Knowledge:
    """Gives a knowledge made anew, so that nothing worked out for the old one comes along."""
    return Knowledge(**{name: getattr(knowledge, name) for name in Knowledge.model_fields} | fields)


def with_cell(knowledge: Knowledge, finding: str, condition: str, cell: Cell) -> Knowledge:
    changed = tuple(
        row.model_copy(update={"cells": {**row.cells, condition: cell}}) if row.id == finding else row
        for row in knowledge.findings
    )
    return with_fields(knowledge, findings=changed)


def with_rate(knowledge: Knowledge, condition: str, times: float) -> Knowledge:
    rows = tuple(
        prior.model_copy(
            update={
                "settings": {
                    setting: rate.model_copy(update={"weight": rate.weight * times})
                    for setting, rate in prior.settings.items()
                }
            }
        )
        if prior.condition == condition
        else prior
        for prior in knowledge.priors.conditions
    )
    return with_fields(knowledge, priors=knowledge.priors.model_copy(update={"conditions": rows}))


@pytest.mark.parametrize("name", list(known_cases.ALL))
def test_a_figure_put_elsewhere_gives_what_brute_force_gives(
    name: str, knowledge: Knowledge, brute_force: BruteForce
) -> None:
    check_put_elsewhere(known_cases.ALL[name], knowledge, brute_force)


def test_a_figure_of_any_case_put_elsewhere_gives_what_brute_force_gives(
    knowledge: Knowledge, brute_force: BruteForce
) -> None:
    for case in some_cases(3, 15, knowledge):
        check_put_elsewhere(case, knowledge, brute_force)


def check_put_elsewhere(case: Case, knowledge: Knowledge, brute_force: BruteForce) -> None:
    target = first_origin(case, knowledge)
    for figure in sensitivity(case, knowledge, target).figures:
        if figure.about == "starting_rate":
            continue
        statement, part = place_of(figure, case, brute_force)
        at = -1 if figure.condition is None else brute_force.conditions.index(figure.condition)
        said = next(one for one in brute_force.statements(case) if one.name == statement)
        says_no = said.parts[part][1].outcome == "no"
        for end, told in (
            (figure.value, None),
            (figure.low, figure.probability_at_low),
            (figure.high, figure.probability_at_high),
        ):
            p = 1 - end if says_no else end
            true = probability_with(case, target, statement, part, at, p, brute_force)
            expected = probability(case, knowledge, target) if told is None else told
            # the told figure is rounded too, which for a rare one is no longer nothing
            blurred = ROUNDING + 0.25 * 5e-7 / min(end, 1 - end)
            assert expected == pytest.approx(true, abs=blurred), figure


@pytest.mark.parametrize("name", list(known_cases.ALL))
def test_shares_are_near_those_of_brute_force_and_the_strongest_leads(
    name: str, knowledge: Knowledge, brute_force: BruteForce
) -> None:
    case = known_cases.ALL[name]
    target = first_origin(case, knowledge)
    true, found = variances(case, target, brute_force), sensitivity(case, knowledge, target)
    whole = sum(true.values())
    for figure in found.figures:
        share = true[key_of(figure, case, brute_force)] / whole
        assert figure.share == pytest.approx(share, abs=NEAR), figure
    assert true[key_of(found.figures[0], case, brute_force)] > NEARLY * max(true.values())
    assert found.spread == pytest.approx(10 / math.log(10) * math.sqrt(whole), rel=0.25)


def test_a_starting_rate_put_elsewhere_gives_what_that_knowledge_gives(knowledge: Knowledge) -> None:
    seen = 0
    for case in (known_cases.HIP_JOINT, known_cases.LATERAL_HIP, known_cases.EMPTY, known_cases.ONE_MARK):
        target = first_origin(case, knowledge)
        for figure in sensitivity(case, knowledge, target).figures:
            if figure.about == "starting_rate":
                assert figure.condition is not None
                for times, told in (
                    (1 / FACTOR, figure.probability_at_low),
                    (FACTOR, figure.probability_at_high),
                ):
                    changed = with_rate(knowledge, figure.condition, times)
                    assert told == pytest.approx(probability(case, changed, target), abs=ROUNDING)
                    seen += 1
    assert seen > 10


def test_a_cell_put_elsewhere_gives_what_that_knowledge_gives(knowledge: Knowledge) -> None:
    """Only cells that the limits for one study leave alone; beyond those the limit would speak."""
    seen = 0
    limits = knowledge.manifest.parameters
    least = max(limits.ratio_least.value, limits.judged_ratio_least.value)
    most = min(limits.ratio_most.value, limits.judged_ratio_most.value)
    for case in known_cases.ALL.values():
        target = first_origin(case, knowledge)
        for figure in sensitivity(case, knowledge, target).figures:
            row = knowledge.finding_by_id.get(figure.finding or "")
            if row is None or row.answer != "yes_no" or figure.condition is None or row.background is None:
                continue
            for end, told in (
                (figure.low, figure.probability_at_low),
                (figure.high, figure.probability_at_high),
            ):
                base = row.background.probability
                if not (least <= end / base <= most and least <= (1 - end) / (1 - base) <= most):
                    continue
                cell = Cell(kind="judged", p=end, why="put elsewhere")
                changed = with_cell(knowledge, row.id, figure.condition, cell)
                assert told == pytest.approx(probability(case, changed, target), abs=ROUNDING), figure
                seen += 1
    assert seen > 10


def test_a_figure_that_is_known_for_certain_no_longer_moves_anything(knowledge: Knowledge) -> None:
    case = known_cases.HIP_JOINT
    before = sensitivity(case, knowledge, "hip_joint")
    finding, condition = "limp", "hip_osteoarthritis"
    own = next(one for one in before.figures if (one.finding, one.condition) == (finding, condition))
    assert (own.kind, own.worth) == ("judged", 8.0)
    source = next(one.id for one in knowledge.sources if not one.general_article)
    cell = Cell(kind="published", p=own.value, n=1e6, source=source)
    after = sensitivity(case, with_cell(knowledge, finding, condition, cell), "hip_joint")
    assert (finding, condition) not in {(one.finding, one.condition) for one in after.figures}
    assert after.spread < before.spread
    kept = math.sqrt(before.spread**2 * (1 - own.share))
    assert after.spread == pytest.approx(kept, rel=1e-3)


def test_known_cases_hang_on_the_expected_figure(knowledge: Knowledge) -> None:
    """A judged figure behind a strong answer leads; with no answer it is how common the condition is."""

    def leads(case: Case, target: str) -> tuple[str | None, str | None]:
        figure = sensitivity(case, knowledge, target).figures[0]
        return figure.finding, figure.condition

    assert leads(known_cases.EMPTY, "hip_joint") == (None, "hip_osteoarthritis")
    assert leads(known_cases.THIGH_NERVE, "peripheral_nerve") == ("tight_clothes_worsen", None)
    assert leads(known_cases.ONE_MARK, "lumbar_axial") == ("mark:mid_buttock", "nonspecific_low_back_pain")


def test_provenance_is_that_of_the_cell(knowledge: Knowledge) -> None:
    seen: set[str] = set()
    for case in known_cases.ALL.values():
        for one in sensitivity(case, knowledge, first_origin(case, knowledge)).figures:
            row = knowledge.finding_by_id.get(one.finding or "")
            if row is None or row.answer != "yes_no":
                continue
            cell = row.background if one.condition is None else row.cells[one.condition]
            assert cell is not None
            assert (one.kind, one.sources) == (cell.kind, (cell.source,) if cell.source else ())
            seen.add(one.kind)
    assert seen >= {"judged", "published"}


def test_strongest_first_at_most_eight_and_shares_of_one_whole(knowledge: Knowledge) -> None:
    for found in (sensitivity(case, knowledge, "hip_joint") for case in some_cases(1, 25, knowledge)):
        shares = [one.share for one in found.figures]
        assert 0 < len(shares) <= MOST
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) <= 1 + ROUNDING
        for one in found.figures:
            assert 0 < one.low < one.value < one.high < 1


def test_order_and_unknown_answers_change_nothing(knowledge: Knowledge) -> None:
    for case in some_cases(2, 12, knowledge):
        bare = without_answer(case, "limp")
        answers = dict(reversed(list(with_answer(bare, "limp", "unknown").answers.items())))
        turned = bare.model_copy(update={"answers": answers, "marks": tuple(reversed(bare.marks))})
        first: Sensitivity = sensitivity(bare, knowledge, "hip_joint")
        assert sensitivity(turned, knowledge, "hip_joint") == first


def test_what_cannot_be_at_this_age_hangs_on_nothing(knowledge: Knowledge) -> None:
    grown = new_case(person={"age": 40}, answers={"limp": "yes"})
    impossible = next(
        one.id for one in assess(grown, knowledge, ranges=False).conditions if not one.probability
    )
    found = sensitivity(grown, knowledge, impossible)
    assert (found.spread, found.figures) == (0.0, ())


def test_an_unknown_target_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="no origin or condition"):
        sensitivity(new_case(), knowledge, "elbow")


@pytest.mark.parametrize("worth", [3, 8, 12, 50, 400])
def test_percentiles_of_a_beta_agree_with_the_binomial(worth: int) -> None:
    """For whole a and b, P(Beta(a, b) < x) is the chance of at least a in a + b - 1 trials."""
    for a in {1, worth // 3, worth // 2, worth - 1} - {0}:
        for q, x in zip((0.05, 0.95), percentiles_of(a / worth, worth), strict=True):
            trials = worth - 1
            chance = math.fsum(
                math.comb(trials, k) * x**k * (1 - x) ** (trials - k) for k in range(a, trials + 1)
            )
            assert chance == pytest.approx(q, abs=1e-9), (a, worth)


@pytest.mark.parametrize("b", [0.3, 0.7, 2.5, 97.1, 40000.5])
def test_percentiles_of_a_beta_agree_with_the_closed_form(b: float) -> None:
    """P(Beta(1, b) < x) is 1 - (1 - x)^b; the mirror image has the mirrored percentiles."""
    low, high = percentiles_of(1 / (1 + b), 1 + b)
    assert low == pytest.approx(-math.expm1(math.log(0.95) / b), rel=1e-9)
    assert high == pytest.approx(-math.expm1(math.log(0.05) / b), rel=1e-9)
    mirrored = percentiles_of(b / (1 + b), 1 + b)
    assert mirrored == pytest.approx((1 - high, 1 - low), rel=1e-9)


def some_cases(seed: int, count: int, knowledge: Knowledge) -> list[Case]:
    chance = random.Random(seed)
    return [random_case(knowledge, chance) for _ in range(count)]
