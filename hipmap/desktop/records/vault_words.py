"""What the records have to tell, in the language of the window: each sentence says what and what to do."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.records.day_words import moment_words
from hipmap.desktop.records.proof_words import past_hipmap_words
from hipmap.desktop.records.vault_file_words import file_words, governed_words, restoring_words
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.sentences import Sentence, Value


def vault_words(told: VaultProblem | str) -> str:
    """Gives a sentence of the records by its id; what is worded already stays as it is."""
    said = told.said if isinstance(told, VaultProblem) else told
    if not isinstance(said, Sentence):
        return said
    values = {name: _worded(name, value) for name, value in said.values.items()}
    return all_words()[said.kind].format(**{"place": said.place, **values})


def all_words() -> Mapping[str, str]:
    """Gives the words of every id, in the language of now."""
    return (
        _folder_words()
        | _entrance_words()
        | _damage_words()
        | _proof_words()
        | past_hipmap_words()
        | _writing_words()
        | _reach_words()
        | _gone_words()
        | _people_words()
        | _right_words()
        | file_words()
        | restoring_words()
        | governed_words()
    )


def _worded(name: str, value: Value) -> Value:
    if isinstance(value, Sentence):
        return vault_words(value).rstrip(".")
    return moment_words(str(value)) if name == "since" else value


def _folder_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "link": tr("Vault", "“{place}” is a link to another place. Choose the folder of the records itself."),
        "no_file": tr("Vault", "“{place}” is not a file. Choose the folder of the records itself."),
        "no_folder": tr(
            "Vault",
            "There is no folder “{place}” now. Connect the drive or the network share that it lies on, or "
            "open other records.",
        ),
        "no_records": tr(
            "Vault", "The folder “{place}” holds no records: “{file}” is missing. Choose another folder."
        ),
        "name_stands": tr("Vault", "There is a “{place}” already. Give the new folder another name."),
        "folder_not_made": tr("Vault", "The folder “{place}” cannot be made ({why}). Choose another place."),
        "no_parent": tr("Vault", "There is no folder “{place}” to make it in. Choose another place."),
        "other_program": tr(
            "Vault", "“{place}” is a file of another program, and stays as it is. Choose another folder."
        ),
        "newer_records": tr(
            "Vault", "A newer hipmap wrote these records. Open them with that one, or install it here."
        ),
        "older_records": tr(
            "Vault",
            "These records are of an older hipmap and have to be renewed first. Close them on the other "
            "computers, then open them here.",
        ),
    }


def _entrance_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "wrong_passphrase": tr(
            "Vault", "The name or the passphrase is not right. Check both, and that caps lock is off."
        ),
        "wrong_old_passphrase": tr(
            "Vault", "The passphrase of now is not right, so nothing was changed. Type it again."
        ),
        "passphrase_retired": tr(
            "Vault", "This passphrase is no longer in use. Type the newer one, or ask who changed it."
        ),
        "recovery_miscopied": tr(
            "Vault", "The recovery key is not copied rightly. Compare it with the paper, letter by letter."
        ),
        "recovery_of_others": tr(
            "Vault",
            "This recovery key belongs to other records, or a newer one was made since. Look for the newer "
            "paper.",
        ),
        "too_soon": tr(
            "Vault", "Too many wrong passphrases. The next try has to wait; seconds left: {seconds}."
        ),
        "locked": tr("Vault", "The records are locked. Type the passphrase to open them again."),
        "not_closed": tr(
            "Vault",
            "The records were not closed properly by {user} on {host}, who opened them on {since}. What was "
            "saved is there.",
        ),
        "passphrase_short": tr(
            "Vault", "Too short: give at least {least} signs. Four words that do not go together are good."
        ),
        "passphrase_long": tr("Vault", "Too long: give at most {most} signs."),
        "passphrase_easy": tr("Vault", "Too easy to guess. Give four words that do not go together."),
    }


def _damage_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "file_empty": tr("Vault", "The file “{place}” is empty. Put back the folder from a backup."),
        "file_cut": tr(
            "Vault",
            "The file “{place}” is cut, or something was added to it. Put back the folder from a backup.",
        ),
        "file_large": tr(
            "Vault", "The file “{place}” is larger than it can be. Put back the original from a backup."
        ),
        "damaged": tr(
            "Vault",
            "The records are damaged, or this computer has no memory left. Close other programs and try "
            "again; if it stays so, put back the folder from a backup.",
        ),
        "partly_damaged": tr(
            "Vault",
            "A part of the records is damaged. Keep a copy of their folder, and put it back from a backup.",
        ),
        "damaged_or_other_key": tr(
            "Vault",
            "The records cannot be read as they were written. See that the disk or the network share "
            "answers, and try again. If it stays so, they are damaged, or the key files beside them are "
            "those of other records: put back the whole folder from a backup.",
        ),
        "keys_missing": tr("Vault", "The key file “{place}” is missing. Put back the folder from a backup."),
        "keys_damaged": tr("Vault", "The key file “{place}” is damaged. Put back the folder from a backup."),
        "keys_changed": tr(
            "Vault",
            "The key file “{place}” was changed by something other than hipmap. Put it back from a backup.",
        ),
        "keys_costly": tr(
            "Vault",
            "The key file “{place}” asks for more memory than is sensible. Put it back from a backup.",
        ),
        "keys_both_damaged": tr(
            "Vault", "The key file and its copy are damaged. Put back the folder from a backup."
        ),
    }


def _proof_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "keys_unreadable": tr("Vault", "The key file “{place}” cannot be read ({why})."),
        "attachment_damaged": tr(
            "Vault", "This letter is damaged. Put back the folder from a backup to have it whole."
        ),
        "visit_unreadable": tr(
            "Vault", "A visit cannot be read by this hipmap. Open it with the hipmap that wrote it."
        ),
        "places_damaged": tr("Vault", "Damaged places: {count}. The first: {first}."),
        "structure_damaged": tr("Vault", "The file is damaged inside. In detail: {why}."),
        "rows_loose": tr("Vault", "Entries that belong to nothing: {count}."),
        "entry_missing": tr("Vault", "In the list of who did what, entry {number} is missing."),
        "entry_changed": tr(
            "Vault", "In the list of who did what, entry {number} was changed, moved or put in."
        ),
        "audit_cut": tr(
            "Vault",
            "The list of who did what was cut: it ends at entry {last}, and had reached entry {reached}.",
        ),
        "anchor_damaged": tr(
            "Vault", "The mark of where the list of who did what ends is damaged or missing."
        ),
        "anchor_not_reached": tr("Vault", "The list of who did what ends too soon, or is another one."),
        "older_copy": tr(
            "Vault",
            "An older state of these records lies here: the list of who did what had reached entry {reached} "
            "and now ends at {last}. Put the right folder back from a backup. If the older state is meant, "
            "say so below.",
        ),
    }


def _writing_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "disk_full": tr("Vault", "The disk is full. Keep this window open, make room, and save again."),
        "busy": tr("Vault", "Another computer is writing just now. Save again in a moment."),
        "not_fitting": tr(
            "Vault", "This does not fit the records. Correct it and try again. In detail: {why}."
        ),
        "not_done": tr(
            "Vault",
            "The records could not do it. Keep this window open and save again. In detail: {why}.",
        ),
        "keys_not_written": tr(
            "Vault", "The key file “{place}” cannot be written ({why}). Mend that and try again."
        ),
        "file_gone": tr(
            "Vault",
            "The file of the records is gone since this window opened it. Put it back and save again, or "
            "open the records anew.",
        ),
        "file_replaced": tr(
            "Vault",
            "Another file lies in the place of the records since this window opened them. Put the right one "
            "back and save again, or open the records anew.",
        ),
        "other_writer": tr(
            "Vault",
            "Another computer has begun to write to these records. Open the records anew, and enter this "
            "change again.",
        ),
    }


def _reach_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "unreachable": tr(
            "Vault",
            "The records cannot be reached ({why}). Keep this window open, connect the drive or the network "
            "share, and save again.",
        ),
        "no_answer": tr(
            "Vault",
            "The disk or the network share does not answer. Keep this window open, mend that, and save "
            "again.",
        ),
        "read_only_medium": tr(
            "Vault", "The records can only be read here. Copy their folder to where you may write."
        ),
        "read_only_place": tr(
            "Vault",
            "Only to be read: this place takes no changes, or does not say who else writes. To write, copy "
            "the folder to where you may.",
        ),
        "read_only_now": tr(
            "Vault",
            "Only to be read: {user} on {host} writes since {since}. When that window is closed, lock these "
            "records and open them again.",
        ),
    }


def _gone_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "patient_gone": tr("Vault", "This patient is not in the records any more. Search again."),
        "visit_moved_on": tr(
            "Vault",
            "This visit was changed since this edit of it began. Nothing was written: open it again.",
        ),
        "visit_gone": tr("Vault", "This visit is not in the records any more. Begin a new one."),
        "score_gone": tr("Vault", "This score is not in the records any more. Look again."),
        "attachment_gone": tr("Vault", "This letter is not in the records any more. Look again."),
        "attachment_large": tr(
            "Vault", "“{place}” is larger than {most} MB. Choose a smaller file, or make it smaller."
        ),
        "number_taken": tr("Vault", "{number} is another patient’s number. Give a new one."),
        "number_unknown": tr("Vault", "No patient has the number {place}. Check it."),
    }


def _people_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "user_wrong": tr("Vault", "This name cannot be taken. Give another one. In detail: {why}."),
        "user_known": tr("Vault", "{name} may come in already. Give another name."),
        "user_unknown": tr(
            "Vault", "These records know nobody of the name {name}. Give a name that they know."
        ),
        "one_clinician": tr("Vault", "One clinician has to stay. Make somebody else a clinician first."),
    }


def _right_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "may_not_let_in": tr("Vault", "Only a clinician may change who comes in. Ask one to do it."),
        "may_not_renew": tr("Vault", "Only a clinician may make a new recovery key. Ask one to do it."),
        "may_not_delete": tr("Vault", "Only a clinician may delete for good. Ask one to do it."),
        "may_not_export_all": tr(
            "Vault", "Only a clinician may write all visits in one table. Ask one to do it."
        ),
        "may_not_accept_older": tr(
            "Vault", "Only a clinician may accept an older state of the records. Ask one to do it."
        ),
        "may_not_restore": tr(
            "Vault", "Only a clinician may put a backup in place of the records. Ask one to do it."
        ),
    }
