"""The guide alone, with the real knowledge and a session of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge
from tests.desktop.home.visitor import Visitor, open_guide


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture(autouse=True)
def _results_go(qapp: QApplication) -> Iterator[None]:
    """A result made alone has nobody who throws it away, and each look put on later would dress it too."""
    yield
    for top in qapp.topLevelWidgets():
        if isinstance(top, ResultScreen):
            top.deleteLater()


@pytest.fixture
def visitor(qapp: QApplication, qtbot: QtBot, knowledge: Knowledge) -> Iterator[Visitor]:
    """A person at home before the first screen."""
    someone = open_guide(knowledge)
    yield someone
    someone.close()
