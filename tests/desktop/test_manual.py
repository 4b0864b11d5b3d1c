"""The manual: every page can be reached, every link leads somewhere, and it is found by its words."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.keys.key_markup import keys_markup
from hipmap.desktop.learn.page_router import PageRouter
from hipmap.desktop.manual import markdown
from hipmap.desktop.manual.manual_pages import ManualPages
from hipmap.desktop.manual.manual_window import ManualWindow
from hipmap.model.problems import BadInput
from hipmap.storage.assets import asset
from hipmap.storage.library_files import load_library
from hipmap.storage.manual_files import CONTENTS, every_page, manual_page
from tests.case_builders import own_knowledge

# Stressed words, and the name of a folder.
STRESSED = {"and", "all", "aside"}
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
    assert files == set(every_page())
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
            if target.startswith("manual:"):
                assert target.removeprefix("manual:") in every_page(), (name, target)
            else:
                assert router.markup(target, "clinician") != lost, (name, target)


def test_every_picture_is_there(pages: ManualPages) -> None:
    for name in every_page():
        for address in re.findall(r'<img src="([^"]+)"', pages.markup(f"manual:{name}", "clinician")):
            image = pages.draw(address, 1.0)
            assert image is not None, (name, address)
            assert not image.isNull()
    assert pages.draw("pictures/none.png", 1.0) is None


def test_a_page_is_found_by_a_word_within_it(window: ManualWindow) -> None:
    window.list.search.setText("eraser")
    assert window.list.addresses() == ["manual:body_map"]


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
    assert "<h1>Title</h1>" in made
    assert '<b>strong</b> <a href="manual:other">word</a> &amp; <code>code &lt;x&gt;</code>' in made
    assert "<ul><li>one</li><li>two</li></ul>" in made
    assert "<ol><li>first</li><li>second</li></ol>" in made
    fenced = markdown.markup("```\nsh a <b>\n  c\n```", lambda _name: "")
    assert fenced == "<p><code>sh a &lt;b&gt;</code><br><code>&nbsp;&nbsp;c</code></p>"
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


def test_what_the_pages_on_records_tell_people_to_choose_is_there_to_be_chosen() -> None:
    sources = (path.read_text(encoding="utf-8") for path in Path(app.__file__).parent.rglob("*.py"))
    said = re.sub(r'"\s+"', "", " ".join(sources))
    for name in CONTENTS["records"]:
        for told in re.findall(r"(?<![*])[*]([^*]+)[*](?![*])", manual_page(name)):
            for words in told.split(", "):
                if words not in STRESSED:
                    assert f'"{words}' in said or f'"&{words}' in said, (name, words)
