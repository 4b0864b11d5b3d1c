"""The About window tells versions, sources and licences, and the licences are those of what is installed."""

import platform
import pyexpat
import sys
import tomllib
import zlib
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

import hipmap
from hipmap.desktop.about.about_window import AboutWindow
from hipmap.desktop.about.licences import licences
from hipmap.desktop.about.versions import versions
from hipmap.model.knowledge import Knowledge
from hipmap.storage.licence_files import RUN_TIME, brought, carried, carried_text
from tests.case_builders import own_knowledge
from tests.governed import governed

PROJECT = Path(hipmap.__file__).parent.parent / "pyproject.toml"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture
def about(qtbot: QtBot, knowledge: Knowledge) -> AboutWindow:
    window = AboutWindow(knowledge, lambda: "<h1>Limits</h1>")
    qtbot.addWidget(window)
    return window


def test_every_package_that_hipmap_asks_for_is_told_with_its_version() -> None:
    asked = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert {name.split("==")[0] for name in asked} == set(RUN_TIME)
    told = {package.name.lower().replace("_", "-"): package for package in brought()}
    for name in RUN_TIME:
        package = told[name.lower()]
        assert package.version == metadata.version(name)
        assert package.licence
    assert "pydantic-core" in told  # asked for by one that is asked for


def test_every_licence_has_a_name_and_a_text() -> None:
    for licence in licences():
        assert licence.name, licence.of
        assert len(licence.text()) > 100, licence.of
    assert "Apache License" in licences()[0].text()
    assert "SIL OPEN FONT LICENSE" in licences()[1].text().upper()


def test_versions_are_shown_and_copied(about: AboutWindow, knowledge: Knowledge) -> None:
    about.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    for words in (hipmap.__version__, knowledge.manifest.version, knowledge.digest):
        assert words in copied
        assert words in about.program.toPlainText()


def test_tab_stops_at_the_names_of_the_pages_and_not_at_what_holds_them(about: AboutWindow) -> None:
    assert about.tabs.tabBar().focusPolicy() & Qt.FocusPolicy.TabFocus
    assert about.tabs.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_source_is_found_by_its_words(about: AboutWindow, knowledge: Knowledge) -> None:
    tab = about.sources
    assert len(tab.found()) == len(knowledge.sources)
    wanted = knowledge.sources[0].citation
    tab.search.setText(" ".join(wanted.split()[:4]))
    assert wanted in [source.citation for source in tab.found()]
    assert len(tab.found()) < len(knowledge.sources)
    tab.search.setText("zzzz")
    assert "No source has these words." in tab.view.toPlainText()


def test_the_text_of_a_licence_stands_beside_its_name(about: AboutWindow) -> None:
    tab = about.licences
    for row, licence in enumerate(tab.all):
        tab.names.setCurrentRow(row)
        assert licence.of in tab.text.toPlainText()


def test_every_part_that_is_carried_is_listed_with_its_text_and_where_its_source_is() -> None:
    told = {licence.of: licence for licence in licences()}
    parts = carried()
    assert len(parts) > 20
    for part in parts:
        where = "" if part.within == "hipmap" else part.within
        name = next(of for of in told if part.name in of and part.version in of and where in of)
        text = told[name].text()
        assert part.source in text, part.name
        assert len(carried_text(part)) > 100, part.name
        assert "UNKNOWN" not in part.licence.upper()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in next(
        one.text() for of, one in told.items() if of.startswith("Qt 6")
    )


def test_what_only_a_program_with_its_own_python_carries_is_told_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not [part for part in carried() if part.within == "frozen"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    told = {part.name: part for part in carried() if part.within == "frozen"}
    assert told["Python"].version == platform.python_version()
    assert told["Expat"].version == pyexpat.EXPAT_VERSION.removeprefix("expat_")
    assert told["zlib"].version == zlib.ZLIB_RUNTIME_VERSION


@pytest.mark.parametrize(
    ("system", "its_own"),
    [
        ("linux", {"PyInstaller's starter", "ICU"}),
        ("win32", {"NSIS (setup.exe and uninstall.exe)", "Microsoft Visual C++ run-time libraries"}),
        ("darwin", {"PyInstaller's starter", "FreeType"}),
    ],
)
def test_what_only_one_system_carries_is_told_there_alone(
    system: str, its_own: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    special = {"PyInstaller's starter", "ICU", "NSIS (setup.exe and uninstall.exe)"}
    special |= {"Microsoft Visual C++ run-time libraries", "FreeType"}
    names = {part.name for part in carried()}
    assert its_own <= names
    assert not names & (special - its_own - ({"FreeType"} if system == "win32" else set()))


def test_no_part_is_without_a_version_or_that_which_it_came_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert [part.name for part in carried() if not part.version and not part.as_in] == []
    assert any(licence.of.startswith("MD4C (the one of Qt 6.") for licence in licences())


def test_the_policy_in_force_is_told_with_the_versions(
    tmp_path: Path, knowledge: Knowledge, qtbot: QtBot
) -> None:
    assert ("Policy", "none") in versions(knowledge)
    with governed(tmp_path, "") as path:
        assert str(path) in dict(versions(knowledge))["Policy"]
