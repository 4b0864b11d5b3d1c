"""Proves that the records are whole: every page, the keys and their copy, the audit and its anchor."""

from hipmap.storage.records.audit_anchor import read_anchor
from hipmap.storage.records.audit_chain import audit_key, broken_at, head_of, seal_at
from hipmap.storage.records.database import RECORDS, damage, translated
from hipmap.storage.records.key_file import KEYS, KEYS_COPY, read_key_file
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.vault import Vault


def problems_of(vault: Vault) -> tuple[str, ...]:
    """Gives every problem with its place; none says that nothing is missing or changed."""
    connection = vault.session.connection
    wrong = damage(connection, vault.path)
    found = [f"{RECORDS}: {wrong}"] if wrong is not None else []
    found += _key_problems(vault)
    if wrong is None:
        with translated(vault.path):
            found += _audit_problems(vault)
    return tuple(found)


def _key_problems(vault: Vault) -> list[str]:
    found = []
    for name in (KEYS, KEYS_COPY):
        try:
            if not read_key_file(vault.folder / name).is_signed_by(vault.data_key):
                found.append(f"{name}: the key file was changed by something other than hipmap")
        except VaultProblem as problem:
            found.append(str(problem))
        except OSError as error:
            found.append(f"{name}: the key file cannot be read ({error.strerror})")
    return found


def _audit_problems(vault: Vault) -> list[str]:
    connection, key = vault.session.connection, audit_key(vault.data_key)
    broken = broken_at(connection, key)
    if broken is not None:
        return [f"audit: {broken.what}"]
    anchor = read_anchor(vault.folder, key)
    if anchor.head is not None and seal_at(connection, anchor.head.count) != anchor.head.seal:
        last = head_of(connection).count
        return [f"audit: entries after {last} were cut; the anchor knows {anchor.head.count}"]
    return (
        []
        if anchor.whole and vault.anchor_was_whole
        else ["anchor.bin: the anchor of the audit is damaged or missing"]
    )
