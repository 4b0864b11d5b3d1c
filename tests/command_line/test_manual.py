"""`hipmap manual` writes pages that need nothing else: links and pictures are there, nothing is fetched."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hipmap.exchange.manual_web import web_pages
from hipmap.storage.manual_files import every_page
from tests.command_line.conftest import Run


class _Reader(HTMLParser):
    """Takes a page to pieces as a browser would, and sees that what is opened is closed."""

    ALONE = ("meta", "img", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.pictures: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag == "img":
            self.pictures.append((given["src"] or "", given["alt"] or ""))
        if tag not in self.ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def written(hipmap: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "the manual"
    assert hipmap("manual", "-o", folder).code == 0
    return folder


def test_every_page_is_whole_and_every_link_and_picture_is_there(written: Path) -> None:
    assert {path.stem for path in written.glob("*.html")} == {*every_page(), "index", "learn"}
    for path in written.glob("*.html"):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        assert reader.open == [], path.name
        assert len(reader.links) >= len(every_page()), path.name
        for link in reader.links:
            assert (written / link).is_file(), (path.name, link)
        for source, says in reader.pictures:
            assert (written / source).is_file(), (path.name, source)
            assert len(says) > 20, source


def test_nothing_is_fetched_from_anywhere(written: Path) -> None:
    for path in written.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "default-src 'none'" in text
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//|<script|@import|url\(", text), path.name
        assert "{{" not in text


def test_the_page_that_is_open_is_marked_in_the_contents(written: Path) -> None:
    page = (written / "limits.html").read_text(encoding="utf-8")
    assert page.count("aria-current") == 2  # its style, and the one entry
    assert '<a href="limits.html" aria-current="page">' in page


def test_nothing_that_is_there_is_overwritten(hipmap: Run, written: Path, tmp_path: Path) -> None:
    before = (written / "index.html").read_bytes()
    assert "there is something here already" in hipmap("manual", "-o", written).complaint
    assert (written / "index.html").read_bytes() == before
    (tmp_path / "file").write_text("x")
    assert hipmap("manual", "-o", tmp_path / "file").code == 2


def test_signs_of_a_page_that_mean_something_elsewhere_are_only_words() -> None:
    pages = {"words": "# A <b> & c\n\n`<script>` and [a link](limits.md) **x**\n\n- one\n- two"}
    made = web_pages(pages, {"about": ("words", "missing")}, "en")
    assert "<h1>A &lt;b&gt; &amp; c</h1>" in made["words.html"]
    assert '<code>&lt;script&gt;</code> and <a href="limits.html">a link</a> <b>x</b>' in made["words.html"]
    assert made["index.html"] == made["words.html"]
