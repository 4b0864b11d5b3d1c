"""Every text of the window is a literal that can be found, and no widget is given one past the catalogue."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipmap.model.catalogue import Key
from hipmap.storage.interface_texts import interface_sources, interface_texts
from tests.case_builders import ROOT

DESKTOP = ROOT / "hipmap" / "desktop"
# What shows its first texts to a person.
SHOWS = {
    "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle", "setTitle",
    "setPlaceholderText", "setStatusTip", "setWhatsThis", "setInformativeText", "setTabText", "addTab",
    "addAction", "addMenu", "addItem", "addButton", "setPrefix", "setSuffix", "label", "QLabel", "QAction",
    "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QMenu", "QGroupBox",
}  # fmt: skip
# The name of the program is the same in every language; the others hold no word.
SAME_EVERYWHERE = {"hipmap"}


def test_every_text_can_be_translated() -> None:
    assert [f"{one.file}:{one.line}: {one.wrong}" for one in interface_texts() if one.wrong] == []
    assert len(interface_sources()) > 400


def shown_literals(path: Path) -> Iterator[str]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        texts = call.args[:1] if name == "label" else call.args  # then come its role and its tone
        for text in texts if name in SHOWS else []:
            if words := "".join(_letters(text)):
                yield f"{path.relative_to(DESKTOP).as_posix()}:{call.lineno}: {name}({words!r})"


def _letters(text: ast.expr) -> Iterator[str]:
    """Gives the words of a literal, also of one with values in it, unless they are the same everywhere."""
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            bare = "".join(sign for sign in part.value if sign.isalpha() or sign in " <>")
            is_markup = part.value.lstrip().startswith("<")
            if bare.strip() and not is_markup and bare.strip() not in SAME_EVERYWHERE:
                yield part.value


def test_no_text_passes_the_catalogue_by() -> None:
    found = [one for path in sorted(DESKTOP.rglob("*.py")) for one in shown_literals(path)]
    assert found == []


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ('class A:\n  def f(self): return self.tr("Yes")', ""),
        ('class A:\n  def f(self): return self.tr("Yes" " and no")', ""),
        ('class A:\n  def f(self): return self.tr(f"{1} of 2")', "not a literal"),
        ("class A:\n  def f(self, x): return self.tr(x)", "not a literal"),
        ('class A:\n  def f(self): return self.tr("a" if self else "b")', "not a literal"),
        ('class A:\n  def f(self): return self.tr("%n rows", "", 3)', "plural"),
        ('class A:\n  def f(self, w): return w.tr("Yes")', "self.tr"),
        ('tr = QCoreApplication.translate\ntr("Sheet", "Yes")', ""),
        ('QCoreApplication.translate(place, "Yes")', "context"),
        ('tr = partial(translate, "Paper")\ntr("Yes")', ""),
        ('A = phrases("Paper", {"a": "Yes"})', ""),
        ('A = phrases_by("Paper", {"a": {"patient": "Yes"}})', ""),
        ('A = phrases("Paper", {"a": YES})', "not a literal"),
        ('A = phrases_by("Paper", {"a": {"patient": f"{1}"}})', "not a literal"),
        ("A = phrases(place, TABLE)", "not a literal"),
    ],
)
def test_what_cannot_be_translated_is_named(code: str, wrong: str, tmp_path: Path) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "a.py").write_text(code, encoding="utf-8")
    (found,) = interface_texts(tmp_path)
    assert (found.file, bool(found.wrong)) == ("desktop/a.py", bool(wrong))
    assert wrong in found.wrong


def test_a_text_is_known_by_its_class_or_context(tmp_path: Path) -> None:
    (tmp_path / "desktop").mkdir()
    code = 'class A:\n  class B:\n    x = self.tr("1")\n  y = self.tr("2")\nz = translate("C", "3")\n'
    code += 'def f():\n  tr = partial(QCoreApplication.translate, "D")\n  return lambda: tr("4")\n'
    (tmp_path / "desktop" / "a.py").write_text(code, encoding="utf-8")
    assert list(interface_sources(tmp_path)) == [Key("A", "2"), Key("B", "1"), Key("C", "3"), Key("D", "4")]


def test_texts_of_papers_are_found_too(tmp_path: Path) -> None:
    (tmp_path / "exchange" / "paper").mkdir(parents=True)
    code = 'tr = partial(translate, "P")\nA = phrases("P", {1: "1"})\ndef f():\n  return tr("2")\n'
    code += 'B = phrases_by("Q", {1: {"patient": "3", "clinician": "4"}})\n'
    (tmp_path / "exchange" / "paper" / "a.py").write_text(code, encoding="utf-8")
    assert list(interface_sources(tmp_path)) == [Key("P", "1"), Key("P", "2"), Key("Q", "3"), Key("Q", "4")]
