"""Letters and handouts as web pages: whole, without anything from outside, and every text escaped."""

from html.parser import HTMLParser

import pytest

from hipmap.exchange.paper.letter import letter
from hipmap.exchange.paper.web_page import web_page
from hipmap.exchange.report import Report
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.raised_flags import raised_flags
from hipmap.model.voice import Voice
from tests.exchange.paper.pages import VOICES, handout_of
from tests.exchange.reports import HOSTILE, RICH, read_asset, report_of

_VOID = {"meta", "img", "br"}


class Page(HTMLParser):
    """What a browser would build of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def pages_of(report: Report, voice: Voice) -> tuple[Page, Page]:
    return Page(web_page(letter(report, voice, read_asset))), Page(web_page(handout_of(report, voice)))


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", ["rich", "urgent", "empty"])
def test_every_page_is_whole(name: str, voice: Voice, request: pytest.FixtureRequest) -> None:
    for page in pages_of(request.getfixturevalue(name), voice):
        tags = [tag for tag, _ in page.tags]
        assert tags.count("h1") == 1
        assert all(attributes.get("alt") for tag, attributes in page.tags if tag == "img")
        assert "Not validated on patients" in "".join(page.words)
        assert ("html", {"lang": "en"}) in page.tags


def test_nothing_is_loaded_from_outside(rich: Report) -> None:
    for page in pages_of(rich, "patient"):
        linked = [value for _, a in page.tags for name, value in a.items() if name in ("src", "href")]
        assert linked
        assert all(value and value.startswith("data:image/svg+xml;base64,") for value in linked)
        policy = next(a["content"] for _, a in page.tags if a.get("http-equiv"))
        assert policy is not None
        assert policy.startswith("default-src 'none'")


def test_what_was_typed_is_no_markup(knowledge: Knowledge) -> None:
    report = report_of(new_case(**RICH), knowledge, name=HOSTILE, note=HOSTILE, question=HOSTILE)
    for page in pages_of(report, "clinician"):
        assert "script" not in [tag for tag, _ in page.tags]
        assert HOSTILE in page.words


def test_the_voice_changes_every_sentence_of_the_result(rich: Report) -> None:
    patient, clinician = ("".join(pages_of(rich, voice)[0].words) for voice in VOICES)
    assert "You marked pain at: left low back" in patient
    assert "Pain marked at: left lumbar paraspinal" in clinician


def test_the_key_findings_of_an_emergency_are_what_raised_it(urgent: Report) -> None:
    text = "".join(Page(web_page(letter(urgent, "clinician", read_asset))).words)
    raised = raised_flags(urgent.assessment.urgency, urgent.knowledge)
    found = text.partition("Key findings")[2].partition("Opinion")[0]
    assert raised[0].features[0].clinician in found


def test_what_is_to_be_excluded_soon_stands_in_short_before_what_is_likely(knowledge: Knowledge) -> None:
    marks = [{"zone": "groin_crease", "side": "left", "worst": True}]
    report = report_of(new_case(marks=marks, answers={"hip_imaging": "necrosis"}), knowledge)
    assert report.assessment.urgency.tier == "within_2_weeks"
    text = "".join(Page(web_page(letter(report, "clinician", read_asset))).words)
    short = text.partition("Opinion")[2].partition("Plan")[0]
    assert 0 < short.index("avascular necrosis") < short.index("Hip joint")
