"""The columns of a research row: what each is called, means and may hold, and how it is read of a report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import get_args

from hipmap.exchange.passport import NOT_VALIDATED, passport_of
from hipmap.exchange.report import Report
from hipmap.exchange.table.choir import choir_segments
from hipmap.model.assessment import Likelihood
from hipmap.model.body import Zone
from hipmap.model.case import Feel, MarkKind, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge

Cell = str | int | float | None
ROW_FORMAT = "2"
"""It rises whenever columns are added, at the end; a row without that column is of the first format."""
_OLDEST = 89
"""Above this age so few people are left that it tells who somebody is."""


@dataclass(frozen=True)
class Column:
    """One column: its name, what it means, its type and values, and how its cell is read."""

    name: str
    meaning: str
    kind: str
    values: str
    read: Callable[[Report], Cell]


def columns_of(knowledge: Knowledge, *, identified: bool) -> tuple[Column, ...]:
    """Gives every column, in an order that stays the same under the same knowledge."""
    return (
        *(_identity() if identified else ()),
        *_person(identified=identified),
        *(one for zone in knowledge.body.zones for side in zone.sides for one in _place(zone, side)),
        *_map(),
        *(one for finding in knowledge.findings for one in _answer(finding)),
        *_result(knowledge),
        *_passport(identified=identified),
        *_since_second(knowledge),
    )


def _identity() -> Iterator[Column]:
    yield Column("name", "Name of the person", "text", "", lambda report: report.details.name)
    yield Column("number", "Number in the records", "text", "", lambda report: report.details.number)
    yield Column("born", "Day of birth", "date", "year-month-day", lambda report: report.details.born)
    yield Column("day", "Day of the visit", "date", "year-month-day", lambda report: report.details.day)
    yield Column("note", "Note of the visit", "text", "", lambda report: report.details.note)


def _person(*, identified: bool) -> Iterator[Column]:
    top = "" if identified else f"{_OLDEST + 1} stands for every age above {_OLDEST}"
    yield Column("setting", "Where the person is seen", "choice", "home | primary | physio | secondary",
                 lambda report: report.case.setting)  # fmt: skip
    yield Column("age", "Age in years", "number", top, lambda report: _age(report, identified))
    yield Column("sex", "Sex", "choice", "female | male | other", lambda report: report.case.person.sex)
    yield Column("own_words", "Everyday words for the place", "list", "ids divided by spaces",
                 lambda report: " ".join(report.case.own_words))  # fmt: skip


def _age(report: Report, identified: bool) -> Cell:
    age = report.case.person.age
    return age if age is None or identified else min(int(age), _OLDEST + 1)


def _place(zone: Zone, side: Side) -> Iterator[Column]:
    name, label = f"{zone.id}_{side}", f"{zone.clinician}, {side}"
    kinds = "pain | worst | numb | spread | none, several joined by +; empty: not marked"
    yield Column(f"mark_{name}", f"Marked at: {label}", "list", kinds,
                 lambda report: _marked(report, zone.id, side))  # fmt: skip
    yield Column(f"intensity_{name}", f"Pain now, 0 to 10, at: {label}", "number", "0 to 10",
                 lambda report: _intensity(report, zone.id, side))  # fmt: skip


def _marked(report: Report, zone: str, side: Side) -> Cell:
    marks = [mark for mark in report.case.marks if mark.place == (zone, side)]
    return "+".join("worst" if mark.worst else mark.kind for mark in marks)


def _intensity(report: Report, zone: str, side: Side) -> Cell:
    return _strength("intensity", zone, side, report)


def _strength(field: str, zone: str, side: Side, report: Report) -> Cell:
    marks = (mark for mark in report.case.marks if mark.place == (zone, side) and mark.kind == "pain")
    found: Cell = next((getattr(mark, field) for mark in marks), None)
    return found


def _map() -> Iterator[Column]:
    kinds: tuple[tuple[MarkKind, str], ...] = (("pain", "pain"), ("numb", "numbness"), ("spread", "spread"))
    for kind, words in kinds:
        meaning = f"Segments of the CHOIR body map that cover the zones with {words}"
        yield Column(f"choir_{kind}", meaning, "list", "numbers from 101 to 238, divided by spaces",
                     partial(_segments, kind))  # fmt: skip
    yield Column("finger_zone", "Zone at which one finger points", "choice", "ids of zones",
                 lambda report: report.case.pin.zone if report.case.pin else None)  # fmt: skip
    yield Column("finger_side", "Side of that zone", "choice", "right | left | midline",
                 lambda report: report.case.pin.side if report.case.pin else None)  # fmt: skip


def _segments(kind: MarkKind, report: Report) -> Cell:
    return " ".join(map(str, choir_segments(report.case, report.knowledge.body, kind)))


def _answer(finding: Finding) -> Iterator[Column]:
    name, scale = finding.id, finding.scale
    kind = "number" if scale else "choice"
    if scale is not None:
        values = f"{scale.least:g} to {scale.most:g} {scale.unit.clinician[-1]}, or unknown"
    else:
        values = " | ".join([*([one.id for one in finding.options] or ["yes", "no"]), "unknown"])
    yield Column(f"answer_{name}", f"{finding.clinician}; empty: not asked", kind, values,
                 lambda report: _told(report, name, "value"))  # fmt: skip
    if finding.sided:
        yield Column(f"side_{name}", f"Side of: {finding.clinician}", "choice", "right | left",
                     lambda report: _told(report, name, "side"))  # fmt: skip
        yield Column(f"other_{name}", f"The other side of: {finding.clinician}", kind, values,
                     lambda report: _told(report, name, "other"))  # fmt: skip


def _told(report: Report, finding: str, field: str) -> Cell:
    answer = report.case.answers.get(finding)
    if answer is None:
        return None
    told: Cell = {"value": answer.plain_value, "side": answer.side, "other": answer.plain_other}[field]
    return told


def _result(knowledge: Knowledge) -> Iterator[Column]:
    yield Column("urgency", "Urgency of the result", "choice",
                 "emergency_now | same_day | within_2_weeks | routine | none_found",
                 lambda report: report.assessment.urgency.tier)  # fmt: skip
    yield Column("side", "Side that the result is about", "choice", "right | left | both",
                 lambda report: report.assessment.side)  # fmt: skip
    yield Column("enough", "Whether the answers settle the origin", "choice", "yes | no",
                 lambda report: "yes" if report.assessment.enough.enough else "no")  # fmt: skip
    yield Column("enough_why", "Why, or why not", "choice", "ids",
                 lambda report: report.assessment.enough.why)  # fmt: skip
    for origin in knowledge.origins:
        for prefix, words in (("p", "Probability"), ("low", "5th percentile"), ("high", "95th percentile")):
            yield Column(f"{prefix}_{origin.id}", f"{words} of: {origin.clinician}", "number", "0 to 1",
                         partial(_chance, origin.id, prefix))  # fmt: skip


def _chance(name: str, prefix: str, report: Report) -> Cell:
    found = next((one for one in report.assessment.origins if one.id == name), None)
    return None if found is None else _number(found, prefix)


def _number(one: Likelihood, prefix: str) -> Cell:
    return {"p": one.probability, "low": one.low, "high": one.high}[prefix]


def _passport(*, identified: bool) -> Iterator[Column]:
    yield Column("answered", "How many findings were answered", "number", "",
                 lambda report: passport_of(report).answered)  # fmt: skip
    yield Column("not_asked", "How many findings were not asked", "number", "",
                 lambda report: passport_of(report).findings - passport_of(report).answered)  # fmt: skip
    yield Column("safety_not_asked", "How many screening questions that could raise an alarm were not asked",
                 "number", "",
                 lambda report: len(_could_alarm(report)))  # fmt: skip
    yield Column("program", "Version of hipmap", "text", "",
                 lambda report: report.assessment.versions.program)  # fmt: skip
    yield Column("knowledge", "Version of the knowledge", "text", "",
                 lambda report: report.assessment.versions.knowledge)  # fmt: skip
    yield Column("knowledge_digest", "SHA-256 of the knowledge", "text", "64 hexadecimal signs",
                 lambda report: report.knowledge.digest)  # fmt: skip
    if identified:
        # It stands on every letter too, and would lead from a row to the name there.
        yield Column("digest", "SHA-256 of case and knowledge", "text", "64 hexadecimal signs",
                     lambda report: report.assessment.versions.digest)  # fmt: skip
    yield Column("validation", "What the result does not prove", "text", NOT_VALIDATED,
                 lambda _report: NOT_VALIDATED)  # fmt: skip


def _raised(report: Report) -> Cell:
    """What a rule and the likelihoods both raised to the same tier stands there once."""
    return " ".join(dict.fromkeys(f"{one.flag}={one.tier}" for one in report.assessment.urgency.fired))


def _could_alarm(report: Report) -> list[str]:
    known = report.knowledge.finding_by_id
    return [one for one in report.assessment.urgency.not_asked if known[one].screening]


def _since_second(knowledge: Knowledge) -> Iterator[Column]:
    """What the second format of the row added, behind all of the first."""
    for zone in knowledge.body.zones:
        for side in zone.sides:
            yield from _more_of_place(zone, side)
    yield Column("raised", "Red flags, and serious conditions likely enough, that raised a tier", "list",
                 "id=tier, divided by spaces; empty: none",
                 _raised)  # fmt: skip
    yield Column("screening_not_asked", "How many of the safety questions that everybody is asked were not",
                 "number", "the count on screen and paper",
                 lambda report: len(passport_of(report).safety_open))  # fmt: skip
    yield Column("row_format", "Format of this row", "number", "rises when columns are added at the end",
                 lambda _report: ROW_FORMAT)  # fmt: skip


def _more_of_place(zone: Zone, side: Side) -> Iterator[Column]:
    name, label = f"{zone.id}_{side}", f"{zone.clinician}, {side}"
    yield Column(f"usual_{name}", f"Pain usually, 0 to 10, at: {label}", "number", "0 to 10",
                 partial(_strength, "usual", zone.id, side))  # fmt: skip
    yield Column(f"at_worst_{name}", f"Pain at its worst, 0 to 10, at: {label}", "number", "0 to 10",
                 partial(_strength, "at_worst", zone.id, side))  # fmt: skip
    yield Column(f"feel_{name}", f"What it feels like at: {label}", "list",
                 f"{' | '.join(get_args(Feel))}, several joined by +; empty: not told",
                 partial(_feel, zone.id, side))  # fmt: skip


def _feel(zone: str, side: Side, report: Report) -> Cell:
    marks = [mark for mark in report.case.marks if mark.place == (zone, side)]
    return "+".join(dict.fromkeys(one for mark in marks for one in mark.feel))
