"""Files stay short, functions too, and no module is a drawer for everything."""

import ast
import statistics
from pathlib import Path

import pytest

from tests.architecture.checkout_files import ROOT, checkout_files

MEDIAN_LINES = 120
USUAL_LINES = 300
MOST_LINES = 400
USUAL_SHARE = 0.95
FUNCTION_LINES = 40
DRAWERS = frozenset({"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"})


def python_files(*folders: str) -> list[Path]:
    return [path for path in checkout_files() if path.suffix == ".py" and path.parts[0] in folders]


def line_count(path: Path) -> int:
    return len((ROOT / path).read_text(encoding="utf-8").splitlines())


def long_functions(source: str) -> list[tuple[str, int]]:
    """Functions over the limit with their lengths, decorators and docstring included."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            length = (node.end_lineno or node.lineno) - first + 1
            if length > FUNCTION_LINES:
                found.append((node.name, length))
    return found


@pytest.mark.parametrize("folder", ["hipmap", "packaging"])
def test_files_are_short(folder: str) -> None:
    counts = {path: line_count(path) for path in python_files(folder)}
    assert counts, f"no Python file under {folder}"
    assert {path: n for path, n in counts.items() if n > MOST_LINES} == {}
    longer = {path: n for path, n in counts.items() if n > USUAL_LINES}
    assert len(longer) <= (1 - USUAL_SHARE) * len(counts), f"too many long files: {longer}"
    assert statistics.median(counts.values()) <= MEDIAN_LINES


def test_functions_are_short() -> None:
    too_long = {
        str(path): found
        for path in python_files("hipmap", "packaging")
        if (found := long_functions((ROOT / path).read_text(encoding="utf-8")))
    }
    assert too_long == {}


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {path: {path.stem, path.parent.name} for path in python_files("hipmap", "packaging", "tests")}
    assert {path for path, parts in names.items() if parts & DRAWERS} == set()


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path
        for path in python_files("hipmap", "packaging", "tests")
        if not ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_the_measure_counts_decorators_and_docstrings() -> None:
    body = "\n".join(f"    x = {number}" for number in range(FUNCTION_LINES - 1))
    assert long_functions(f"def f():\n{body}\n") == []
    assert long_functions(f"@d\ndef f():\n{body}\n") == [("f", FUNCTION_LINES + 1)]
