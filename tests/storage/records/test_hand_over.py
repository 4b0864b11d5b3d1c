"""A patient goes out in one file and comes in elsewhere, whole, after being shown; bad files stay outside."""

import json
from pathlib import Path
from typing import Any

import pytest

from hipmap.model.patient_document import PatientDocument
from hipmap.storage.records.attachments import add_attachment
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.hand_over import (
    Opener,
    is_for_recipient,
    opened_hand_over,
    opener_of,
    recipient_code,
    sealed_for_passphrase,
    sealed_for_recipient,
)
from hipmap.storage.records.patient_documents import document_of, document_text, parse_document
from hipmap.storage.records.patient_import import import_patient, plan_import
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.problems import NewerFormat, Refused, VaultProblem, WrongPassphrase
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit, save_visit, steps_of, timeline
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, case, identity, surroundings

SECRET = "a passphrase told by telephone"


@pytest.fixture
def document(vault: Vault) -> PatientDocument:
    """A patient with one of everything."""
    patient = add_patient(vault, identity(tags=("hip",), notes="'; DROP TABLE patient; --"))
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(), "one")
    save_visit(vault, visit.uid, case(answers={"limp": "no"}), "two")
    add_score(vault, patient.uid, "psfs", 4.5, "2026-03-01")
    add_attachment(vault, patient.uid, "letter.pdf", "2026-03-01", bytes(range(256)))
    return document_of(vault, patient.uid)


@pytest.fixture
def clinic(tmp_path: Path) -> Vault:
    """Other records, elsewhere."""
    return create_vault(tmp_path / "elsewhere", OWNER, PASSPHRASE, surroundings(seed=5))[0]


def text_of(document: PatientDocument, **changed: Any) -> bytes:
    return json.dumps({**json.loads(document_text(document)), **changed}).encode()


def test_all_of_a_patient_arrives(document: PatientDocument, clinic: Vault) -> None:
    plan = plan_import(clinic, document)
    assert (plan.into, plan.number_is_taken, plan.alike) == (None, False, ())
    assert [len(uids) for uids in plan.new.values()] == [1, 1, 1]
    assert find_patients(clinic) == ()
    patient = import_patient(clinic, document)
    again = document_of(clinic, patient.uid)
    assert again.model_copy(update={"written": document.written}) == document
    assert find_patients(clinic, "two")[0].uid == patient.uid


def test_importing_twice_changes_nothing_and_newer_visits_are_added(
    document: PatientDocument, clinic: Vault, vault: Vault
) -> None:
    import_patient(clinic, document)
    plan = plan_import(clinic, document)
    assert (plan.into is not None, plan.new["visit"], plan.different) == (True, (), ())
    import_patient(clinic, document)
    begin_visit(vault, document.uid, "2026-04-01", case())
    import_patient(clinic, document_of(vault, document.uid))
    assert [visit.day for visit in timeline(clinic, document.uid).visits] == ["2026-03-01", "2026-04-01"]


def test_a_visit_that_is_different_here_stays_as_it_is(document: PatientDocument, clinic: Vault) -> None:
    import_patient(clinic, document)
    (visit,) = document.visits
    save_visit(clinic, visit.uid, case(), "here")
    assert plan_import(clinic, document).different == (visit.uid,)
    import_patient(clinic, document)
    assert timeline(clinic, document.uid).visits[0].note == "here"


def test_a_number_that_is_taken_and_a_namesake_are_told(document: PatientDocument, clinic: Vault) -> None:
    here = add_patient(clinic, identity())
    plan = plan_import(clinic, document)
    assert (plan.number_is_taken, plan.alike) == (True, (here,))
    with pytest.raises(Refused, match="give a new one"):
        import_patient(clinic, document)
    merged = import_patient(clinic, document, into=here.uid)
    assert (merged.uid, len(timeline(clinic, here.uid).visits)) == (here.uid, 1)
    with pytest.raises(Refused, match="belongs to another patient"):
        import_patient(clinic, document, number="X-1")


def test_a_visit_without_steps_gets_one(document: PatientDocument, clinic: Vault) -> None:
    bare = document.model_copy(update={"visits": (document.visits[0].model_copy(update={"steps": ()}),)})
    import_patient(clinic, bare, number="N-1")
    assert [step.note for step in steps_of(clinic, document.visits[0].uid)] == ["two"]


def test_a_passphrase_opens_what_it_sealed(document: PatientDocument) -> None:
    file = sealed_for_passphrase(document, SECRET, surroundings())
    assert not is_for_recipient(file, "x")
    assert opened_hand_over(file, "x", Opener(passphrase=SECRET)) == document
    assert b"letter" not in file
    with pytest.raises(WrongPassphrase, match="not right"):
        opened_hand_over(file, "x", Opener(passphrase="another one here"))
    with pytest.raises(WrongPassphrase, match="give it"):
        opened_hand_over(file, "x", Opener(private=bytes(32)))


