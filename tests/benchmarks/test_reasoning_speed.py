"""Measures the reasoning against its budgets: one edit, with and without ranges, and a batch on one core.

Run by `python -m pytest -s tests/benchmarks` or as a script; prints each figure as a ratio of its budget.
The time is that of the processor, so that what else runs on the computer is not counted.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from hipmap.batch import assess_lines
from hipmap.model.case import Case
from hipmap.reasoning import assess
from hipmap.storage.case_files import case_text
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.seldom_collected import seldom_collected
from tests.benchmarks.bench_cases import body_maps, consultations

POINT_BUDGET_MS, RANGES_BUDGET_MS, BATCH_BUDGET = 5.0, 60.0, 300.0
KNOWLEDGE = load_knowledge()


def milliseconds(run: Callable[[Case], object], cases: list[Case]) -> list[float]:
    """Gives the time of each case, the better of two, after one warm-up of all."""
    found = []
    for case in cases:
        run(case)
    for case in cases:
        times = []
        for _ in range(2):
            start = time.process_time()
            run(case)
            times.append(1000 * (time.process_time() - start))
        found.append(min(times))
    return sorted(found)


def report(what: str, value: float, budget: float, unit: str) -> float:
    print(f"{what}: {value:.1f} {unit}, {value / budget:.2f} of {budget:g} {unit}")
    return value / budget


def percentile_95(times: list[float]) -> float:
    return times[int(0.95 * len(times))]


def test_edit_to_point_estimate() -> None:
    times = milliseconds(lambda case: assess(case, KNOWLEDGE, ranges=False), consultations(KNOWLEDGE, 60))
    report("edit to point estimate, median", statistics.median(times), POINT_BUDGET_MS, "ms")
    assert report("edit to point estimate, p95", percentile_95(times), POINT_BUDGET_MS, "ms") <= 1


def test_edit_to_ranges() -> None:
    times = milliseconds(lambda case: assess(case, KNOWLEDGE), consultations(KNOWLEDGE, 60))
    report("edit to ranges, median", statistics.median(times), RANGES_BUDGET_MS, "ms")
    assert report("edit to ranges, p95", percentile_95(times), RANGES_BUDGET_MS, "ms") <= 1


def test_batch_on_one_core(tmp_path: Path) -> None:
    cases = body_maps(KNOWLEDGE, 1000)
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(case_text(case).replace("\n", "") + "\n" for case in cases), encoding="utf-8")
    with seldom_collected():  # as in the command
        start = time.process_time()
        results = list(assess_lines(file, KNOWLEDGE, ranges=False))
        rate = len(results) / (time.process_time() - start)
    assert not any(result.error for result in results)
    assert report("batch without ranges", rate, BATCH_BUDGET, "cases/s") >= 1


if __name__ == "__main__":
    import tempfile

    test_edit_to_point_estimate()
    test_edit_to_ranges()
    with tempfile.TemporaryDirectory() as folder:
        test_batch_on_one_core(Path(folder))
