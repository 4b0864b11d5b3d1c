"""Measures the peak memory of the running window against a bare main window, as a ratio.

Run as `python -m tests.benchmarks.window_memory [CASE.json]`; a case is opened in the window.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROUNDS = 3
BUDGET = 2.2
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import resource
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(1000, application.quit)
application.exec()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

# The window is let run on for a while after it is ready, so that ranges and proposals are worked out.
OURS = """
import resource, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from hipmap import app
made, looked = app.make_window, QTimer()
ready = []
def make_window(*given):
    window = made(*given)
    window.resize(1366, 768)
    def look():
        ready.extend([True] * window.is_ready())
        if len(ready) > 8:
            looked.stop()
            window.discard()
            app.QApplication.quit()
    looked.timeout.connect(look)
    looked.start(250)
    return window
app.make_window = make_window
app.run_window(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def megabytes(program: str, *arguments: str) -> float:
    """Gives the peak memory of a process that runs the program."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    # Linux counts kilobytes, macOS bytes.
    return int(done.stdout.split()[-1]) / (1e6 if sys.platform == "darwin" else 1e3)


def main(arguments: list[str]) -> int:
    """Prints both medians and their ratio; 1 if the ratio is over budget."""
    bare = statistics.median(megabytes(BARE) for _ in range(ROUNDS))
    ours = statistics.median(megabytes(OURS, *arguments) for _ in range(ROUNDS))
    print(f"bare window  {bare:.0f} MB")
    print(f"hipmap       {ours:.0f} MB")
    print(f"ratio        {ours / bare:.2f} (budget {BUDGET})")
    return 0 if ours / bare <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
