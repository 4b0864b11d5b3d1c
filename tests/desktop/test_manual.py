"""The manual: every page can be reached, every link leads somewhere, and it is found by its words."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.keys.key_markup import keys_markup
from hipmap.desktop.learn.page_router import PageRouter
from hipmap.desktop.manual import markdown
from hipmap.desktop.manual.manual_pages import ManualPages
from hipmap.desktop.manual.manual_window import ManualWindow
from hipmap.desktop.sheet_order import Progress
from hipmap.desktop.urgency_words import none_found_title
from hipmap.desktop.wording import tier_title
from hipmap.model.conditions import TIERS
from hipmap.model.problems import BadInput
from hipmap.storage.assets import asset
from hipmap.storage.library_files import load_library
from hipmap.storage.manual_files import every_page, manual_page
from tests.case_builders import own_knowledge
from tests.screens.render_manual import SHOTS

# Stressed words, names of folders and of other programs, and terms that a page itself explains.
STRESSED = {
    "and", "all", "aside", "not", "local", "ProgramData", "Program Files", "Open with", "Apps", "Qt.txt",
    "evidence passport", "Published", "Derived", "Judged", "published", "derived", "judged", "recalled",
    "calibrated", "patient", "clinician",
}  # fmt: skip
# Its stressed words are those of its own tables.
WITHOUT_WORDS_OF_THE_WINDOW = {"hazards"}
LINK = re.compile(r'<a href="([^"]+)"')


@pytest.fixture(scope="module")
def pages() -> ManualPages:
    return ManualPages("en", {"keys": keys_markup})


@pytest.fixture
def window(qtbot: QtBot, pages: ManualPages) -> ManualWindow:
    made = ManualWindow(pages, "clinician")
    qtbot.addWidget(made)
    return made


def test_the_contents_name_every_file_and_no_other() -> None:
    files = {path.stem for path in asset("manual/en").glob("*.md")}
    # The table of keys is for web pages; the program writes its own.
    assert files == {*every_page(), "keys_table"}
    assert len(every_page()) == len(set(every_page()))


def test_every_page_has_a_title_and_says_something(pages: ManualPages) -> None:
    for group in pages.groups("clinician"):
        for entry in group.entries:
            assert entry.name, entry.address
            page = pages.markup(entry.address, "clinician")
            assert len(page) > 400, entry.address
            assert "{{" not in page


def test_every_link_leads_somewhere(pages: ManualPages) -> None:
    knowledge = own_knowledge()
    router = PageRouter(load_library(knowledge), knowledge, lambda _voice: "this case")
    lost = router.markup("page:no_such_page", "clinician")
    for name in every_page():
        for target in LINK.findall(pages.markup(f"manual:{name}", "clinician")):
            page, _, place = target.partition("#")
            if not page or page.startswith("manual:"):
                assert (page or f"manual:{name}").removeprefix("manual:") in every_page(), (name, target)
                there = pages.markup(page or f"manual:{name}", "clinician")
                assert not place or f'<a name="{place}">' in there, (name, target)
            else:
                assert router.markup(target, "clinician") != lost, (name, target)


def test_every_picture_is_there_and_none_is_larger_than_it_was_made(pages: ManualPages) -> None:
    shown = set()
    for name in every_page():
        page = pages.markup(f"manual:{name}", "clinician")
        for address, wide in re.findall(r'<img src="([^"]+)" width="(\d+)"', page):
            image = pages.draw(address, 1.0)
            assert image is not None, (name, address)
            assert not image.isNull()
            assert image.width() >= int(wide), (name, address)
            shown.add(address)
    assert {f"pictures/{path.name}" for path in asset("manual/pictures").iterdir()} == shown
    assert pages.draw("pictures/none.png", 1.0) is None


def test_the_pictures_weigh_little_and_each_can_be_made_anew() -> None:
    files = {path.stem: path.stat().st_size for path in asset("manual/pictures").iterdir()}
    assert set(files) == {shot.name for shot in SHOTS}
    assert max(files.values()) < 160_000
    assert sum(files.values()) < 1_300_000


def test_the_pages_of_both_ways_to_work_show_their_steps() -> None:
    for name, least in (("at_home", 5), ("for_clinicians", 2), ("body_map", 1), ("sheet", 2), ("result", 2)):
        assert manual_page(name).count("](pictures/") >= least, name


def test_a_page_is_found_by_a_word_within_it(window: ManualWindow) -> None:
    window.list.search.setText("eraser")
    assert window.list.addresses() == ["manual:body_map"]


def _shown_small(window: ManualWindow) -> None:
    window.resize(900, 500)
    window.show()
    QApplication.processEvents()


def test_the_words_that_were_looked_for_are_marked_on_the_page_and_come_into_view(
    window: ManualWindow,
) -> None:
    _shown_small(window)
    window.list.search.setText("overwrites")
    window.open("manual:records")
    marked = window.view.extraSelections()
    assert {one.cursor.selectedText() for one in marked} == {"overwrites"}
    top = window.view.cursorRect(marked[0].cursor).top()
    assert window.view.verticalScrollBar().value() > 0
    assert 0 <= top < window.view.viewport().height()
    window.list.search.clear()
    assert not window.view.extraSelections()


def test_a_link_leads_to_a_place_on_its_page(window: ManualWindow) -> None:
    _shown_small(window)
    window.view.link_chosen.emit("manual:own_visits#a-file-for-your-clinic")
    assert window.view.title() == "Keeping your own visits"
    before = window.view.verticalScrollBar().value()
    assert before > 0
    window.view.link_chosen.emit("#begin")
    assert 0 < window.view.verticalScrollBar().value() < before


def test_a_table_of_many_columns_is_a_list_where_there_is_no_room(window: ManualWindow) -> None:
    window.open("manual:hazards")
    window.resize(1200, 700)
    window.show()
    QApplication.processEvents()
    assert "Likelihood: high → medium" not in window.view.toPlainText()
    assert window.view.toPlainText().count("high → medium") > 2
    window.resize(640, 600)
    QApplication.processEvents()
    assert "Hazard: A warning sign is missed" in window.view.toPlainText()
    assert "Likelihood: high → medium" in window.view.toPlainText()
    assert window.view.horizontalScrollBar().maximum() == 0


def test_links_within_the_manual_are_followed_and_others_are_asked_for(window: ManualWindow) -> None:
    asked: list[str] = []
    window.learn_asked.connect(asked.append)
    window.view.link_chosen.emit("manual:limits")
    assert window.view.title() == "What hipmap cannot do"
    window.back()
    assert window.view.title() == "First steps"
    window.view.link_chosen.emit("list:glossary")
    assert asked == ["list:glossary"]
    assert window.view.title() == "First steps"


def test_another_language_falls_back_to_english() -> None:
    assert manual_page("limits", "xx") == manual_page("limits")
    assert manual_page("limits", "de_AT") == manual_page("limits")


@pytest.mark.parametrize("name", ["no_such_page", "../knowledge/manifest", "", "Limits"])
def test_a_page_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="manual"):
        manual_page(name)


def test_the_signs_of_the_pages_become_rich_text() -> None:
    page = "# Title\n\nA **strong** [word](other.md) & `code <x>`.\n\n- one\n- two\n\n1. first\n2. second"
    made = markdown.markup(page, lambda _name: "")
    assert '<h1><a name="title"></a>Title</h1>' in made
    assert '<b>strong</b> <a href="manual:other">word</a> &amp; <code>code &lt;x&gt;</code>' in made
    assert "<ul><li>one</li><li>two</li></ul>" in made
    assert "<ol><li>first</li><li>second</li></ol>" in made
    fenced = markdown.markup("```\nsh a <b>\n  c\n```", lambda _name: "")
    assert "<code>sh a &lt;b&gt;</code><br><code>&nbsp;&nbsp;c</code>" in fenced
    assert markdown.markup("{{keys}}", lambda name: f"<i>{name}</i>") == "<i>keys</i>"


def test_what_a_page_tells_of_messages_is_what_the_program_says() -> None:
    """The page on troubleshooting quotes messages: each quote begins a text of the program."""
    page = manual_page("troubleshooting")
    quoted = [words.strip("… ") for words in re.findall(r"^\| “([^”]+)”", page, re.MULTILINE)]
    sources = " ".join(
        path.read_text(encoding="utf-8").replace('"\n', "").replace("{name}", "…")
        for path in Path(app.__file__).parent.rglob("*.py")
    )
    flat = re.sub(r'"\s+"', "", sources)
    for words in quoted:
        for part in words.split("…"):
            assert part.strip().replace("’", "'") in flat.replace("’", "'"), words


def test_the_page_on_urgency_says_the_words_of_the_window() -> None:
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \| [^|]+ \|$", manual_page("urgency"), re.MULTILINE)
    told = rows[2:6]
    assert told == [(tier_title(tier, "clinician"), tier_title(tier, "patient")) for tier in TIERS[:0:-1]]
    assert rows[6][0] == none_found_title(Progress(3, 3), 0).replace("3", "so many")
    assert rows[7][0].lower() == none_found_title(Progress(3, 3), 2).replace("2", "so many")
    assert rows[8][0] == none_found_title(Progress(0, 3), 0)


def test_what_a_page_tells_people_to_choose_is_there_to_be_chosen() -> None:
    sources = (path.read_text(encoding="utf-8") for path in Path(app.__file__).parent.rglob("*.py"))
    said = re.sub(r'"\s+"', "", " ".join(sources)).replace("&", "")
    for name in set(every_page()) - WITHOUT_WORDS_OF_THE_WINDOW:
        page = re.sub(r"`[^`]*`", "", manual_page(name))
        for told in re.findall(r"(?<![*])[*]([^*\n]+)[*](?![*])", page):
            parts = (told.partition(", ")[0], told.partition(", ")[2])
            for words in (
                (told,) if f'"{told}' in said else parts if f'"{parts[1]}' in said else told.split(", ")
            ):
                assert not words or words in STRESSED or f'"{words}' in said, (name, words)
