"""The scores, on numbers that can be checked by hand."""

import math

import pytest

from tests.vignettes.scores import Bin, brier, log_loss, mean, reliability


def test_a_sure_and_right_answer_costs_nothing() -> None:
    assert brier({"hip": 1.0, "back": 0.0}, {"hip"}) == 0
    assert log_loss({"hip": 1.0, "back": 0.0}, {"hip"}) == 0


def test_two_true_origins_want_both_to_be_probable() -> None:
    said = {"hip": 0.8, "back": 0.5, "nerve": 0.1}
    assert brier(said, {"hip", "back"}) == pytest.approx((0.04 + 0.25 + 0.01) / 3)
    assert brier(said, {"hip"}) == pytest.approx((0.04 + 0.25 + 0.01) / 3)
    assert brier({**said, "back": 0.9}, {"hip", "back"}) < brier({**said, "back": 0.9}, {"hip"})


def test_log_loss_asks_each_origin_whether_it_was_so() -> None:
    assert log_loss({"hip": 0.8, "back": 0.25}, {"hip"}) == pytest.approx(
        -(math.log(0.8) + math.log(0.75)) / 2
    )


def test_a_sure_and_wrong_answer_costs_much_but_not_everything() -> None:
    assert log_loss({"hip": 0.0}, {"hip"}) == pytest.approx(math.log(1e6))
    assert log_loss({"hip": 1.0}, set()) == pytest.approx(math.log(1e6))


def test_a_probability_on_the_border_belongs_to_the_bin_above() -> None:
    assert reliability([(0.6, True), (0.599, False)]) == [
        Bin(0.4, 1, 0.599, 0.0),
        Bin(0.6, 1, 0.6, 1.0),
    ]


def test_certainty_belongs_to_the_last_bin_and_empty_bins_are_left_out() -> None:
    assert reliability([(1.0, True), (0.8, False), (0.0, False)]) == [
        Bin(0.0, 1, 0.0, 0.0),
        Bin(0.8, 2, 0.9, 0.5),
    ]


def test_the_mean_of_nothing_is_nought() -> None:
    assert mean([]) == 0
    assert mean([0.25, 0.75]) == 0.5
