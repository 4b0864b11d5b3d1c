"""Measures what leaves hipmap: a two-page letter against its budget, and 10,000 visits with their memory.

Run by `python -m pytest -s tests/benchmarks/test_exchange.py` or as a script.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hipmap.exchange.paper.letter import DENSITIES, MOST_PAGES, letter
from hipmap.exchange.paper.pdf_page import TEMPLATE, page_data
from hipmap.exchange.report import Details, Report
from hipmap.exchange.typeset import pdf_within
from hipmap.reasoning import assess
from hipmap.records_rows import VisitTable
from hipmap.storage.assets import asset
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.whole_file import replace_file_by
from tests.benchmarks.bench_cases import consultations
from tests.benchmarks.records_data import make_records

LETTER_SECONDS = 1.0
ROUNDS = 7
PATIENTS, VISITS = 4_000, 10_000
# Rows are made one by one: more than this above an empty start would be all of them at once.
MOST_MEGABYTES = 60.0


def letter_seconds() -> list[float]:
    """Gives how long letters take once everything is loaded, assessment not counted."""
    knowledge, took = load_knowledge(), []
    for case in consultations(knowledge, ROUNDS + 1):
        report = Report(case, assess(case, knowledge), knowledge, Details(day="2026-11-22"))
        began = time.perf_counter()
        shorter = (page_data(letter(report, "clinician", _read, one)) for one in DENSITIES)
        pdf_within(_read(TEMPLATE), shorter, asset("fonts"), MOST_PAGES, report.details.day)
        took.append(time.perf_counter() - began)
    return took[1:]  # the first one loads typst and the fonts


def _read(name: str) -> bytes:
    return asset(name).read_bytes()


def export_visits(folder: Path) -> tuple[int, float, float]:
    """Gives rows, seconds and the megabytes that the export added to the peak of this process."""
    vault = make_records(folder / "clinic", PATIENTS, VISITS)
    table = VisitTable(vault, load_knowledge(), identified=False, ranges=False)
    before, began = _peak(), time.perf_counter()
    replace_file_by(folder / "rows.csv", table.parts(lambda _done, _total: None))
    took, after = time.perf_counter() - began, _peak()
    vault.lock()
    return table.written + table.left_out, took, after - before


def _peak() -> float:
    # Linux counts kilobytes, macOS bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def test_a_letter_keeps_its_budget() -> None:
    took = statistics.median(letter_seconds())
    print(f"\nletter: {took * 1000:.0f} ms (budget {LETTER_SECONDS * 1000:.0f} ms)")
    assert took <= LETTER_SECONDS


def test_ten_thousand_visits_never_stand_in_memory(tmp_path: Path) -> None:
    # In a process of its own: the peak of this one was reached before.
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.test_exchange"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    print(f"\n{done.stdout}")
    rows, _, megabytes = (float(part) for part in done.stdout.split()[:3])
    assert rows == VISITS
    assert megabytes <= MOST_MEGABYTES


def main() -> int:
    """Exports the visits and tells rows, seconds and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        rows, seconds, megabytes = export_visits(Path(folder))
        size = (Path(folder) / "rows.csv").stat().st_size / 1e6
    print(
        f"{rows} {seconds:.1f} {megabytes:.1f}  (visits, seconds, MB added to the peak; file {size:.0f} MB)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
