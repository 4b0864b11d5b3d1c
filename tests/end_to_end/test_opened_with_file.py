"""hipmap is started with a file, as by a double-click; of one that it cannot open it says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hipmap.storage.assets import asset
from tests.case_builders import ROOT

# The program as it starts, and what a person sees in its window once it works.
STARTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from hipmap import app

made = app.make_window

def make_window(*given):
    window = made(*given)

    def look():
        if window.room is not None:
            timer.stop()
            message = window.message
            told = message is not None and message.isVisible()
            print(window.windowTitle())
            print(message.words.text() if told else "nothing told", flush=True)
            window.close()

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(20)
    return window

app.make_window = make_window
sys.exit(app.run_window(Path(sys.argv[1])))
"""


def started_with(path: Path, home: Path) -> list[str]:
    """Gives the title of the window, and what it tells."""
    own = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_CONFIG_HOME": str(home / "settings")}
    done = subprocess.run(
        [sys.executable, "-c", STARTED, str(path)], cwd=ROOT, env={**os.environ, **own}, capture_output=True,
        text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.json", None, "gone.json"),
        ("cut.json", "{", "cut.json is not a hipmap case"),
        ("from home.hipmap", "sealed", "from home.hipmap is a locked file"),
    ],
)
def test_a_file_that_cannot_be_opened_is_named_and_stays_named(
    tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    title, told = started_with(path, tmp_path)
    assert title == "Untitled case – hipmap"
    assert told.startswith(said)


def test_of_a_case_that_opens_nothing_is_told(tmp_path: Path) -> None:
    assert started_with(asset("examples/hip_joint.json"), tmp_path) == [
        "hip_joint.json – hipmap", "nothing told"
    ]  # fmt: skip
