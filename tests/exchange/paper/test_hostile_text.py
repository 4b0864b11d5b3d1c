"""Whatever a person types, in whatever script, stands on the page as text and within its margins."""

from xml.etree import ElementTree

import pytest

from hipmap.exchange.drawing.svg import Sheet
from hipmap.exchange.glyphs import STAND_IN, foreign_signs, with_stand_ins
from hipmap.exchange.paper.letter import letter
from hipmap.exchange.paper.web_page import web_page
from hipmap.exchange.report import Details, checked_details
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.storage.assets import asset
from tests.exchange.paper.pages import handout_of, handout_pdf, letter_pdf, read_pdf, text_of
from tests.exchange.reports import read_asset, report_of

FONTS = asset("fonts")


@pytest.mark.parametrize("name", ["Ωμέγα Иван Łącka", "علی‌رضا דוד", "王小明 สมชาย 👩‍⚕️"])
def test_a_name_in_any_script_makes_a_page(knowledge: Knowledge, name: str) -> None:
    """Shown by a font of the computer, or as stand-ins of which the foot of the page tells."""
    report = report_of(new_case(), knowledge, name=name)
    checked_details(report.details)
    text = text_of(letter_pdf(report, "patient"))
    seen = all(sign in text for sign in name if sign.isalnum())
    assert seen or (STAND_IN in text and f"stands as {STAND_IN}" in text)
    assert "My question" in text


def test_only_what_no_font_has_is_replaced() -> None:
    data = {"a": ["Zoë 王 and 😀\u200d😀!", 7, None], "b": {"c": "plain ≤ 5 – “x”"}}
    foreign = foreign_signs("Zoë 王 😀 ≤ – “x”", FONTS)
    assert set(foreign) == {"王", "😀"}
    assert with_stand_ins(data, foreign, lambda _: True) == (data, False)
    shown, is_less = with_stand_ins(data, foreign, lambda run: "😀" not in run)
    assert (shown["a"], shown["b"], is_less) == (
        [f"Zoë 王 and {STAND_IN}{STAND_IN}!", 7, None],
        data["b"],
        True,
    )


def test_a_word_without_end_stays_on_the_page(knowledge: Knowledge) -> None:
    report = report_of(new_case(), knowledge, question="W" * 600, name="W" * 120, to="W" * 120)
    for content in (letter_pdf(report, "clinician"), handout_pdf(report, "patient")):
        lines = [line for page in read_pdf(content).pages for line in page.extract_text().splitlines()]
        assert 20 < max(line.count("W") for line in lines) <= 64


@pytest.mark.parametrize(
    "text", ["\u202egnp.exe", "a\u2066b", "a\u200bb", "\ufeffa", "a\x00b", "a\x1b[31m", "\ud800", "a\u2028b"]
)
@pytest.mark.parametrize("field", ["name", "note", "question"])
def test_signs_that_deceive_the_eye_are_refused(text: str, field: str) -> None:
    with pytest.raises(BadInput, match="cannot be shown"):
        checked_details(Details(**{field: f"x{text}x"}))


def test_ten_thousand_letters_are_refused_before_anything_is_made() -> None:
    with pytest.raises(BadInput, match="this has 10000 signs; keep to 1200"):
        checked_details(Details(note="W" * 10_000))
    with pytest.raises(BadInput, match="keep to 120"):
        checked_details(Details(name="W" * 10_000))


PROGRAMS = (
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
    '#import "/etc/passwd": *',
    '#read("/etc/passwd")',
    "*bold* _it_ `raw` <label> @ref $x^2$ // no /* remark */ ~ --- = heading",
    '\\u{1F600} \\#eval("1")',
    "]] } ) ] #[ {{",
    "</style></title><svg onload=alert(1)>",
    "../../etc/passwd",
)


def test_what_looks_like_a_program_is_only_text(knowledge: Knowledge) -> None:
    report = report_of(new_case(), knowledge, note="\n".join(PROGRAMS))
    found = "".join(text_of(letter_pdf(report, "clinician")).split())
    assert [one for one in PROGRAMS if "".join(one.split()) not in found] == []
    page = web_page(letter(report, "clinician", read_asset))
    assert "<svg" not in page
    assert "<!ENTITY" not in page
    assert "&lt;/style&gt;&lt;/title&gt;&lt;svg onload=alert(1)&gt;" in page


def test_a_handout_has_no_place_for_a_note(knowledge: Knowledge) -> None:
    page = web_page(handout_of(report_of(new_case(), knowledge, note="said in private"), "patient"))
    assert "said in private" not in page


def test_a_picture_holds_nothing_that_xml_may_not() -> None:
    sheet = Sheet(100, 100, "a\x00b", "c\x0bd")
    sheet.write("e\x1b<![CDATA[f]]>\ud800&x;", 1, 1, 12)
    said = [one.text for one in ElementTree.fromstring(sheet.drawing().svg).iter() if one.text]
    assert said == ["ab", "cd", "e<![CDATA[f]]>&x;"]
