"""`hipmap records`: makes, proves, backs up and restores records, and exchanges patients in files."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hipmap.model.problems import BadInput
from hipmap.storage.policy.limits import must_may_export
from hipmap.storage.records.audit_chain import head_of
from hipmap.storage.records.backup_policy import Keep
from hipmap.storage.records.backups import Contents, drop_old_backups, inspected, make_backup
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.passphrase_key import must_be_strong
from hipmap.storage.records.problems import NotFound
from hipmap.storage.records.restoring import must_be_restorable, preview_restore, restore
from hipmap.storage.records.surroundings import this_machine
from hipmap.storage.records.users import (
    add_user,
    change_passphrase,
    change_role,
    checked_user,
    remove_user,
    renew_recovery_key,
    reset_by_recovery,
    users,
)
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of

Lines = list[str]
_RECOVERY = "recovery key (print it and keep it away from this computer; it is shown only now):"


def told(options: argparse.Namespace) -> Lines:
    """Carries out one command; gives the lines that it prints."""
    return _COMMANDS[options.what](options)


def asked(what: str) -> str:
    """Gives a secret: typed unseen at a terminal, else the next line of the input."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{what}: ")
    line = sys.stdin.readline()
    if not line:
        raise BadInput(f"{what}: give it as a line of the input, or start this command in a terminal")
    return line.rstrip("\r\n")


def new_passphrase(name: str, what: str = "new passphrase") -> str:
    """Gives a passphrase that was typed twice the same."""
    first = asked(what)
    must_be_strong(first, name)
    if asked(f"{what}, once more") != first:
        raise BadInput(f"{what}: the two are not the same; begin again")
    return first


@contextmanager
def opened(options: argparse.Namespace, *, accept_older: bool = False) -> Iterator[Vault]:
    """Opens the records and locks them at the end; what was found at opening is told beside the answer."""
    vault = open_vault(
        options.vault, options.user, asked("passphrase"), this_machine(), accept_older=accept_older
    )
    try:
        for note in vault.notes:
            print(f"hipmap: {note}", file=sys.stderr)
        yield vault
    finally:
        vault.lock()


def patient_by_number(vault: Vault, number: str) -> str:
    rows = vault.rows("SELECT uid FROM patient WHERE number = ?", number)
    if not rows:
        raise NotFound("number_unknown", number)
    return str(rows[0][0])


def _create(options: argparse.Namespace) -> Lines:
    checked_user(options.user, "clinician")
    passphrase = new_passphrase(options.user)
    vault, letters = create_vault(options.vault, options.user, passphrase, this_machine())
    vault.lock()
    return [f"{options.vault}: made, for {options.user}", _RECOVERY, letters]


def _verify(options: argparse.Namespace) -> Lines:
    with opened(options, accept_older=options.accept) as vault:
        problems = problems_of(vault)
        count = head_of(vault.connection).count
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise BadInput(
            f"{options.vault.name}: {len(problems)} of the proofs failed, told above; "
            "put back a backup, or ask who did it"
        )
    return [f"{options.vault.name}: every page, both key files and {count} audit entries are whole"]


def _backup(options: argparse.Namespace) -> Lines:
    keep = Keep(options.days, options.weeks, options.months)
    if min(keep.days, keep.weeks, keep.months) < 0:
        raise BadInput("--days, --weeks, --months: give numbers from 0")
    with opened(options) as vault:
        made = make_backup(vault, options.into)
        held = inspected(made, vault.data_key)
        dropped = drop_old_backups(options.into, keep)
    return [f"{made}: made and read through; it holds {_told(held)}", *(f"{one}: removed" for one in dropped)]


def _restore(options: argparse.Namespace) -> Lines:
    around = this_machine()
    if options.into is not None:
        must_be_restorable(options.into)
    preview = preview_restore(options.vault, options.user, asked("passphrase"), around)
    lines = [f"{options.vault}: holds {_told(preview.contents)}"]
    if options.into is None:
        return [*lines, "nothing was changed; give --into VAULT to put it back"]
    done = restore(preview, options.into, around)
    lines.append(f"{done.folder}: restored")
    return lines if done.kept is None else [*lines, f"{done.kept}: what stood there before"]


def _told(contents: Contents) -> str:
    return (
        f"patients: {contents.patients}, visits: {contents.visits}, "
        f"latest visit: {contents.last_day or '-'}, last change: {contents.last_change or '-'}"
    )


def _users(options: argparse.Namespace) -> Lines:
    if options.recover is not None:
        letters = asked("recovery key")
        again = new_passphrase(options.recover)
        reset_by_recovery(options.vault, letters, options.recover, again, this_machine()).lock()
        return [f"{options.recover}: has a new passphrase"]
    with opened(options) as vault:
        return _changed_users(vault, options)


def _changed_users(vault: Vault, options: argparse.Namespace) -> Lines:
    from hipmap.storage.records.hand_over import recipient_code

    if options.add is not None:
        add_user(vault, options.add, options.role, new_passphrase(options.add))
    elif options.remove is not None:
        remove_user(vault, options.remove)
    elif options.change is not None:
        change_role(vault, options.change, options.role)
    elif options.passphrase:
        old = asked("old passphrase")
        change_passphrase(vault, old, new_passphrase(vault.user.name))
    elif options.recovery_key:
        return [_RECOVERY, renew_recovery_key(vault)]
    elif options.code:
        return [recipient_code(vault)]
    return [f"{user.name}: {user.role}" for user in users(vault)]


def _export(options: argparse.Namespace) -> Lines:
    from hipmap.records_files import exported

    must_may_export("plain_patient" if options.plain else "patient")
    with opened(options) as vault:
        return exported(vault, options, patient_by_number(vault, options.patient), new_passphrase)


def _import(options: argparse.Namespace) -> Lines:
    from hipmap.records_files import imported

    with opened(options) as vault:
        same = None if options.same_as is None else patient_by_number(vault, options.same_as)
        return imported(vault, options, same, asked)


def _rows(options: argparse.Namespace) -> Lines:
    from hipmap.records_rows import wrote_rows

    must_may_export("csv")
    with opened(options) as vault:
        return wrote_rows(vault, options)


_COMMANDS: dict[str, Callable[[argparse.Namespace], Lines]] = {
    "create": _create,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "users": _users,
    "export": _export,
    "import": _import,
    "rows": _rows,
}
