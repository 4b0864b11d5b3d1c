"""Reads the marks back as a sentence, so that a slip of side or place is heard before it matters."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.model.case import Mark, MarkKind, Pin, Side


def read_back(marks: Sequence[Mark], words: ZoneWords, pin: Pin | None = None) -> str:
    """Gives what was marked as rich text, the places in bold."""
    if not marks and pin is None:
        return _nothing_marked(words)
    sentences = []
    for kind in ("pain", "numb", "spread", "none"):
        places = [_place(mark, words) for mark in marks if mark.kind == kind and mark.spreads_from is None]
        if places:
            sentences.append(_frame(kind, words).replace("%1", _listed(places)))
        if kind == "spread":
            sentences += _arrows(marks, words)
    if pin is not None:
        finger = QCoreApplication.translate("BodyMap", "One finger: {place}.")
        sentences.append(finger.format(place=_bold(pin.zone, pin.side, words)))
    return " ".join(sentences)


def _arrows(marks: Sequence[Mark], words: ZoneWords) -> list[str]:
    """Gives a sentence for each place from which pain spreads, with all the places it spreads to."""
    ends: dict[tuple[str, Side], list[str]] = {}
    for mark in marks:
        if mark.spreads_from is not None:
            start = mark.spreads_from
            ends.setdefault((start.zone, start.side), []).append(_place(mark, words))
    if words.voice == "patient":
        frame = QCoreApplication.translate("BodyMap", "It spreads from your {start} to your {ends}.")
    else:
        frame = QCoreApplication.translate("BodyMap", "Spreads from the {start} to the {ends}.")
    return [frame.format(start=_bold(*start, words), ends=_listed(places)) for start, places in ends.items()]


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
    name = _bold(mark.zone, mark.side, words)
    if not mark.worst:
        return name
    return QCoreApplication.translate("BodyMap", "%1 (worst)").replace("%1", name)


def _bold(zone: str, side: Side, words: ZoneWords) -> str:
    return f"<b>{escape(words.inline(zone, side))}</b>"


def _listed(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    both = QCoreApplication.translate("BodyMap", "%1 and %2")
    return both.replace("%1", ", ".join(parts[:-1])).replace("%2", parts[-1])
