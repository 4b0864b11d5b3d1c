"""What a case says, seen from the side of the complaint: answers that count, marks, and what marks imply."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hipmap.model.assessment import ComplaintSide
from hipmap.model.case import NO, UNKNOWN, YES, Answer, Case, Mark, MarkKind, Side
from hipmap.model.findings import Finding, ImpliedByMarks
from hipmap.model.knowledge import Knowledge

Manner = tuple[str, MarkKind, bool, float]
"""How a zone is marked: the zone, the kind, whether it is the worst, and how much of it is covered."""
Evidence = tuple[frozenset[str], tuple[tuple[str, str | int | float], ...], tuple[Manner, ...]]


@dataclass(frozen=True)
class Facts:
    """The answers that count for this complaint, its marks, and what is left aside for the other side.

    `contradictory` are zones marked both as painful and as free of pain, on whichever side; the pain counts.
    `alike` are the zones that a complaint of both sides has marked in the same way on either side.
    """

    side: ComplaintSide | None
    answers: dict[str, Answer]
    implied: frozenset[str]
    pain: tuple[Mark, ...]
    numb: tuple[Mark, ...]
    denied: tuple[Mark, ...]
    contradictory: tuple[str, ...]
    other_side: tuple[str, ...]
    other_side_marks: tuple[str, ...]
    alike: frozenset[Manner]

    def side_of(self, mark: Mark) -> Side | None:
        """Gives the side that a mark speaks of; None where it speaks of its like on the other side too."""
        return None if _manner(mark) in self.alike else mark.side

    @property
    def evidence(self) -> Evidence:
        """What is weighed, without the sides: equal evidence has equal likelihoods."""
        values = tuple((name, self.answers[name].value) for name in sorted(self.answers))
        marks = tuple(_manner(mark) for mark in (*self.pain, *self.numb, *self.denied))
        return self.implied, values, marks


def facts_of(case: Case, knowledge: Knowledge, side: ComplaintSide | None = None) -> Facts:
    """Gives the facts of a case for one side, or for both; without a side for that of the complaint itself.

    Unknown answers are left out, because they say nothing. What has no side counts for every side, and so
    does what marks on both sides imply: that it hurts on both sides is true of the person, whichever side
    is asked about, and answering the question by hand would count for every side as well.
    """
    side = side or complaint_side(case)
    known = {name: seen_from(answer, side) for name, answer in case.answers.items() if not answer.is_unknown}
    aside = tuple(sorted(name for name, answer in known.items() if _is_elsewhere(answer.side, side)))
    answers = {name: answer for name, answer in known.items() if name not in aside}
    implied = {
        name
        for name, rule in knowledge.implied_by_marks.items()
        if name not in known and implies(case, rule, side)
    }
    answers |= {name: Answer(value=YES) for name in implied}
    marks = [mark for mark in case.marks if not _is_elsewhere(mark.side, side)]
    painful = {mark.zone for mark in marks if mark.kind in ("pain", "spread")}
    manners = Counter(map(_manner, marks))
    return Facts(
        side=side,
        answers=answers,
        implied=frozenset(implied),
        pain=_once(mark for mark in marks if mark.kind in ("pain", "spread")),
        numb=_once(mark for mark in marks if mark.kind == "numb"),
        # where a zone hurts on one side, that it does not on the other is no word against the zone
        denied=_once(mark for mark in marks if mark.kind == "none" and mark.zone not in painful),
        contradictory=_contradictory(case),
        other_side=aside,
        other_side_marks=tuple(
            sorted({m.zone for m in case.marks if m.kind != "none" and _is_elsewhere(m.side, side)})
        ),
        alike=frozenset(manner for manner, count in manners.items() if count > 1),
    )


def complaint_side(case: Case) -> ComplaintSide | None:
    """Gives the side of the worst mark, else the side with more marks, else of the sided answers."""
    for sides in _sides_named(case):
        right, left = sides.count("right"), sides.count("left")
        if right or left:
            return "both" if right == left else _only("right" if right > left else "left")
    return None


def _sides_named(case: Case) -> Iterator[list[Side | None]]:
    """The sides that the marks and answers name, those that decide first."""
    pain = [mark for mark in case.marks if mark.kind == "pain"]
    yield [mark.side for mark in pain if mark.worst]
    yield [mark.side for mark in pain]
    yield [mark.side for mark in case.marks if mark.kind != "none"]
    yield [side for answer in case.answers.values() for side in _sides_told(answer)]


def seen_from(answer: Answer, side: ComplaintSide | None) -> Answer:
    """Gives an answer of both sides as it stands on the side of the complaint, where that is known of.

    For a complaint on both sides, or on none that is known, a yes on either side is a yes.
    """
    if answer.other is None or answer.other == UNKNOWN:
        return answer
    if answer.value == UNKNOWN:
        return answer.turned()
    if side in ("right", "left"):
        return answer if answer.side == side else answer.turned()
    return answer.turned() if (answer.value, answer.other) == (NO, YES) else answer


def _sides_told(answer: Answer) -> tuple[Side | None, ...]:
    """Gives the sides that an answer tells of: of a yes here and a no there, the side of the yes."""
    if answer.is_unknown:
        return ()
    if answer.other is None:
        return (answer.side,)
    turned = answer.turned()
    if UNKNOWN in answer.told or {*answer.told} == {YES, NO}:
        return (answer.side if answer.value != UNKNOWN and answer.other in (UNKNOWN, NO) else turned.side,)
    return answer.side, turned.side


def implies(case: Case, rule: ImpliedByMarks, side: ComplaintSide | None = None) -> bool:
    """Tells whether the marks of the complaint's side (of both, if the rule asks) already give a yes."""
    own = [mark for mark in case.marks if rule.both_sides or not _is_elsewhere(mark.side, side)]
    drawn = {(mark.zone, mark.side) for mark in own if mark.zone in rule.zones and mark.kind in rule.kinds}
    if not rule.both_sides:
        return bool(drawn)
    # a groin here and a thigh there are two places, not one pain on both sides
    return any((zone, "left") in drawn for zone, side in drawn if side == "right")


