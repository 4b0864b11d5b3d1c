"""Letters, handouts, pictures and notes in another language: no English is left, and English comes back."""

import threading
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from hipmap.desktop.pseudo_text import pseudo
from hipmap.exchange.drawing.body_map import body_map
from hipmap.exchange.drawing.likelihoods import likelihood_figure
from hipmap.exchange.paper.handout import handout
from hipmap.exchange.paper.letter import DENSITIES, letter
from hipmap.exchange.paper.pdf_page import page_data
from hipmap.exchange.paper.web_page import web_page
from hipmap.exchange.report import Report
from hipmap.exchange.soap.fields import FIELDS
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.spoken import ENGLISH, Language, language, phrases, phrases_by, speaking, translate
from hipmap.model.translation import BETWEEN, UNIT_FORMS, translated
from hipmap.model.voice import Voice
from hipmap.reasoning import assess
from hipmap.reasoning.self_care import self_care_for
from tests.exchange.reports import RICH, URGENT, read_asset, report_of
from tests.languages.untranslated import Said, untranslated

VOICES: list[Voice] = ["patient", "clinician"]
ABROAD = Language(
    "x_pseudo", says=lambda _context, text: pseudo(text), shows=lambda _name, text: pseudo(text)
)
# Both sides, a pair, a conflict, an answer for either side, three faces and everything that a mark can say.
BOTH_SIDES: dict[str, Any] = {
    **RICH,
    "marks": [
        *RICH["marks"],
        {"zone": "trochanter", "side": "right", "intensity": 3, "when": ["night", "end_of_day"]},
        {"zone": "trochanter", "side": "left", "feel": ["burning", "electric", "surface"]},
    ],
}
CASES: dict[str, dict[str, Any]] = {
    "rich": RICH,
    "urgent": URGENT,
    "both": BOTH_SIDES,
    "empty": {},
    "child": {
        "person": {"age": 12},
        "marks": [{"zone": "groin_crease", "side": "right"}],
        "answers": {"limp": "yes"},
    },
}


def abroad(name: str, text: str) -> str:
    return BETWEEN.join(map(pseudo, text.split(BETWEEN))) if name.endswith(UNIT_FORMS) else pseudo(text)


@pytest.fixture(scope="module")
def spoken(knowledge: Knowledge) -> Knowledge:
    return translated(knowledge, abroad)


@pytest.fixture(scope="module")
def library_spoken(library: Library) -> Library:
    return translated(library, abroad)


def report_abroad(name: str, knowledge: Knowledge, spoken: Knowledge) -> Report:
    case = new_case(**CASES[name])
    return Report(case, assess(case, knowledge), spoken, report_of(case, knowledge, name="Żółć 7").details)


# What of a page is no word: how it is set.
NOT_WORDS = {"kind", "tone", "language"}


def said_in(value: object, place: str = "page") -> Iterator[Said]:
    """Every text of the data of a page, those within its pictures too."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "svg":
                yield from said_by_picture(str(part), place)
            elif key not in NOT_WORDS:
                yield from said_in(part, f"{place}.{key}")
    elif isinstance(value, list):
        for part in value:
            yield from said_in(part, place)
    elif isinstance(value, str):
        yield Said(place, value)


def said_by_picture(svg: str, place: str) -> Iterator[Said]:
    for element in ElementTree.fromstring(svg).iter():
        if element.text and element.text.strip():
            yield Said(f"{place}.svg", element.text)


def allowed(report: Report) -> list[str]:
    versions = report.assessment.versions
    call = report.knowledge.emergency_by_country.values()
    return [report.details.day, report.details.name, versions.program, versions.knowledge,
            versions.digest[:16], *(one.ambulance for one in call)]  # fmt: skip


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", CASES)
def test_no_english_is_left_on_paper(
    name: str,
    voice: Voice,
    knowledge: Knowledge,
    spoken: Knowledge,
    library: Library,
    library_spoken: Library,
) -> None:
    report = report_abroad(name, knowledge, spoken)
    care = self_care_for(report.case, report.assessment, library_spoken, spoken)
    with speaking(ABROAD):
        pages = {
            "letter": page_data(letter(report, voice, read_asset)),
            "short letter": page_data(letter(report, voice, read_asset, DENSITIES[-1])),
            "handout": page_data(handout(report, care, library_spoken, voice, read_asset)),
        }
        pictures = {
            "map": body_map(report, voice, read_asset).svg,
            "likelihood": likelihood_figure(report, voice).svg,
        }
    found = [one for what, page in pages.items() for one in said_in(page, what)]
    found += [one for what, svg in pictures.items() for one in said_by_picture(svg, what)]
    assert len(found) > 20
    assert untranslated(found, allowed(report)) == {}


@pytest.mark.parametrize("name", CASES)
def test_no_english_is_left_in_the_fields_of_a_note(
    name: str, knowledge: Knowledge, spoken: Knowledge
) -> None:
    report = report_abroad(name, knowledge, spoken)
    with speaking(ABROAD):
        found = [Said(field, text) for field, read in FIELDS.items() for text in read(report)]
    assert untranslated(found, allowed(report)) == {}


def test_the_words_of_a_page_say_their_language(knowledge: Knowledge) -> None:
    report = report_of(new_case(**URGENT), knowledge)
    for spoken, tag, way in ((Language("pt_BR"), "pt-BR", ""), (Language("ar", True), "ar", ' dir="rtl"')):
        with speaking(spoken):
            document = letter(report, "patient", read_asset)
            page, data = web_page(document), page_data(document)
        assert f'<html lang="{tag}"{way}>' in page
        assert (data["language"], data["rtl"]) == (tag[:2], bool(way))


def test_another_thread_speaks_english_unless_it_is_told(knowledge: Knowledge) -> None:
    heard: list[str] = []
    with speaking(ABROAD):
        thread = threading.Thread(target=lambda: heard.append(translate("Paper", "yes")))
        thread.start()
        thread.join()
        assert translate("Paper", "yes") == pseudo("yes")
    assert heard == ["yes"]
    assert language() is ENGLISH


def test_tables_are_said_when_they_are_asked() -> None:
    flat, by_voice = phrases("Paper", {"a": "yes"}), phrases_by("Paper", {"a": {"patient": "no"}})
    with speaking(ABROAD):
        assert (dict(flat), by_voice["a"]["patient"]) == ({"a": pseudo("yes")}, pseudo("no"))
    assert (dict(flat), by_voice["a"]["patient"]) == ({"a": "yes"}, "no")


def fail_abroad() -> None:
    with speaking(ABROAD):
        raise ZeroDivisionError


def test_what_comes_after_a_failure_is_english_again() -> None:
    with pytest.raises(ZeroDivisionError):
        fail_abroad()
    assert language() is ENGLISH
