"""The users of the records: who may open them, in which role, by which passphrase.

A role is kept by hipmap, not by the key: whoever has a passphrase could read all with other tools. Whoever
is removed can still open the copies that were made before.
"""

from pathlib import Path

from pydantic import ValidationError

from hipmap.model.problems import sentence_of
from hipmap.model.records import Role, User
from hipmap.storage.records.attempts import begin_attempt, succeeded
from hipmap.storage.records.key_file import KEYS, KEYS_COPY, KeyFile, Slot, read_key_file, write_key_file
from hipmap.storage.records.key_slots import (
    Opened,
    opened_by_passphrase,
    passphrase_slot,
    recovery_slot,
)
from hipmap.storage.records.opening import opened_vault, slot_of, unlocked_by_recovery
from hipmap.storage.records.passphrase_key import must_be_strong, name_key
from hipmap.storage.records.problems import (
    Damaged,
    NotAllowed,
    NotFound,
    NotSaved,
    ReadOnly,
    VaultProblem,
    WrongPassphrase,
)
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.vault import Vault


def checked_user(name: str, role: str) -> User:
    """Gives a user, or says what is wrong with the name or the role."""
    try:
        return User.model_validate({"name": name, "role": role})
    except ValidationError as error:
        raise VaultProblem(
            "user_wrong", "user", why=sentence_of(error.errors(include_url=False)[0])
        ) from None


def users(vault: Vault) -> tuple[User, ...]:
    return tuple(User(name=n, role=r) for n, r in vault.rows("SELECT name, role FROM user ORDER BY name_key"))


def add_user(vault: Vault, name: str, role: Role, passphrase: str) -> None:
    """Lets someone in by a passphrase of their own."""
    vault.must_have("let_in")
    user = checked_user(name, role)
    must_be_strong(passphrase, name)
    if vault.rows("SELECT 1 FROM user WHERE name_key = ?", name_key(name)):
        raise NotAllowed("user_known", "user", name=name)
    keys = _keys(vault)
    slot = passphrase_slot(keys, vault.data_key, user.name, passphrase, vault.around)
    _write(vault, keys, (*keys.slots, slot))
    with vault.changing() as change:
        change.execute(
            "INSERT INTO user (name, name_key, role, slot) VALUES (?, ?, ?, ?)",
            user.name, name_key(user.name), user.role, slot.id,
        )  # fmt: skip
        change.log("user_added", _number(vault, name), "user")


def remove_user(vault: Vault, name: str) -> None:
    """Takes someone's passphrase out of use; one clinician must stay."""
    vault.must_have("let_in")
    number = _number(vault, name)
    _must_leave_a_clinician(vault, name)
    with vault.changing() as change:
        change.execute("DELETE FROM user WHERE name_key = ?", name_key(name))
        change.log("user_removed", number, "user")
    _drop_unknown_slots(vault)


def change_role(vault: Vault, name: str, role: Role) -> None:
    """Makes a clinician an assistant, or the other way round."""
    vault.must_have("let_in")
    number = _number(vault, name)
    if checked_user(name, role).role == "assistant":
        _must_leave_a_clinician(vault, name)
    with vault.changing() as change:
        change.execute("UPDATE user SET role = ? WHERE name_key = ?", role, name_key(name))
        change.log(f"user_made_{role}", number, "user")


def change_passphrase(vault: Vault, old: str, new: str) -> None:
    """Wraps the data key anew; nothing else is written anew."""
    must_know(vault, old)
    _give_passphrase(vault, vault.user.name, new, "passphrase_changed")


def must_know(vault: Vault, passphrase: str) -> None:
    """Refuses whoever only found the records open; who guesses waits, as at the door."""
    name = vault.user.name
    begin_attempt(vault.folder, name, vault.around)
    try:
        opened_by_passphrase(_keys(vault), name, passphrase)
    except WrongPassphrase:
        raise WrongPassphrase("wrong_old_passphrase") from None
    succeeded(vault.folder, name, vault.around)


def reset_by_recovery(folder: Path, letters: str, name: str, new: str, around: Surroundings) -> Vault:
    """Opens by the recovery key and gives a user, who is known already, a new passphrase."""
    opened = unlocked_by_recovery(folder, letters, around)
    slot = slot_of(folder, opened.data_key, name)
    vault = opened_vault(folder, Opened(opened.data_key, slot), around)
    try:
        _give_passphrase(vault, vault.user.name, new, "passphrase_recovered")
    except BaseException:
        vault.lock()
        raise
    return vault


def renew_recovery_key(vault: Vault) -> str:
    """Gives new letters to print; the old ones open nothing any more."""
    vault.must_have("renew")
    keys = _keys(vault)
    slot, letters = recovery_slot(keys.vault, vault.data_key, vault.around)
    with vault.changing() as change:
        change.log("recovery_key_renewed", "")
    _write(vault, keys.model_copy(update={"recovery": slot}), keys.slots)
    return letters


def _give_passphrase(vault: Vault, name: str, new: str, action: str) -> None:
    """The new slot is there before the records name it, and the old one goes last: a crash harms nothing."""
    must_be_strong(new, name)
    keys = _keys(vault)
    slot = passphrase_slot(keys, vault.data_key, name, new, vault.around)
    _write(vault, keys, (*keys.slots, slot))
    with vault.changing() as change:
        change.execute("UPDATE user SET slot = ? WHERE name_key = ?", slot.id, name_key(name))
        change.log(action, _number(vault, name), "user")
    _drop_unknown_slots(vault)


def _drop_unknown_slots(vault: Vault) -> None:
    keys = _keys(vault)
    known = {row[0] for row in vault.rows("SELECT slot FROM user")}
    _write(vault, keys, tuple(slot for slot in keys.slots if slot.id in known))


def _keys(vault: Vault) -> KeyFile:
    for name in (KEYS, KEYS_COPY):
        try:
            keys = read_key_file(vault.folder / name)
        except (VaultProblem, OSError):
            continue
        if keys.is_signed_by(vault.data_key):
            return keys
    raise Damaged("keys_both_damaged", KEYS)


def _write(vault: Vault, keys: KeyFile, slots: tuple[Slot, ...]) -> None:
    if vault.read_only is not None:
        raise ReadOnly.of(vault.read_only.why)
    try:
        write_key_file(vault.folder, keys.model_copy(update={"slots": slots}).signed(vault.data_key))
    except OSError as error:
        raise NotSaved("keys_not_written", KEYS, why=str(error.strerror)) from error


def _number(vault: Vault, name: str) -> str:
    """Gives what the audit calls a user: names can change."""
    rows = vault.rows("SELECT id FROM user WHERE name_key = ?", name_key(name))
    if not rows:
        raise NotFound("user_unknown", "user", name=name)
    return f"user {rows[0][0]}"


def _must_leave_a_clinician(vault: Vault, name: str) -> None:
    others = vault.rows("SELECT 1 FROM user WHERE role = 'clinician' AND name_key <> ?", name_key(name))
    if not others:
        raise NotAllowed("one_clinician")