def outcomes_of(finding: Finding, answer: Answer) -> tuple[int, ...]:
    """Gives the numbers of the outcomes that an answer leaves open: one, or all that its option covers."""
    if finding.scale is not None:
        return (finding.outcomes.index(finding.scale.band_of(float(answer.value))),)
    covers = next((option.covers for option in finding.options if option.id == answer.value), ())
    return tuple(finding.outcomes.index(value) for value in covers or (str(answer.value),))


def _contradictory(case: Case) -> tuple[str, ...]:
    denied = [mark for mark in case.marks if mark.kind == "none"]
    painful = {mark.place for mark in case.marks if mark.kind in ("pain", "spread")} if denied else set()
    return tuple(sorted({mark.zone for mark in denied if mark.place in painful}))


def _manner(mark: Mark) -> Manner:
    return mark.zone, mark.kind, mark.worst, mark.covered


def _only(side: Side) -> ComplaintSide:
    return "right" if side == "right" else "left"


def _is_elsewhere(side: Side | None, complaint: ComplaintSide | None) -> bool:
    return complaint in ("right", "left") and side in ("right", "left") and side != complaint


def _once(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Each zone once, in a fixed order; pain before spread, so that the stronger mark of a zone counts.

    Of two marks of one kind, the one that covers more of the zone.
    """
    order = {"pain": 0, "numb": 0, "none": 0, "spread": 1}
    found: dict[str, Mark] = {}
    for mark in sorted(marks, key=lambda m: (m.zone, order[m.kind], not m.worst, -m.covered, m.side)):
        found.setdefault(mark.zone, mark)
    return tuple(found.values())
