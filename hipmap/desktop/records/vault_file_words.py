"""What the records have to tell of files beside them: backups, exports, and what comes from elsewhere."""

from PySide6.QtCore import QCoreApplication


def restoring_words() -> dict[str, str]:
    """Gives the words about backups."""
    tr = QCoreApplication.translate
    return {
        "backup_not_made": tr(
            "Vault", "No backup could be made in “{place}” ({why}). Choose another folder."
        ),
        "backup_inside": tr(
            "Vault",
            "The folder “{place}” belongs to the records themselves: a backup there would be lost together "
            "with them. Choose another folder, best on another disk.",
        ),
        "backup_not_whole": tr(
            "Vault", "The backup “{place}” is not whole. Use another one. In detail: {why}."
        ),
        "not_restored": tr(
            "Vault", "The backup was not put back ({why}), and nothing was changed. Choose another place."
        ),
        "no_records_stand": tr(
            "Vault", "Something that is no records stands at “{place}”. Choose another folder."
        ),
        "records_open": tr(
            "Vault",
            "The records “{place}” are open elsewhere. Close them on every computer, then put the backup "
            "back.",
        ),
    }


def file_words() -> dict[str, str]:
    """Gives the words about the file of one patient."""
    return _document_words() | _hand_over_words()


def _document_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "file_not_written": tr("Vault", "“{place}” cannot be written ({why}). Choose another place."),
        "file_not_read": tr("Vault", "“{place}” cannot be read ({why}). Choose another file."),
        "document_large": tr(
            "Vault", "“{place}” is larger than any patient’s file. Nothing came in: ask for the file anew."
        ),
        "document_double": tr(
            "Vault", "In “{place}” one thing stands twice. Nothing came in: ask for the file anew."
        ),
        "document_link": tr(
            "Vault", "“{place}” is a link to another place, or no file. Choose the file itself."
        ),
        "document_wrong": tr(
            "Vault",
            "“{place}” is not as hipmap writes such a file. Nothing came in: ask for it anew. In detail: "
            "{why}.",
        ),
        "no_document": tr("Vault", "“{place}” is not a patient’s file of hipmap. Nothing came in."),
        "document_attachment": tr(
            "Vault", "In “{place}” the letter “{name}” is damaged. Nothing came in: ask for the file anew."
        ),
        "visit_of_another": tr(
            "Vault", "A visit of this file belongs to another patient here. Import it into that patient."
        ),
        "import_number_taken": tr(
            "Vault", "The number in this file is another patient’s here. Give a new one."
        ),
    }


def _hand_over_words() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "code_miscopied": tr(
            "Vault", "The code of the clinic is not copied rightly. Compare it letter by letter."
        ),
        "key_impossible": tr("Vault", "The key in this file or code cannot be a real one. Ask for it again."),
        "hand_over_costly": tr(
            "Vault", "“{place}” asks for more memory than is sensible. Nothing came in: ask for it anew."
        ),
        "hand_over_passphrase": tr("Vault", "“{place}” opens with a passphrase. Type it."),
        "hand_over_for_clinic": tr(
            "Vault", "“{place}” was sealed for a clinic. Open the records of that clinic first."
        ),
        "hand_over_wrong": tr(
            "Vault", "The passphrase of “{place}” is not right, or the file was changed. Nothing came in."
        ),
        "hand_over_of_others": tr(
            "Vault", "“{place}” is for another clinic, or was changed. Nothing came in."
        ),
        "hand_over_large": tr("Vault", "“{place}” is larger than any such file. Nothing came in."),
        "hand_over_newer": tr(
            "Vault", "A newer hipmap wrote “{place}”. Open it with that one, or install it here."
        ),
        "no_hand_over": tr("Vault", "“{place}” is not a file that hipmap handed over. Nothing came in."),
    }


def governed_words() -> dict[str, str]:
    """Gives what a policy of an administrator forbids."""
    tr = QCoreApplication.translate
    return {
        "place_fixed": tr(
            "Vault",
            "New records are made only in {folder} on this computer, as its policy says. Name a "
            "folder in it.",
        ),
        "share_missing": tr(
            "Vault",
            "There is no folder “{place}” now, in which the records are to be. Connect the drive or share "
            "that it lies on, or tell {who}.",
        ),
        "passphrase_short_here": tr(
            "Vault", "Too short: the policy of this computer asks for at least {least} signs."
        ),
        "passphrase_of_before": tr(
            "Vault",
            "Your passphrase is weaker than the policy of this computer asks for now. Change it when you "
            "can: “Safe keeping”, then “My passphrase…”.",
        ),
        "no_room_to_begin": tr(
            "Vault", "The disk is full: no records were made. Free some space, or choose another place."
        ),
        "passphrase_few_words": tr(
            "Vault", "Too few words: the policy of this computer asks for {least} different ones."
        ),
        "passphrase_not_strong": tr(
            "Vault", "Not strong enough for the policy of this computer. Add a word or two."
        ),
        "export_fixed": tr(
            "Vault",
            "“{place}” was not written: this may not leave hipmap on this computer, as its policy says. Ask "
            "{who}.",
        ),
    }
