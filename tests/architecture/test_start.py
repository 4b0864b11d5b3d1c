"""What is loaded when hipmap starts is no more than it needs."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.architecture.checkout_files import ROOT


def loaded_by(program: str) -> list[str]:
    """Gives the list that a program prints as JSON in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    found: list[str] = json.loads(done.stdout)
    return found


def test_the_window_keeps_no_source_texts() -> None:
    program = "import hipmap.app, json, linecache; print(json.dumps(list(linecache.cache)))"
    assert not any(name.endswith("main_window.py") for name in loaded_by(program))


def test_an_assessment_loads_neither_the_library_nor_words_for_text() -> None:
    program = (
        "import json, sys; from hipmap.command_line import main\n"
        "try: main(['assess', 'absent.json'])\n"
        "finally: print(json.dumps([m for m in sys.modules if m.startswith('hipmap.')]))"
    )
    unneeded = {"hipmap.model.library", "hipmap.storage.library_files", "hipmap.exchange.assessment_text"}
    assert unneeded.isdisjoint(loaded_by(program))


def test_only_who_opens_records_loads_them() -> None:
    program = (
        "import json, sys; from hipmap.command_line import main\n"
        "try: main(['assess', 'absent.json'])\n"
        "finally: print(json.dumps([m for m in sys.modules "
        "if m.split('.')[0] in ('sqlcipher3', 'cryptography') or m.startswith('hipmap.storage.records')]))"
    )
    assert loaded_by(program) == []


WINDOW = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from hipmap import app
from hipmap.desktop.preferences import Preferences, ShortMemory
application, preferences = app.make_application(), Preferences(ShortMemory())
preferences.desk, preferences.language = "consultation", "en"
window = app.make_window(preferences)
window.show()
application.processEvents()
painted = list(sys.modules)
app.furnish(window, app.load().knowledge, None)
while not window.is_ready():
    application.processEvents()
assert window.consultation is not None
print(json.dumps([*painted, "FIRST PAINTING", *sys.modules]))
window.discard()
"""
# Each is loaded when a person goes there.
SHOWN_LATER = (
    "hipmap.desktop.home.home_guide",
    "hipmap.desktop.records.records_desk",
    "hipmap.storage.records.vault",
    "hipmap.desktop.settings.settings_window",
    "hipmap.desktop.manual.manual_window",
    "hipmap.desktop.learn.learn_window",
    "hipmap.desktop.about.about_window",
    "hipmap.desktop.keys.key_sheet",
    "hipmap.storage.library_files",
    "hipmap.model.catalogue",
    "hipmap.storage.catalogue_files",
)


@cache
def loaded_by_window() -> tuple[list[str], list[str]]:
    """Gives what is loaded at the first painting, and what when the window is at work."""
    loaded = loaded_by(WINDOW)
    at = loaded.index("FIRST PAINTING")
    return loaded[:at], loaded[at:]


def test_the_window_at_work_has_loaded_nothing_that_is_shown_later() -> None:
    _, loaded = loaded_by_window()
    assert "hipmap.desktop.consultation" in loaded
    assert not [name for name in loaded if name in SHOWN_LATER]


def test_the_window_at_work_has_loaded_no_cipher() -> None:
    _, loaded = loaded_by_window()
    assert not [name for name in loaded if name.split(".")[0] in ("sqlcipher3", "cryptography")]


def test_the_first_painting_waits_for_no_desk_and_no_knowledge() -> None:
    loaded, _ = loaded_by_window()
    assert "hipmap.desktop.main_window" in loaded
    waited_for = (
        "hipmap.desktop.consultation",
        "hipmap.model.knowledge",
        "hipmap.reasoning",
        "pydantic",
        "yaml",
    )
    assert not [name for name in loaded if name in (*SHOWN_LATER, *waited_for)]


def test_every_module_that_is_shown_later_exists() -> None:
    """A module that was given another name would be loaded unnoticed."""
    files = [ROOT / f"{name.replace('.', '/')}.py" for name in SHOWN_LATER]
    assert [file for file in files if not file.is_file()] == []


def test_a_plug_in_of_the_checking_library_is_left_out(tmp_path: Path) -> None:
    """Such a plug-in may lie beside hipmap in an environment, and could change what is taken for valid."""
    described = tmp_path / "meddler-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: meddler\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text("[pydantic]\nmeddler = meddler\n")
    (tmp_path / "meddler.py").write_text("")
    program = (
        f"import json, sys; sys.path.insert(0, {str(tmp_path)!r}); from hipmap.command_line import main\n"
        "main(['assess', 'absent.json']); print(json.dumps([m for m in sys.modules if m == 'meddler']))"
    )
    assert loaded_by(program) == []
