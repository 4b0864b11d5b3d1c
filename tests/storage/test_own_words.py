"""The file of everyday words: what is wrong in it is named."""

import pytest

from hipmap.model.problems import Problem
from hipmap.storage.assets import asset
from hipmap.storage.body_files import ZONE_TABLE, body_from

ROW = "  - {{id: {id}, patient: hip, clinician: hip, also: [{name}], readings: [{reading}]}}\n"
GOOD = "{id: one, zones: [trochanter], patient: a, clinician: b}"


def problems_of(*rows: str) -> list[str]:
    problems: list[Problem] = []
    body_from(asset(ZONE_TABLE).read_bytes(), ("own_words:\n" + "".join(rows)).encode(), problems)
    return [str(problem) for problem in problems]


def test_a_good_file_has_no_problem() -> None:
    assert problems_of(ROW.format(id="hip", name="hip", reading=GOOD)) == []


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([ROW.format(id="hip", name="hip", reading=GOOD.replace("trochanter", "elbow"))], "elbow"),
        ([ROW.format(id="hip", name=n, reading=GOOD) for n in ("hip", "haunch")], "twice"),
        ([ROW.format(id=i, name="hip", reading=GOOD) for i in ("hip", "haunch")], "belongs to"),
        ([ROW.format(id="hip", name="hip", reading="")], "readings"),
        ([ROW.format(id="hip", name="hip", reading=GOOD).replace("patient: hip", "colour: red")], "colour"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(rows: list[str], named: str) -> None:
    found = problems_of(*rows)
    assert any("own_words.yaml" in one and named in one for one in found), found
