"""`hipmap manual` writes pages that need nothing else: links and pictures are there, nothing is fetched."""

import errno
import re
import shutil
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from hipmap.exchange.manual_web import WebManual, web_pages
from hipmap.storage.assets import asset
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
        self.places: list[str] = []
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.places += [given["id"] or ""] if "id" in given else []
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
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


@pytest.fixture
def readers(written: Path) -> dict[str, _Reader]:
    found = {}
    for path in written.glob("*.html"):
        found[path.name] = _Reader()
        found[path.name].feed(path.read_text(encoding="utf-8"))
    return found


def test_every_page_is_whole_and_every_link_and_picture_is_there(
    written: Path, readers: dict[str, _Reader]
) -> None:
    assert set(readers) == {f"{name}.html" for name in (*every_page(), "index")}
    for name, reader in readers.items():
        assert reader.open == [], name
        assert len(reader.links) >= len(every_page()), name
        assert len(reader.places) == len(set(reader.places)), name
        for link in reader.links:
            file, _, place = link.partition("#")
            if file.endswith(".png"):
                assert (written / file).is_file(), (name, link)
                continue
            assert (file or name) in readers, (name, link)
            assert not place or place in readers[file or name].places, (name, link)
        for source, says in reader.pictures:
            assert (written / source).is_file(), (name, source)
            assert len(says) > 20, source


def test_headings_go_down_one_by_one(readers: dict[str, _Reader]) -> None:
    for name, reader in readers.items():
        assert reader.levels[0] == 1, name
        assert reader.levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(reader.levels)), (name, reader.levels)


def test_every_page_stands_where_it_is_told_and_in_its_own_words(written: Path) -> None:
    """Learn is a page of the manual as well as a part of the program."""
    page = (written / "learn.html").read_text(encoding="utf-8")
    assert "<title>Learn – hipmap</title>" in page
    assert "How to tell hip from back</li>" not in page
    assert "<li>How to tell hip from back, and a page for every origin" in page
    keys = (written / "keys.html").read_text(encoding="utf-8")
    assert "<td><b>Ctrl+S</b></td><td>Save</td>" in keys
    for path in written.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert '<html lang="en">' in text
        assert '<a class="skip" href="#page">' in text
        assert "prefers-color-scheme: dark" in text
        assert "@media print" in text


def test_text_has_contrast_in_light_in_dark_and_on_paper() -> None:
    pytest.importorskip("PySide6")
    from hipmap.desktop.design_tokens import contrast

    style = asset("manual/web.css").read_text(encoding="utf-8")
    tables = re.findall(r":root \{([^}]+--text[^}]+)\}", style)
    assert len(tables) == 3
    for table in tables:
        of = {name: _whole(colour) for name, colour in re.findall(r"--([\w-]+): (#\w+);", table)}
        pairs = [(ink, ground) for ink in ("text", "muted", "accent") for ground in ("surface", "raised")]
        for ink, ground in [*pairs, ("text", "ground"), ("muted", "ground"), ("on-soft", "soft")]:
            assert contrast(of[ink], of[ground]) >= 4.5, (ink, ground)


def _whole(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * sign for sign in colour[1:])


def test_nothing_is_fetched_from_anywhere(written: Path) -> None:
    for path in written.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "default-src 'none'" in text
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//|<script|@import|url\(", text), path.name
        assert "{{" not in text


def test_the_page_that_is_open_is_marked_in_the_contents(written: Path) -> None:
    page = (written / "limits.html").read_text(encoding="utf-8")
    assert page.count(' aria-current="page"') == 1
    assert '<a href="limits.html" aria-current="page">' in page
    assert '<a class="before" href="intended_use.html">' in page
    assert '<a class="after" href="evaluation.html">' in page


def test_nothing_that_is_there_is_overwritten(hipmap: Run, written: Path, tmp_path: Path) -> None:
    before = (written / "index.html").read_bytes()
    assert "there is something here already" in hipmap("manual", "-o", written).complaint
    assert (written / "index.html").read_bytes() == before
    (tmp_path / "file").write_text("x")
    assert hipmap("manual", "-o", tmp_path / "file").code == 2


def test_an_empty_folder_and_one_in_folders_that_are_not_there_are_filled(
    hipmap: Run, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "not" / "there yet"):
        assert hipmap("manual", "-o", folder).code == 0
        assert (folder / "index.html").is_file()


@pytest.mark.parametrize("was_there", [True, False])
def test_a_full_disk_leaves_nothing_behind_and_is_told(
    hipmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was_there: bool
) -> None:
    def full(_source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(shutil, "copyfile", full)
    folder = tmp_path / "a" / "manual"
    if was_there:
        folder.mkdir(parents=True)
    done = hipmap("manual", "-o", folder)
    assert done.code == 2
    assert "cannot be written here (No space left on device); nothing was kept" in done.complaint
    assert folder.exists() == was_there
    assert list(tmp_path.rglob("*")) == ([folder.parent, folder] if was_there else [])


def test_a_folder_in_which_nothing_may_be_written_is_told(
    hipmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, *_rest: object, **_named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    done = hipmap("manual", "-o", tmp_path / "manual")
    assert done.code == 2
    assert "cannot be written here (Permission denied)" in done.complaint


def test_a_place_below_a_file_is_told(hipmap: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = hipmap("manual", "-o", tmp_path / "file" / "manual")
    assert done.code == 2
    assert "cannot be written here" in done.complaint
    assert (tmp_path / "file").read_text() == "x"


def test_what_is_not_translated_is_named(hipmap: Run, tmp_path: Path) -> None:
    done = hipmap("manual", "-o", tmp_path / "manual", "--language", "de")
    assert done.code == 0
    assert "Not translated, and in English: first_steps, " in done.out
    assert '<html lang="en">' in (tmp_path / "manual" / "index.html").read_text(encoding="utf-8")


def test_signs_of_a_page_that_mean_something_elsewhere_are_only_words() -> None:
    page = (
        "# A <b> & c\n\n`<script>*a*` and [a link](limits.md#so) **x** [Learn](list:glossary)\n\n- one\n- two"
    )
    manual = WebManual({"words": page}, {"words": "de_AT"}, {"about": ("words", "missing")}, "")
    made = web_pages(manual)
    assert '<h1 id="a-b-c">A &lt;b&gt; &amp; c</h1>' in made["words.html"]
    assert (
        '<code>&lt;script&gt;*a*</code> and <a href="limits.html#so">a link</a> <b>x</b> Learn<'
        in (made["words.html"])
    )
    assert '<html lang="de-AT">' in made["words.html"]
    assert made["index.html"] == made["words.html"]
