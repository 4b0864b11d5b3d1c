"""Letters and handouts as PDF: pages, text, tags, fonts, and patient text that stays text."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from hipmap.exchange.paper.blocks import Block, Columns, Heading, Notice, Paragraph, Table
from hipmap.exchange.paper.letter import DENSITIES, letter
from hipmap.exchange.report import Report
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said
from hipmap.storage.case_files import read_case
from tests.case_builders import ROOT
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


@pytest.mark.parametrize("name", ["published_01", "published_07"])
def test_three_faces_and_six_origins_fit_with_all_their_reasons(name: str, knowledge: Knowledge) -> None:
    """A map of three whole figures stands beside the likelihoods before anything is left out."""
    case = read_case(ROOT / "tests" / "vignettes" / "cases" / f"{name}.json", knowledge)
    report = report_of(
        case, knowledge, question="Is an operation sensible?", name="Alma Roe", to="Dr B. Hart"
    )
    content = letter_pdf(report, "clinician")
    assert len(read_pdf(content).pages) <= 2
    assert "more, in the record" not in text_of(content)


def test_a_letter_says_first_what_is_read_first(rich: Report, urgent: Report) -> None:
    """Urgency, question, and the whole in short stand on the first page before map and reasons."""
    for report in (rich, urgent):
        first = " ".join(read_pdf(letter_pdf(report, "clinician")).pages[0].extract_text().split())
        marks = [
            "Question",
            "In short",
            "Problem",
            "Opinion",
            "Plan",
            "Where it hurts",
            "Where it may come from",
        ]
        places = [first.index(one) for one in marks]
        assert places == sorted(places)
    assert "To be excluded first: cauda equina syndrome" in first
    assert "Ask or test next" not in first


def texts_in_order(blocks: Sequence[Block]) -> Iterator[str]:
    """Headings and paragraphs as the document has them, the left column before the right."""
    for block in blocks:
        if isinstance(block, Columns):
            yield from texts_in_order((*block.left, *block.right))
        elif isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Notice):
            yield from (block.title, *block.lines)


def test_text_is_taken_out_in_the_order_in_which_it_is_read(urgent: Report) -> None:
    document = letter(urgent, "patient", read_asset)
    text, at = "".join(text_of(letter_pdf(urgent, "patient")).split()), 0
    told = [document.title, *texts_in_order(document.blocks)]
    assert len(told) > 15
    for one in told:
        at = text.index("".join(one.split()), at)


def test_a_serious_cause_that_can_wait_is_asked_about(knowledge: Knowledge) -> None:
    case = read_case(ROOT / "tests" / "vignettes" / "cases" / "published_07.json", knowledge)
    page = letter(report_of(case, knowledge), "clinician", read_asset)
    asked = next(one.text for one in page.blocks if isinstance(one, Paragraph))
    assert asked.startswith("Can you confirm or exclude: avascular necrosis of the femoral head; ")


def test_each_side_of_a_test_has_its_column(rich: Report) -> None:
    table = next(one for one in letter(rich, "clinician", read_asset).blocks if isinstance(one, Table))
    assert table.head == ("Test", "Right", "Left")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Straight-leg raise"] == ("Negative", "Positive: familiar leg pain")
    assert rows["Passive hip internal rotation"] == ("not done", "35 degrees")


def test_a_judgement_is_named_as_one(rich: Report) -> None:
    reasons = [one for first in rich.assessment.origins[:1] for one in first.reasons_for]
    text = text_of(letter_pdf(rich, "clinician"))
    judged = {one.finding for one in reasons[:3] if one.kind == "judged"}
    assert judged
    assert text.count("(judgement)") >= len(judged)
    assert "(judgement)" not in text_of(letter_pdf(rich, "patient"))


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
        assert '<script>alert("x")</script>#panic("x")$x$@ref\\{{x}}&amp;' in text.replace(" ", "")


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
