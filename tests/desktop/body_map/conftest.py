"""What the tests of the body map share."""

import pytest
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.model.body import Body
from hipmap.storage.body_files import load_body
from tests.desktop.body_map.desk import Desk


@pytest.fixture(scope="session")
def body() -> Body:
    return load_body()


@pytest.fixture
def desk(qtbot: QtBot, body: Body) -> Desk:
    panel = BodyMapPanel(body)
    qtbot.addWidget(panel)
    panel.resize(610, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return Desk(panel)
