"""The moments of the logarithm of a Beta variable, against values known in closed form."""

import math

import pytest

from hipmap.reasoning.log_beta import log_moments


def test_a_uniform_figure() -> None:
    """Minus the logarithm of a uniform variable is exponential: mean 1, variance 1, third cumulant 2."""
    shift, variance, third = log_moments(0.5, 1 / 12)
    assert shift + math.log(0.5) == pytest.approx(-1, abs=1e-8)
    assert variance == pytest.approx(1, abs=1e-8)
    assert third == pytest.approx(-2, abs=1e-6)


def test_a_figure_of_two_and_one() -> None:
    """For Beta(2, 1), minus the logarithm is exponential at twice the rate."""
    shift, variance, third = log_moments(2 / 3, 1 / 18)
    assert shift + math.log(2 / 3) == pytest.approx(-1 / 2, abs=1e-8)
    assert variance == pytest.approx(1 / 4, abs=1e-8)
    assert third == pytest.approx(-1 / 4, abs=1e-6)
