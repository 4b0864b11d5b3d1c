"""Measures `hipmap assess` as a whole process: time against its budget, beside a bare Python, and memory.

Run by `python -m pytest -s tests/benchmarks` or as a script.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from hipmap.storage.case_files import case_text
from hipmap.storage.knowledge_files import load_knowledge
from tests.benchmarks.bench_cases import consultations

BUDGET_SECONDS = 0.5
ROUNDS = 7
ROOT = Path(__file__).resolve().parents[2]
# No budget is set for this process alone; more than this would be a leak or a load of Qt.
MOST_MEGABYTES = 150.0
# Linux lets a process begin with the peak of the one that started it, so a small one starts the measured one.
SPAWNER = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', *sys.argv[1:]]))"
PEAK = """
import resource, runpy, sys
sys.argv = ["hipmap", *sys.argv[1:]]
try:
    if sys.argv[1:]:
        runpy.run_module("hipmap", run_name="__main__")
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def write_case(folder: Path) -> Path:
    file = folder / "case.json"
    file.write_text(case_text(consultations(load_knowledge(), 12)[-1]), encoding="utf-8")
    return file


def as_installed(folder: Path) -> dict[str, str]:
    """An environment in which hipmap has its compiled modules, as an installed program has them.

    Where Python is told to write none, each start of a checkout would compile every module anew.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def test_whole_process(tmp_path: Path) -> None:
    case = str(write_case(tmp_path))
    environment = as_installed(tmp_path)
    seconds(["-m", "hipmap", "assess", case], environment)
    ours, bare = [], []
    for _ in range(ROUNDS):
        bare.append(seconds(["-c", "pass"], environment))
        ours.append(seconds(["-m", "hipmap", "assess", case], environment))
    took = statistics.median(ours)
    ratio, times = took / BUDGET_SECONDS, took / statistics.median(bare)
    print(f"hipmap assess: {took:.2f} s, {ratio:.2f} of {BUDGET_SECONDS} s, {times:.1f}x a bare Python")
    print(f"fastest of {ROUNDS}: {min(ours):.2f} s, {min(ours) / min(bare):.1f}x a bare Python")
    assert ratio <= 1


def peak_megabytes(*arguments: str) -> float:
    """The peak memory of hipmap with these arguments; of a bare Python without any."""
    command = [sys.executable, "-S", "-c", SPAWNER, PEAK, *arguments]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    # Linux counts kilobytes, macOS bytes.
    return int(run.stderr.split()[-1]) / (1e6 if sys.platform == "darwin" else 1e3)


def test_peak_memory(tmp_path: Path) -> None:
    bare, peak = peak_megabytes(), peak_megabytes("assess", str(write_case(tmp_path)))
    print(f"peak memory of hipmap assess: {peak:.0f} MB, {peak / bare:.1f}x a bare Python of {bare:.0f} MB")
    assert bare < peak <= MOST_MEGABYTES


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        test_whole_process(Path(made))
        test_peak_memory(Path(made))
