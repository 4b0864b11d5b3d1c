"""Finds every text of the window and of papers in the program itself: each `self.tr`, `translate`, `phrases`.

Qt's own tool takes the first argument of `tr = QCoreApplication.translate` for the text, and would have to be
run after every change; read from the program, the list of texts is never out of date.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import hipmap
from hipmap.model.catalogue import Key
from hipmap.model.problems import BadInput

_TRANSLATE = ("QCoreApplication", "QApplication", "QGuiApplication")
_KINDS = {"tr": "bare", "translate": "with_context", "phrases": "table", "phrases_by": "table"}


@dataclass(frozen=True)
class Found:
    """A text that is said at a place in the program; `wrong` says why it cannot be translated there."""

    key: Key
    file: str
    line: int
    wrong: str = ""


def interface_sources(package: Path | None = None) -> dict[Key, str]:
    """Gives the English of every text of window and papers; BadInput where no sources can be read."""
    texts = interface_texts(package)
    if not texts:
        raise BadInput("the texts of the window are read from hipmap's sources, which are not here")
    return {found.key: found.key.name for found in texts if not found.wrong}


def interface_texts(package: Path | None = None) -> list[Found]:
    """Gives every place where a text is said, those that cannot be translated too, in order of their keys."""
    root = package if package is not None else Path(hipmap.__file__).parent
    files = [*root.glob("desktop/**/*.py"), *root.glob("exchange/**/*.py"), *root.glob("app.py")]
    found = [text for path in sorted(files) for text in _in_file(path, path.relative_to(root).as_posix())]
    return sorted(found, key=lambda text: (text.key, text.file, text.line))


@dataclass(frozen=True)
class _Scope:
    """The file, the class that is read, and the context that a partial `translate` was given in it."""

    file: str
    owner: str = ""
    context: str = ""


def _in_file(path: Path, name: str) -> Iterator[Found]:
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (SyntaxError, ValueError) as error:
        raise BadInput(f"{name}: this source of hipmap cannot be read ({error})") from error
    yield from _in_node(tree, _Scope(name))


def _in_node(node: ast.AST, scope: _Scope) -> Iterator[Found]:
    if isinstance(node, ast.ClassDef):
        scope = replace(scope, owner=node.name)
    if isinstance(node, ast.Module | ast.FunctionDef):
        fixed = (_context_given(line.value) for line in node.body if isinstance(line, ast.Assign))
        scope = replace(scope, context=next(filter(None, fixed), scope.context))
    if isinstance(node, ast.Call):
        yield from _said_by(node, scope)
    for inner in ast.iter_child_nodes(node):
        yield from _in_node(inner, scope)


def _context_given(value: ast.expr) -> str:
    """Gives the context that a partial `translate` is made with."""
    if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "partial"):
        return ""
    called, context = value.args[0], value.args[-1]
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    is_translate = name == "translate"
    return str(context.value) if is_translate and isinstance(context, ast.Constant) else ""


def _said_by(call: ast.Call, scope: _Scope) -> Iterator[Found]:
    kind = _kind_of(call.func)
    if kind == "own":
        yield _found(Key(scope.owner, ""), call, 0, scope.file)
    elif kind == "of_another":
        wrong = "say it by self.tr, or by translate with its context"
        yield Found(Key(scope.owner, ""), scope.file, call.lineno, wrong)
    elif kind == "bare" and scope.context:
        yield _found(Key(scope.context, ""), call, 0, scope.file)
    elif kind == "table":
        yield from _in_table(call, scope.file)
    elif kind:
        context = call.args[0] if call.args else None
        if isinstance(context, ast.Constant) and isinstance(context.value, str):
            yield _found(Key(context.value, ""), call, 1, scope.file)
        else:
            yield Found(Key("", ""), scope.file, call.lineno, "the context is not a literal")


def _kind_of(called: ast.expr) -> str:
    if isinstance(called, ast.Name):
        return _KINDS.get(called.id, "")
    if not isinstance(called, ast.Attribute):
        return ""
    owner = called.value.id if isinstance(called.value, ast.Name) else ""
    if called.attr == "tr":
        return "own" if owner in ("self", "cls") else "of_another"
    return "with_context" if called.attr == "translate" and owner in _TRANSLATE else ""


def _found(key: Key, call: ast.Call, at: int, file: str) -> Found:
    text = call.args[at] if len(call.args) > at else None
    if not (isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value.strip()):
        return Found(key, file, call.lineno, "the text is not a literal")
    if len(call.args) > at + 1 or call.keywords:
        return Found(key, file, call.lineno, "give the text only: no comment, and no number for plural forms")
    return Found(Key(key.context, text.value), file, call.lineno)


def _in_table(call: ast.Call, file: str) -> Iterator[Found]:
    """Gives every text of a table; a table in it is one for each voice."""
    context, table = call.args
    if not (isinstance(context, ast.Constant) and isinstance(table, ast.Dict)):
        yield Found(Key("", ""), file, call.lineno, "the context or the table is not a literal")
        return
    for value in table.values:
        for text in value.values if isinstance(value, ast.Dict) else [value]:
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield Found(Key(str(context.value), text.value), file, text.lineno)
            else:
                yield Found(Key(str(context.value), ""), file, text.lineno, "the text is not a literal")
