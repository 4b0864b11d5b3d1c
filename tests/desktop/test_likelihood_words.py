"""Likelihoods are rounded so that they can be meant: no decimals, no 0 or 100, ranges outwards."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipmap.desktop.likelihood_words import number, open_number, percent, percent_range, sentence, tenths
from hipmap.model.voice import Voice

shares = st.floats(min_value=0, max_value=1)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "under 5 %"),
        (0.024, "under 5 %"),
        (0.03, "about 5 %"),
        (0.751, "about 75 %"),
        (0.775, "about 80 %"),
        (0.95, "about 95 %"),
        (0.976, "over 95 %"),
        (1.0, "over 95 %"),
    ],
)
def test_percent(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(0.61, 0.84, "60–85 %"), (0.6, 0.85, "60–85 %"), (0.0, 0.02, "0–5 %"), (0.93, 1.0, "90–100 %")],
)
def test_a_range_is_rounded_outwards(low: float, high: float, text: str) -> None:
    assert percent_range(low, high) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(0.0, 0.05, "fewer than 1 in 10"), (0.02, 0.18, "at most 2 in 10"), (0.68, 0.82, "about 7 to 8 in 10"),
     (0.68, 0.71, "about 7 in 10"), (0.92, 0.99, "more than 9 in 10")],
)  # fmt: skip
def test_tenths(low: float, high: float, text: str) -> None:
    assert tenths(low, high) == text


def test_where_no_word_is_fair_the_best_guess_is_still_said() -> None:
    assert open_number(0.46, 0.18, 0.84) == "perhaps 5 in 10, open from 2 to 8"


@given(shares, shares)
def test_a_range_holds_what_it_stands_for(one: float, other: float) -> None:
    low, high = sorted((one, other))
    least, most = (int(end) for end in re.findall(r"\d+", percent_range(low, high)))
    assert least <= low * 100 + 1e-4
    assert most >= high * 100 - 1e-4
    assert least % 5 == most % 5 == 0


@given(shares, shares, st.sampled_from(["patient", "clinician"]))
def test_no_number_has_decimals(one: float, other: float, voice: Voice) -> None:
    low, high = sorted((one, other))
    shown = number((low + high) / 2, low, high, voice)
    assert "." not in shown
    assert ("%" in shown) == (voice == "clinician")


def test_the_whole_is_read_out() -> None:
    assert sentence("Hip joint", "likely", "about 75 %", "60–85 %") == (
        "Hip joint: likely, about 75 %, range 60–85 %"
    )
