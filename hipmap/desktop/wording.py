"""The words for ids: kinds, sides, answers, tiers and provenance, in both voices."""

import re

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.languages import language_spoken, number_in_words
from hipmap.model.case import NO, UNKNOWN, YES, Answer, Side
from hipmap.model.conditions import Tier
from hipmap.model.evidence import Source
from hipmap.model.findings import Finding, Scale, Unit
from hipmap.model.plural_forms import form_for
from hipmap.model.shown_numbers import reason_size
from hipmap.model.voice import Voice, said

_OPPOSITE: dict[str, Side] = {"right": "left", "left": "right"}


def section_title(kind: str, voice: Voice) -> str:
    """Gives the heading of a section of the sheet."""
    plain = {
        "safety": QCoreApplication.translate("Sheet", "Safety questions"),
        "history": QCoreApplication.translate("Sheet", "Your story"),
        "aggravating": QCoreApplication.translate("Sheet", "What makes it worse"),
        "easing": QCoreApplication.translate("Sheet", "What eases it"),
        "movement": QCoreApplication.translate("Sheet", "Movements to try"),
        "found": QCoreApplication.translate("Sheet", "Fits best"),
        "telling": QCoreApplication.translate("Sheet", "Tells most now"),
        "examination": QCoreApplication.translate("Sheet", "Other tests a clinician does"),
        "hip": QCoreApplication.translate("Sheet", "Tests of the hip"),
        "si": QCoreApplication.translate("Sheet", "Tests of the back of the pelvis"),
        "spine": QCoreApplication.translate("Sheet", "Tests of the back"),
        "nerve": QCoreApplication.translate("Sheet", "Tests of the nerves"),
        "gait": QCoreApplication.translate("Sheet", "Walking and standing"),
        "imaging": QCoreApplication.translate("Sheet", "Scans and X-rays"),
        "more_safety": QCoreApplication.translate("Sheet", "More safety questions"),
    }
    clinical = {
        "history": QCoreApplication.translate("Sheet", "History"),
        "movement": QCoreApplication.translate("Sheet", "Movements"),
        "examination": QCoreApplication.translate("Sheet", "Other examination tests"),
        "hip": QCoreApplication.translate("Sheet", "Hip tests"),
        "si": QCoreApplication.translate("Sheet", "Sacroiliac tests"),
        "spine": QCoreApplication.translate("Sheet", "Spine tests"),
        "nerve": QCoreApplication.translate("Sheet", "Nerve tests"),
        "gait": QCoreApplication.translate("Sheet", "Gait and balance"),
        "imaging": QCoreApplication.translate("Sheet", "Imaging"),
    }
    return clinical.get(kind, plain[kind]) if voice == "clinician" else plain[kind]


def answer_word(answer: str) -> str:
    """Gives the word for yes, no or unknown."""
    words = {
        YES: QCoreApplication.translate("Answers", "Yes"),
        NO: QCoreApplication.translate("Answers", "No"),
        UNKNOWN: QCoreApplication.translate("Answers", "Don’t know"),
    }
    return words[answer]


def unknown_word(finding: Finding) -> str:
    """Gives the word for *don’t know*; what is done with the body was not done."""
    if finding.is_done:
        return QCoreApplication.translate("Answers", "Not done")
    return answer_word(UNKNOWN)


def side_word(side: Side) -> str:
    words = {
        "right": QCoreApplication.translate("Sides", "right"),
        "left": QCoreApplication.translate("Sides", "left"),
        "midline": QCoreApplication.translate("Sides", "middle"),
    }
    return words[side]


def side_button(side: Side, voice: Voice) -> str:
    """Gives what stands on the button of a side: a letter for those who write it all day."""
    if voice == "clinician":
        return (
            QCoreApplication.translate("Sides", "R")
            if side == "right"
            else QCoreApplication.translate("Sides", "L")
        )
    return (
        QCoreApplication.translate("Sides", "Right")
        if side == "right"
        else QCoreApplication.translate("Sides", "Left")
    )


def value_words(finding: Finding, value: str | float, side: Side | None, voice: Voice) -> str:
    """Gives an answer in words: the option, the number with its unit, or yes and no, and the side."""
    if value == UNKNOWN:
        text = unknown_word(finding).lower()
    elif value in (YES, NO):
        text = answer_word(str(value)).lower()
    elif isinstance(value, str):
        option = next((o for o in finding.options if o.id == value), None)
        band = next((b for b in finding.scale.bands if b.id == value), None) if finding.scale else None
        text = said(option, voice) if option else band.label if band else value
    else:
        unit = finding.scale.unit if finding.scale is not None else None
        text = number_in_words(value) if unit is None or unit.counts else with_unit(value, unit, voice)
    if side is None:
        return text
    return f"{text}, {_on_side(side) if voice == 'patient' else side_word(side)}"


def _on_side(side: Side) -> str:
    """Gives the side as it ends what a patient told: *yes, right* would ask for agreement."""
    words = {
        "right": QCoreApplication.translate("Sides", "on the right"),
        "left": QCoreApplication.translate("Sides", "on the left"),
        "midline": QCoreApplication.translate("Sides", "in the middle"),
    }
    return words[side]


def unit_word(number: float, unit: Unit, voice: Voice) -> str:
    """Gives the form of a unit that stands with a number: 1 week, 2 weeks."""
    forms = unit.patient if voice == "patient" else unit.clinician
    return form_for(number, forms, language_spoken())


