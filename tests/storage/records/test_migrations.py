"""Records of every older version open, after a copy is laid aside; a step that fails changes nothing.

`stored/version_N` are real records that hipmap wrote in that version.
"""

import shutil
from pathlib import Path

import pytest

from hipmap.storage.records.key_slots import Opened, opened_by_passphrase
from hipmap.storage.records.migrating import version_of
from hipmap.storage.records.migrations import MIGRATIONS
from hipmap.storage.records.migrations.migration import Migration
from hipmap.storage.records.opening import opened_vault, unlocked
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.problems import NewerFormat, VaultProblem
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import steps_of, timeline
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, identity, surroundings

STORED = Path(__file__).with_name("stored")
# For the tests of the machinery alone; the next real one is a module of hipmap.storage.records.migrations.
TO_NEXT = Migration(MIGRATIONS[-1].version + 1, "a test", ("ALTER TABLE patient ADD COLUMN called TEXT",))
BAD = Migration(TO_NEXT.version, "a test", (*TO_NEXT.statements, "UPDATE patient SET nothing = 1"))


def opened_of(folder: Path) -> Opened:
    return unlocked(folder, lambda keys: opened_by_passphrase(keys, OWNER, PASSPHRASE))[0]


@pytest.mark.parametrize("version", [migration.version for migration in MIGRATIONS])
def test_real_records_of_every_version_open(version: int, tmp_path: Path) -> None:
    around = surroundings(seed=3)
    shutil.copytree(STORED / f"version_{version}", tmp_path / "clinic")
    vault = SmallVault(tmp_path / "clinic", around, None).open()  # type: ignore[arg-type]
    (patient,) = find_patients(vault, "jorg")
    assert patient.identity.tags == ("hip",)
    found = timeline(vault, patient.uid)
    assert (len(found.visits), len(found.scores), len(found.attachments)) == (1, 1, 1)
    assert [step.note for step in steps_of(vault, found.visits[0].uid)] == ["one", "two"]
    assert problems_of(vault) == ()
    assert version_of(vault.session.connection) == MIGRATIONS[-1].version
    vault.lock()


def test_the_versions_are_numbered_without_a_gap() -> None:
    assert [migration.version for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_a_step_copies_first(closed: SmallVault) -> None:
    opened = opened_of(closed.folder)
    vault = opened_vault(closed.folder, opened, closed.around, migrations=(*MIGRATIONS, TO_NEXT))
    assert vault.rows("SELECT called FROM patient") == []
    assert version_of(vault.session.connection) == TO_NEXT.version
    vault.lock()
    with pytest.raises(NewerFormat):
        closed.open()
    (copy,) = (closed.folder / "aside").iterdir()
    assert copy.name.startswith(f"version-{MIGRATIONS[-1].version}-")
    SmallVault(copy, closed.around, closed.clock).open().lock()


def test_only_the_latest_copies_that_were_laid_aside_stay(closed: SmallVault) -> None:
    steps = [Migration(MIGRATIONS[-1].version + n, "a test", ()) for n in range(1, 5)]
    (closed.folder / "aside" / "version-0-notes").mkdir(parents=True)
    (closed.folder / "aside" / "version-0-notes" / "own.txt").write_text("mine")
    for last in range(1, 5):
        closed.clock.forward(days=30)
        opened_vault(
            closed.folder, opened_of(closed.folder), closed.around, migrations=(*MIGRATIONS, *steps[:last])
        ).lock()
    kept = sorted("-".join(path.name.split("-")[:2]) for path in (closed.folder / "aside").iterdir())
    first = MIGRATIONS[-1].version
    assert kept == ["version-0", f"version-{first + 2}", f"version-{first + 3}"]
    assert (closed.folder / "aside" / "version-0-notes" / "own.txt").exists()


def test_a_step_that_fails_keeps_every_copy(closed: SmallVault) -> None:
    for _ in range(4):
        with pytest.raises(VaultProblem):
            opened_vault(
                closed.folder, opened_of(closed.folder), closed.around, migrations=(*MIGRATIONS, BAD)
            )
    assert len(list((closed.folder / "aside").iterdir())) == 4


def test_the_copy_that_is_laid_aside_is_whole(closed: SmallVault) -> None:
    vault = closed.open()
    uid = add_patient(vault, identity()).uid
    vault.lock()
    opened_vault(
        closed.folder, opened_of(closed.folder), closed.around, migrations=(*MIGRATIONS, TO_NEXT)
    ).lock()
    (copy,) = (closed.folder / "aside").iterdir()
    kept = SmallVault(copy, closed.around, closed.clock).open()
    assert [patient.uid for patient in find_patients(kept)] == [uid]
    assert problems_of(kept) == ()
    kept.lock()


def test_a_step_that_fails_changes_nothing(closed: SmallVault) -> None:
    with pytest.raises(VaultProblem):
        opened_vault(closed.folder, opened_of(closed.folder), closed.around, migrations=(*MIGRATIONS, BAD))
    vault = closed.open()
    assert version_of(vault.session.connection) == MIGRATIONS[-1].version
    assert find_patients(vault) == ()
    vault.lock()


def test_a_second_window_does_not_migrate(closed: SmallVault) -> None:
    first = closed.open()
    with pytest.raises(VaultProblem, match="of an older hipmap"):
        opened_vault(
            closed.folder, opened_of(closed.folder), closed.around, migrations=(*MIGRATIONS, TO_NEXT)
        )
    first.lock()
