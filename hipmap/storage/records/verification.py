"""Proves that the records are whole: every page, the keys and their copy, the audit and its anchor."""

from collections.abc import Iterator
from itertools import islice

from hipmap.storage.records.audit_anchor import ANCHOR, read_anchor
from hipmap.storage.records.audit_chain import audit_key, broken_at, head_of, seal_at
from hipmap.storage.records.database import RECORDS, damage, translated
from hipmap.storage.records.key_file import KEYS, KEYS_COPY, read_key_file
from hipmap.storage.records.object_digests import digest_key, state_problems
from hipmap.storage.records.problems import Damaged, VaultProblem
from hipmap.storage.records.search_proof import search_is_whole
from hipmap.storage.records.sentences import Sentence, at_place
from hipmap.storage.records.vault import Vault

_AUDIT = "audit"
_MOST_TOLD = 20


def problems_of(vault: Vault) -> tuple[Sentence, ...]:
    """Gives every problem with its place; none says that nothing is missing or changed."""
    connection = vault.connection
    wrong = damage(connection, vault.path)
    found = [at_place(wrong, RECORDS)] if wrong is not None else []
    found += _key_problems(vault)
    if wrong is None:
        try:
            with translated(vault.path):
                found += _audit_problems(vault)
                # The proof of the index takes the pen for a moment.
                if vault.read_only is None and not search_is_whole(connection):
                    found.append(Sentence("search_changed", RECORDS))
        except Damaged as problem:
            found.append(problem.said)
    return tuple(found)


def _key_problems(vault: Vault) -> list[Sentence]:
    found: list[Sentence] = []
    for name in (KEYS, KEYS_COPY):
        try:
            if not read_key_file(vault.folder / name).is_signed_by(vault.data_key):
                found.append(Sentence("keys_changed", name))
        except VaultProblem as problem:
            found.append(problem.said)
        except OSError as error:
            found.append(Sentence("keys_unreadable", name, why=str(error.strerror)))
    return found


def _audit_problems(vault: Vault) -> list[Sentence]:
    connection, key = vault.connection, audit_key(vault.data_key)
    broken = broken_at(connection, key)
    if broken is not None:
        return [at_place(broken.what, _AUDIT)]
    anchor = read_anchor(vault.folder, key)
    if anchor.head is not None and seal_at(connection, anchor.head.count) != anchor.head.seal:
        last = head_of(connection).count
        return [Sentence("audit_cut", _AUDIT, last=last, reached=anchor.head.count)]
    found = _told(state_problems(connection, digest_key(key)))
    if not (anchor.whole and vault.anchor_was_whole):
        found.append(Sentence("anchor_damaged", ANCHOR))
    return found


def _told(problems: Iterator[Sentence]) -> list[Sentence]:
    """Names the first ones and counts the others."""
    first = [at_place(one, RECORDS) for one in islice(problems, _MOST_TOLD)]
    more = sum(1 for _ in problems)
    return [*first, Sentence("objects_more", RECORDS, count=more)] if more else first
