"""Whoever uses the guide at home and saves nothing leaves nothing on the computer."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.checkout_files import ROOT

VISIT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox
from hipmap import app
from hipmap.desktop.preferences import Preferences
from tests.desktop.home.visitor import Visitor
from tests.end_to_end.person import Person, wait_until
from tests.end_to_end.test_home_visit import answer_by_mouse
application, preferences = app.make_application(), Preferences()
preferences.desk = "home"
window = app.make_window(preferences)
app.furnish(window, app.load().knowledge, None)
window.show()
wait_until(window.is_ready)
visitor = Visitor(window, window.home, preferences)
visitor.to("map")
visitor.mark("groin_crease", "right")
visitor.mark("anterior_thigh_upper", "right")
for _ in range(40):
    if visitor.kind == "result":
        break
    answer_by_mouse(visitor)
assert visitor.kind == "result"
case = visitor.case
words = [mark.zone for mark in case.marks] + list(case.answers)
if sys.argv[1:] and sys.argv[1].endswith(".hipmap"):
    visitor.next()
    page = visitor.page
    words += ["Planted Canary", "quite secret words of Ann"]
    for field in (page.locks["passphrase"].secret, page.locks["passphrase"].again):
        field.line.setText("quite secret words of Ann")
    page.name.line.setText("Planted Canary")
    page.write(Path(sys.argv[1]))
    assert page.saved
    Person(window, None).in_dialog(QMessageBox.StandardButton.Discard)
elif sys.argv[1:]:
    place = Path(sys.argv[1])
    place.parent.mkdir(parents=True, exist_ok=True)
    words.append(place.parent.name)

    def name_the_file():
        asked = next(one for one in application.topLevelWidgets() if isinstance(one, QFileDialog))
        asked.setDirectory(str(place.parent))
        asked.findChild(QLineEdit, "fileNameEdit").setText(place.name)
        asked.accept()

    QTimer.singleShot(0, name_the_file)
    assert window.document.save_as()
    assert place.exists()
else:
    assert "hipmap.storage.records.vault" not in sys.modules
    Person(window, None).in_dialog(QMessageBox.StandardButton.Discard)
window.close()
assert not window.isVisible()
application.processEvents()
print(json.dumps(words))
"""


def visit(home: Path, *saved_as: str) -> tuple[list[str], list[Path]]:
    """Uses the guide with every folder of the person in `home`; gives the case's words and the files left."""
    places = {
        "HOME": home, "USERPROFILE": home, "APPDATA": home / "roaming", "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config", "XDG_CACHE_HOME": home / "cache",
        "XDG_DATA_HOME": home / "data", "XDG_STATE_HOME": home / "state", "XDG_RUNTIME_DIR": home / "run",
        "TMPDIR": home / "tmp", "TEMP": home / "tmp", "TMP": home / "tmp",
    }  # fmt: skip
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
    (home / "run").chmod(0o700)
    around = os.environ | {name: str(place) for name, place in places.items()}
    around |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", VISIT, *saved_as],
        cwd=home, env=around, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    words: list[str] = json.loads(done.stdout.splitlines()[-1])
    return words, [path for path in home.rglob("*") if path.is_file()]


def telling(words: list[str], files: list[Path]) -> list[str]:
    """Gives the files in which a word of the case stands, in any usual writing."""
    wanted = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    return [path.name for path in files if any(word in path.read_bytes() for word in wanted)]


def test_a_visit_at_home_leaves_no_word_of_the_case_on_the_computer(tmp_path: Path) -> None:
    words, files = visit(tmp_path / "home")
    assert len(words) > 5
    assert "groin_crease" in words
    assert [path for path in files if b"desk=home" in path.read_bytes()], "the settings are looked at too"
    assert telling(words, files) == []


def test_a_file_that_was_saved_would_be_found(tmp_path: Path) -> None:
    """The name of the folder that was chosen is a word of the case too."""
    words, files = visit(tmp_path / "home", str(tmp_path / "home" / "Canary Folder" / "case.json"))
    assert "Canary Folder" in words
    assert telling(words, files) == ["case.json"]


def test_a_locked_file_for_the_clinic_is_all_that_is_left(tmp_path: Path) -> None:
    before = {path.name for path in visit(tmp_path / "home")[1]}
    words, files = visit(tmp_path / "other", str(tmp_path / "other" / "visit.hipmap"))
    assert {path.name for path in files} - before == {"visit.hipmap"}
    assert "Planted Canary" in words
    assert telling(words, files) == []
