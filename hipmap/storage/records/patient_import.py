"""Takes a patient's document in: first what would come in, then all of it or nothing."""

from dataclasses import dataclass
from typing import Literal

from hipmap.model.patient_document import DocumentVisit, PatientDocument
from hipmap.model.records import Patient, Step
from hipmap.storage.records.alike import alike
from hipmap.storage.records.attachments import insert_attachment
from hipmap.storage.records.home_document import is_home_number
from hipmap.storage.records.patient_documents import content_of_document
from hipmap.storage.records.patients import insert_patient, patient_of
from hipmap.storage.records.problems import NotFound, Refused
from hipmap.storage.records.scores import insert_score
from hipmap.storage.records.vault import Change, Vault
from hipmap.storage.records.visits import insert_step, insert_visit, written_case

Standing = Literal["new", "same", "different", "elsewhere"]
_TABLES = ("visit", "score", "attachment")


@dataclass(frozen=True)
class ImportPlan:
    """What would come in: uids by table, and who is here already under this uid, number or name."""

    into: Patient | None
    new: dict[str, tuple[str, ...]]
    here: dict[str, tuple[str, ...]]
    different: tuple[str, ...]
    elsewhere: tuple[str, ...]
    number_is_taken: bool
    alike: tuple[Patient, ...]
    # What was moved to another patient here stays there; a file of somebody else cannot bring it again.
    is_blocked: bool


def plan_import(vault: Vault, document: PatientDocument, into: str | None = None) -> ImportPlan:
    """Looks without changing anything; `into` is a patient whom a person found to be the same."""
    known = vault.rows("SELECT uid FROM patient WHERE uid = ?", into or document.uid)
    if into is not None and not known:
        raise NotFound("patient_gone")
    target = patient_of(vault, known[0][0]) if known else None
    new: dict[str, tuple[str, ...]] = {}
    here: dict[str, tuple[str, ...]] = {}
    elsewhere: list[str] = []
    for table, uids in _uids(document).items():
        owners = {uid: _owner(vault, table, uid) for uid in uids}
        new[table] = tuple(uid for uid, owner in owners.items() if owner is None)
        here[table] = tuple(uid for uid, owner in owners.items() if target and owner == target.uid)
        elsewhere += [uid for uid in uids if uid not in new[table] + here[table]]
    different = tuple(one.uid for one in document.visits if one.uid in here["visit"] and _differs(vault, one))
    number = document.identity.number
    taken = not is_home_number(number) and bool(vault.rows("SELECT 1 FROM patient WHERE number = ?", number))
    like = () if target else alike(vault, document.identity)
    is_own = target is not None and target.uid == document.uid
    return ImportPlan(
        target,
        new,
        here,
        different,
        tuple(elsewhere),
        taken and not target,
        like,
        bool(elsewhere) and not is_own,
    )


def import_patient(
    vault: Vault, document: PatientDocument, *, into: str | None = None, number: str | None = None
) -> Patient:
    """Takes in what is new; what is here already stays as it is. `number` replaces one that is taken."""
    plan = plan_import(vault, document, into)
    if plan.is_blocked:
        raise Refused("visit_of_another")
    if plan.number_is_taken and number is None:
        raise Refused("import_number_taken")
    uid = plan.into.uid if plan.into else document.uid
    with vault.changing() as change:
        row = _row(change, plan, document, number)
        _take_new(change, row, plan, document)
        change.log("patient_imported", uid, "patient")
        for kind, uids in plan.new.items():
            for one in uids:
                change.log(f"{kind}_imported", one, kind)
    return patient_of(vault, uid)


def _take_new(change: Change, row: int, plan: ImportPlan, document: PatientDocument) -> None:
    for visit in document.visits:
        if visit.uid in plan.new["visit"]:
            _take_visit(change, row, visit)
    for score in document.scores:
        if score.uid in plan.new["score"]:
            insert_score(change, row, score)
    for attachment in document.attachments:
        if attachment.about.uid in plan.new["attachment"]:
            insert_attachment(change, row, attachment.about, content_of_document(attachment, "the file"))


def _row(change: Change, plan: ImportPlan, document: PatientDocument, number: str | None) -> int:
    if plan.into is not None:
        return int(change.execute("SELECT id FROM patient WHERE uid = ?", plan.into.uid).fetchone()[0])
    given = {} if number is None else {"number": number}
    identity = type(document.identity).model_validate({**document.identity.model_dump(), **given})
    return insert_patient(change, document.uid, identity)


def _take_visit(change: Change, row: int, visit: DocumentVisit) -> None:
    number = insert_visit(change, row, visit.uid, visit.day, visit.note, visit.case)
    for step in visit.steps:
        insert_step(change, number, step)
    last = visit.steps[-1] if visit.steps else None
    if last is None or (last.case, last.note) != (visit.case, visit.note):
        following = last.step + 1 if last else 1
        insert_step(
            change,
            number,
            Step(step=following, at=change.at, user=change.user, note=visit.note, case=visit.case),
        )


def _uids(document: PatientDocument) -> dict[str, tuple[str, ...]]:
    return {
        "visit": tuple(one.uid for one in document.visits),
        "score": tuple(one.uid for one in document.scores),
        "attachment": tuple(one.about.uid for one in document.attachments),
    }


def _owner(vault: Vault, table: str, uid: str) -> str | None:
    assert table in _TABLES  # the one part of a statement that is not a bound value
    rows = vault.rows(f"SELECT p.uid FROM {table} t JOIN patient p ON p.id = t.patient WHERE t.uid = ?", uid)
    return str(rows[0][0]) if rows else None


def _differs(vault: Vault, visit: DocumentVisit) -> bool:
    rows = vault.rows("SELECT day, note, content FROM visit WHERE uid = ?", visit.uid)
    return rows != [(visit.day, visit.note, written_case(visit.case))]
