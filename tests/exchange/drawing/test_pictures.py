"""The body map and the likelihoods as SVG: what they show, in which pattern, on which side, and as PNG."""

import re
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from hipmap.exchange.drawing.body_map import body_map
from hipmap.exchange.drawing.faces import faces_of, pin_point
from hipmap.exchange.drawing.inks import GROUND, INK
from hipmap.exchange.drawing.likelihoods import likelihood_figure
from hipmap.exchange.drawing.svg import Sheet
from hipmap.exchange.report import Report
from hipmap.exchange.typeset import png_of
from hipmap.model.case import Face, Side, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.spoken import Language, speaking
from hipmap.model.voice import Voice
from hipmap.storage.assets import asset
from tests.exchange.reports import HOSTILE, read_asset, report_of

SVG = "{http://www.w3.org/2000/svg}"
VOICES: tuple[Voice, ...] = ("patient", "clinician")
FONTS = asset("fonts")


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def fills(svg: str) -> list[str]:
    return [one.attrib.get("fill", "") for one in ElementTree.fromstring(svg).iter(f"{SVG}path")]


def map_of(knowledge: Knowledge, *marks: dict[str, object]) -> str:
    return body_map(report_of(new_case(marks=list(marks)), knowledge), "patient", read_asset).svg


def test_each_kind_has_a_pattern_of_its_own(rich: Report) -> None:
    svg = body_map(rich, "clinician", read_asset).svg
    for pattern in ("of_numb", "of_spread", "of_none"):
        assert f"url(#{pattern})" in fills(svg)
        assert f'id="{pattern}"' in svg
    shown = texts(svg)
    for words in ("worst spot", "pain", "numb or tingling", "spreads to", "no pain", "one finger"):
        assert words in shown
    assert "6" in shown  # the strength, on its plate


def test_what_is_not_there_is_not_in_the_legend(knowledge: Knowledge) -> None:
    shown = texts(map_of(knowledge, {"zone": "groin_crease", "side": "right"}))
    assert "pain" in shown
    assert not {"worst spot", "numb or tingling", "spreads to", "no pain"} & set(shown)


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_front_faces_you(knowledge: Knowledge, side: Side) -> None:
    """The person's right is on the left of the front, under its words and its letter."""
    report = report_of(new_case(marks=[{"zone": "groin_crease", "side": side}]), knowledge)
    front = next(one for one in faces_of(report.case, knowledge.body, read_asset) if one.face == "front")
    x, _ = front.outlines["groin_crease", side].middle
    assert (x < front.width / 2) == (side == "right")
    svg = ElementTree.fromstring(body_map(report, "patient", read_asset).svg)
    places = {one.text: float(one.attrib["x"]) for one in svg.iter(f"{SVG}text") if one.text in ("R", "L")}
    words = [one.text for one in svg.iter(f"{SVG}text") if (one.text or "").startswith("YOUR ")]
    assert words[:2] == ["YOUR RIGHT", "YOUR LEFT"]
    assert set(places) == {"R", "L"}


@pytest.mark.parametrize(("face", "first"), [("front", "R"), ("back", "L")])
def test_letters_stand_on_their_sides(knowledge: Knowledge, face: Face, first: str) -> None:
    svg = ElementTree.fromstring(map_of(knowledge, {"zone": "groin_crease", "side": "right"}))
    groups = [group for group in svg.iter(f"{SVG}g")]
    shown = {"front": groups[0], "back": groups[1]}[face]
    letters = [(float(one.attrib["x"]), one.text) for one in shown.iter(f"{SVG}text")]
    assert min(letters)[1] == first


def test_a_pin_on_the_inset_is_the_pin_on_the_body(knowledge: Knowledge) -> None:
    """The same spot of the skin, measured from the middle of its zone, whichever part is drawn."""
    pin = {"zone": "lumbar_paraspinal", "side": "left", "face": "back", "at": [0.42, 0.36]}
    found = []
    for more in ([], [{"zone": "calf", "side": "left"}]):
        case = new_case(pin=pin, marks=more)
        back = next(one for one in faces_of(case, knowledge.body, read_asset) if one.face == "back")
        point = pin_point(case, back, read_asset)
        assert point is not None
        outline = back.outlines["lumbar_paraspinal", "left"]
        box = outline.size
        left = min(x for ring in outline.rings for x, _ in ring)
        top = min(y for ring in outline.rings for _, y in ring)
        found.append((back.part, (point[0] - left) / box[0], (point[1] - top) / box[1]))
    (inset, x1, y1), (whole, x2, y2) = found
    assert (inset, whole) == ("inset", "whole")
    assert abs(x1 - x2) < 0.05
    assert abs(y1 - y2) < 0.05


@pytest.mark.parametrize("voice", VOICES)
def test_likelihoods_are_told_in_words_too(rich: Report, voice: Voice) -> None:
    drawing = likelihood_figure(rich, voice)
    for one in rich.assessment.origins:
        if one.probability >= 0.05:
            name = rich.knowledge.origin_by_id[one.id]
            label = name.patient if voice == "patient" else name.clinician
            assert label in texts(drawing.svg)
            assert label in drawing.alt
    assert any("Not validated on patients" in text for text in texts(drawing.svg))


