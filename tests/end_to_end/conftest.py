"""The real main window, made once and emptied before each test."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.main_window import MainWindow
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.model.knowledge import Knowledge
from hipmap.storage.records.patients import add_patient
from tests.case_builders import own_knowledge
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person, wait_until
from tests.remembered import assess
from tests.storage.records.small_vaults import Clock, SmallVault, identity, small_vault, surroundings


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
    close_records(the_window)
    someone.begin_anew()
    yield someone
    # Whoever closes all windows is not asked about this case.
    someone.session.undo_stack.setClean()


def close_records(window: MainWindow) -> None:
    """Locks what an earlier test left open, so that nobody begins in the records of somebody else."""
    if window.records is not None:
        window.records.keeper.enter()
        window.records.keeper.lock()
        window.records.keeper.thread_of_records.wait()
    window.preferences.records_folder = ""


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


@pytest.fixture(scope="session")
def records_of_clinic(tmp_path_factory: pytest.TempPathFactory) -> SmallVault:
    """Records with two patients, to be copied and not changed."""
    made = small_vault(tmp_path_factory.mktemp("clinic") / "hipmap records")
    vault = made.open()
    add_patient(vault, identity("A-17", "Jörg Łąka", born="1960-04-30"))
    add_patient(vault, identity("A-18", "Anna Berg", tags=("runner",)))
    vault.lock()
    return made


@pytest.fixture
def clinic(person: Person, records_of_clinic: SmallVault, tmp_path: Path) -> Iterator[Clinic]:
    """A person before the list of patients of records that the test may spoil."""
    folder = tmp_path / "hipmap records"
    shutil.copytree(records_of_clinic.folder, folder)
    clock = Clock(records_of_clinic.clock.time + timedelta(hours=1))
    person.window.preferences.records_folder = str(folder)
    someone = Clinic(person, SmallVault(folder, surroundings(7, clock), clock))
    someone.enter()
    yield someone
    person.window.preferences.records_backups = ""
    someone.desk.keeper.lock()
    someone.desk.keeper.thread_of_records.wait()
    person.window.preferences.records_folder = ""
