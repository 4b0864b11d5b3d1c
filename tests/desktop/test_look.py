"""A look is put on every widget of the program while none of them can vanish."""

import gc
import os
import subprocess
import sys

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.look import Look, look, wear
from tests.case_builders import ROOT

# Widgets that nobody holds any more and that hold themselves: only the collector frees them, at any time.
THROWING_AWAY = """
from PySide6.QtWidgets import QApplication, QWidget
from hipmap.desktop.design_tokens import THEMES
from hipmap.desktop.look import Look, wear

class Held(QWidget):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.itself = lambda: self

    def changeEvent(self, event):
        [dict(room=[1]) for _ in range(50)]
        super().changeEvent(event)

application = QApplication([])
kept = [Held() for _ in range(50)]
for turn in range(12):
    for _ in range(40):
        left = Held()
        [Held(left) for _ in range(5)]
    kept += [Held() for _ in range(3)]
    wear(application, Look(list(THEMES.values())[turn % 2], 1.0 + turn % 3 / 4))
print("alive")
"""


def test_widgets_that_nobody_holds_do_not_vanish_under_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", THROWING_AWAY], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr[-500:]


def test_it_is_collected_again_afterwards(qtbot: QtBot, qapp: QApplication) -> None:
    seen = list[bool]()

    class Watching(QWidget):
        def changeEvent(self, event: object) -> None:
            seen.append(gc.isenabled())

    before = look()
    wear(qapp, before)
    watching = Watching()
    qtbot.addWidget(watching)
    watching.show()  # only what was seen is dressed anew
    seen.clear()
    wear(qapp, Look(before.theme, 2.0 if before.text_scale != 2.0 else 1.0))
    wear(qapp, before)
    assert seen
    assert not any(seen)
    assert gc.isenabled()
