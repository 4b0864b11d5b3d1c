"""Learn: opened by key, searched, followed by links, in both voices, and fitted to the present case."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipmap.desktop.learn.learn_window import LearnWindow
from hipmap.model.edits import put_answer
from hipmap.model.knowledge import Knowledge
from hipmap.storage.library_files import load_library
from tests.end_to_end.person import Person, wait_until


@pytest.fixture
def learn(person: Person) -> Iterator[LearnWindow]:
    person.do("learn")
    assert person.window.desk is not None
    window = person.window.desk.learn.window
    assert isinstance(window, LearnWindow)
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
    wait_until(lambda: "hip joint" in person.screen.reasons.title.text().lower())
    person.press(person.screen.reasons.reasons.read)
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


def test_the_list_is_used_by_keyboard(learn: LearnWindow, person: Person) -> None:
    QTest.keyClick(learn, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    wait_until(learn.list.search.hasFocus)
    QTest.keyClicks(learn.list.search, "clamshell")
    QTest.keyClick(learn.list.search, Qt.Key.Key_Down)
    assert learn.list.pages.hasFocus()
    assert words(learn).startswith("Clamshell")
    QTest.keyClick(learn.list.pages, Qt.Key.Key_Return)
    assert learn.view.hasFocus()
    QTest.keyClick(learn, Qt.Key.Key_Escape)
    assert learn.list.search.text() == ""
    assert learn.isVisible()
    QTest.keyClick(learn, Qt.Key.Key_Escape)
    assert not learn.isVisible()


def test_enter_in_the_search_field_opens_the_first_page(learn: LearnWindow) -> None:
    QTest.keyClicks(learn.list.search, "meralgia")
    QTest.keyClick(learn.list.search, Qt.Key.Key_Return)
    assert learn.address == "page:meralgia_paresthetica"
    assert learn.view.hasFocus()


def test_arrows_step_over_the_headings_of_the_list(learn: LearnWindow) -> None:
    learn.open("list:myths")  # the last one under its heading
    learn.list.pages.setFocus()
    QTest.keyClick(learn.list.pages, Qt.Key.Key_Down)
    assert learn.address == "page:hip_joint"
    QTest.keyClick(learn.list.pages, Qt.Key.Key_Up)
    assert learn.address == "list:myths"


def test_no_page_with_these_words_is_said(learn: LearnWindow) -> None:
    QTest.keyClicks(learn.list.search, "zzz")
    assert learn.list.nothing.isVisible()
    assert learn.list.addresses() == []
    learn.list.search.clear()
    assert not learn.list.nothing.isVisible()


def test_back_and_forward_by_key_and_by_mouse(learn: LearnWindow, person: Person) -> None:
    learn.open("page:hip_joint")
    learn.view.setFocus()
    QTest.keyClick(learn.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert learn.address == "page:telling_hip_from_back"
    QTest.keyClick(learn.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert learn.address == "page:hip_joint"
    person.press(learn.bar.back_button)
    assert learn.address == "page:telling_hip_from_back"
    person.press(learn.bar.forward_button)
    assert learn.address == "page:hip_joint"
    assert not learn.bar.forward_button.isEnabled()


def test_tab_goes_from_link_to_link_and_enter_follows(learn: LearnWindow) -> None:
    learn.open("page:hip_joint")
    learn.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(learn.view, Qt.Key.Key_Tab)
    QTest.keyClick(learn.view, Qt.Key.Key_Return)
    assert learn.address != "page:hip_joint"


def test_a_page_says_its_title_and_where_it_stands(learn: LearnWindow) -> None:
    learn.open("page:hip_osteoarthritis")
    assert learn.view.accessibleName() == "Hip osteoarthritis"
    assert learn.windowTitle().startswith("Hip osteoarthritis")
    assert "Hip joint" in learn.bar.place.text()


def test_the_place_on_the_page_stays_when_the_look_changes(learn: LearnWindow, person: Person) -> None:
    learn.open("page:hip_joint")
    bar = learn.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    person.do("theme_dark")
    person.settle()
    assert abs(bar.value() / bar.maximum() - 0.5) < 0.05


def test_no_page_is_wider_than_its_window(learn: LearnWindow, person: Person) -> None:
    learn.resize(1000, 700)
    for address in ("page:hip_joint", "exercise:clamshell", "list:movements", "test:slr"):
        learn.open(address)
        person.settle()
        assert learn.view.horizontalScrollBar().maximum() == 0, address


def test_the_patients_letters_are_larger(learn: LearnWindow, person: Person) -> None:
    def size() -> int:
        cursor = learn.view.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        block = learn.view.document().findBlockByNumber(2)
        return block.begin().fragment().charFormat().font().pixelSize()

    learn.open("page:telling_hip_from_back")
    assert size() == 15
    person.do("flip_voice")
    assert size() == 16


def test_the_window_remembers_its_size(own_window: Person) -> None:
    own_window.do("learn")
    desk = own_window.window.desk
    assert desk is not None
    window = desk.learn.window
    assert window is not None
    window.resize(701, 577)
    window.close()
    kept = desk.learn._preferences.learn_geometry
    window.resize(600, 500)
    assert window.restoreGeometry(kept)
    assert (window.width(), window.height()) == (701, 577)


def test_nothing_of_learn_is_loaded_before_it_is_opened() -> None:
    heavy = ("learn.learn_window", "learn.page_router", "learn.case_page")
    code = "import sys, hipmap.desktop.help_desk as _; print(*[m for m in sys.modules if 'learn.' in m])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "learn.learn_desk" in loaded
    assert not [name for name in heavy if name in loaded]


def test_an_empty_case_and_a_held_one_look_finished(learn: LearnWindow, person: Person) -> None:
    learn.open("list:for_this_case")
    assert "Where this comes from" not in words(learn)
    for finding in ("steroid_use", "heavy_alcohol"):
        person.session.apply(finding, partial(put_answer, finding=finding, value="yes", side=None))
    person.mark("groin_crease", "right")
    person.session.apply("scan", lambda case: put_answer(case, "hip_imaging", "necrosis", None))
    said = words(learn)
    assert said.splitlines()[1].strip(), said
    assert "exercise" in said.lower()
    assert said.index("Scans: what to ask about") > len("For this case") + 20  # what to do stands first
    assert "When to stop" in said
