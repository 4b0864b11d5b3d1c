"""Proves that the search holds what the records hold, so that nobody is hidden by a word that is missing."""

from collections.abc import Iterator

from hipmap.storage.records.database import Connection
from hipmap.storage.records.folded_words import folded

_WORDS = "SELECT name, number, tags, notes FROM words WHERE rowid = ?"


def search_is_whole(connection: Connection) -> bool:
    """Whether every patient and every note has its words, and no others are there.

    The index of the words is proven by the database itself, which raises if it is not whole.
    """
    connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    count = 0
    for row, *expected in _expected(connection):
        count += 1
        if connection.execute(_WORDS, (row,)).fetchone() != tuple(expected):
            return False
    return bool(connection.execute("SELECT count(*) FROM words").fetchone()[0] == count)


def _expected(connection: Connection) -> Iterator[tuple[int, str, str, str, str]]:
    for row, name, number, notes, tags in connection.execute(
        "SELECT id, name, number, notes, (SELECT group_concat(word, ' ' ORDER BY word) FROM tag "
        "WHERE patient = p.id) FROM patient p"
    ):
        yield row << 32, folded(name), folded(number), folded(tags or ""), folded(notes)
    for patient, visit, note in connection.execute("SELECT patient, id, note FROM visit"):
        found = connection.execute("SELECT 1 FROM words WHERE rowid = ?", (patient << 32 | visit,)).fetchone()
        if note or found:  # a visit has words once it had a note
            yield patient << 32 | visit, "", "", "", folded(note)
