"""Learn: opened by key, searched, followed by links, in both voices, and fitted to the present case."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest

from hipmap.desktop.learn.learn_window import LearnWindow
from hipmap.model.knowledge import Knowledge
from hipmap.storage.library_files import load_library
from tests.end_to_end.person import Person


@pytest.fixture
def learn(person: Person) -> Iterator[LearnWindow]:
    person.do("learn")
    assert person.window.desk is not None
    window = person.window.desk.learn.window
    assert window is not None
    window.open("page:telling_hip_from_back")
    yield window
    window.list.search.clear()
    window.close()


def words(window: LearnWindow) -> str:
    """What can be read on the page."""
    return window.view.toPlainText()


def test_every_page_of_the_list_can_be_read_in_both_voices(learn: LearnWindow, person: Person) -> None:
    for _voice in ("clinician", "patient"):
        addresses = learn.list.addresses()
        assert len(addresses) > 90
        for address in addresses:
            learn.open(address)
            assert "There is no such page" not in words(learn), address
            assert len(words(learn)) > 60, address
        person.do("flip_voice")


def test_an_origin_shows_where_it_hurts_and_leads_to_its_conditions(learn: LearnWindow) -> None:
    learn.open("page:hip_joint")
    assert "Where it hurts" in words(learn)
    assert "Often: " in words(learn)
    learn.view.link_chosen.emit("page:hip_osteoarthritis")
    assert words(learn).startswith("Hip osteoarthritis")
    learn.back()
    assert words(learn).startswith("Hip joint")
    learn.forward()
    assert words(learn).startswith("Hip osteoarthritis")


def test_a_patient_finds_a_page_by_the_clinicians_word(learn: LearnWindow, person: Person) -> None:
    person.do("flip_voice")
    learn.list.search.setFocus()
    QTest.keyClicks(learn.list.search, "meralgia")
    found = learn.list.addresses()
    assert "page:meralgia_paresthetica" in found
    assert len(found) <= 3


def test_a_published_figure_leads_to_its_source_and_a_judgement_says_so(learn: LearnWindow) -> None:
    learn.open("page:hip_osteoarthritis")
    assert "[judgement]" in words(learn)
    assert "Where this comes from" in words(learn)
    assert "Metcalfe" in words(learn)


def test_this_case_gets_its_own_help(learn: LearnWindow, person: Person) -> None:
    learn.open("list:for_this_case")
    assert "Mark where it hurts" in words(learn)
    person.mark("trochanter", "right")
    person.answer("worse_lying_on_side", "yes")
    person.answer("trochanter_tender", "yes")
    assert "Greater trochanteric pain" in words(learn)
    assert "When to stop" in words(learn)


def test_nothing_to_do_at_home_while_it_is_an_emergency(learn: LearnWindow, person: Person) -> None:
    person.mark("trochanter", "right")
    person.answer("saddle_numbness", "yes")
    learn.open("list:for_this_case")
    assert "When to stop" not in words(learn)
    assert "Exercises" not in words(learn)
    assert not person.screen.advice.care.isVisible()


def test_the_result_opens_the_page_of_its_origin(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.answer("limp", "yes")
    person.press(person.screen.reasons.read)
    assert person.window.desk is not None
    window = person.window.desk.learn.window
    assert window is not None
    assert window.address == f"page:{person.screen.likelihoods.shown_origin()}"
    assert window.isVisible()
    window.close()


def test_a_test_card_says_how_where_and_how_accurate(learn: LearnWindow, knowledge: Knowledge) -> None:
    library = load_library(knowledge)
    card = library.card_by_finding["slr"]
    learn.open("test:slr")
    assert card.positive in words(learn)
    assert card.where in words(learn)
    for row in (library.row_by_id[name] for name in card.rows):
        if row.sens is not None:
            assert f"{row.sens:g}" in words(learn)
    assert "Worth here" in words(learn)


def test_markup_in_a_text_stays_text() -> None:
    from hipmap.desktop.learn.markup import link, text

    assert text("<b>x</b> & 'y'") == "&lt;b&gt;x&lt;/b&gt; &amp; &#x27;y&#x27;"
    assert link('page:"x', "<i>") == '<a href="page:&quot;x">&lt;i&gt;</a>'
