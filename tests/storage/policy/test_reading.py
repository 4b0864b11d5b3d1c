"""Whatever a policy holds, it is read, or every mistake is told with its line, column, key and mend."""

import re
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipmap.model.policy import EXPORT_KINDS, Policy
from hipmap.storage.policy.countries import known_countries, meant_country
from hipmap.storage.policy.keys import KEYS, SCHEMA, TABLES
from hipmap.storage.policy.reading import LARGEST_POLICY, ReadPolicy, read_policy
from hipmap.storage.policy.writing import policy_text
from tests.case_builders import own_knowledge

HEAD = b'schema = "hipmap-policy/1"\n'


def told(text: bytes) -> list[str]:
    return [str(problem) for problem in read_policy(text).problems]


def test_every_key_is_read_from_its_own_example() -> None:
    read = read_policy(policy_text([f"{key.name}={key.example}" for key in KEYS]).encode())
    assert read.problems == ()
    for key in KEYS:
        expected = tomllib.loads(f"x = {key.example}")["x"]
        found = getattr(read.policy, key.field)
        assert found == (tuple(expected) if isinstance(expected, list) else expected), key.name
        assert found != getattr(Policy(), key.field), key.name


def test_an_empty_policy_leaves_everything_to_the_user() -> None:
    assert read_policy(HEAD) == ReadPolicy(Policy(), (), {"schema": 1})


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (HEAD + b"[records]\nlock_minute_most = 5\n", "line 3, column 1: records.lock_minute_most: ",
         "do you mean records.lock_minutes_most?"),
        (HEAD + b"\n\n[record]\nclear_clipboard = true", "line 4, column 2: record: ",
         "do you mean [records]?"),
        (HEAD + b"contct = 'x'", "line 2, column 1: contct: ", "do you mean contact?"),
        (HEAD + b"[records]\n  lock_minutes_most = 61", "line 3, column 3: records.lock_minutes_most: ",
         "give a whole number from 1 to 60, not 61"),
        (HEAD + b"[records]\nlock_minutes_most = true", "line 3, column 1: ", "from 1 to 60, not true"),
        (HEAD + b"[records]\nclear_clipboard = 1", "line 3, column 1: ", "give true or false, not 1"),
        (HEAD + b"[exports]\nallowed = [\n 'soap',\n 'pdf',\n]", "line 5, column 2: exports.allowed: ",
         '"pdf" does not fit; give a list of some of "soap"'),
        (HEAD + b"[exports]\nallowed = ['soap', 'soap']", "line 3, column 20: exports.allowed: ",
         '"soap" stands twice; give a list'),
        (HEAD + b"[exports]\nallowed = [1]", "line 3, column 1: exports.allowed: ", "1 does not fit; give"),
        (HEAD + b"[exports]\nallowed = 'soap'", "line 3, column 1: exports.allowed: ", 'not "soap"'),
        (HEAD + b"records = 7", "line 2, column 1: records: ", "write [records] on a line of its own, and"),
        (HEAD + b"data = '/srv'", "line 2, column 1: data: ", "[data] on a line of its own, and folder = "),
        (HEAD + b"[data]\nfolder = '~/hipmap'", "line 3, column 1: data.folder: ", "write the whole path"),
        (HEAD + b"[backups]\nfolder = '$HOME/x'", "line 3, ", "$ is not filled in: write the whole path"),
        (HEAD + b"[knowledge]\noverlay = '%APPDATA%/x'", "line 3, ", "% is not filled in"),
        (HEAD + b"[country]\nemergency = 'UK'", "line 3, column 1: country.emergency: ", "do you mean GB?"),
        (HEAD + b"[country]\nemergency = 'gb'", "line 3, column 1: ", "do you mean GB?"),
        (HEAD + b"[country]\nemergency = 'Germany'", "line 3, column 1: ", "do you mean DE?"),
        (HEAD + b"[country]\nemergency = 'XX'", "line 3, column 1: ", "no emergency number for it: leave"),
        (HEAD + b"[language]\nfirst = 'DE'", "line 3, column 1: language.first: ", 'not "DE"'),
        (HEAD + b"[language]\nallowed = ['en']\nfirst = 'de'", "line 4, column 1: ",
         "one of language.allowed: en"),
        (HEAD + b"[records]\nlock_minutes_least = 20\nlock_minutes_most = 10", "line 3, column 1: ",
         "at most 10"),
        (HEAD + b"[knowledge]\noverlay_sha256 = '" + b"a" * 64 + b"'", "line 3, column 1: ",
         "needs knowledge.overlay"),
        (b"", "line 1, column 1: schema: ", 'schema = "hipmap-policy/1"'),
        (b'schema = "hipmap-policy/2"', "line 1, column 1: schema: ", 'give "hipmap-policy/1"'),
        (HEAD + b"[data]\nfolder = /srv", "line 3, column 10: ", "this is not TOML (invalid value)"),
        (HEAD + b'[data]\nfolder = "D:\\users"', "line 3, ", "in single quotes: 'D:\\hipmap'"),
        (HEAD + b"contact = 'a'\ncontact = 'b'", "line 3, ", "(cannot overwrite a value); this key stands"),
        (HEAD + b"[records]\n[start]\n[records]\n", "line 4, ", "the table [records] stands twice: put all"),
        (HEAD + b"contact = '''a", "line 2, ", "the closing quote is missing"),
        (HEAD + b'contact = "a\n[data]', "line 2, column 13: ", "the closing quote is missing"),
        (HEAD + b"contact = 'it's'", "line 2, ", "needs double quotes"),
        (HEAD + "contact = “a”".encode(), "line 2, column 11: ", "write straight quotes"),
        (HEAD + "contact\xa0= 'a'".encode(), "line 2, column 8: ", "no plain one: type it anew"),
        (HEAD + b"contact: 'a'", "line 2, column 8: ", "write = after the key, not a colon"),
        (HEAD + b"contact 'a'", "line 2, column 9: ", "write = after the key"),
        (HEAD + b"contact = IT desk", "line 2, column 11: ", "put a text in quotes"),
        (HEAD + b"[records]\nclear_clipboard = True", "line 3, column 19: ", "true or false, in small"),
        (HEAD + b"[records\n", "line 2, ", "write the table as [records]"),
        (HEAD + b"[exports]\nallowed = ['soap'", "line 3, ", "the closing bracket ] of the list"),
        (HEAD + b"contact = 'caf\xe9'", "line 2, column 15: ", "save the file as UTF-8"),
        (b"\xff\xfes\x00", "line 1, column 1: ", "UTF-16"),
        (HEAD.decode().encode("utf-16-le"), "line 1, column 1: ", "UTF-16; save it as UTF-8"),
        (HEAD.decode().encode("utf-16-be"), "line 1, column 1: ", "UTF-16; save it as UTF-8"),
        (HEAD + b"x = 0x" + b"f" * 9000, "line 2, column 1: x: ", "no such key"),
        (HEAD + b"[country]\nemergency = 0x" + b"f" * 9000, "line 3, column 1: ", "so long a number"),
        (HEAD + b"x = " + b"[" * 9000, "line 1, column 1: ", "lists stand in lists"),
        (b"#" * (LARGEST_POLICY + 1), "line 1, column 1: ", "never so long"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_its_mend(text: bytes, place: str, words: str) -> None:
    first, *_ = told(text)
    assert first.startswith(place), first
    assert words in first


def test_the_countries_of_a_policy_are_those_with_an_emergency_number() -> None:
    numbers = own_knowledge().emergency_by_country
    assert dict(known_countries()) == {code: row.name for code, row in numbers.items()}
    for meant in ("UK", "USA", "Deutschland", "UAE"):
        code = meant_country(meant).removeprefix("do you mean ").removesuffix("?")
        assert code in numbers, meant
    for typed in ("", "Middle Earth", 44, True):
        assert meant_country(typed) == ""


def test_every_mistake_is_told_in_the_order_of_the_lines() -> None:
    text = HEAD + b"[backups]\nevery_days = 2\n[start]\ndesk = 'office'\n[records]\nx = 1"
    assert [line.split(":")[0] for line in told(text)] == [
        "line 3, column 1", "line 5, column 1", "line 7, column 1"
    ]  # fmt: skip


def test_what_editors_of_windows_add_is_no_mistake() -> None:
    text = b"\xef\xbb\xbf" + HEAD.replace(b"\n", b"\r\n") + b"[records]\r\nlock_minutes_most = 5\r\n"
    assert read_policy(text).policy == Policy(lock_most=5)


def test_nothing_of_a_file_can_break_the_line_or_speak_to_the_terminal() -> None:
    for text in (b'"a\\u001b[31mb\\nc" = 1', b'contact = "a\\u001b[2Jb"', b"x = '\xe2\x80\xae'"):
        for line in told(HEAD + text):
            assert all(sign.isprintable() for sign in line), line


def _holds(read: ReadPolicy) -> None:
    """A policy or problems; every value is one that the key takes, and every problem has a real place."""
    for problem in read.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.what
        assert str(problem).isprintable()
    for key in KEYS:
        value = getattr(read.policy, key.field)
        if value not in (None, "", ()):
            assert key.read(list(value) if isinstance(value, tuple) else value) == value


@given(st.binary(max_size=300))
def test_any_bytes_give_a_policy_or_a_clear_refusal(content: bytes) -> None:
    _holds(read_policy(content))


VALUES = st.recursive(
    st.one_of(
        st.integers(), st.booleans(), st.floats(allow_nan=False).map(lambda number: f"{number:.3f}"),
        st.sampled_from([f"'{one}'" for one in (*EXPORT_KINDS, "en", "GB", "clinic", "/srv/x", "C:\\x")]),
        st.sampled_from(["1979-05-27", "nan", "inf", "''", '"\\u0000"', "0xfffffffffff", "'''a\nb'''"]),
    ).map(str),
    lambda inner: st.lists(inner, max_size=4).map(lambda several: f"[{', '.join(map(str, several))}]"),
    max_leaves=6,
)  # fmt: skip
NAMES = st.sampled_from([key.last for key in (SCHEMA, *KEYS)] + ["lock", "x.y", '"a b"', "''"])
LINES = st.one_of(
    st.sampled_from([f"[{table}]" for table in (*TABLES, "recrds", "data.x")]),
    st.builds(lambda name, value: re.sub("True|False", "true", f"{name} = {value}"), NAMES, VALUES),
    st.sampled_from(["", "# remark", "= 1", "contact = \"C:\\users\"", "[[records]]"]),
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(LINES, max_size=12))
def test_anything_like_a_policy_gives_a_policy_or_a_clear_refusal(lines: list[str]) -> None:
    text = "\n".join(lines)
    for content in (text.encode(), HEAD + text.encode()):
        read = read_policy(content)
        _holds(read)
        for problem in read.problems:
            assert problem.line <= content.count(b"\n") + 1
