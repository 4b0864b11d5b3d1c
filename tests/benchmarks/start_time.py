"""Measures process start to first painted window against a bare main window, in turns, as a ratio."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 9
BUDGET = 1.6
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QEvent
class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            print(time.time(), flush=True)
            app.quit()
        return done
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

OURS = """
import time
from hipmap import app
from hipmap.desktop.main_window import MainWindow
from PySide6.QtWidgets import QApplication
def painted(window):
    print(time.time(), flush=True)
    QApplication.quit()
made = app.make_window
def make_window(*given):
    window = made(*given)
    window.first_shown.connect(lambda: painted(window))
    return window
app.make_window = make_window
app.run_window(None)
"""


def seconds(program: str) -> float:
    """Gives the time from starting the process to its first painting."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout.split()[0]) - began


def main() -> int:
    """Prints both medians and their ratio; 1 if the ratio is over budget."""
    seconds(BARE), seconds(OURS)  # fills the caches of the disk
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(seconds(BARE))
        ours.append(seconds(OURS))
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"bare window  {statistics.median(bare) * 1000:.0f} ms")
    print(f"hipmap       {statistics.median(ours) * 1000:.0f} ms")
    print(f"ratio        {ratio:.2f} (budget {BUDGET})")
    return 0 if ratio <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
