"""Whatever the records have to tell, the window says it in its own language, with what to do."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.languages import Languages
from hipmap.desktop.records.vault_words import all_words, vault_words
from hipmap.storage.records.problems import Damaged, NotSaved, TooSoon
from hipmap.storage.records.sentences import ENGLISH, Sentence
from tests.storage.records.test_sentences import placeholders

MOMENT = "2026-03-01T09:00:00Z"


@pytest.fixture
def abroad(qapp: QApplication) -> Iterator[None]:
    """The longer test language."""
    languages = Languages(parent=qapp)
    languages.choose("x_pseudo")
    yield
    languages.choose("en")


def test_every_sentence_of_the_records_has_words_in_the_window(qapp: QApplication) -> None:
    assert set(all_words()) == set(ENGLISH)


@pytest.mark.parametrize("kind", sorted(ENGLISH))
def test_the_words_hold_every_value_and_are_whole_sentences(kind: str, qapp: QApplication) -> None:
    words = all_words()[kind]
    assert placeholders(words) - {"place"} == placeholders(ENGLISH[kind])
    assert words.endswith(".")
    assert words[0].isupper() or words[0] in "{“"
    assert "`" not in words  # nobody types a command in the window


def test_the_same_is_said_in_another_language(abroad: None, qapp: QApplication) -> None:
    for kind in ENGLISH:
        values = {name: MOMENT if name == "since" else "v" for name in placeholders(ENGLISH[kind])}
        said = Sentence(kind, "records.db", **values)
        told = vault_words(said)
        assert told.startswith("[") or "⟦" in told or not told.isascii(), told
        assert str(said) not in told


def test_values_are_worded_too(qapp: QApplication) -> None:
    broken = Damaged("backup_not_whole", "hipmap-1", why=Sentence("entry_missing", number=7))
    assert "entry 7 is missing." in vault_words(broken)
    now = Sentence("read_only_now", user="Anna", host="desk-1", since=MOMENT)
    assert "Anna on desk-1" in vault_words(now)
    assert "1 March 2026" in vault_words(now)
    assert "8" in vault_words(TooSoon(8))
    assert vault_words(NotSaved("disk_full", "records.db")).startswith("The disk is full.")
    assert vault_words("as it is") == "as it is"
