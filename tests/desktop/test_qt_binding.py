"""The binding to Qt must not wear out Python: 6.12.0 lost a reference to None with each call."""

import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="Python counts no references to None there")
def test_none_outlives_many_calls_to_qt(qtbot: QtBot) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100
