"""One stage for all that is looked at."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.case_builders import own_knowledge
from tests.screens.stage import Looks, Stage


@pytest.fixture(scope="session")
def the_stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(own_knowledge())
    yield made
    made.leave()


@pytest.fixture
def stage(the_stage: Stage) -> Iterator[Stage]:
    """The stage, light and in English, with nothing before the window."""
    the_stage.clear()
    the_stage.wear(Looks())
    yield the_stage
    the_stage.clear()
