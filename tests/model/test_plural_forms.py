"""A word beside a number has the form that its language wants there."""

import pytest

from hipmap.model.catalogue import Catalogue, Entry, Key, shortcomings
from hipmap.model.plural_forms import form_for, how_many_forms


@pytest.mark.parametrize(
    ("language", "forms", "told"),
    [
        (
            "en",
            ("week", "weeks"),
            {0: "weeks", 1: "week", -1: "week", 1.5: "weeks", 21: "weeks"},
        ),
        ("de", ("Woche", "Wochen"), {0: "Wochen", 1: "Woche", 2: "Wochen", 1.5: "Wochen"}),
        ("fr", ("semaine", "semaines"), {0: "semaine", 1: "semaine", 1.5: "semaine", 2: "semaines"}),
        ("ja", ("週間",), {0: "週間", 1: "週間", 5: "週間"}),
        (
            "pl",
            ("tydzień", "tygodnie", "tygodni", "tygodnia"),
            {1: "tydzień", 2: "tygodnie", 5: "tygodni", 12: "tygodni", 22: "tygodnie", 1.5: "tygodnia"},
        ),
        (
            "ru",
            ("неделя", "недели", "недель", "недели"),
            {1: "неделя", 3: "недели", 5: "недель", 11: "недель", 21: "неделя", 0: "недель", 2.5: "недели"},
        ),
        ("cs", ("týden", "týdny", "týdne", "týdnů"), {1: "týden", 4: "týdny", 5: "týdnů", 1.5: "týdne"}),
        ("sl", ("a", "b", "c", "d"), {1: "a", 2: "b", 3: "c", 5: "d", 101: "a", 1.5: "c"}),
        ("lt", ("a", "b", "c", "d"), {1: "a", 21: "a", 11: "d", 10: "d", 2: "b", 1.5: "c"}),
        ("lv", ("z", "a", "b"), {0: "z", 1: "a", 11: "z", 21: "a", 2: "b"}),
        ("ro", ("a", "b", "c"), {1: "a", 0: "b", 19: "b", 20: "c", 101: "b"}),
        ("he", ("a", "b", "c"), {1: "a", 2: "b", 3: "c"}),
        ("hi", ("a", "b"), {0: "a", 0.5: "a", 1: "a", 1.5: "b", 2: "b"}),
        (
            "ar",
            ("0", "1", "2", "3-10", "11-99", "100"),
            {0: "0", 1: "1", 2: "2", 5: "3-10", 11: "11-99", 100: "100", 102: "100", 103: "3-10", 1.5: "100"},
        ),
    ],
)
def test_the_form_fits_the_number(language: str, forms: tuple[str, ...], told: dict[float, str]) -> None:
    assert {number: form_for(number, forms, language) for number in told} == told
    assert how_many_forms(language) == len(forms)


def test_a_word_with_too_few_forms_is_said_all_the_same() -> None:
    assert [form_for(number, ("°",), "pl") for number in (1, 2, 5, 1.5)] == ["°"] * 4
    assert form_for(2, ("semana", "semanas"), "pt_BR") == "semanas"
    assert form_for(2, ("x", "y"), "xx") == "y"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("tydzień; tygodnie; tygodni; tygodnia", ""),
        ("tyg.", ""),
        ("tydzień; tygodnie", "2 forms beside numbers, but the language has 4"),
    ],
)
def test_a_translator_is_told_of_a_missing_form(said: str, why: str) -> None:
    key = Key("finding.duration_weeks", "scale.unit.patient")
    catalogue = Catalogue("pl", {key: Entry("week; weeks", said, "done")})
    assert [one.why for one in shortcomings(catalogue, {key: "week; weeks"})] == ([why] if why else [])
