"""What the audit's actions are called."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.reports.kinds import kind_words

LEFT = "visit_left_"
"""Behind it stands the id of a kind of report."""


def action_words(action: str) -> str:
    """Gives an action in words; one of a later hipmap as it is written."""
    kind = kind_words().get(action.removeprefix(LEFT)) if action.startswith(LEFT) else None
    if kind is not None:
        words = QCoreApplication.translate("Records", "A visit was written, printed or copied: {what}")
        return words.format(what=kind[0])
    return (_visit_words() | _other_words()).get(action, action)


def _visit_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "visit_added": tr("Records", "A visit was begun"),
        "visit_changed": tr("Records", "A visit was changed"),
        "visit_seen": tr("Records", "A visit was looked at"),
        "visit_imported": tr("Records", "A visit was imported"),
        "visit_day_changed": tr("Records", "A visit was given another day"),
        "visit_moved": tr("Records", "A visit was moved to another patient"),
        "visit_moved_away": tr("Records", "A visit was taken from this patient, whose it was not"),
        "visit_moved_here": tr("Records", "A visit was given to this patient, whose it is"),
        "visit_deleted": tr("Records", "A visit was deleted for good"),
        "visit_removed": tr("Records", "A visit went with its patient"),
    }


def _other_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "created": tr("Records", "The records were made"),
        "opened": tr("Records", "The records were opened"),
        "patient_added": tr("Records", "A patient was added"),
        "patient_changed": tr("Records", "What is known of a patient was changed"),
        "patient_seen": tr("Records", "A patient was looked at"),
        "patient_archived": tr("Records", "A patient was archived"),
        "patient_brought_back": tr("Records", "A patient was brought back from the archive"),
        "patient_deleted": tr("Records", "A patient was deleted for good"),
        "table_exported": tr("Records", "Rows of all visits were exported"),
        "visits_reported": tr("Records", "Papers of all visits of a patient were written"),
        "patient_exported": tr("Records", "Everything of a patient was exported"),
        "patient_imported": tr("Records", "A patient was imported"),
        "score_added": tr("Records", "A score was written down"),
        "score_taken_out": tr("Records", "A score was removed"),
        "score_imported": tr("Records", "A score was imported"),
        "score_removed": tr("Records", "A score went with its patient"),
        "attachment_added": tr("Records", "A letter was added"),
        "attachment_seen": tr("Records", "A letter was looked at"),
        "attachment_removed": tr("Records", "A letter was removed"),
        "attachment_imported": tr("Records", "A letter was imported"),
        "backup_made": tr("Records", "A backup was made"),
        "restored": tr("Records", "A backup was put back"),
        "user_added": tr("Records", "A user was let in"),
        "user_removed": tr("Records", "A user was removed"),
        "user_made_clinician": tr("Records", "A user was made a clinician"),
        "user_made_assistant": tr("Records", "A user was made an assistant"),
        "passphrase_changed": tr("Records", "A passphrase was changed"),
        "passphrase_recovered": tr("Records", "A passphrase was renewed by the recovery key"),
        "recovery_key_renewed": tr("Records", "The recovery key was renewed"),
        "anchor_missing": tr("Records", "The anchor of this list was missing"),
        "older_state_accepted": tr("Records", "An older state of the records was accepted"),
    }