def test_bars_hold_their_ranges_and_points(rich: Report) -> None:
    """The band of the first origin goes from its lower to its upper end, rounded outwards to 5 %."""
    svg = ElementTree.fromstring(likelihood_figure(rich, "clinician").svg)
    first = rich.assessment.origins[0]
    assert first.low is not None
    assert first.high is not None
    bands = [one for one in svg.iter(f"{SVG}rect") if one.attrib["fill"] == "#8fc0c2"]
    left, wide = float(bands[0].attrib["x"]), float(bands[0].attrib["width"])
    low, high = (left - 16) / 608, (left + wide - 16) / 608
    assert low <= first.low < low + 0.0501
    assert high - 0.0501 < first.high <= high + 1e-9


def test_dots_are_ten_a_row(urgent: Report) -> None:
    svg = ElementTree.fromstring(likelihood_figure(urgent, "patient").svg)
    rows: dict[str, int] = {}
    for one in svg.iter(f"{SVG}circle"):
        rows[one.attrib["cy"]] = rows.get(one.attrib["cy"], 0) + 1
    assert rows
    assert set(rows.values()) == {10}


@pytest.mark.parametrize(
    ("low", "high", "dark", "light"),
    [(0.05, 0.09, 0, 0), (0.2, 0.81, 2, 6), (0.92, 0.99, 9, 1), (0.96, 1, 10, 0)],
)
def test_dots_say_what_the_words_say(urgent: Report, low: float, high: float, dark: int, light: int) -> None:
    first = urgent.assessment.origins[0].model_copy(update={"probability": low, "low": low, "high": high})
    assessment = urgent.assessment.model_copy(update={"origins": (first,)})
    report = Report(urgent.case, assessment, urgent.knowledge)
    svg = ElementTree.fromstring(likelihood_figure(report, "patient").svg)
    fills = [one.attrib["fill"] for one in svg.iter(f"{SVG}circle")]
    assert (fills.count("#13555c"), fills.count("#8fc0c2")) == (dark, light)


def test_nothing_known_is_said(empty: Report) -> None:
    assert "nothing can be said" in likelihood_figure(empty, "patient").alt
    assert "Nothing is marked" in body_map(empty, "patient", read_asset).alt


def test_no_text_becomes_markup() -> None:
    sheet = Sheet(100, 100, HOSTILE, HOSTILE)
    sheet.write(HOSTILE, 1, 1, 12)
    drawing = sheet.drawing()
    assert texts(drawing.svg) == [HOSTILE]
    assert "<script" not in drawing.svg


@pytest.mark.parametrize("sharp", [1, 2])
def test_a_png_has_the_size_of_the_drawing(rich: Report, sharp: int) -> None:
    drawing = likelihood_figure(rich, "clinician")
    png = png_of(drawing, FONTS, sharp)
    assert png.startswith(b"\x89PNG")
    width, height = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    assert abs(width - drawing.width * sharp) <= 1
    assert abs(height - drawing.height * sharp) <= 1


def test_the_same_report_gives_the_same_bytes(rich: Report) -> None:
    one, other = (body_map(rich, "patient", read_asset) for _ in range(2))
    assert one.svg == other.svg
    assert png_of(one, FONTS) == png_of(other, FONTS)


def test_svg_needs_nothing_from_outside(rich: Report) -> None:
    svg = body_map(rich, "patient", read_asset).svg
    assert set(re.findall(r'href="(.{5})', svg)) == {"data:"}


def test_the_worst_spot_is_told_without_colour(knowledge: Knowledge) -> None:
    """On a grey print too: a dark edge around a white one, on the map and in the legend."""
    worst: dict[str, object] = {"zone": "groin_crease", "side": "right", "worst": True}
    plain: dict[str, object] = {"zone": "trochanter", "side": "left"}
    edges: dict[str | None, int] = {INK: 0, GROUND: 0}
    for one in ElementTree.fromstring(map_of(knowledge, worst, plain)).iter():
        if one.attrib.get("fill") == "none" and one.attrib.get("stroke") in edges:
            edges[one.attrib["stroke"]] += 1
    assert edges[INK] == edges[GROUND] >= 2
    assert f'stroke="{INK}"' not in map_of(knowledge, plain)


def width_in(font: TTFont, text: str, size: float) -> float:
    """How wide a text is in a font."""
    names, widths = font.getBestCmap(), font["hmtx"]
    signs = (widths[names[ord(one)]][0] for one in text)
    return float(size * sum(signs) / font["head"].unitsPerEm)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("wide", [340.0, 459.0, 640.0])
def test_no_word_of_the_likelihoods_leaves_the_figure(whole: Report, wide: float, voice: Voice) -> None:
    """Not even where every word is a third longer."""
    longer = Language("x", says=lambda _context, text: re.sub(r"(?<=[ (,.])|$", "www", text))
    fonts = {weight: TTFont(FONTS / f"Inter-{weight}.otf") for weight in ("Regular", "SemiBold")}
    with speaking(longer):
        svg = likelihood_figure(whole, voice, passport=wide == 640.0, wide=wide).svg
    for one in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        if one.attrib.get("text-anchor", "start") == "start":
            font = fonts["SemiBold" if "font-weight" in one.attrib else "Regular"]
            end = float(one.attrib["x"]) + width_in(font, one.text or "", float(one.attrib["font-size"]))
            assert end <= wide, one.text
