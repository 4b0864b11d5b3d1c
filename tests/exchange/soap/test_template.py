"""The template of the SOAP note fills in fields, and can do nothing else."""

import pytest

from hipmap.exchange.soap.template import MOST_LINES, filled, parsed_template
from hipmap.model.problems import BadInput

VALUES = {"sites": ("left hip", "groin", "knee"), "spread": (), "who": ("48 years",)}
KNOWN = tuple(VALUES)


def note(template: str) -> str:
    return filled(parsed_template(template, "own.txt", KNOWN), VALUES)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("S: {sites}", "S: left hip; groin; knee\n"),
        ("S: {sites:2}", "S: left hip; groin\n"),
        ("# a remark {\nS: {who}", "S: 48 years\n"),
        ("Spread: {spread}\nS: {who}", "S: 48 years\n"),
        ("{who}[, spreads to {spread}].", "48 years.\n"),
        ("{who}[, at {sites:1}].", "48 years, at left hip.\n"),
        ("{{sites}} [[x]]", "{sites} [x]\n"),
        ("no field at all", "no field at all\n"),
        ("É – ≥ 5° {who}", "E - >= 5 deg 48 years\n"),
    ],
)
def test_what_a_template_says(template: str, told: str) -> None:
    assert note(template) == told


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("S: {sits}", "own.txt: line 1: there is no field {sits}; did you mean {sites}?"),
        ("ok\n\nS: {nonsense}", "line 3: there is no field {nonsense}; the fields are sites, spread, who"),
        ("{sites.__class__}", "there is no field {sites.__class__}"),
        ("{sites!r}", "there is no field {sites!r}"),
        ("{0}", "there is no field {0}"),
        ("{}", "there is no field {}"),
        ("{sites:0}", "give a number from 1 to 99"),
        ("{sites:>9999999999}", "give a number from 1 to 99"),
        ("{sites", "a { stands alone"),
        ("sites}", "a } stands alone"),
        ("[{sites}", "a [ is not closed"),
        ("{sites}]", "a ] is not in place"),
        ("[a[{sites}]]", "brackets do not stand in brackets"),
        ("# only a remark", "this template has no line"),
        ("S: {who}\nS: 痛 {sites}", "line 2: 痛 has no likeness in plain ASCII"),
        ("x" * 401, "longer than 400 signs"),
        ("x\n" * (MOST_LINES + 1), "this template has 26 lines; keep to 25"),
    ],
)
def test_what_is_refused_and_where(template: str, complaint: str) -> None:
    with pytest.raises(BadInput) as refused:
        note(template)
    assert complaint in str(refused.value)


def test_what_a_person_typed_is_never_read_as_a_template() -> None:
    lines = parsed_template("{sites}", "own.txt", KNOWN)
    assert filled(lines, {**VALUES, "sites": ("{who} [x] {",)}) == "{who} [x] {\n"
