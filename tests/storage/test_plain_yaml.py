"""The quick reader of plain YAML gives what PyYAML's own loader gives, or leaves the text to it."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hipmap.model.problems import BadInput
from hipmap.storage.plain_yaml import NotPlain, PlainReader
from hipmap.storage.strict_yaml import parse_yaml
from tests.case_builders import ROOT

KNOWLEDGE = ROOT / "assets" / "knowledge"
# Every shape of value that knowledge files hold, and values named to stand twice.
FILES = ("manifest.yaml", "origins.yaml", "unsafe_tests.yaml", "findings/easing.yaml", "opposed_answers.yaml")
MOST = 10_000

WORDS = (
    "yes", "No", "on", "off", "true", "~", "null", "''", '"yes"', "'12'", "12", "-3", "+4", "0x1F", "0b11",
    "010", "1_000", "1:30", "1e3", "1.5e+3", ".5", "-.inf", ".NaN", "2024-02-30x", "2024-05-01",
    "2024-05-01 10:00:00", "a: b".replace(": ", ":"), "=x", "<<x", "x # note", "|\n    two\n    lines\n",
    ">\n    one\n    line\n", "[a, 1, yes]", "{a: 1, b: [x]}", "", "é", "'it''s'", '"tab\\there"',
)  # fmt: skip
LEFT = (
    "a: 1\na: 2\n", "yes: 1\ntrue: 2\n", "1: a\n1.0: b\n", "a: !!str 1\n", "a: !local x\n",
    "a: &x 1\nb: &x 2\n", "a: *unknown\n", "a: &x [*x]\n", "a: &x {b: 1}\nc: {<<: *x}\n", "a: =\n",
    "- 1\n---\n- 2\n", "? [a]\n: 1\n", "a: [", "a:\n\t- b\n", "\x00", "a: 2024-02-30\n",
    "[" * 200 + "]" * 200, "a: ! x\n",
)  # fmt: skip


def quickly(text: bytes, most: int = MOST) -> Any:
    return PlainReader(yaml.CSafeLoader(text), most).data()


def kinds(value: Any) -> Any:
    """The value with the kind of each part, because 1, 1.0 and true are equal to Python; order counts too."""
    if isinstance(value, dict):
        return [(kinds(key), kinds(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [list, *map(kinds, value)]
    return type(value), repr(value)


@pytest.mark.parametrize("name", FILES)
def test_own_files_are_plain_and_read_the_same(name: str) -> None:
    text = (KNOWLEDGE / name).read_bytes()
    assert kinds(quickly(text)) == kinds(yaml.load(text, Loader=yaml.CSafeLoader))


@pytest.mark.parametrize("word", WORDS)
def test_a_word_means_the_same(word: str) -> None:
    text = f"key: {word}\nlist:\n  - {word}\n  - last\n".encode()
    assert kinds(quickly(text)) == kinds(yaml.load(text, Loader=yaml.CSafeLoader))


@pytest.mark.parametrize("text", ["", "# a note\n", "---\n", "---\na: 1\n...\n", "word", "'word'", "&x [1]"])
def test_a_whole_text_means_the_same(text: str) -> None:
    assert kinds(quickly(text.encode())) == kinds(yaml.load(text, Loader=yaml.CSafeLoader))


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_plain_is_left_to_the_other_loader(text: str) -> None:
    with pytest.raises(NotPlain):
        quickly(text.encode())


def test_a_named_value_stands_in_every_place() -> None:
    found = quickly(b"a: &x [1, {b: yes}]\nc: *x\nd: &y word\n*y : 2\n")
    assert found == {"a": [1, {"b": True}], "c": [1, {"b": True}], "d": "word", "word": 2}


def test_names_that_stand_for_too_much_are_refused() -> None:
    lines = ["a0: &a0 [1, 1, 1, 1]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]
    text = "\n".join(lines).encode()
    with pytest.raises(NotPlain):
        quickly(text)
    with pytest.raises(BadInput, match="stand for too many rows"):
        parse_yaml(text, "clinic.yaml")


def test_merged_keys_of_a_clinic_are_still_read() -> None:
    assert parse_yaml(b"a: &x {b: 1}\nc: {<<: *x, d: 2}\n", "clinic.yaml")["c"] == {"b": 1, "d": 2}


def test_a_key_that_stands_twice_is_named() -> None:
    with pytest.raises(BadInput, match=r"clinic\.yaml, line 2: the key 'a' stands twice"):
        parse_yaml(b"a: 1\na: 2\n", "clinic.yaml")


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(data=PLAIN, flow=st.booleans())
def test_whatever_is_written_plainly_is_read_the_same(data: Any, flow: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True).encode()
    try:
        found = quickly(text)
    except NotPlain:  # a character that only an escape can write, or a bare `<<` or `=`
        return
    assert kinds(found) == kinds(yaml.load(text, Loader=yaml.CSafeLoader))
