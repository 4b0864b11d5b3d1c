"""Choosing a language: which there are, what is said in it, and that a bad catalogue harms nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap.desktop.labels import label
from hipmap.desktop.languages import ENGLISH, Languages, number_in_words, speak
from hipmap.model.catalogue import Catalogue, Entry, Key
from hipmap.model.knowledge import Knowledge
from hipmap.storage.catalogue_files import write_catalogue
from hipmap.storage.translation_folders import Part, catalogue_path


class German:
    """A folder with a beginning of a German translation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.put(
            "interface",
            {Key("Answers", "Yes"): "Ja", Key("Urgency", "Call {number}."): "Rufen Sie {number} an."},
        )
        self.put("knowledge", {Key("finding.limp", "patient"): "Hinken Sie?"})

    def put(self, part: Part, said: dict[Key, str], source: str = "") -> None:
        texts = {key: Entry(source or self.english(key), words, "done") for key, words in said.items()}
        write_catalogue(catalogue_path(self.folder, "de", part), Catalogue("de", texts), part)

    def english(self, key: Key) -> str:
        return "Do you limp?" if key.name == "patient" else key.name


@pytest.fixture
def german(tmp_path: Path, knowledge: Knowledge) -> German:
    made = German(tmp_path)
    made.put(
        "knowledge", {Key("finding.limp", "patient"): "Hinken Sie?"}, knowledge.finding_by_id["limp"].patient
    )
    return made


@pytest.fixture
def those(german: German, qapp: QApplication) -> Iterator[Languages]:
    made = Languages(german.folder)
    yield made
    made.choose(ENGLISH)
    speak(Languages())


def said(text: str, context: str = "Answers") -> str:
    return QCoreApplication.translate(context, text)


def test_languages_are_those_with_a_catalogue(those: Languages, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(one.code, one.name) for one in those.available()] == [("en", "English"), ("de", "Deutsch")]
    monkeypatch.setenv("HIPMAP_TEST_LANGUAGES", "1")
    assert [one.code for one in those.available()] == ["en", "de", "x_pseudo", "x_rtl"]


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
    [
        ("", ["de-AT", "en-GB"], "de"),
        ("", ["fr-FR", "de"], "de"),
        ("", ["fr-FR"], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["en-GB"], "de"),
        ("fr", ["en-GB", "de-DE"], "en"),
        ("x_rtl", ["de-DE"], "x_rtl"),
    ],
)
def test_the_language_at_the_start(chosen: str, system: list[str], spoken: str, those: Languages) -> None:
    assert those.fitting(chosen, system) == spoken


def test_a_language_is_spoken_at_once_and_english_again(
    those: Languages, knowledge: Knowledge, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(those.changed):
        those.choose("de")
    assert (said("Yes"), said("No")) == ("Ja", "No")
    assert QLocale().language() == QLocale.Language.German
    speak(those)
    assert number_in_words(1234.5) == "1234,5"
    spoken = those.shown_knowledge(knowledge)
    assert spoken.finding_by_id["limp"].patient == "Hinken Sie?"
    assert spoken.finding_by_id["limp"].clinician == knowledge.finding_by_id["limp"].clinician
    assert those.shown_knowledge(knowledge) is spoken
    those.choose(ENGLISH)
    assert said("Yes") == "Yes"
    assert those.shown_knowledge(knowledge) is knowledge
    assert number_in_words(1234.5) == "1234.5"


def test_a_translation_of_what_has_changed_since_is_not_shown(
    those: Languages, german: German, knowledge: Knowledge
) -> None:
    german.put("knowledge", {Key("finding.limp", "patient"): "Humpeln Sie?"}, "Do you walk well?")
    those.choose("de")
    assert (
        those.shown_knowledge(knowledge).finding_by_id["limp"].patient
        == knowledge.finding_by_id["limp"].patient
    )


@pytest.mark.parametrize(
    "broken", ["Rufen Sie an.", "Rufen Sie {nummer} an.", "Rufen Sie {number an.", "{0}{number}"]
)
def test_a_broken_place_for_a_value_loses_no_value(broken: str, those: Languages, german: German) -> None:
    german.put("interface", {Key("Urgency", "Call {number}."): broken, Key("Answers", "Yes"): "Ja"})
    those.choose("de")
    assert said("Call {number}.", "Urgency").format(number=112) == "Call 112."
    assert said("Yes") == "Ja"


@pytest.mark.parametrize("part", ["interface", "knowledge"])
def test_a_damaged_catalogue_is_told_and_english_stands_in(
    part: Part, those: Languages, german: German, knowledge: Knowledge, qtbot: QtBot
) -> None:
    catalogue_path(german.folder, "de", part).write_text("<TS><cont", encoding="utf-8")
    told: list[str] = []
    those.failed.connect(told.append)
    those.choose("de")
    shown = those.shown_knowledge(knowledge)
    qtbot.waitUntil(lambda: bool(told))
    (sentence,) = told
    assert sentence.startswith("A translation cannot be used, so its texts stay English: ")
    assert f"de/{part}.ts" in sentence
    assert (said("Yes") == "Yes") == (part == "interface")
    assert (shown.finding_by_id["limp"].patient == "Hinken Sie?") == (part == "interface")


def test_a_catalogue_that_was_taken_away_is_english(
    those: Languages, german: German, knowledge: Knowledge
) -> None:
    for part in ("interface", "knowledge"):
        catalogue_path(german.folder, "de", part).unlink()
    assert those.fitting("de", ["en-GB"]) == ENGLISH
    those.choose("de")
    assert said("Yes") == "Yes"
    assert those.shown_knowledge(knowledge) is knowledge


def test_the_window_is_turned_round_and_back(those: Languages, qtbot: QtBot) -> None:
    those.choose("x_rtl")
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    those.choose("x_pseudo")
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
    widget = label(said("Yes"))
    qtbot.addWidget(widget)
    assert widget.text() == "[Ýéš]"
