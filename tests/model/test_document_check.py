"""The cases in a patient's file are held to the rules for case files; the rest of the file comes in."""

from typing import Any

import pytest

from hipmap.model.case import new_case
from hipmap.model.document_check import sifted
from hipmap.model.patient_document import PATIENT_SCHEMA, PatientDocument
from tests.case_builders import own_knowledge

GOOD = {"setting": "primary", "answers": {"limp": "yes"}}


def document(*cases: dict[str, Any], step: dict[str, Any] | None = None) -> PatientDocument:
    visits = [
        {"uid": f"{at:032x}", "day": f"2026-03-{at + 1:02}", "case": new_case(**fields)}
        for at, fields in enumerate(cases)
    ]
    if step is not None:
        at = {"at": "2026-03-01T09:00:00Z", "user": "Bo", "note": ""}
        visits[0]["steps"] = ({"step": 1, "case": new_case(**step), **at},)
    identity = {"number": "1", "name": "Bo"}
    return PatientDocument.model_validate(
        {"schema": PATIENT_SCHEMA, "uid": "0" * 32, "written": "2026-03-01T09:00:00Z",
         "identity": identity, "visits": tuple(visits)}
    )  # fmt: skip


def test_what_is_known_comes_in_whole() -> None:
    whole = document(GOOD, GOOD, step=GOOD)
    found = sifted(whole, own_knowledge())
    assert (found.document, found.left_out) == (whole, ())


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"answers": {"limp": "sideways"}}, "limp"),
        ({"answers": {"no_such_finding": "yes"}}, "no_such_finding"),
        ({"marks": [{"zone": "no_such_zone", "side": "right"}]}, "no zone"),
        ({"marks": [{"zone": "groin_crease", "side": "midline"}]}, "side"),
    ],
)
def test_a_visit_that_could_not_be_shown_stays_outside(bad: dict[str, Any], words: str) -> None:
    found = sifted(document(GOOD, bad, GOOD), own_knowledge())
    assert [visit.day for visit in found.document.visits] == ["2026-03-01", "2026-03-03"]
    assert [one.day for one in found.left_out] == ["2026-03-02"]
    assert words in found.left_out[0].why


def test_an_earlier_state_is_held_to_the_same_rules() -> None:
    found = sifted(document(GOOD, GOOD, step={"answers": {"limp": "sideways"}}), own_knowledge())
    assert [one.why.startswith("step 1: ") for one in found.left_out] == [True]
    assert len(found.document.visits) == 1
