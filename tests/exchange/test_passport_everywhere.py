"""Every output says what made it, how much was and was not asked, and that no patient has validated it."""

import csv
import html
import io
import json
from xml.etree import ElementTree

import pytest

from hipmap.exchange.passport import NOT_VALIDATED, passport_of
from hipmap.exchange.report import Report
from hipmap.model.voice import Voice
from hipmap.report_kinds import Wanted, content_of
from tests.exchange.paper.pages import text_of

WRITTEN = [
    ("soap", ".txt"), ("letter", ".html"), ("letter", ".pdf"), ("handout", ".html"), ("handout", ".pdf"),
    ("map", ".svg"), ("likelihood", ".svg"), ("fhir", ".json"),
]  # fmt: skip
VOICES: list[Voice] = ["patient", "clinician"]


def words_of(content: bytes, ending: str) -> str:
    """Gives the words of an output on one line, as somebody reads them."""
    if ending == ".pdf":
        return text_of(content)
    text = content.decode()
    if ending == ".svg":
        text = " ".join(one.text or "" for one in ElementTree.fromstring(text).iter())
    if ending == ".json":
        text = " ".join(note["text"] for note in notes_of(json.loads(text)))
    return " ".join(html.unescape(text).split())


def notes_of(bundle: dict[str, list[dict[str, dict[str, list[dict[str, str]]]]]]) -> list[dict[str, str]]:
    resources = [one["resource"] for one in bundle["entry"]]
    (risk,) = (one for one in resources if str(one["resourceType"]) == "RiskAssessment")
    return risk["note"]


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize(("kind", "ending"), WRITTEN)
def test_the_passport_is_in_every_output(rich: Report, kind: str, ending: str, voice: Voice) -> None:
    words = words_of(content_of(rich, Wanted(kind, ending, voice)), ending)
    passport = passport_of(rich)
    left, open_now = passport.findings - passport.answered, len(passport.safety_open)
    for told in (
        f"hipmap {passport.program}, knowledge {passport.knowledge}, digest {passport.digest[:16]}",
        f"Answered: {passport.answered} of {passport.findings}, of which not known: {passport.unknown}",
        f"Not asked: {left}, among them safety questions that everybody is asked: {open_now}",
        NOT_VALIDATED,
    ):
        assert told in words


def test_the_passport_is_in_the_row_and_explained(rich: Report) -> None:
    passport = passport_of(rich)
    row, meanings = (
        list(
            csv.DictReader(
                io.StringIO(content_of(rich, Wanted(kind, ".csv", "clinician")).decode(), newline="")
            )
        )
        for kind in ("csv", "dictionary")
    )
    told = {
        "program": passport.program, "knowledge": passport.knowledge,
        "knowledge_digest": rich.knowledge.digest, "answered": str(passport.answered),
        "not_asked": str(passport.findings - passport.answered),
        "screening_not_asked": str(len(passport.safety_open)), "validation": NOT_VALIDATED,
    }  # fmt: skip
    assert {name: row[0][name] for name in told} == told
    assert set(told) <= {line["column"] for line in meanings}


def test_provenance_names_versions_and_the_whole_digest(rich: Report) -> None:
    bundle = json.loads(content_of(rich, Wanted("fhir", ".json", "clinician")))
    (made,) = (one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == "Provenance")
    versions = rich.assessment.versions
    assert made["entity"][0]["what"]["identifier"]["value"] == versions.digest
    assert versions.program in made["agent"][0]["who"]["display"]
    assert versions.knowledge in made["agent"][0]["who"]["display"]
    assert "not validated on patients" in made["activity"]["text"]
    assert len(made["target"]) == len(bundle["entry"]) - 1
