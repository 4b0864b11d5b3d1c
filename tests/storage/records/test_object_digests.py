"""What was edited past hipmap, by one who has the key or by a mistake, is found; the digests tell nothing."""

import ast
import re
from pathlib import Path

import pytest

from hipmap.storage.records.attachments import add_attachment, remove_attachment
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.patient_documents import document_of
from hipmap.storage.records.patient_import import import_patient
from hipmap.storage.records.patients import add_patient, archive_patient, change_patient
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.users import add_user, change_passphrase, change_role, remove_user
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.case_builders import ROOT
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, case, identity, surroundings

WORDS = "other plain words now"


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """Two patients with one of everything."""
    for number in ("A-17", "B-2"):
        patient = add_patient(vault, identity(number, tags=("hip", "knee")))
        visit = begin_visit(vault, patient.uid, "2026-03-01", case(), f"one {number}")
        save_visit(vault, visit.uid, case(answers={"limp": "no"}), "two")
        add_score(vault, patient.uid, "psfs", 4.5, "2026-03-01")
        add_attachment(vault, patient.uid, "letter.pdf", "2026-03-01", b"letter")
    return vault


def test_what_hipmap_does_leaves_no_problem(filled: Vault, tmp_path: Path) -> None:
    first, second = (row[0] for row in filled.rows("SELECT uid FROM patient ORDER BY id"))
    change_patient(filled, first, identity("A-18", "New Name", tags=("new",)))
    archive_patient(filled, first, archived=True)
    ((letter,),) = filled.rows("SELECT a.uid FROM attachment a JOIN patient p ON p.id = a.patient "
                               "WHERE p.uid = ?", first)  # fmt: skip
    remove_attachment(filled, letter)
    add_user(filled, "Bo", "assistant", WORDS)
    change_role(filled, "Bo", "clinician")
    remove_user(filled, "Bo")
    change_passphrase(filled, PASSPHRASE, WORDS)
    elsewhere, _ = create_vault(tmp_path / "elsewhere", OWNER, PASSPHRASE, surroundings(seed=5))
    import_patient(elsewhere, document_of(filled, second))
    delete_patient(filled, second, ())
    assert problems_of(filled) == problems_of(elsewhere) == ()
    elsewhere.lock()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE visit SET note = 'other' WHERE id = 1", r"visit \w{32} is not as entry 7 of"),
        ("UPDATE visit SET content = replace(content, 'no', 'yes')", "not as entry 7 of the audit left it"),
        ("UPDATE visit SET day = '2025-01-01' WHERE id = 2", "is not as entry 12"),
        ("UPDATE visit SET patient = 1 WHERE id = 2", "is not as entry 12"),
        ("UPDATE patient SET name = 'Other' WHERE id = 1", r"patient \w{32} is not as entry 5 "),
        ("UPDATE patient SET archived = 1 WHERE id = 1", "is not as entry 5 "),
        ("DELETE FROM tag WHERE patient = 1 AND word = 'hip'", "is not as entry 5 "),
        ("UPDATE score SET value = 5 WHERE id = 1", r"score \w{32} is not as entry 8 "),
        ("UPDATE attachment SET name = 'x.pdf' WHERE id = 1", r"attachment \w{32} is not as entry 9 "),
        ("UPDATE attachment SET content = x'00112233445566' WHERE id = 1", "is not as entry 9 "),
        ("UPDATE attachment SET content = x'001122334455' WHERE id = 1", "bytes of attachment"),
        ("UPDATE user SET role = 'assistant'", "user 1 is not as entry 2 "),
        ("UPDATE user SET name = 'Dr Eve'", "user 1 is not as entry 2 "),
        ("UPDATE vault SET value = hex(randomblob(32)) WHERE key = 'recipient'", r"vault \w{32} is not as"),
        ("UPDATE step SET note = 'x' WHERE visit = 1 AND step = 1", r"step 1 of visit \w{32} was changed"),
        ("UPDATE step SET content = '{}' WHERE visit = 2 AND step = 2", "step 2 of visit"),
        ("DELETE FROM step WHERE visit = 1 AND step = 1", "step 2 of visit"),
        ("DELETE FROM step WHERE visit = 1 AND step = 2", "is not as entry 7 "),
        ("DELETE FROM visit WHERE id = 1", r"visit \w{32}, of which entry 7 of the audit tells, is gone"),
        ("DELETE FROM salt WHERE object LIKE 'score%'", "is not as entry 8 "),
        (
            "INSERT INTO score (uid, patient, measure, value, day) "
            "VALUES ('new', 1, 'lefs', 3, '2026-01-01')",
            "score new was put in",
        ),
        (
            "INSERT INTO user (name, name_key, role, slot) VALUES ('Eve', 'eve', 'clinician', '00')",
            "user 2 was put in",
        ),
    ],
)  # fmt: skip
def test_an_edit_past_hipmap_is_found(filled: Vault, statement: str, words: str) -> None:
    assert problems_of(filled) == ()
    filled.session.connection.execute(statement)
    told = "\n".join(problems_of(filled))
    assert re.search(words, told), told
    assert all(one.startswith("records.db: ") for one in problems_of(filled))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM words WHERE rowid = 1 << 32",
        "UPDATE words SET notes = '' WHERE rowid = (1 << 32) + 1",
        "UPDATE words SET name = 'other' WHERE rowid = 2 << 32",
        "INSERT INTO words (rowid, name, number, tags, notes) VALUES (7 << 32, 'x', '', '', '')",
        "DELETE FROM words_data WHERE id > 10",
        "UPDATE words_content SET c0 = 'other' WHERE id = 1 << 32",
    ],
)
def test_a_search_that_would_hide_somebody_is_found(filled: Vault, statement: str) -> None:
    filled.session.connection.execute(statement)
    told = " ".join(problems_of(filled))
    assert "the search does not hold the words" in told or "damaged" in told


