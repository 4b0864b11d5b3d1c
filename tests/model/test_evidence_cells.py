"""Figures with their provenance: what a cell must say of itself, and what it is worth."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from hipmap.model.evidence import JUDGED_N, Cell, CellField, Derivation
from hipmap.model.findings import Finding, Scale

CELLS: TypeAdapter[Cell] = TypeAdapter(CellField)


@pytest.mark.parametrize(
    ("word", "worth"),
    [("hardly_ever", 0.03), ("seldom", 0.12), ("sometimes", 0.30), ("often", 0.60), ("nearly_always", 0.88)],
)
def test_a_bare_word_is_a_judgement_of_eight_observations(word: str, worth: float) -> None:
    cell = CELLS.validate_python(word)
    assert (cell.kind, cell.probability, cell.effective_n) == ("judged", worth, JUDGED_N)


def test_a_word_for_each_option_is_a_judgement_too() -> None:
    cell = CELLS.validate_python({"gradual": "often", "sport": "seldom"})
    assert cell.kind == "judged"
    assert cell.words == {"gradual": "often", "sport": "seldom"}


@pytest.mark.parametrize(
    ("given", "p"),
    [
        ({"lr_pos": 2.0, "background": 0.3}, 0.6),
        ({"lr_neg": 0.5, "background": 0.3}, 0.65),
        ({"spec": 0.9}, 0.1),
        ({"value": 0.5, "times": 0.4}, 0.2),
        ({"lr_pos": 9.0, "background": 0.5}, 0.98),
        ({"spec": 1.0}, 0.02),
    ],
)
def test_a_derivation_is_worked_out_and_kept_within_reason(given: dict[str, float], p: float) -> None:
    cell = Cell(kind="derived", derivation=Derivation(**given), source="some_study")
    assert cell.probability == pytest.approx(p)


def test_a_share_that_judgement_splits_is_worth_less_than_its_study() -> None:
    """A study of 60 whose 84 % are put into one of several zones: nearer to a judgement than to 60."""
    split = Cell(kind="derived", derivation=Derivation(value=0.84, times=0.75), n=60, source="some_study")
    whole = Cell(kind="derived", derivation=Derivation(value=0.84, times=1.0), n=60, source="some_study")
    assert JUDGED_N < split.effective_n < 20
    assert whole.effective_n == pytest.approx(60)


def test_half_a_recipe_gives_no_figure() -> None:
    with pytest.raises(ValueError, match="needs lr_pos or lr_neg with background"):
        Derivation(lr_pos=2.0).result()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "published", "p": 0.4}, "needs a source"),
        ({"kind": "derived", "derivation": {"spec": 0.8}}, "needs a source"),
        ({"kind": "derived", "p": 0.4, "source": "s"}, "keeps its derivation"),
        ({"kind": "published", "word": "often", "source": "s"}, "given as p or options"),
        ({"kind": "judged", "derivation": {"spec": 0.8}}, "has no derivation"),
        ({"kind": "judged", "p": 0.4, "word": "often"}, "exactly one"),
        ({"kind": "judged"}, "exactly one"),
        ({"kind": "judged", "p": 1.2}, "less than 1"),
        ({"kind": "published", "p": 0.5, "interval": (0.5, 0.5), "source": "s"}, "lies below its upper end"),
        ({"kind": "published", "p": 0.5, "interval": (0.9, 0.2), "source": "s"}, "lies below its upper end"),
        ({"kind": "published", "p": 0.5, "interval": (0.8, 0.9), "source": "s"}, "holds the figure"),
        ({"kind": "judged", "p": 0.0}, "greater than 0"),
        ({"p": 0.4}, "Field required"),
        ({"kind": "guessed", "p": 0.4}, "'published', 'derived', 'judged' or 'local'"),
    ],
)
def test_a_figure_without_provenance_is_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Cell.model_validate(fields)


def test_a_narrow_interval_is_worth_more_than_a_wide_one() -> None:
    def cell(low: float, high: float) -> Cell:
        return Cell(kind="published", p=0.5, interval=(low, high), source="some_study")

    assert cell(0.45, 0.55).effective_n > cell(0.3, 0.7).effective_n >= 2
    assert Cell(kind="published", p=0.5, n=77, source="some_study").effective_n == 77


DEGREES = {"id": "degrees", "patient": ("degree", "degrees"), "clinician": ("degree", "degrees")}
BANDS = ({"id": "low", "below": 15.0, "label": "low"}, {"id": "high", "label": "high"})


def scale(bands: tuple[dict[str, Any], ...]) -> Scale:
    return Scale.model_validate({"unit": DEGREES, "least": 0.0, "most": 60.0, "normal": "", "bands": bands})


@pytest.mark.parametrize(("value", "band"), [(0, "low"), (14.9, "low"), (15, "high"), (60, "high")])
def test_a_number_falls_in_one_band(value: float, band: str) -> None:
    assert scale(BANDS).band_of(value) == band


@pytest.mark.parametrize(
    "bands",
    [
        (),
        BANDS[:1],
        BANDS[::-1],
        ({"id": "a", "below": 20.0, "label": ""}, {"id": "b", "below": 10.0, "label": ""}, BANDS[1]),
        ({"id": "a", "below": 10.0, "label": ""}, {"id": "b", "below": 10.0, "label": ""}, BANDS[1]),
    ],
)
def test_bands_rise_and_leave_no_gap(bands: tuple[dict[str, Any], ...]) -> None:
    with pytest.raises(ValidationError, match="band"):
        scale(bands)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"answer": "choice"}, "a choice has options"),
        ({"answer": "number"}, "a number has a scale"),
        ({"options": ({"id": "a", "patient": "A", "clinician": "A"},)}, "only a choice has them"),
        ({"cells": {"hip_osteoarthritis": "often"}}, "needs a background rate"),
        ({"cells": {"hip_osteoarthritis": "mostly"}, "background": "seldom"}, "'often'"),
        ({"seconds": 0.0}, "greater than 0"),
    ],
)
def test_a_finding_offers_answers_that_fit_it(fields: dict[str, Any], words: str) -> None:
    base = {"id": "f", "kind": "history", "who": "both", "patient": "Does it?", "clinician": "It does"}
    Finding.model_validate(base)
    with pytest.raises(ValidationError, match=words):
        Finding.model_validate(base | fields)