def test_a_recipient_code_seals_for_that_clinic_alone(
    document: PatientDocument, clinic: Vault, vault: Vault
) -> None:
    file = sealed_for_recipient(document, recipient_code(clinic).lower(), surroundings())
    assert is_for_recipient(file, "x")
    assert opened_hand_over(file, "x", opener_of(clinic)) == document
    with pytest.raises(WrongPassphrase, match="another clinic"):
        opened_hand_over(file, "x", opener_of(vault))
    with pytest.raises(Refused, match="letter by letter"):
        sealed_for_recipient(document, recipient_code(clinic)[:-1] + "!", surroundings())


@pytest.mark.parametrize("at", [0, 20, 60, 200, 300, 1000, -1, -20])
def test_one_changed_byte_is_noticed(document: PatientDocument, at: int) -> None:
    file = bytearray(sealed_for_passphrase(document, SECRET, surroundings()))
    file[at] ^= 1
    with pytest.raises(VaultProblem):
        opened_hand_over(bytes(file), "x", Opener(passphrase=SECRET))


def test_what_is_no_hand_over_says_so(document: PatientDocument) -> None:
    file = sealed_for_passphrase(document, SECRET, surroundings())
    for content in (b"", b"\n", b"{}\n", b"x" * 2000, b'{"schema":"hipmap-handover/1"}\nabc', file[1:]):
        with pytest.raises(Refused, match="no hand-over"):
            opened_hand_over(content, "x", Opener(passphrase=SECRET))
    with pytest.raises(NewerFormat):
        opened_hand_over(file.replace(b"over/1", b"over/2", 1), "x", Opener(passphrase=SECRET))
    greedy = file.replace(b'"memory_kib":8', b'"memory_kib":1048577', 1)
    with pytest.raises(Refused):
        opened_hand_over(greedy, "x", Opener(passphrase=SECRET))
    with pytest.raises(Refused, match="larger than any"):
        opened_hand_over(bytes(170_000_000), "x", Opener(passphrase=SECRET))


def test_hostile_documents_are_refused_and_nothing_comes_in(document: PatientDocument, clinic: Vault) -> None:
    (visit,) = json.loads(document_text(document))["visits"]
    (letter,) = json.loads(document_text(document))["attachments"]
    about = letter["about"]
    hostile = [
        b"", b"null", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"schema":' * 5000,
        text_of(document, schema="hipmap-case/1"),
        text_of(document, uid="../../etc/passwd"),
        text_of(document, identity=[]),
        text_of(document, identity={"number": "1", "name": "x" * 10_000}),
        text_of(document, identity={"number": 1, "name": "x"}),
        text_of(document, visits=[visit, visit]),
        text_of(document, visits=[{**visit, "case": {**visit["case"], "answers": {"x" * 90: "yes"}}}]),
        text_of(document, visits=[{**visit, "case": {"schema": "hipmap-case/1", "answers": 3}}]),
        text_of(document, visits=[{**visit, "steps": visit["steps"][::-1]}]),
        text_of(document, visits=[{**visit, "note": "\x1b[2J"}]),
        text_of(document, scores=[{"uid": "0" * 32, "measure": "x'; DROP", "value": 1, "day": "2026-01-01"}]),
        text_of(document, scores=[{"uid": "0" * 32, "measure": "x", "value": 1e999, "day": "2026-01-01"}]),
        text_of(document, attachments=[{**letter, "about": {**about, "name": "../../x"}}]),
        text_of(document, attachments=[{**letter, "content": "AAAA"}]),
        text_of(document, attachments=[{**letter, "about": {**about, "size": 9}}]),
        text_of(document).replace(b'"uid"', b'"uid": "x", "uid"', 1),
    ]  # fmt: skip
    for text in hostile:
        with pytest.raises(Refused) as caught:
            parse_document(text, "file.json")
        assert str(caught.value).startswith("file.json: ")
        assert len(str(caught.value)) <= 400
    assert find_patients(clinic) == ()


def test_sql_in_every_text_is_only_text(document: PatientDocument, clinic: Vault) -> None:
    word = "x'); DROP TABLE patient; --"
    identity_ = {"number": word, "name": word, "born": None, "notes": word, "tags": [word]}
    parsed = parse_document(text_of(document, identity=identity_), "x")
    patient = import_patient(clinic, parsed)
    assert (patient.identity.name, patient.identity.tags) == (word, (word,))
    assert len(find_patients(clinic, "drop table")) == 1
