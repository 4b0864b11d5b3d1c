"""Measures saving, searching and opening in the records of a large clinic, beside a bare wait for the disk.

Run by `python -m pytest -s tests/benchmarks/test_records.py`.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.patients import find_patients, patient_of
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import save_visit, timeline, visit_of
from tests.benchmarks.records_data import OWNER, PASSPHRASE, cheap, make_records

PATIENTS, VISITS = 10_000, 50_000
SAVE_SECONDS, SEARCH_SECONDS = 0.020, 0.050
# What is waited for one after the other: journal, its folder, its head, the records, the emptied journal.
WAITS = 5
SEARCHES = (
    "a",
    "an",
    "anna",
    "jorg",
    "P-00",
    "p-09999",
    "groin",
    "groin st",
    "w",
    "physio letter",
    "zoe ali",
    "qq",
)
ROUNDS = 40


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = make_records(tmp_path_factory.mktemp("large") / "clinic", PATIENTS, VISITS)
    yield made
    made.lock()


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bare_wait(folder: Path) -> float:
    """Gives how long the disk takes for one small write that is waited for."""
    handle = os.open(folder / "bare", os.O_RDWR | os.O_CREAT)

    def write() -> None:
        os.write(handle, bytes(4096))
        os.fsync(handle)

    took = statistics.median(seconds(write) for _ in range(ROUNDS))
    os.close(handle)
    return took


def test_a_visit_is_saved_in_time(vault: Vault, tmp_path: Path) -> None:
    (uid,) = vault.rows("SELECT uid FROM visit WHERE id = 777")[0]
    visit = visit_of(vault, uid)
    took = sorted(seconds(lambda: save_visit(vault, uid, visit.case, visit.note)) for _ in range(ROUNDS))
    median, wait = statistics.median(took), bare_wait(tmp_path)
    print(f"save, durable: median {median * 1000:.1f} ms, fastest {took[0] * 1000:.1f} ms")
    print(
        f"one wait for this disk {wait * 1000:.2f} ms; a save is {median / wait:.1f} of them, needs {WAITS}"
    )
    assert median <= max(SAVE_SECONDS, 2 * WAITS * wait)


def test_a_search_answers_in_time(vault: Vault) -> None:
    slowest = 0.0
    for text in SEARCHES:
        took = statistics.median(seconds(lambda text=text: find_patients(vault, text)) for _ in range(7))  # type: ignore[misc]
        print(f"search {text!r}: {took * 1000:.1f} ms, {len(find_patients(vault, text))} shown")
        slowest = max(slowest, took)
    print(f"slowest search {slowest / SEARCH_SECONDS:.2f} of its budget")
    assert slowest <= SEARCH_SECONDS


def test_a_patient_and_the_records_open_in_time(vault: Vault) -> None:
    (uid,) = vault.rows("SELECT uid FROM patient WHERE id = 777")[0]
    took = statistics.median(
        seconds(lambda: (patient_of(vault, uid), timeline(vault, uid))) for _ in range(9)
    )
    print(f"open a patient with the timeline: {took * 1000:.1f} ms")
    vault.lock()
    problems: list[str] = []
    opening = seconds(lambda: open_vault(vault.folder, OWNER, PASSPHRASE, cheap()).lock())
    print(f"open the records, without Argon2id: {opening * 1000:.1f} ms")
    again = open_vault(vault.folder, OWNER, PASSPHRASE, cheap())
    proof = seconds(lambda: problems.extend(problems_of(again)))
    print(f"prove all of it: {proof:.1f} s for {again.path.stat().st_size / 1e6:.0f} MB")
    again.lock()
    assert problems == []
    assert took <= SEARCH_SECONDS
