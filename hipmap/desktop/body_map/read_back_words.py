"""Reads the marks back as a sentence, so that a slip of side or place is heard before it matters."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.model.case import Mark, MarkKind


def read_back(marks: Sequence[Mark], words: ZoneWords) -> str:
    """Gives what was marked as rich text, the places in bold."""
    if not marks:
        return _nothing_marked(words)
    sentences = []
    for kind in ("pain", "numb", "spread", "none"):
        places = [_place(mark, words) for mark in marks if mark.kind == kind]
        if places:
            sentences.append(_frame(kind, words).replace("%1", _listed(places)))
    return " ".join(sentences)


def _nothing_marked(words: ZoneWords) -> str:
    if words.voice == "patient":
        return QCoreApplication.translate("BodyMap", "Nothing is marked yet. Click where it hurts.")
    return QCoreApplication.translate("BodyMap", "Nothing is marked yet.")


def _frame(kind: MarkKind, words: ZoneWords) -> str:
    if words.voice == "patient":
        patient: dict[MarkKind, str] = {
            "pain": QCoreApplication.translate("BodyMap", "You marked your %1."),
            "numb": QCoreApplication.translate("BodyMap", "It is numb or tingling in your %1."),
            "spread": QCoreApplication.translate("BodyMap", "It spreads to your %1."),
            "none": QCoreApplication.translate("BodyMap", "There is no pain in your %1."),
        }
        return patient[kind]
    clinician: dict[MarkKind, str] = {
        "pain": QCoreApplication.translate("BodyMap", "Pain marked in the %1."),
        "numb": QCoreApplication.translate("BodyMap", "Numb or tingling: %1."),
        "spread": QCoreApplication.translate("BodyMap", "Spreads to the %1."),
        "none": QCoreApplication.translate("BodyMap", "No pain in the %1."),
    }
    return clinician[kind]


def _place(mark: Mark, words: ZoneWords) -> str:
    name = f"<b>{escape(words.inline(mark.zone, mark.side))}</b>"
    if not mark.worst:
        return name
    return QCoreApplication.translate("BodyMap", "%1 (worst)").replace("%1", name)


def _listed(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    both = QCoreApplication.translate("BodyMap", "%1 and %2")
    return both.replace("%1", ", ".join(parts[:-1])).replace("%2", parts[-1])
