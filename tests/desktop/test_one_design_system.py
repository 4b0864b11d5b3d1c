"""Colours and sizes of letters stand in the design system only, and every stock control is dressed by it."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from PySide6 import QtWidgets

import hipmap.desktop
from hipmap.desktop.design_tokens import THEMES, Theme
from hipmap.desktop.style_sheet import style_sheet

DESKTOP = Path(hipmap.desktop.__file__).parent
# The design system itself, by its path below hipmap/desktop.
SYSTEM = ("design_tokens.py", "theme.py", "themes.py", "high_contrast.py")
COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3}(?:[0-9a-fA-F]{2})?)?\b")
NAMED = ("Qt.GlobalColor", "GlobalColor")
FONT_SIZES = ("setPixelSize", "setPointSize", "setPointSizeF")


@cache
def modules() -> list[tuple[str, list[ast.AST]]]:
    """Every module of the window but the design system: its name, and all nodes of its syntax."""
    paths = {path.relative_to(DESKTOP).as_posix(): path for path in sorted(DESKTOP.rglob("*.py"))}
    return [
        (name, list(ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
        for name, path in paths.items()
        if name not in SYSTEM
    ]


def docstrings(nodes: list[ast.AST]) -> set[int]:
    return {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def test_no_colour_stands_outside_of_the_design_system() -> None:
    found = []
    for name, nodes in modules():
        words = docstrings(nodes)
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words:
                found += [(name, node.lineno, colour) for colour in COLOUR.findall(node.value)]
            if (
                isinstance(node, ast.Attribute)
                and ast.unparse(node.value) in NAMED
                and node.attr != "transparent"
            ):
                found.append((name, node.lineno, node.attr))
    assert found == []


def test_no_size_of_letters_is_a_number_outside_of_the_design_system() -> None:
    found = []
    for name, nodes in modules():
        for node in nodes:
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in FONT_SIZES
                and any(isinstance(argument, ast.Constant) for argument in node.args)
            ):
                found.append((name, node.lineno, ast.unparse(node)))
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found += [(name, node.lineno, size) for size in re.findall(r"font-size:\s*\d\w*", node.value)]
    assert found == []


# What a person sees and uses; frames, layouts and windows have no look of their own.
CONTROLS = (
    "QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QSpinBox", "QDoubleSpinBox", "QPlainTextEdit",
    "QTextEdit", "QTextBrowser", "QCheckBox", "QRadioButton", "QSlider", "QProgressBar", "QTabBar",
    "QTabWidget", "QTreeView", "QTreeWidget", "QTableView", "QTableWidget", "QListView", "QListWidget",
    "QMenu", "QMenuBar", "QScrollBar", "QSplitter", "QGroupBox", "QHeaderView", "QDialog", "QMessageBox",
    "QDialogButtonBox", "QToolTip", "QStatusBar", "QCalendarWidget", "QDateEdit", "QDial", "QToolBox",
)  # fmt: skip


@cache
def used_controls() -> set[str]:
    found = {"QScrollBar", "QToolTip"}  # Qt shows them by itself
    for _name, nodes in modules():
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtWidgets":
                found |= {alias.name for alias in node.names}
    return found & set(CONTROLS)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_every_stock_control_is_dressed(theme: Theme) -> None:
    sheet = style_sheet(theme, 1.0)
    for control in used_controls():
        kind = getattr(QtWidgets, control)
        names = [
            base.__name__ for base in kind.__mro__ if base.__name__ not in ("QWidget", "QFrame", "QObject")
        ]
        assert any(re.search(rf"\b{name}\b", sheet) for name in names), control


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_the_style_sheet_names_no_colour_of_another_theme(theme: Theme) -> None:
    own = {value for value in vars(theme).values() if isinstance(value, str)}
    assert set(COLOUR.findall(style_sheet(theme, 1.0))) <= own
