"""What a role allows, in words made from the one table that the records keep to."""

from typing import get_args

from PySide6.QtCore import QCoreApplication

from hipmap.model.records import Role
from hipmap.storage.records.rights import RIGHTS, Right


def role_name(role: Role) -> str:
    tr = QCoreApplication.translate
    return {"clinician": tr("Records", "Clinician"), "assistant": tr("Records", "Assistant")}[role]


def role_words(role: Role) -> str:
    """Gives a role and what it allows."""
    tr = QCoreApplication.translate
    if not refused(role):
        return tr("Records", "{role}: may do everything").format(role=role_name(role))
    return tr("Records", "{role}: does the daily work").format(role=role_name(role))


def clinicians_only(own: Role) -> str:
    """Gives what only a clinician may do, and for an assistant that one has to be asked."""
    tr = QCoreApplication.translate
    list_of_them = "\n".join(
        tr("Records", "• {what}").format(what=right_words(right)) for right in refused("assistant")
    )
    if refused(own):
        words = tr("Records", "You are an assistant in these records. Ask a clinician to:\n{list}")
    else:
        words = tr("Records", "Only a clinician may:\n{list}")
    return words.format(list=list_of_them)


def refused(role: Role) -> list[Right]:
    """Gives what a role does not allow, in the order of the table."""
    return [right for right in get_args(Right) if right not in RIGHTS[role]]


def right_words(right: Right) -> str:
    return _words()[right]


def _words() -> dict[Right, str]:
    tr = QCoreApplication.translate
    return {
        "let_in": tr("Records", "let people in, remove them, and change their roles"),
        "renew": tr("Records", "make a new recovery key"),
        "delete": tr("Records", "delete patients, visits and letters for good"),
        "restore": tr("Records", "put a backup in place of the records"),
        "accept_older": tr("Records", "open an older state of the records"),
        "export_all": tr("Records", "write all visits in one table"),
    }
