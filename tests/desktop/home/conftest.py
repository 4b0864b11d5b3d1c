"""The guide alone, with the real knowledge and a session of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge
from tests.desktop.home.visitor import Visitor, open_guide


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture
def visitor(qapp: QApplication, qtbot: QtBot, knowledge: Knowledge) -> Iterator[Visitor]:
    """A person at home before the first screen."""
    someone = open_guide(knowledge)
    yield someone
    someone.close()
