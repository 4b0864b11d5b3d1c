"""Who chooses a file leaves no list of files: the settings of Qt's dialogs hold what they held before."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.checkout_files import ROOT

CANARY = "Planted Canary 1960"

ASK = """
import json, os, shiboken6, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from hipmap.desktop import chosen_file
way, folder = sys.argv[1], Path(sys.argv[2])
application, window = QApplication([]), QWidget()
window.show()

def dialog():
    return next(one for one in application.topLevelWidgets() if isinstance(one, QFileDialog))

def look_in():
    dialog().setDirectory(str(folder))
    QTimer.singleShot(0, choose)

def choose():
    if way == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if way == "cancelled":
        dialog().reject()
        return
    names = {"save": "new.json", "open": "old.json", "qt": "old.json"}
    dialog().findChild(QLineEdit, "fileNameEdit").setText(names.get(way, ""))
    dialog().accept()

QTimer.singleShot(0, look_in)
if way == "qt":
    asked = QFileDialog(window, "", str(folder.parent))
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.exec()
    chosen = asked.selectedFiles()[0]
    shiboken6.delete(asked)
elif way == "save":
    chosen = chosen_file.file_to_save(window, "", str(folder.parent / "case.json"))
elif way == "folder":
    chosen = chosen_file.folder(window, "", str(folder.parent))
else:
    chosen = chosen_file.file_to_open(window, "", str(folder.parent), "*.json")
print(json.dumps(chosen))
"""


def ask(way: str, home: Path, code: int = 0) -> str:
    """Chooses in a folder of that name, with a configuration home of its own; gives what was chosen."""
    folder = home / CANARY
    folder.mkdir(parents=True)
    (folder / "old.json").write_text("{}")
    around = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    around |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", ASK, way, str(folder)],
        cwd=home, env=around, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return str(json.loads(done.stdout)) if done.stdout else ""


def kept(home: Path) -> str:
    """Gives all that stands in the settings now."""
    files = [path for path in (home / "config").rglob("*") if path.is_file()]
    return "".join(path.read_text(encoding="utf-8") for path in files)


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there they are files")


@pytest.mark.parametrize(
    ("way", "chosen"), [("open", "old.json"), ("save", "new.json"), ("folder", ""), ("cancelled", None)]
)
def test_neither_folder_nor_file_is_left_in_the_settings(
    way: str, chosen: str | None, tmp_path: Path
) -> None:
    name = ask(way, tmp_path)
    assert name == ("" if chosen is None else str(tmp_path / CANARY / chosen).rstrip("/"))
    assert "FileDialog" not in kept(tmp_path)
    assert "Canary" not in kept(tmp_path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="ends a program at once")
def test_a_crash_before_the_dialog_goes_leaves_no_more(tmp_path: Path) -> None:
    ask("killed", tmp_path, -9)
    assert "Canary" not in kept(tmp_path)


def test_what_other_programs_keep_there_stays(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "QtProject.conf"
    settings.parent.mkdir()
    settings.write_text(
        "[FileDialog]\nhistory=file:///home/me/music, file:///srv\nviewMode=List\n[Other]\nkey=1\n"
    )
    ask("open", tmp_path)
    for line in ("history=file:///home/me/music, file:///srv", "viewMode=List", "[Other]", "key=1"):
        assert line in kept(tmp_path)
    assert "lastVisited" not in kept(tmp_path)


def test_qt_by_itself_would_be_found(tmp_path: Path) -> None:
    ask("qt", tmp_path)
    assert "Canary" in kept(tmp_path)