def test_steps_of_two_visits_cannot_change_places(filled: Vault) -> None:
    for statement in (
        "visit = 99 WHERE visit = 1",
        "visit = 1 WHERE visit = 2",
        "visit = 2 WHERE visit = 99",
    ):
        filled.session.connection.execute("PRAGMA foreign_keys = OFF")
        filled.session.connection.execute(f"UPDATE step SET {statement}")
    assert len(problems_of(filled)) == 2


def test_what_comes_back_after_it_was_deleted_is_found(filled: Vault) -> None:
    ((uid, row),) = filled.rows("SELECT uid, id FROM patient WHERE number = 'B-2'")
    was = filled.rows("SELECT * FROM patient WHERE id = ?", row)[0]
    delete_patient(filled, uid, ())
    filled.session.connection.execute(f"INSERT INTO patient VALUES ({', '.join('?' * len(was))})", was)
    problem, search = problems_of(filled)
    assert "the search does not hold" in search
    assert f"patient {uid} is here although entry" in problem


def test_every_change_tells_of_what_kind_it_is() -> None:
    """A change that the audit is told of without its kind would go without a digest."""
    changed_nothing = {"recovery_key_renewed"}
    without = []
    for path in (ROOT / "hipmap" / "storage" / "records").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != "change.log":
                continue
            if path.name != "vault.py" and len(node.args) < 3:
                without.append(ast.literal_eval(node.args[0]))
    assert set(without) == changed_nothing


def test_many_are_counted(vault: Vault) -> None:
    for number in range(25):
        add_patient(vault, identity(f"N-{number}"))
    vault.session.connection.execute("UPDATE patient SET notes = 'x'")
    *problems, search = problems_of(vault)
    assert "the search does not hold" in search
    assert (len(problems), str(problems[-1])) == (21, "records.db: 5 more things were changed past hipmap")


def test_a_digest_tells_nothing_of_what_it_was_made_from(filled: Vault) -> None:
    """The same thing twice gives two digests, and with a deleted patient goes what they could be tried on."""
    uid = filled.rows("SELECT uid FROM patient WHERE id = 1")[0][0]
    for _ in range(2):
        change_patient(filled, uid, identity())
    digests = filled.rows("SELECT digest FROM audit WHERE kind = 'patient'")
    assert (len(digests), len(set(digests))) == (4, 4)
    assert {len(digest) for (digest,) in digests} == {32}
    delete_patient(filled, uid, ())
    left = {object_ for (object_,) in filled.rows("SELECT object FROM salt")}
    things = [row[0] for kind in ("patient", "visit", "score", "attachment")
              for row in filled.rows(f"SELECT '{kind} ' || uid FROM {kind}")]  # fmt: skip
    vaults = [row[0] for row in filled.rows("SELECT 'vault ' || value FROM vault WHERE key = 'id'")]
    assert left == {*things, *vaults, "user 1"}
