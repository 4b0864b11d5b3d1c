"""Letters and handouts as PDF: pages, text, tags, fonts, and patient text that stays text."""

import re
from pathlib import Path
from typing import cast

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from hipmap.exchange.paper.letter import DENSITIES, letter
from hipmap.exchange.report import Report
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said
from tests.exchange.paper.pages import VOICES, fresh_letter_pdf, handout_pdf, letter_pdf, read_pdf, text_of
from tests.exchange.reports import HOSTILE, RICH, read_asset, report_of


def tags(reader: pypdf.PdfReader) -> list[tuple[str, str]]:
    """Every tag of the structure tree with its text in place of a picture, in reading order."""
    found: list[tuple[str, str]] = []

    def walk(node: object) -> None:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for one in node:
                walk(one)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append((str(node["/S"]), str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.root_object["/StructTreeRoot"])
    return found


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", ["rich", "urgent", "whole", "empty"])
def test_a_letter_has_two_pages_at_most(name: str, voice: Voice, request: pytest.FixtureRequest) -> None:
    assert len(read_pdf(letter_pdf(request.getfixturevalue(name), voice)).pages) <= 2


def test_nothing_that_may_be_typed_makes_three_pages(whole: Report, knowledge: Knowledge) -> None:
    few = new_case(person={"age": 39}, answers={"tummy_hard_rigid": "yes", "limp": "no"})
    for case in (whole.case, few):
        report = report_of(case, knowledge, question="q " * 300, note="n " * 600, to="x " * 60)
        assert len(read_pdf(letter_pdf(report, "patient")).pages) == 2


@pytest.mark.parametrize("voice", VOICES)
def test_a_letter_can_be_searched(rich: Report, voice: Voice) -> None:
    text = text_of(letter_pdf(rich, voice))
    for one in rich.assessment.origins[:2]:
        assert said(rich.knowledge.origin_by_id[one.id], voice) in text
    assert "Not validated on patients" in text
    assert rich.assessment.versions.digest[:16] in text
    assert "2026-11-22" in text


def test_it_is_tagged_named_and_spoken(rich: Report) -> None:
    reader = read_pdf(letter_pdf(rich, "clinician"))
    assert str(reader.root_object["/Lang"]) == "en"
    assert "/Marked" in str(reader.root_object["/MarkInfo"])
    assert reader.metadata is not None
    assert reader.metadata.title == "Hip and back pain: findings and question"
    assert str(reader.metadata.creation_date).startswith("2026-11-22")
    assert b"pdfuaid" in cast(StreamObject, reader.root_object.raw_get("/Metadata").get_object()).get_data()
    names = [name for name, _ in tags(reader)]
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure"} <= set(names)
    assert names.count("/H1") == 1


def test_pictures_say_what_they_show(rich: Report) -> None:
    alts = [alt for name, alt in tags(read_pdf(letter_pdf(rich, "clinician"))) if name == "/Figure"]
    assert any("left lumbar paraspinal" in alt for alt in alts)
    assert any("Lumbar nerve root" in alt for alt in alts)
    assert all(alts)


def test_every_font_is_within(rich: Report) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in read_pdf(letter_pdf(rich, "patient")).pages
        for font in cast(DictionaryObject, cast(DictionaryObject, page["/Resources"])["/Font"]).values()
    }
    assert fonts
    assert all(re.fullmatch(r"/[A-Z]{6}\+Inter-.*", font) for font in fonts)


@pytest.mark.parametrize("voice", VOICES)
def test_no_fault_by_somebody_elses_check(rich: Report, voice: Voice, tmp_path: Path) -> None:
    """Only what a machine can check, and only a part of that: no proof that PDF/UA-1 is met."""
    validator = pytest.importorskip("pdfua.validator")
    for name, content in (("letter", letter_pdf(rich, voice)), ("handout", handout_pdf(rich, voice))):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(content)
        report = validator.validate(path)
        assert [str(one) for one in report.findings] == []


def test_what_was_typed_stays_text(knowledge: Knowledge) -> None:
    report = report_of(new_case(**RICH), knowledge, name=HOSTILE, note=HOSTILE, to=HOSTILE)
    for content in (letter_pdf(report, "clinician"), handout_pdf(report, "patient")):
        text = text_of(content)
        assert '<script>alert("x")</script> #panic("x") $x$ @ref \\ {{x}} &amp;' in text


def test_the_same_report_gives_the_same_bytes(urgent: Report) -> None:
    assert letter_pdf(urgent, "patient") == fresh_letter_pdf(urgent, "patient")


def test_what_is_left_out_is_counted(whole: Report) -> None:
    text = text_of(letter_pdf(whole, "clinician"))
    assert re.search(r"and \d+ more, in the record", text)
    every = letter(whole, "clinician", read_asset, DENSITIES[0])
    assert len(every.blocks) > 10


def test_urgency_comes_first(urgent: Report) -> None:
    for content in (letter_pdf(urgent, "patient"), handout_pdf(urgent, "patient")):
        text = text_of(content)
        assert text.index("EMERGENCY: get help now") < text.index("Lower back")


def test_no_exercise_while_help_is_urgent(urgent: Report, rich: Report) -> None:
    text = text_of(handout_pdf(urgent, "patient"))
    assert "Exercises" not in text
    assert "Leave all exercises for now" in text
    assert "Exercises" in text_of(handout_pdf(rich, "patient"))


def test_a_letter_asks_what_was_typed(rich: Report, knowledge: Knowledge) -> None:
    asked = report_of(new_case(**RICH), knowledge, question="Is an injection sensible?", to="Dr Roe")
    text = text_of(letter_pdf(asked, "clinician"))
    assert "Is an injection sensible?" in text
    assert "Dr Roe" in text
    assert "Can you confirm or exclude" in text_of(letter_pdf(rich, "clinician"))
