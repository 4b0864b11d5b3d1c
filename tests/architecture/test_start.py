"""What is loaded when hipmap starts is no more than it needs."""

import json
import subprocess
import sys
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
