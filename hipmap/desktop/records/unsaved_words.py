"""What is said of edits that are not saved yet: whose visit, why, and when they are tried again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.saving import Whose

if TYPE_CHECKING:
    from hipmap.desktop.records.stranded_edits import Stranded, StrandedEdits


def not_saved_words(one: "Stranded") -> str:
    """Says which visit, and why."""
    tr = QCoreApplication.translate
    words = tr(
        "Records",
        "A change of the visit of {day} of {name} is not saved yet: {why} It is tried again while hipmap "
        "runs.",
    )
    return words.format(day=day_words(one.saver.visit.day), name=one.name, why=why_words(one.problem))


def saved_words(one: "Stranded") -> str:
    """Says that it is saved after all, and where it is to be found if the visit was changed since."""
    tr = QCoreApplication.translate
    words = tr("Records", "The change of the visit of {day} of {name} is saved now.")
    if one.saver.came_late:
        words = late_words()
    return words.format(day=day_words(one.saver.visit.day), name=one.name)


def late_words() -> str:
    return QCoreApplication.translate(
        "Records",
        "The visit of {day} of {name} was changed after an edit of it that is saved only now. The visit "
        "stays as it was changed; the edit is kept under “Who changed what”.",
    )


def gone_words(one: "Stranded") -> str:
    """Says that there is no visit any more for a change."""
    words = QCoreApplication.translate(
        "Records",
        "A change of the visit of {day} of {name} was never saved, and the visit was deleted since.",
    )
    return words.format(day=day_words(one.saver.visit.day), name=one.name)


def waiting_words(waiting: Sequence[Whose]) -> str:
    """Says, without a name of a patient, who has to open which records for a change to be saved."""
    words = QCoreApplication.translate(
        "Records",
        "A change of one visit is not saved yet. It is saved when {user} opens the records in “{folder}”; "
        "until then hipmap has to stay open.",
    )
    return " ".join(words.format(user=one.user, folder=one.folder.name) for one in waiting)


def unsaved_words(edits: "StrandedEdits") -> str:
    """Says all that is not saved, for the bar of records that are open."""
    parts = [not_saved_words(one) for one in edits.here()]
    if edits.elsewhere():
        parts.append(waiting_words(edits.elsewhere()))
    return " ".join(parts)


def why_words(problem: VaultProblem | None) -> str:
    return vault_words(problem) if problem is not None else ""
