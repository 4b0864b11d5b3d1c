"""The cross-validation: folds keep groups whole, sets count alike, and the quick sum is the engine's."""

from dataclasses import replace

import pytest

from hipmap.reasoning import assess
from tests.case_builders import own_knowledge
from tests.vignettes.calibrate import curve_of
from tests.vignettes.calibration_page import CHOICE, Curve, Found, Row, csv_of, page_of
from tests.vignettes.case_sets import SETS, case_of, expected_cases
from tests.vignettes.cross_validation import EQUAL, best, folds_of, held_out_losses, score, search
from tests.vignettes.made_up_outcomes import concluded
from tests.vignettes.method_parameters import (
    GRID,
    Values,
    naive_values,
    present_values,
    tried_values,
    with_values,
)
from tests.vignettes.trial_losses import Loss, Trials

HIP, BACK = concluded("hip_joint"), concluded("lumbar_axial")
# Three published cases and one textbook case.
EXPECTED = [HIP, HIP, BACK, replace(HIP, set_name="textbook")]


def some_trials() -> Trials:
    knowledge = own_knowledge()
    found = [
        one for name in ("published", "textbook") for one in expected_cases(SETS[name], knowledge)[8:30:7]
    ]
    return Trials(knowledge, [(one, case_of(one, knowledge)) for one in found])


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"dependence": 0.8, "group_dependence.marks": 0.2, "evidence_scale": 1.1, "silent_zones": 0.0},
        {"ratio_least": 0.5, "ratio_most": 3.0, "judged_ratio_most": 5.0, "silent_zones": 0.6},
    ],
)
def test_the_quick_sum_gives_what_the_engine_gives(changed: Values) -> None:
    knowledge, trials = own_knowledge(), some_trials()
    values = present_values(knowledge) | dict(changed)
    other = with_values(knowledge, values)
    for one, found in zip(trials.expected, trials.probabilities(values), strict=True):
        said = {
            origin.id: origin.probability
            for origin in assess(case_of(one, knowledge), other, ranges=False).origins
        }
        assert found == pytest.approx(said, abs=1e-6), one.id


def test_other_values_do_not_touch_the_knowledge_that_is_used() -> None:
    before = present_values(own_knowledge())
    naive = with_values(own_knowledge(), naive_values(own_knowledge()))
    assert naive.manifest.parameters.dependence.value == 1
    assert naive.manifest.parameters.group_dependence["marks"].value == 1
    assert present_values(own_knowledge()) == before


def test_the_present_value_is_always_tried() -> None:
    for name in GRID:
        assert 0.123 in tried_values(name, 0.123)
    assert tried_values("group_dependence.marks", 0.5) == tried_values("dependence", 0.5)


def test_a_fold_holds_all_cases_of_an_origin_or_set_and_every_case_once() -> None:
    by_origin, by_set = folds_of(EXPECTED)
    assert {one.name: one.held_out for one in by_origin} == {"hip_joint": {0, 1, 3}, "lumbar_axial": {2}}
    assert {one.name: one.held_out for one in by_set} == {"published": {0, 1, 2}, "textbook": {3}}


def test_each_set_counts_alike_whatever_its_size() -> None:
    losses = [Loss(0.1, 0.0), Loss(0.2, 0.0), Loss(0.3, 0.0), Loss(0.6, 0.5)]
    assert score(EXPECTED, losses, range(4)).log == pytest.approx((0.2 + 0.6) / 2)
    assert score(EXPECTED, losses, [0, 1]).log == pytest.approx(0.15)
    assert score(EXPECTED, losses, range(4)).brier == 0.25


def test_of_values_that_do_equally_well_the_nearest_to_the_present_one_is_taken() -> None:
    assert best({0.2: 0.5, 0.5: 0.4 + EQUAL / 2, 1.0: 0.4}, start=0.5) == 0.5
    assert best({0.2: 0.5, 0.5: 0.4 + EQUAL * 2, 1.0: 0.4}, start=0.5) == 1.0


def test_the_search_sees_only_what_it_trains_on() -> None:
    """The first two cases want a low scale, the last two a high one."""

    def losses(values: Values) -> list[Loss]:
        low, high = abs(values["evidence_scale"] - 0.6), abs(values["evidence_scale"] - 1.2)
        return [Loss(low, low), Loss(low, low), Loss(high, high), Loss(high, high)]

    present = {"evidence_scale": 0.8, "dependence": 0.5}
    one, other = search(EXPECTED, losses, present, [{0, 1}, {2, 3}])
    assert one == {"evidence_scale": 0.6, "dependence": 0.5}
    assert other == {"evidence_scale": 1.2, "dependence": 0.5}


def test_each_case_is_scored_under_the_values_found_without_it() -> None:
    folds, _ = folds_of(EXPECTED)
    found = held_out_losses(folds, lambda values: [Loss(values["x"], 0.0)] * 4, [{"x": 1.0}, {"x": 2.0}])
    assert [one.log for one in found] == [1.0, 1.0, 2.0, 1.0]


def made_up_result() -> Found:
    losses = [Loss(0.1, 0.02), Loss(0.2, 0.03), Loss(0.3, 0.04)]
    row = Row("hip_joint", 3, {"evidence_scale": 1.0}, losses)
    together = Row("all", 3, None, losses, left_out=False)
    curve = Curve(["log loss"], [("evidence_scale", 0.8, [0.2]), ("evidence_scale", 1.0, [0.1])])
    return Found(
        version="1", digest="d" * 64, counts={"published": 3}, present={"evidence_scale": 0.8},
        overall={"evidence_scale": 1.0}, origins=[row, together], sets=[row], fitted=together, curve=curve,
    )  # fmt: skip


def test_a_new_run_keeps_the_choice_that_somebody_wrote() -> None:
    first = page_of(made_up_result(), "")
    assert "To be filled in" in first
    written = first.partition(CHOICE)[0] + CHOICE + "\nThe scale stays.\n"
    assert page_of(made_up_result(), written) == written


def test_the_page_tells_what_was_chosen_and_how_often_it_was_better() -> None:
    page = page_of(made_up_result(), "")
    assert (
        "| hip_joint | 3 | 0.1000 | 0.2000 | 0.3000 | 0.0200 | 0.0300 | 0.0400 | evidence_scale 1 |" in page
    )
    assert "in 1 of 1 parts" in page
    assert csv_of(made_up_result()).splitlines() == [
        "parameter,value,log_loss,chosen,present",
        "evidence_scale,0.8,0.20000,0,1",
        "evidence_scale,1,0.10000,1,0",
    ]


def test_the_curve_has_a_row_for_each_value_of_each_parameter() -> None:
    trials = some_trials()
    present = present_values(own_knowledge())
    only = {name: present[name] for name in ("evidence_scale", "silent_zones")}
    curve = curve_of(trials, present, only)
    assert [row[:2] for row in curve.rows] == [
        (name, value) for name in only for value in tried_values(name, present[name])
    ]
    assert len(curve.heads) == len(curve.rows[0][2]) == 4
