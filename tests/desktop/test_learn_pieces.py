"""Pieces of the pages to read: markup, numbered sources, the list of contents, and patterns in words."""

import pytest

from hipmap.desktop.design_tokens import THEMES, Theme, contrast
from hipmap.desktop.learn.contents import contents
from hipmap.desktop.learn.drawings import drawings, with_drawing
from hipmap.desktop.learn.markup import beside, box, in_a_column, listing, no_wider, style, table
from hipmap.desktop.learn.pain_pattern import pattern, pattern_words
from hipmap.desktop.learn.references import References
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from hipmap.storage.library_files import load_library
from tests.case_builders import own_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return own_knowledge()


def test_names_in_a_table_stay_text() -> None:
    assert "<th" in table(["a<b"], [])
    assert "a&lt;b" in table(["a<b"], [])
    assert listing([]) == ""


def test_words_beside_a_drawing_stand_above_it_in_a_narrow_page() -> None:
    wide = beside("<p>words</p>", "<img>")
    assert wide.count("<tr>") == 1
    narrow = in_a_column(wide)
    assert narrow.count("<tr>") == 2
    assert narrow.index("words") < narrow.index("<img>")
    assert beside("<p>words</p>", "") == "<p>words</p>"


def test_pictures_are_never_wider_than_the_column() -> None:
    assert 'width="200"' in no_wider('<img src="a" width="300" alt="b">', 200)
    assert 'width="300"' in no_wider('<img src="a" width="300" alt="b">', 400)
    assert no_wider('<table width="99%">', 50) == '<table width="99%">'


def test_a_drawing_says_what_it_shows() -> None:
    one = next(name for name, row in drawings().items() if len(row["files"]) == 1)
    two = next(name for name, row in drawings().items() if len(row["files"]) == 2)
    assert "alt=" in with_drawing("<p>x</p>", one)
    assert with_drawing("<p>x</p>", two).count("<img") == 2
    assert with_drawing("<p>x</p>", None) == "<p>x</p>"


def test_patients_read_larger_letters() -> None:
    assert "font-size: 15px" in style("clinician")
    assert "font-size: 16px" in style("patient")


def test_sources_are_numbered_in_the_order_of_reading(knowledge: Knowledge) -> None:
    first, second = knowledge.sources[0], knowledge.sources[1]
    notes = References(knowledge, "clinician")
    assert notes.mark("judged", []) == ' <span class="mark">[judgement]</span>'
    assert "[1]" in notes.mark("published", [second.id])
    assert "2" in notes.mark("published", [first.id])
    assert "[1]" in notes.mark("published", [second.id])
    listed = notes.listed()
    assert listed.index("1. ") < listed.index("2. ")
    assert "Where this comes from" not in References(knowledge, "patient").listed()


@pytest.mark.parametrize("voice", ["clinician", "patient"])
def test_the_contents_name_every_page_once(voice: Voice, knowledge: Knowledge) -> None:
    library = load_library(knowledge)
    entries = [entry for group in contents(library, knowledge, voice) for entry in group.entries]
    addresses = [entry.address for entry in entries]
    assert len(addresses) == len(set(addresses))
    assert all(entry.name.strip() for entry in entries)
    assert {f"page:{page.id}" for page in library.pages} <= set(addresses)
    assert {f"exercise:{one.id}" for one in library.exercises} <= set(addresses)
    assert any(address.startswith("test:") for address in addresses) == (voice == "clinician")


def test_a_pattern_is_said_and_every_share_is_one(knowledge: Knowledge) -> None:
    for origin in knowledge.origins:
        assert all(0 <= share <= 1.0001 for share in pattern(origin.id, knowledge).values())
    words = pattern_words("hip_joint", knowledge, "patient")
    assert words.startswith("Often: ")
    assert "right side" in words
    assert pattern_words("no_such_thing", knowledge, "patient") == ""


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_everything_on_a_page_has_contrast(theme: Theme) -> None:
    grounds = (theme.surface, theme.raised, theme.accent_soft, theme.amber_soft, theme.danger_soft)
    for ground in grounds:
        assert contrast(ground, theme.muted) >= 4.5, ground
        assert contrast(ground, theme.accent) >= 4.5, ground
    assert "bgcolor" in box("<p>x</p>", "stop")
