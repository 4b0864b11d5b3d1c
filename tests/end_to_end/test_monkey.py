"""Whatever is pressed, clicked or typed: nothing breaks, the figures fit the case, undo leads back."""

import pytest
from PySide6.QtWidgets import QApplication

from hipmap.desktop import chosen_file
from tests.end_to_end.monkey import Monkey, tame
from tests.end_to_end.person import Person, stands_before, wait_until

EVENTS = 120


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_monkey_breaks_nothing(own_window: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("file_to_open", "file_to_save", "folder"):
        monkeypatch.setattr(chosen_file, name, lambda *_: "")
    tame(own_window.document)
    monkey = Monkey(own_window, seed=1)
    for _ in range(EVENTS):
        monkey.act()
    monkey.check()
    monkey.check_way_back()
    for top in stands_before(own_window.window):
        top.close()
    wait_until(lambda: QApplication.activePopupWidget() is None)
