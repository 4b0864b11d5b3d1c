"""The commands as a program of their own, on a machine where Qt is not installed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.case_builders import EXAMPLE, ROOT, case_json

# Stands in for a machine without Qt, and says at the end what of Qt or the window was loaded all the same.
WITHOUT_QT = """
import sys
from importlib.abc import MetaPathFinder

class NoQt(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
from hipmap.command_line import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
loaded = [m for m in sys.modules if m.startswith(("PySide6", "shiboken6", "hipmap.desktop", "hipmap.app"))]
assert not loaded, loaded
sys.exit(code)
"""


def run(*arguments: str | Path, code: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs hipmap with its own interpreter; nothing may be written but what it says."""
    program = ["-c", code] if code else ["-m", "hipmap"]
    return subprocess.run(
        [sys.executable, "-W", "error", *program, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a good case, a bad one, and a batch of both."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / "good.json").write_text(EXAMPLE, encoding="utf-8")
    (folder / "bad.json").write_text('{"schema": "hipmap-case/2"}', encoding="utf-8")
    batch = [case_json(), case_json(marks=[{"zone": "größe", "side": "right"}]), case_json(setting="home")]
    (folder / "batch.jsonl").write_text("\n".join(batch), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("assess", "good.json"), 0),
        (("assess", "good.json", "--format", "text", "--audience", "patient"), 0),
        (("assess", "bad.json"), 2),
        (("assess", "--batch", "batch.jsonl"), 2),
        (("vocabulary", "--format", "json"), 0),
        (("knowledge", "check"), 0),
        (("--version",), 0),
    ],
)
def test_every_command_but_the_window_does_without_qt(
    cases: Path, arguments: tuple[str, ...], code: int
) -> None:
    named = [cases / one if one.endswith(("json", "jsonl")) and "." in one else one for one in arguments]
    done = run(*named, code=WITHOUT_QT)
    assert done.returncode == code, done.stderr.decode()
    assert done.stdout or code
    assert len(done.stderr.splitlines()) == (code == 2)


def test_the_window_says_that_qt_is_missing() -> None:
    done = run(code=WITHOUT_QT)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("hipmap: the window cannot open, because Qt does not load (")
    assert "hipmap assess" in line


def test_the_window_names_a_library_that_the_system_lacks() -> None:
    """Python then tells the module without its package, and where it lies."""
    told = 'ImportError("libGL.so.1: cannot open", name="QtCore", path="/x/PySide6/QtCore.abi3.so")'
    missing = WITHOUT_QT.replace('ModuleNotFoundError(f"No module named {name!r}", name=name)', told)
    assert missing != WITHOUT_QT
    done = run(code=missing)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "Qt does not load (libGL.so.1: cannot open); install what is missing" in line


def test_two_processes_give_the_same_bytes(cases: Path) -> None:
    path = cases / "good.json"
    first = run("assess", path, PYTHONHASHSEED="1")
    second = run("assess", path, PYTHONHASHSEED="2", LC_ALL="C", TZ="Asia/Tokyo")
    assert first.returncode == 0
    assert first.stdout == second.stdout
    assert first.stdout.endswith(b"}\n")


def test_output_is_utf_8_on_every_system(cases: Path) -> None:
    done = run("assess", "--batch", cases / "batch.jsonl", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    lines = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert 'there is no zone "größe"' in lines[1]["error"]
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    vocabulary = subprocess.Popen(
        [sys.executable, "-m", "hipmap", "vocabulary"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with vocabulary:
        assert vocabulary.stdout is not None
        assert vocabulary.stderr is not None
        vocabulary.stdout.read(10)
        vocabulary.stdout.close()
        assert vocabulary.stderr.read() == b""
    assert vocabulary.returncode == 0
