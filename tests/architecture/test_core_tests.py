"""The tests that run once where Qt is not installed can be read there."""

import subprocess
import sys

from setup_steps.checks import CORE_TESTS

from tests.architecture.checkout_files import ROOT

READ_ALL = """
import importlib, sys
from _pytest.outcomes import Skipped

for name in ("PySide6", "shiboken6", "pytestqt"):
    sys.modules[name] = None
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except Skipped:
        pass
    except ImportError as error:
        print(name, error)
print("read:", len(sys.argv) - 1)
"""


def test_none_of_them_needs_the_window_to_be_read() -> None:
    files = [file for folder in CORE_TESTS for file in (ROOT / folder).rglob("test_*.py")]
    assert len(files) > 100
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == f"read: {len(names)}\n", "import it within the test, after pytest.importorskip"
    assert done.returncode == 0, done.stderr
