"""Says while a clinic's code is being typed how much of it is there, and whether it is right."""

from PySide6.QtCore import QCoreApplication

from hipmap.storage.records.hand_over import RECIPIENT_LETTERS, is_recipient_code


def code_words(typed: str) -> str:
    """Gives how many letters are typed, or that all of them are right."""
    tr = QCoreApplication.translate
    if is_recipient_code(typed):
        return tr("Records", "The code is right.")
    told = len("".join(typed.split()).replace("-", ""))
    words = tr("Records", "Letters so far: {told} of {all}")
    return words.format(told=told, all=RECIPIENT_LETTERS)
