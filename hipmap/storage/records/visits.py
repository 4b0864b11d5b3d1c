"""The visits of a patient: whole cases with every step of their editing, and the timeline."""

import json
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from hipmap.model.case import Case, case_as_data
from hipmap.model.records import Attachment, OutcomeScore, Step, Visit
from hipmap.storage.records.attachments import attachments_of
from hipmap.storage.records.object_digests import step_seal
from hipmap.storage.records.patients import index_visit, new_uid, row_of
from hipmap.storage.records.problems import Damaged, MovedOn, NotFound
from hipmap.storage.records.scores import scores_of
from hipmap.storage.records.vault import Change, Vault


@dataclass(frozen=True)
class Timeline:
    """All of one patient, each list in the order of its days."""

    visits: tuple[Visit, ...]
    scores: tuple[OutcomeScore, ...]
    attachments: tuple[Attachment, ...]


def begin_visit(vault: Vault, patient: str, day: str, case: Case, note: str = "") -> Visit:
    """Writes down a new visit as its first step."""
    row, uid = row_of(vault, patient), new_uid(vault)
    with vault.changing() as change:
        visit = insert_visit(change, row, uid, day, note, case)
        _write_step(change, visit, 1, note, written_case(case))
        change.log("visit_added", uid, "visit")
    return visit_of(vault, uid)


def save_visit(
    vault: Vault, uid: str, case: Case, note: str, based_on: tuple[Case, str] | None = None
) -> int:
    """Writes an edit of a visit as a step of its own; gives the step, which is then on the disk.

    An edit that says what it was `based_on` is refused where the visit became another one since.
    """
    content = written_case(case)
    with vault.changing() as change:
        now = _now(change, uid)
        if based_on is not None and not _is(now, *based_on):
            if _is(now, case, note):
                return now.step  # it arrived, although the disk did not say so
            raise MovedOn("visit_moved_on")
        _put_state(change, now, note, content)
        change.log("visit_changed", uid, "visit")
    return now.step + 1


def save_beside(vault: Vault, uid: str, case: Case, note: str) -> int:
    """Writes an edit that came too late: into the history, followed by the newer state again."""
    with vault.changing() as change:
        now = _now(change, uid)
        late = replace(now, step=now.step + 1, note=note, content=written_case(case))
        _put_state(change, now, late.note, late.content)
        _put_state(change, late, now.note, now.content)
        change.log("visit_changed", uid, "visit")
    return late.step + 1


def insert_visit(change: Change, patient: int, uid: str, day: str, note: str, case: Case) -> int:
    """Writes a visit without steps within a change; gives the number of its row."""
    row = change.execute(
        "INSERT INTO visit (uid, patient, day, note, content, step, made, changed) "
        "VALUES (?, ?, ?, ?, ?, 1, ?, ?)",
        uid, patient, day, note, written_case(case), change.at, change.at,
    ).lastrowid  # fmt: skip
    if note:
        index_visit(change, patient, row, note)
    return int(row)


def insert_step(change: Change, visit: int, step: Step) -> None:
    """Writes a step that was made elsewhere."""
    _put_step(change, visit, (step.step, step.at, step.user, step.note, written_case(step.case)))
    change.execute("UPDATE visit SET step = max(step, ?) WHERE id = ?", step.step, visit)


def visit_of(vault: Vault, uid: str) -> Visit:
    found = _visits(vault, "v.uid = ?", uid)
    if not found:
        raise NotFound("visit_gone")
    return found[0]


def look_at_visit(vault: Vault, uid: str) -> Visit:
    """Gives a visit and tells the audit that somebody looked."""
    found = visit_of(vault, uid)
    vault.looked("visit_seen", uid)
    return found


def steps_of(vault: Vault, uid: str) -> tuple[Step, ...]:
    """Gives a visit as it was after each edit, the first first."""
    rows = vault.rows(
        "SELECT s.step, s.at, s.user, s.note, s.content FROM step s JOIN visit v ON v.id = s.visit "
        "WHERE v.uid = ? ORDER BY s.step",
        uid,
    )
    return tuple(
        Step(step=step, at=at, user=user, note=note, case=read_case(text))
        for step, at, user, note, text in rows
    )


def timeline(vault: Vault, patient: str) -> Timeline:
    """Gives all of a patient, in the order of its days."""
    row = row_of(vault, patient)
    return Timeline(_visits(vault, "v.patient = ?", row), scores_of(vault, row), attachments_of(vault, row))


def look_at_all_visits(vault: Vault, patient: str) -> tuple[Visit, ...]:
    """Gives all visits of a patient to be written elsewhere, and tells the audit that they left."""
    found = timeline(vault, patient).visits
    vault.looked("visits_reported", patient)
    return found


def visit_leaves(vault: Vault, uid: str, kind: str) -> None:
    """Tells the audit that a visit is written, printed or copied as a kind of report; not what is in it."""
    vault.looked(f"visit_left_{kind}", uid)


def written_case(case: Case) -> str:
    return json.dumps(case_as_data(case), ensure_ascii=False, separators=(",", ":"))


def read_case(text: str) -> Case:
    try:
        return Case.model_validate_json(text)
    except ValidationError:
        raise Damaged("visit_unreadable") from None


@dataclass(frozen=True)
class _State:
    """A visit as it stands on the disk."""

    row: int
    patient: int
    step: int
    note: str
    content: str


def _now(change: Change, uid: str) -> _State:
    row = change.execute("SELECT id, patient, step, note, content FROM visit WHERE uid = ?", uid).fetchone()
    if row is None:
        raise NotFound("visit_gone")
    return _State(*row)


def _is(state: _State, case: Case, note: str) -> bool:
    return state.note == note and (state.content == written_case(case) or read_case(state.content) == case)


def _put_state(change: Change, before: _State, note: str, content: str) -> None:
    """Writes what a visit becomes, and the step that led to it."""
    change.execute(
        "UPDATE visit SET note = ?, content = ?, step = ?, changed = ? WHERE id = ?",
        note, content, before.step + 1, change.at, before.row,
    )  # fmt: skip
    _write_step(change, before.row, before.step + 1, note, content)
    change.execute("UPDATE patient SET changed = ? WHERE id = ?", change.at, before.patient)
    if note != before.note:
        index_visit(change, before.patient, before.row, note)


def _write_step(change: Change, visit: int, step: int, note: str, content: str) -> None:
    _put_step(change, visit, (step, change.at, change.user, note, content))


def _put_step(change: Change, visit: int, step: tuple[int, str, str, str, str]) -> None:
    seal = step_seal(change.connection, change.key, visit, step)
    change.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)", visit, *step, seal)


def _visits(vault: Vault, where: str, value: Any) -> tuple[Visit, ...]:
    rows = vault.rows(
        "SELECT v.uid, p.uid, v.day, v.note, v.content, v.step, v.changed FROM visit v "
        f"JOIN patient p ON p.id = v.patient WHERE {where} ORDER BY v.day, v.id",
        value,
    )
    return tuple(
        Visit(uid=uid, patient=patient, day=day, note=note, case=read_case(text), step=step, changed=changed)
        for uid, patient, day, note, text, step, changed in rows
    )
