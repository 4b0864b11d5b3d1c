"""What a case says, worked out a second time and without the engine: side, answers that count, marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from hipmap.model.case import Case, Mark
from hipmap.model.knowledge import Knowledge

SIDED = ("right", "left")


@dataclass(frozen=True)
class Heard:
    """The answers and marks that belong to the side of the complaint."""

    answers: dict[str, str | int | float]
    pain: dict[str, Mark]
    numb: dict[str, Mark]
    denied: dict[str, Mark]


def heard(case: Case, knowledge: Knowledge) -> Heard:
    """Gives what counts: the known answers and the marks of the complaint's side, and what marks imply."""
    side = side_of(case)

    def counts(own: str | None) -> bool:
        return side is None or own not in SIDED or own == side

    answers = {
        name: answer.value
        for name, answer in case.answers.items()
        if answer.value != "unknown" and counts(answer.side)
    }
    for finding in knowledge.findings:
        rule = finding.implied_by
        if rule is None or finding.id in answers or rule.kinds == ("numb",):
            continue
        own = [mark for mark in case.marks if rule.both_sides or counts(mark.side)]
        fitting = [mark for mark in own if mark.zone in rule.zones and mark.kind in rule.kinds]
        places = {zone: {m.side for m in fitting if m.zone == zone} for zone in rule.zones}
        if any(sides >= set(SIDED) for sides in places.values()) if rule.both_sides else fitting:
            answers[finding.id] = "yes"
    marks = [mark for mark in case.marks if counts(mark.side)]
    pain = [mark for mark in marks if mark.kind == "pain"]
    pain.sort(key=lambda mark: mark.worst)
    painful = {mark.zone for mark in marks if mark.kind in ("pain", "spread")}
    return Heard(
        answers=answers,
        pain=_by_zone([*(mark for mark in marks if mark.kind == "spread"), *pain]),
        numb=_by_zone(mark for mark in marks if mark.kind == "numb"),
        denied=_by_zone(mark for mark in marks if mark.kind == "none" and mark.zone not in painful),
    )


def side_of(case: Case) -> str | None:
    """Gives right or left where one side speaks louder, else None: then everything counts."""
    pain = [mark for mark in case.marks if mark.kind == "pain"]
    worst = [mark.side for mark in pain if mark.worst]
    drawn = [mark.side for mark in case.marks if mark.kind != "none"]
    answered = [answer.side for answer in case.answers.values() if answer.value != "unknown"]
    for sides in (worst, [mark.side for mark in pain], drawn, answered):
        right, left = (sum(side == one for side in sides) for one in SIDED)
        if right or left:
            return None if right == left else "right" if right > left else "left"
    return None


def _by_zone(marks: Iterable[Mark]) -> dict[str, Mark]:
    """One mark a zone; the last one stands."""
    return {mark.zone: mark for mark in marks}
