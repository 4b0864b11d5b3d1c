"""The audit says who did what and when, without what it was about, and shows every tampering."""

from collections.abc import Callable

import pytest
from sqlcipher3 import dbapi2

from hipmap.storage.records.audit_anchor import ANCHOR
from hipmap.storage.records.audit_chain import entries
from hipmap.storage.records.patients import add_patient, change_patient, look_at_patient
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, look_at_visit, save_visit, visit_leaves
from tests.storage.records.small_vaults import OWNER, SmallVault, case, identity

_UNLOCK = ("DROP TRIGGER audit_keeps", "DROP TRIGGER audit_stays", "DROP TRIGGER audit_grows")


def fill(vault: Vault) -> None:
    patient = add_patient(vault, identity())
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(), "a note")
    save_visit(vault, visit.uid, case(), "another note")
    look_at_patient(vault, patient.uid)
    look_at_visit(vault, visit.uid)
    change_patient(vault, patient.uid, identity(name="New Name"))


def test_it_tells_who_did_what_in_order_and_nothing_else(vault: Vault) -> None:
    fill(vault)
    told = entries(vault.session.connection)
    assert [entry.action for entry in told] == [
        "created", "user_added", "opened", "opened", "patient_added", "visit_added", "visit_changed",
        "patient_seen", "visit_seen", "patient_changed",
    ]  # fmt: skip
    assert {entry.user for entry in told} == {OWNER}
    assert [entry.number for entry in told] == list(range(1, 11))
    words = " ".join(f"{entry.action} {entry.subject}" for entry in told)
    assert not any(word in words for word in ("note", "Jörg", "Name", "A-17"))
    assert problems_of(vault) == ()


def test_a_visit_that_leaves_is_told_by_kind_and_of_whom_alone(vault: Vault) -> None:
    fill(vault)
    patient = add_patient(vault, identity(number="A-18"))
    visit = begin_visit(vault, patient.uid, "2026-03-02", case(), "a note")
    visit_leaves(vault, visit.uid, "letter")
    told = entries(vault.session.connection)[-1]
    assert (told.action, told.subject, told.user) == ("visit_left_letter", visit.uid, OWNER)
    assert problems_of(vault) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET user = 'x'",
        "DELETE FROM audit",
        "INSERT INTO audit VALUES (99,'','','','','',x'',x'')",
    ],
)
def test_the_database_itself_refuses_to_change_it(vault: Vault, statement: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="the audit"):
        vault.session.connection.execute(statement)


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (["UPDATE audit SET user = 'Somebody' WHERE seq = 4"], "entry 4 was changed"),
        (["UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE seq = 5"], "entry 5 was changed"),
        (["DELETE FROM audit WHERE seq = 5"], "entry 5 is missing"),
        (["DELETE FROM audit WHERE seq >= 8"], "entries after 7 were cut"),
        (["DELETE FROM audit"], "entries after 0 were cut"),
        (
            [
                "UPDATE audit SET seq = 100 WHERE seq = 4",
                "UPDATE audit SET seq = 4 WHERE seq = 5",
                "UPDATE audit SET seq = 5 WHERE seq = 100",
            ],
            "entry 4 was changed, moved",
        ),
        (["UPDATE audit SET seq = seq - 3 WHERE seq > 3", "DELETE FROM audit WHERE seq < 1"], "entry 1 was"),
    ],
)
def test_tampering_by_one_who_has_the_key_is_found(vault: Vault, statements: list[str], words: str) -> None:
    fill(vault)
    if statements[0].startswith("UPDATE audit SET seq = seq"):
        statements = ["DELETE FROM audit WHERE seq <= 3", *statements]
    for statement in (*_UNLOCK, *statements):
        vault.session.connection.execute(statement)
    (problem,) = problems_of(vault)
    assert problem.startswith("audit: ")
    assert words in problem


@pytest.mark.parametrize("spoil", [lambda c: c[:0], lambda c: c[:70], lambda c: c[:20] + b"x" + c[21:]])
def test_a_spoilt_anchor_is_told_and_mended_with_a_word_in_the_audit(
    closed: SmallVault, spoil: Callable[[bytes], bytes]
) -> None:
    anchor = closed.folder / ANCHOR
    vault = closed.open()
    anchor.write_bytes(spoil(anchor.read_bytes()))
    assert "anchor" in " ".join(problems_of(vault))
    vault.lock()
    for found in (1, 0):
        vault = closed.open()
        assert len(problems_of(vault)) == found
        vault.lock()


def test_an_anchor_that_is_gone_leaves_a_word_in_the_audit(closed: SmallVault) -> None:
    (closed.folder / ANCHOR).unlink()
    vault = closed.open()
    assert "anchor_missing" in {entry.action for entry in entries(vault.session.connection)}
    vault.lock()


def test_damaged_keys_are_told(vault: Vault) -> None:
    (vault.folder / "keys-copy.json").write_text("{}")
    (problem,) = problems_of(vault)
    assert problem.startswith("keys-copy.json: ")
