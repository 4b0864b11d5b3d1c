"""`hipmap translations`: what a translation lacks, and its catalogues written to be translated."""

import re
from pathlib import Path

import pytest

from hipmap.model.catalogue import Key
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.storage.manual_files import missing_pages
from tests.command_line.conftest import Run
from tests.knowledge.patient_texts import own_library

TEXTS = ("Safety questions", "{done} of {all} answered", "<b>Undo</b> & redo")
INTERFACE = {Key("Sheet", text): text for text in TEXTS}


@pytest.fixture(autouse=True)
def few_texts_of_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a window of three texts; and the library is the one that was already read."""

    def read(_knowledge: Knowledge) -> Library:
        return own_library()

    monkeypatch.setattr("hipmap.translations_command.load_library", read)
    monkeypatch.setattr("hipmap.translations_command.interface_sources", lambda: INTERFACE)
    monkeypatch.setattr("hipmap.translations_command.missing_pages", lambda _language: ())


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("translations")


def finish(path: Path) -> None:
    """Translates all that is open by saying the English again, with a word before it."""
    text = path.read_text(encoding="utf-8")
    open_one = re.compile(
        r'<source>([^<]*)</source>(.*?)<translation type="unfinished"></translation>', re.DOTALL
    )
    said = open_one.sub(r"<source>\1</source>\2<translation>Hm: \1</translation>", text)
    path.write_text(said, encoding="utf-8")


def test_a_translation_from_its_beginning_to_its_end(hipmap: Run, begun: Path) -> None:
    first = hipmap("translations", "de", "--folder", begun)
    assert first.code == 1
    assert "missing interface Sheet: Safety questions" in first.out.splitlines()
    assert any(line.startswith("missing knowledge finding.limp.patient: ") for line in first.out.splitlines())
    assert any(line.startswith("missing library page.hip_joint.section.") for line in first.out.splitlines())

    written = hipmap("translations", "de", "--write", "--folder", begun)
    assert (written.code, written.err) == (1, "")
    files = sorted(path.name for path in (begun / "de").iterdir())
    assert files == ["interface.ts", "knowledge.ts", "library.ts"]

    for name in files:
        finish(begun / "de" / name)
    done = hipmap("translations", "de", "--folder", begun)
    assert done.code == 0, done.out[:2000]
    counts = [re.findall(r"\d+", line) for line in done.out.splitlines()]
    assert [(one[0] == one[1], one[2:]) for one in counts] == [(True, ["0"] * 4)] * 3
    assert "de: interface" in hipmap("translations", "--folder", begun).out

    # Writing again changes nothing in what is done.
    before = {name: (begun / "de" / name).read_bytes() for name in files}
    assert hipmap("translations", "de", "--write", "--folder", begun).code == 0
    assert {name: (begun / "de" / name).read_bytes() for name in files} == before

    # A text whose English changed, a lost place for a value, and one that is no longer used.
    interface, knowledge = begun / "de" / "interface.ts", begun / "de" / "knowledge.ts"
    change(interface, "Hm: {done} of {all} answered", "Hm: {done}")
    change(interface, "redo</source>", "repeat</source>")
    change(knowledge, "<source>Middle of the low back</source>", "<source>Middle of the back</source>")
    told = hipmap("translations", "de", "--folder", begun)
    assert told.code == 1
    said = told.out.splitlines()[:-3]
    assert sorted(line.split()[0] for line in said) == ["broken", "missing", "outdated", "unknown"]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (("en",), "another language"),
        (("../de",), "write a language as de"),
        (("x_pseudo",), "write a language as de"),
        (("--write",), "name the language"),
    ],
)
def test_what_is_no_language_is_refused(
    arguments: tuple[str, ...], mend: str, hipmap: Run, tmp_path: Path
) -> None:
    assert mend in hipmap("translations", *arguments, "--folder", tmp_path).complaint


def test_pages_of_the_manual_are_missed_too(
    hipmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hipmap.translations_command.missing_pages", missing_pages)
    told = hipmap("translations", "de", "--folder", tmp_path).out.splitlines()
    assert "missing page of the manual: manual/de/limits.md" in told


def test_a_folder_that_is_not_there_is_refused(hipmap: Run, tmp_path: Path) -> None:
    assert "no such folder" in hipmap("translations", "de", "--folder", tmp_path / "none").complaint


def test_a_damaged_catalogue_is_refused_and_left_as_it_is(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "de" / "library.ts"
    path.parent.mkdir()
    path.write_text("<TS", encoding="utf-8")
    complaint = hipmap("translations", "de", "--write", "--folder", tmp_path).complaint
    assert "de/library.ts: this is not a readable .ts file" in complaint
    assert path.read_text(encoding="utf-8") == "<TS"
    assert [one.name for one in path.parent.iterdir()] == ["library.ts"]
