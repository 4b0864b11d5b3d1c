"""What the program is taken through without a network: commands, then the real window under real hands."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "assets" / "examples" / "hip_joint.json"
PASSPHRASE = "seven quiet herons by the river"
# The window driven by keys and mouse: a case marked and answered until the result stands; records opened, a
# letter kept in them and read again; a letter composed, looked at and saved.
IN_THE_WINDOW = (
    "tests/end_to_end/test_case_flow.py::test_a_marked_and_answered_case_shows_the_hip_first",
    "tests/end_to_end/test_records_letters.py::test_a_letter_is_read_by_a_copy_that_is_taken_away",
    "tests/end_to_end/test_reports.py::test_every_kind_is_saved_as_it_was_seen[letter]",
)


@dataclass(frozen=True)
class Leg:
    """One command: its arguments, what it reads, and the file that shows that it did its work."""

    name: str
    arguments: tuple[str, ...]
    words: str = ""
    made: str = ""


LEGS = (
    Leg("window painted", ("window", str(CASE), "--picture", "window.png"), made="window.png"),
    Leg("assessment", ("assess", str(CASE), "--format", "text")),
    Leg("letter", ("report", str(CASE), "--kind", "letter", "-o", "letter.pdf"), made="letter.pdf"),
    Leg("bundle", ("report", str(CASE), "--kind", "fhir", "-o", "bundle.json"), made="bundle.json"),
    Leg(
        "records made", ("records", "create", "vault"), words=f"{PASSPHRASE}\n{PASSPHRASE}\n",
        made="vault/records.db",
    ),
    Leg("records verified", ("records", "verify", "vault"), words=f"{PASSPHRASE}\n"),
)  # fmt: skip


def variables_of(home: Path) -> dict[str, str]:
    """An environment with a display that nobody sees, and a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
    return {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}


def from_sources() -> list[str]:
    """How the program of this checkout is started."""
    return [sys.executable, "-m", "hipmap"]


def window_tests() -> list[str]:
    """How the real window is driven."""
    return [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", *IN_THE_WINDOW]
