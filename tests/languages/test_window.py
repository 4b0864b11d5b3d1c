"""The real window in the longer test language: everything is translated, and everything has room."""

import platform
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.stops import FIRST, Kind, Stop
from hipmap.desktop.main_window import MainWindow
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from tests.case_builders import ROOT
from tests.end_to_end.person import Person, stands_before
from tests.languages.clipped import clipped
from tests.languages.conftest import turn_to
from tests.languages.untranslated import Said, painted, texts_in, untranslated

CASE = ROOT / "assets" / "examples" / "hip_and_back.json"


@pytest.fixture(scope="module")
def window_abroad(a_window: MainWindow) -> Iterator[MainWindow]:
    """The window with a case, in the longer test language."""
    document = a_window.document
    assert document is not None
    document.open_path(CASE)
    turn_to("x_pseudo", a_window)
    yield a_window
    turn_to("en", a_window)


@pytest.fixture
def abroad(qtbot: QtBot, window_abroad: MainWindow) -> Iterator[Person]:
    """A person before that window."""
    yield Person(window_abroad, qtbot)
    window_abroad.choose_voice("clinician")


def all_said(root: QWidget) -> Iterator[Said]:
    """Gives what widgets say and what they paint."""
    with painted() as seen:
        root.grab()
    yield from texts_in(root)
    yield from seen.said


@pytest.mark.parametrize("voice", ["clinician", "patient"])
def test_every_word_of_the_consultation_is_translated(voice: Voice, abroad: Person) -> None:
    abroad.window.choose_voice(voice)
    abroad.settle()
    assert untranslated(all_said(abroad.window), allowed=[CASE.name]) == {}


@pytest.mark.parametrize("voice", ["clinician", "patient"])
def test_every_word_of_the_consultation_has_room(voice: Voice, abroad: Person) -> None:
    abroad.window.choose_voice(voice)
    abroad.settle()
    with painted() as seen:
        abroad.window.grab()
    assert clipped(abroad.window) == {}
    assert seen.cut == []


@pytest.mark.parametrize("command", ["country", "keys", "about", "settings", "learn", "manual"])
def test_every_word_of_another_window_is_translated(
    command: str, abroad: Person, knowledge: Knowledge
) -> None:
    abroad.do(command)
    (other,) = stands_before(abroad.window)
    abroad.settle()
    caps = [*"BLNRUWY", "A–Z"] if command == "keys" else []
    citations = [text for source in knowledge.sources for text in (source.citation, source.address or "")]
    assert untranslated(all_said(other), [*NAMES, *caps, knowledge.digest, *citations]) == {}
    assert clipped(other) == {}
    other.close()


# What hipmap is made with, and the licences, have no other name elsewhere.
NAMES = (
    "PySide6", "Python", "Qt", "English", platform.platform(), platform.release(), platform.system(),
    platform.machine(),
)  # fmt: skip


@pytest.fixture
def guide(abroad: Person) -> Iterator[HomeGuide]:
    """The guide at home with the case, at its beginning."""
    abroad.window.show_desk("home", remember=False)
    home = abroad.window.home
    assert home is not None
    home.walk.onto(FIRST)
    home.go_on()
    home.go_back()
    yield home
    abroad.window.show_desk("consultation", remember=False)


def look_at(guide: HomeGuide) -> None:
    """Reads the screen that is shown."""
    kind = guide.walk.stop.kind
    QApplication.processEvents()
    with painted() as seen:
        guide.grab()
    assert untranslated([*texts_in(guide), *seen.said], [CASE.name]) == {}, kind
    assert clipped(guide) == {}, kind
    assert seen.cut == [], kind


@pytest.mark.parametrize("kind", ["about", "orient", "map", "read_back", "review", "result"])
def test_every_screen_of_the_guide_is_translated_and_has_room(kind: Kind, guide: HomeGuide) -> None:
    guide.walk.onto(Stop(kind))
    guide.wear_look()
    look_at(guide)


def test_every_question_of_the_guide_is_translated_and_has_room(guide: HomeGuide) -> None:
    seen_kinds: list[str] = []
    while len(seen_kinds) < MOST_SCREENS and guide.walk.stop.kind != "result":
        seen_kinds.append(guide.walk.stop.kind)
        if seen_kinds.count(guide.walk.stop.kind) <= SCREENS_OF_A_KIND:
            look_at(guide)
        guide.go_on()
    assert {"list", "movement"} <= set(seen_kinds)


MOST_SCREENS = 60
SCREENS_OF_A_KIND = 2


def test_a_case_stays_as_it_is_when_the_language_changes(abroad: Person) -> None:
    case, before = abroad.case, [one.id for one in abroad.assessment.origins]
    assert untranslated(texts_in(abroad.screen)) == {}
    turn_to("en", abroad.window)
    assert untranslated(texts_in(abroad.screen)) != {}
    assert abroad.case is case
    assert abroad.window.bar.person.age.field.text() == str(case.person.age)
    assert [one.id for one in abroad.assessment.origins] == before
