"""The scores of questionnaires, each with its day."""

from hipmap.model.records import OutcomeScore
from hipmap.storage.records.patients import new_uid, row_of
from hipmap.storage.records.problems import NotFound
from hipmap.storage.records.vault import Change, Vault


def add_score(vault: Vault, patient: str, measure: str, value: float, day: str) -> OutcomeScore:
    """Writes down the score of a questionnaire of the library."""
    row = row_of(vault, patient)
    score = OutcomeScore(uid=new_uid(vault), measure=measure, value=value, day=day)
    with vault.changing() as change:
        insert_score(change, row, score)
        change.log("score_added", score.uid, "score")
    return score


def remove_score(vault: Vault, uid: str) -> None:
    """Takes a score out for good, as one that was mistyped."""
    with vault.changing() as change:
        if not change.execute("DELETE FROM score WHERE uid = ?", uid).rowcount:
            raise NotFound("score_gone")
        change.log("score_taken_out", uid, "score")


def insert_score(change: Change, patient: int, score: OutcomeScore) -> None:
    change.execute(
        "INSERT INTO score (uid, patient, measure, value, day) VALUES (?, ?, ?, ?, ?)",
        score.uid, patient, score.measure, score.value, score.day,
    )  # fmt: skip


def scores_of(vault: Vault, patient: int) -> tuple[OutcomeScore, ...]:
    rows = vault.rows(
        "SELECT uid, measure, value, day FROM score WHERE patient = ? ORDER BY day, id", patient
    )
    return tuple(OutcomeScore(uid=uid, measure=name, value=value, day=day) for uid, name, value, day in rows)
