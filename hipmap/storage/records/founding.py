"""Makes new records: a folder that is whole or not there."""

import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from hipmap.model.records import RecordsUse
from hipmap.storage.data_folder import records_parent
from hipmap.storage.policy.in_force import in_force
from hipmap.storage.policy.limits import governed_records
from hipmap.storage.records.audit_anchor import write_fresh_anchor
from hipmap.storage.records.audit_chain import append, audit_key
from hipmap.storage.records.database import RECORDS, connect, translated
from hipmap.storage.records.durable_files import sync_folder
from hipmap.storage.records.key_file import KeyFile, write_key_file
from hipmap.storage.records.key_slots import Opened, passphrase_slot, recovery_slot
from hipmap.storage.records.migrating import migrate
from hipmap.storage.records.object_digests import digest_key
from hipmap.storage.records.opening import must_be_vault, opened_vault
from hipmap.storage.records.passphrase_key import KEY_BYTES, must_be_strong, name_key
from hipmap.storage.records.problems import NotSaved, NoVault, VaultProblem
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.vault import Change, Vault

_ID_BYTES = 16


def create_vault(
    folder: Path, name: str, passphrase: str, around: Surroundings, use: RecordsUse = "clinic"
) -> tuple[Vault, str]:
    """Gives the open records of their first user, and the recovery key, which is kept nowhere."""
    must_be_strong(passphrase, name)
    must_be_governed(folder)
    if folder.is_symlink() or folder.exists():
        raise NoVault("name_stands", folder.name)
    making = folder.with_name(f".{folder.name}.{around.random_bytes(4).hex()}.new")
    try:
        if folder.parent == records_parent():
            folder.parent.mkdir(parents=True, exist_ok=True)
        making.mkdir(mode=0o700)
        opened, letters = _fill(making, (name, passphrase), use, around)
        making.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        if not folder.parent.is_dir():
            raise NotSaved("no_parent", str(folder.parent)) from error
        raise NotSaved("folder_not_made", folder.name, why=str(error.strerror)) from error
    except VaultProblem as problem:
        shutil.rmtree(making, ignore_errors=True)
        # There is nothing yet whose change could be saved again.
        if problem.said.kind == "disk_full":
            raise NotSaved("no_room_to_begin", folder.name) from problem
        raise
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return opened_vault(folder, opened, around), letters


def must_be_offered(folder: Path) -> None:
    """Says of the records that a policy offers whether their share is away, or nobody has made them yet."""
    _share_must_be_there()
    must_be_vault(folder)


def _share_must_be_there() -> None:
    fixed = governed_records()
    if fixed is not None and not fixed.is_dir():
        raise NoVault("share_missing", str(fixed), who=in_force().who)


def must_be_governed(folder: Path) -> None:
    """Refuses a place outside of the folder that the policy fixes, and that folder where it is not there."""
    fixed = governed_records()
    if fixed is None:
        return
    if fixed.resolve() not in folder.resolve().parents:
        raise NoVault("place_fixed", folder.name, folder=str(fixed))
    _share_must_be_there()


def _fill(folder: Path, user: tuple[str, str], use: RecordsUse, around: Surroundings) -> tuple[Opened, str]:
    name, passphrase = user
    data_key = around.random_bytes(KEY_BYTES)
    vault = around.random_bytes(_ID_BYTES).hex()
    recovery, letters = recovery_slot(vault, data_key, around)
    keys = KeyFile(vault=vault, salt=around.random_bytes(KEY_BYTES).hex(), recovery=recovery)
    slot = passphrase_slot(keys, data_key, name, passphrase, around)
    write_key_file(folder, keys.model_copy(update={"slots": (slot,)}).signed(data_key))
    _make_database(folder, data_key, {"id": vault, "use": use}, (name, slot.id), around)
    return Opened(data_key, slot.id), letters


def _make_database(
    folder: Path, data_key: bytes, known: dict[str, str], owner: tuple[str, str], around: Surroundings
) -> None:
    name, slot = owner
    path = folder / RECORDS
    path.touch(mode=0o600)
    connection = connect(path, data_key)
    private = X25519PrivateKey.from_private_bytes(around.random_bytes(KEY_BYTES)).private_bytes_raw().hex()
    known = known | {"made": around.moment(), "recipient": private}
    try:
        # Freed pages can then be given back without writing the whole file anew.
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        migrate(connection, path, lambda old: old)
        with translated(path):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO vault VALUES (?, ?)", list(known.items()))
            connection.execute(
                "INSERT INTO user (name, name_key, role, slot) VALUES (?, ?, 'clinician', ?)",
                (name, name_key(name), slot),
            )
            key = audit_key(data_key)
            change = Change(connection, around.moment(), name, digest_key(key))
            change.log("created", known["id"], "vault")
            change.log("user_added", "user 1", "user")
            head = append(connection, key, change.at, name, change.sealed())
            connection.execute("COMMIT")
        write_fresh_anchor(folder, key, head)
    finally:
        connection.close()
