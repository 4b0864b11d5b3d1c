"""Mends a visit that was begun on the wrong day or with the wrong patient; what was written in it stays."""

from typing import Any

from pydantic import TypeAdapter

from hipmap.model.records import Day
from hipmap.storage.records.patients import forget_note, index_visit
from hipmap.storage.records.problems import NotFound
from hipmap.storage.records.vault import Change, Vault

_DAY: TypeAdapter[str] = TypeAdapter(Day)


def change_day(vault: Vault, uid: str, day: str) -> None:
    """Gives a visit another day."""
    real = _DAY.validate_python(day)
    with vault.changing() as change:
        visit, patient, _note = _found(change, uid)
        change.execute("UPDATE visit SET day = ?, changed = ? WHERE id = ?", real, change.at, visit)
        change.execute("UPDATE patient SET changed = ? WHERE id = ?", change.at, patient)
        change.log("visit_day_changed", uid, "visit")


def move_visit(vault: Vault, uid: str, patient: str) -> None:
    """Gives a visit, with every step, to another patient; the audit tells it of both."""
    with vault.changing() as change:
        visit, before, note = _found(change, uid)
        (giver,) = change.execute("SELECT uid FROM patient WHERE id = ?", before).fetchone()
        taker = change.execute("SELECT id FROM patient WHERE uid = ?", patient).fetchone()
        if taker is None:
            raise NotFound("patient_gone")
        if giver == patient:
            return
        forget_note(change, before, visit)
        change.execute("UPDATE visit SET patient = ?, changed = ? WHERE id = ?", taker[0], change.at, visit)
        change.execute("UPDATE patient SET changed = ? WHERE id IN (?, ?)", change.at, before, taker[0])
        if note:
            index_visit(change, taker[0], visit, note)
        change.log("visit_moved", uid, "visit")
        change.log("visit_moved_away", giver, "patient")
        change.log("visit_moved_here", patient, "patient")


def _found(change: Change, uid: str) -> tuple[Any, ...]:
    """Gives the row of a visit, that of its patient, and its note."""
    row: tuple[Any, ...] | None = change.execute(
        "SELECT id, patient, note FROM visit WHERE uid = ?", uid
    ).fetchone()
    if row is None:
        raise NotFound("visit_gone")
    return row
