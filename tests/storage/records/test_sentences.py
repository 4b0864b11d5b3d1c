"""Every sentence of the records has an id with values, and only such sentences are said."""

import ast
from collections.abc import Iterator
from string import Formatter
from typing import NamedTuple, get_args

import pytest

from hipmap.storage.records import problems
from hipmap.storage.records.problems import Damaged, NotSaved, ReadOnly, TooSoon, VaultProblem
from hipmap.storage.records.rights import Right
from hipmap.storage.records.sentences import ENGLISH, Sentence, at_place
from tests.case_builders import ROOT

CLASSES = {"Sentence"} | {
    name
    for name, kind in vars(problems).items()
    if isinstance(kind, type) and issubclass(kind, VaultProblem) and kind is not TooSoon
}


class Saying(NamedTuple):
    """A place in the program where a sentence is said."""

    where: str
    kinds: list[str]
    values: set[str]


def sayings() -> Iterator[Saying]:
    for path in sorted((ROOT / "hipmap").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CLASSES:
                if isinstance(node.args[0], ast.JoinedStr | ast.Attribute):
                    continue  # of a right, or said once more
                said = [one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
                kinds = [kind for kind in said if isinstance(kind, str)]
                spread = any(one.arg is None for one in node.keywords)
                values = {"user", "host", "since"} if spread else {str(one.arg) for one in node.keywords}
                yield Saying(f"{path.name}:{node.lineno}", kinds, values)


def test_every_sentence_that_is_said_has_an_id_and_its_values() -> None:
    found = list(sayings())
    assert len(found) > 70
    wrong = [
        (one.where, kind)
        for one in found
        for kind in one.kinds
        if kind not in ENGLISH or one.values != placeholders(ENGLISH[kind])
    ]
    assert wrong == []


def test_no_sentence_is_left_that_nobody_says() -> None:
    said = {kind for one in sayings() for kind in one.kinds}
    said |= {"too_soon"} | {f"may_not_{right}" for right in get_args(Right)}
    assert set(ENGLISH) - said == set()


def test_the_line_of_the_command_line_names_the_place_and_is_one_line() -> None:
    problem = NotSaved("unreachable", "records\n.db", why="no such device")
    assert str(problem).startswith(
        "records\N{REPLACEMENT CHARACTER}.db: the records cannot be reached (no such"
    )
    assert (problem.said.kind, problem.said.values) == ("unreachable", {"why": "no such device"})
    assert str(Damaged("damaged")).startswith("the records are damaged")
    assert "{" not in str(Damaged("backup_not_whole", "b", why=Sentence("entry_missing", number=7)))


def test_a_problem_made_of_what_is_known_says_the_same() -> None:
    known = Sentence("read_only_now", user="Anna", host="desk-1", since="2026-03-01T09:00:00Z")
    assert ReadOnly.of(known).said == known
    assert TooSoon(8).said.values == {"seconds": 8}
    assert at_place(at_place(Sentence("anchor_damaged"), "audit"), "elsewhere").place == "audit"


def test_an_id_that_is_not_known_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        NotSaved("the disk is full")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
