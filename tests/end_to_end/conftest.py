"""The real main window, made once and emptied before each test."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.main_window import MainWindow
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge
from tests.end_to_end.person import Person, wait_until
from tests.remembered import assess


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture(scope="session")
def the_window(qapp: QApplication, knowledge: Knowledge) -> Iterator[MainWindow]:
    window = open_window(knowledge)
    wait_until(window.is_ready)
    yield window
    window.discard()


@pytest.fixture
def person(qtbot: QtBot, the_window: MainWindow) -> Iterator[Person]:
    """A person before an empty case, in the clinician's voice."""
    someone = Person(the_window, qtbot)
    someone.begin_anew()
    yield someone
    # Whoever closes all windows is not asked about this case.
    someone.session.undo_stack.setClean()


@pytest.fixture
def own_window(qtbot: QtBot, knowledge: Knowledge) -> Iterator[Person]:
    """A window that the test may close."""
    window = open_window(knowledge)
    wait_until(window.is_ready)
    yield Person(window, qtbot)
    window.discard()


def open_window(knowledge: Knowledge) -> MainWindow:
    app.make_application()
    preferences = Preferences(ShortMemory())
    preferences.theme = "light"
    preferences.desk = "consultation"
    window = app.make_window(preferences)
    window.show()
    window.build()
    window.furnish(knowledge, assess, None)
    window.activateWindow()
    return window
