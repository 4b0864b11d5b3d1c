"""Settings that every test shares: no display, repeatable random examples, and a run without Qt."""

import gc
import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything loads Qt: without a display Qt ends the interpreter instead of failing a test.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `ci` gives the same examples on every machine; `dev` looks for new ones
# (HYPOTHESIS_PROFILE=dev). Neither has a deadline: shared machines stall.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile(
    "dev", deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where Qt is left out on purpose, pytest-qt is too: declare its options so that strict_config holds."""
    if importlib.util.find_spec("pytestqt") is None:
        for option in ("qt_api", "qt_log_ignore", "qt_log_level_fail"):
            parser.addini(option, "Read by pytest-qt, which is not installed here.")


MOST_WORKERS = 4


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Shares whole folders out to the processors; a test that is named, and a measurement, runs alone."""
    named = [Path(argument.partition("::")[0]) for argument in config.args]
    if any(not path.is_dir() or path.name == "benchmarks" for path in named) or config.option.capture == "no":
        return 0
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, MOST_WORKERS) if count > 1 else 0


@pytest.fixture(autouse=True)
def _searched_between_tests() -> Iterator[None]:
    """As in the program: Python frees no widget while Qt is at work, only when a test is over."""
    if "PySide6.QtWidgets" not in sys.modules:
        yield
        return
    from hipmap.desktop.collecting import search_if_due

    gc.disable()
    yield
    search_if_due()


@pytest.fixture(autouse=True)
def _nothing_left_in_front() -> Iterator[None]:
    """A menu or a question that a test leaves open would take the keys of the tests after it.

    What a test threw away goes too: without a running event loop it would stay, and every look that is put
    on later would be put on it as well.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    for _ in range(5):
        left = widgets.QApplication.activePopupWidget() or widgets.QApplication.activeModalWidget()
        if left is None:
            break
        left.close()
    deferred = sys.modules["PySide6.QtCore"].QEvent.Type.DeferredDelete.value
    widgets.QApplication.sendPostedEvents(None, deferred)