def short_unit(number: float, unit: Unit, voice: Voice) -> str:
    """Gives the sign of a unit, where it has one."""
    return unit.sign or unit_word(number, unit, voice)


def with_unit(number: float, unit: Unit, voice: Voice) -> str:
    """Gives a number with its unit."""
    return _before_unit(number_in_words(number), unit_word(number, unit, voice))


def _before_unit(number: str, unit: str) -> str:
    return QCoreApplication.translate("Answers", "{number} {unit}").format(number=number, unit=unit)


def normal_words(scale: Scale, voice: Voice) -> str:
    """Gives what is normal, with the unit unless the text already names it."""
    normal, unit = scale.normal, scale.unit
    if ends := re.fullmatch(r"(?:\d+-)?(\d+)", normal):
        normal = normal.replace("-", "–")
        word = unit_word(float(ends[1]), unit, voice)
        normal = f"{normal}{unit.sign}" if unit.sign else _before_unit(normal, word)
    return QCoreApplication.translate("Sheet", "Normal {range}").format(range=normal)


def loss_words(scale: Scale, value: str | float) -> str:
    """Gives how far a number lies from what is normal; nothing where it is normal, or normal is no range."""
    ends = re.fullmatch(r"(\d+)(?:-(\d+))?", scale.normal.strip())
    if ends is None or isinstance(value, str):
        return ""
    least = float(ends[1])
    most = float(ends[2] or ends[1])
    if value < least:
        words = QCoreApplication.translate("Sheet", "{count} below normal")
        return words.format(count=number_in_words(least - value))
    if value > most:
        words = QCoreApplication.translate("Sheet", "{count} above normal")
        return words.format(count=number_in_words(value - most))
    return ""


def losses(scale: Scale, answer: Answer, voice: Voice) -> list[str]:
    """Gives how far from normal a number lies, for each side that was told."""
    found = []
    for side, value in ((answer.side, answer.value), (_OPPOSITE.get(answer.side or ""), answer.other)):
        words = loss_words(scale, value) if value is not None else ""
        if words and side is not None:
            words = QCoreApplication.translate("Sheet", "{side}: {words}").format(
                side=side_button(side, voice), words=words
            )
        if words:
            found.append(words)
    return found if answer.side != "left" else found[::-1]


def tier_title(tier: Tier, voice: Voice) -> str:
    """Gives the headline of a tier of urgency."""
    patient = {
        "emergency_now": QCoreApplication.translate("Urgency", "Get emergency help now"),
        "same_day": QCoreApplication.translate("Urgency", "Be seen today"),
        "within_2_weeks": QCoreApplication.translate("Urgency", "See a clinician within 2 weeks"),
        "routine": QCoreApplication.translate("Urgency", "Mention this at your next visit"),
        "none_found": QCoreApplication.translate("Urgency", "No warning raised so far"),
    }
    clinician = {
        "emergency_now": QCoreApplication.translate("Urgency", "Emergency: act now"),
        "same_day": QCoreApplication.translate("Urgency", "Same-day assessment"),
        "within_2_weeks": QCoreApplication.translate("Urgency", "Assess within 2 weeks"),
        "routine": QCoreApplication.translate("Urgency", "Routine: keep in view"),
        "none_found": QCoreApplication.translate("Urgency", "No warning raised so far"),
    }
    return (patient if voice == "patient" else clinician)[tier]


def kind_word(kind: str) -> str:
    """Gives the label of a provenance."""
    words = {
        "published": QCoreApplication.translate("Evidence", "published"),
        "derived": QCoreApplication.translate("Evidence", "derived from published figures"),
        "judged": QCoreApplication.translate("Evidence", "judgement, not a published figure"),
        "local": QCoreApplication.translate("Evidence", "local: set by your clinic, not by hipmap"),
    }
    return words[kind]


def short_kind(kind: str) -> str:
    """Gives the label of a provenance in a word, where the whole is told elsewhere."""
    words = {
        "published": QCoreApplication.translate("Evidence", "study"),
        "derived": QCoreApplication.translate("Evidence", "derived"),
        "judged": QCoreApplication.translate("Evidence", "judged"),
        "local": QCoreApplication.translate("Evidence", "local"),
    }
    return words[kind]


def read_word(read: str) -> str:
    words = {
        "verified": QCoreApplication.translate("Evidence", "figure read in the source"),
        "recalled": QCoreApplication.translate("Evidence", "figure still to be checked in the source"),
    }
    return words[read]


def source_words(kind: str, source: Source) -> str:
    """Gives a source, with how far a figure of this provenance was read in it; a judged one never was."""
    if kind == "judged":
        told = QCoreApplication.translate("Evidence", "with this source in mind: {source}")
        return told.format(source=source.citation)
    told = QCoreApplication.translate("Evidence", "{source} ({read})")
    return told.format(source=source.citation, read=read_word(source.read))


def size_word(decibans: float) -> str:
    """Gives the word for how much a reason weighs."""
    words = {
        "small": QCoreApplication.translate("Evidence", "small"),
        "medium": QCoreApplication.translate("Evidence", "medium"),
        "large": QCoreApplication.translate("Evidence", "large"),
    }
    return words[reason_size(decibans)]
