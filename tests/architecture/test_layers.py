"""The layers hold: by import-linter's contracts, and by what is loaded when the command line starts."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.checkout_files import ROOT


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the contracts of pyproject.toml over the package in this folder."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    arguments = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run([*command, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def write_package(folder: Path, modules: dict[str, str]) -> Path:
    """A package hipmap with every layer empty but for the given modules."""
    layers = ("model", "reasoning", "storage", "exchange", "desktop")
    empty = [
        "__init__",
        "__main__",
        "app",
        "batch",
        "command_line",
        *(f"{layer}/__init__" for layer in layers),
    ]
    for name, text in {**dict.fromkeys(empty, ""), **modules}.items():
        path = folder / "hipmap" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_contracts_allow_the_intended_imports(tmp_path: Path) -> None:
    modules = {
        "__main__": "from hipmap.command_line import main",
        "command_line": "from hipmap import storage\ndef main():\n    from hipmap import app",
        "app": "import PySide6.QtWidgets\nfrom hipmap import desktop, exchange, storage",
        "desktop/window": "import PySide6.QtGui, shiboken6\nfrom hipmap import exchange, reasoning",
        "storage/files": "import os\nfrom hipmap import model",
        "storage/records/__init__": "",
        "storage/records/vault": "import cryptography\nimport sqlcipher3",
        "reasoning/posterior": "import json, math\nfrom hipmap import model",
    }
    done = lint_imports(write_package(tmp_path, modules))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("model/case", "from hipmap import reasoning"),
        ("reasoning/posterior", "import hipmap.storage"),
        ("storage/files", "from hipmap import exchange"),
        ("exchange/fhir", "from hipmap import storage"),
        ("exchange/picture", "import PySide6.QtGui"),
        ("desktop/window", "from hipmap import app"),
        ("app", "from hipmap import command_line"),
        ("command_line", "from hipmap import desktop"),
        ("command_line", "from PySide6 import QtCore"),
        ("batch", "from hipmap import app"),
        ("batch", "from hipmap import desktop"),
        ("storage/settings", "from PySide6.QtCore import QSettings"),
        ("reasoning/clock", "import time"),
        ("model/folder", "from pathlib import Path"),
        ("model/table", "import yaml"),
        ("storage/settings", "import sqlcipher3"),
        ("exchange/letter", "from cryptography.hazmat.primitives import hashes"),
        ("desktop/window", "import sqlcipher3"),
        ("exchange/letter", "import typst"),
        ("exchange/letter", "from fhir.resources.R4B.bundle import Bundle"),
        ("storage/letters", "import typst"),
        ("helpers", "X = 1"),
    ],
)
def test_contracts_refuse(tmp_path: Path, module: str, text: str) -> None:
    done = lint_imports(write_package(tmp_path, {module: text}))
    assert done.returncode == 1, f"{module}: {text!r} went through\n{done.stdout}"
    assert "BROKEN" in done.stdout, f"refused for another reason:\n{done.stdout}"


def test_command_line_starts_without_qt_or_the_window() -> None:
    """import-linter cannot tell an import inside a function from one at the top; this can."""
    code = (
        "import sys, hipmap.command_line; "
        "print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6') "
        "or m in ('hipmap.app', 'hipmap.desktop')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_every_folder_of_the_package_has_its_layer() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = contract["tool"]["importlinter"]["contracts"][0]
    named = {name.strip(" ()") for layer in layers["layers"] for name in layer.split("|")}
    folders = {path.parent.name for path in (ROOT / "hipmap").glob("*/__init__.py")}
    assert folders <= named
    assert layers["exhaustive"] is True
