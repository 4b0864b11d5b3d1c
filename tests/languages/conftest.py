"""One real window for every test about languages, and a language that is put back after each."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from hipmap.desktop.main_window import MainWindow
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from tests.case_builders import own_knowledge
from tests.end_to_end.conftest import open_window
from tests.end_to_end.person import wait_until
from tests.knowledge.patient_texts import own_library


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture(scope="session")
def library() -> Library:
    return own_library()


@pytest.fixture(scope="module")
def a_window(qapp: QApplication, knowledge: Knowledge) -> Iterator[MainWindow]:
    window = open_window(knowledge)
    wait_until(window.is_ready)
    yield window
    window.discard()


def turn_to(language: str, window: MainWindow) -> None:
    """Has the window speak a language, and the widgets that spoke the one before go."""
    window.languages.choose(language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    wait_until(window.is_ready)
    QApplication.processEvents()
