"""The edits of a case: each takes a case and gives a new one, and nothing else."""

from collections.abc import Iterable
from typing import Literal

from hipmap.model.case import (
    Answer,
    Case,
    Mark,
    MarkKind,
    OwnView,
    Person,
    Pin,
    Place,
    Setting,
    Sex,
    Side,
    Value,
)  # fmt: skip

_OTHER_SIDE: dict[Side, Side] = {"right": "left", "left": "right", "midline": "midline"}


def mark_at(case: Case, zone: str, side: Side, kind: MarkKind = "pain") -> Mark | None:
    """Gives the mark of this kind at the place, if there is one."""
    return next((m for m in case.marks if m.place == (zone, side) and m.kind == kind), None)


def cycle_pain(case: Case, zone: str, side: Side) -> Case:
    """Steps a zone on: off, hurts, worst, off. There is one worst spot, so a former one becomes *hurts*."""
    mark = mark_at(case, zone, side)
    if mark is None:
        return put_mark(case, Mark(zone=zone, side=side))
    if not mark.worst:
        return put_mark(case, mark.model_copy(update={"worst": True}))
    return remove_mark(case, zone, side, "pain")


def toggle_mark(case: Case, zone: str, side: Side, kind: MarkKind) -> Case:
    """Puts a mark of the kind on the zone, or takes it away if it is there; pain steps through its states."""
    if kind == "pain":
        return cycle_pain(case, zone, side)
    if mark_at(case, zone, side, kind):
        return remove_mark(case, zone, side, kind)
    start = source_of_spread(case, zone, side) if kind == "spread" else None
    return put_mark(case, Mark(zone=zone, side=side, kind=kind, spreads_from=start))


def source_of_spread(case: Case, zone: str, side: Side) -> Place | None:
    """Gives the one place from which pain can be meant to spread here, or None where that is a guess.

    The worst spot, else the only pain; on the same side or on the midline, and never this place itself.
    """
    near = {"right", "left", "midline"} if side == "midline" else {side, "midline"}
    pain = [m for m in case.marks if m.kind == "pain" and m.side in near and m.place != (zone, side)]
    found = [mark for mark in pain if mark.worst] or pain
    return Place(zone=found[0].zone, side=found[0].side) if len(found) == 1 else None


def change_marks(case: Case, put: Iterable[Mark], removed: Iterable[Mark] = ()) -> Case:
    """Removes marks and puts others, as one drag across the body does."""
    changed = case
    for mark in removed:
        changed = _without(changed, mark.zone, mark.side, mark.kind)
    for mark in put:
        changed = put_mark(changed, mark)
    return _without_lost_pointers(case, changed)


def put_mark(case: Case, mark: Mark) -> Case:
    """Puts the mark in place of one of the same kind there; *none* and the other kinds exclude each other."""
    kept: list[Mark] = []
    placed = False
    for old in case.marks:
        if old.place == mark.place and old.kind == mark.kind:
            kept.append(mark)
            placed = True
        elif old.place == mark.place and "none" in (old.kind, mark.kind):
            continue
        else:
            kept.append(old.model_copy(update={"worst": False}) if mark.worst else old)
    marked = case.model_copy(update={"marks": (*kept, *(() if placed else (mark,)))})
    return _without_lost_pointers(case, marked)


def remove_mark(case: Case, zone: str, side: Side, kind: MarkKind) -> Case:
    """Takes the mark of this kind away from the place; with pain goes what pointed at it: pin and arrows."""
    return _without_lost_pointers(case, _without(case, zone, side, kind))


def _without(case: Case, zone: str, side: Side, kind: MarkKind) -> Case:
    kept = tuple(m for m in case.marks if m.place != (zone, side) or m.kind != kind)
    return case.model_copy(update={"marks": kept})


def _without_lost_pointers(before: Case, after: Case) -> Case:
    """Takes the pin, and where a spread comes from, away with the pain that they pointed at.

    A place that is marked *none* has no pain to point at. What pointed at no pain before is left as it was.
    """
    lost = {mark.place for mark in after.marks if mark.kind == "none"} | (_pains(before) - _pains(after))
    pin = None if after.pin is not None and (after.pin.zone, after.pin.side) in lost else after.pin
    marks = tuple(_without_start(mark, lost) for mark in after.marks)
    return after.model_copy(update={"pin": pin, "marks": marks})


def _pains(case: Case) -> set[tuple[str, Side]]:
    return {mark.place for mark in case.marks if mark.kind == "pain"}


def _without_start(mark: Mark, lost: set[tuple[str, Side]]) -> Mark:
    start = mark.spreads_from
    if start is None or (start.zone, start.side) not in lost:
        return mark
    return mark.model_copy(update={"spreads_from": None})


def clear_marks(case: Case) -> Case:
    """Takes all marks and the pin away."""
    return case.model_copy(update={"marks": (), "pin": None})


def swap_sides(case: Case) -> Case:
    """Mirrors every mark and the pin: what was marked right becomes left and the other way round."""
    swapped = tuple(_mirrored(mark) for mark in case.marks)
    return case.model_copy(update={"marks": swapped, "pin": _mirrored_pin(case.pin)})


def sided_answers(case: Case) -> tuple[str, ...]:
    """Gives the findings whose answers would be others on the other side: not what both sides gave alike."""
    return tuple(
        name
        for name, answer in case.answers.items()
        if answer.side in ("right", "left") and answer.other != answer.value
    )


def swap_answer_sides(case: Case) -> Case:
    """Gives every answer of a side to the other side: what was told of the right is now told of the left."""
    swapped = {
        name: answer if answer.side is None else answer.model_copy(update={"side": _OTHER_SIDE[answer.side]})
        for name, answer in case.answers.items()
    }
    return case.model_copy(update={"answers": swapped})


def _mirrored(mark: Mark) -> Mark:
    start = mark.spreads_from
    mirrored = None if start is None else Place(zone=start.zone, side=_OTHER_SIDE[start.side])
    return mark.model_copy(update={"side": _OTHER_SIDE[mark.side], "spreads_from": mirrored})


def _mirrored_pin(pin: Pin | None) -> Pin | None:
    """Front and back are mirrored in themselves; a pin of the right face goes to the left one."""
    if pin is None:
        return None
    across = (round(1 - pin.at[0], 4), pin.at[1])
    face = {"right": "left", "left": "right"}.get(pin.face, pin.face)
    return pin.model_copy(update={"side": _OTHER_SIDE[pin.side], "face": face, "at": across})


def put_pin(case: Case, pin: Pin | None) -> Case:
    """Points with one finger at a spot, in place of an earlier one, or takes the pin away.

    The zone under the pin hurts from then on, if it was not marked so.
    """
    pinned = case.model_copy(update={"pin": pin})
    if pin is None or mark_at(case, pin.zone, pin.side) is not None:
        return pinned
    return put_mark(pinned, Mark(zone=pin.zone, side=pin.side))


def take_over_map(case: Case, earlier: Case) -> Case:
    """Puts the marks and the pin of an earlier case in place of those marked now, and nothing else of it."""
    return case.model_copy(update={"marks": earlier.marks, "pin": earlier.pin})


def put_own_words(case: Case, words: tuple[str, ...]) -> Case:
    """Says by which everyday words the person calls the place."""
    return case.model_copy(update={"own_words": words})


def put_own_view(case: Case, view: OwnView | None) -> Case:
    """Commits the clinician's own view, or takes it back."""
    return case.model_copy(update={"own_view": view})


def put_answer(case: Case, finding: str, value: str | float, side: Side | None = None) -> Case:
    """Answers a finding, in place of an earlier answer."""
    answers = {**case.answers, finding: Answer(value=value, side=side)}
    return case.model_copy(update={"answers": answers})


def put_side_answer(
    case: Case, finding: str, side: Side, value: Value | None, lead: Side | None = None
) -> Case:
    """Answers a finding for one side and keeps what was told of the other; None takes that side back.

    The side that `lead`s (that of the complaint) comes first, else the one that was told first.
    """
    present = case.answers.get(finding)
    told: dict[Side, Value] = {}
    if present is not None and present.side is not None:
        told[present.side] = present.value
        if present.other is not None:
            told[_OTHER_SIDE[present.side]] = present.other
    if value is None:
        told.pop(side, None)
    else:
        told[side] = value
    if not told:
        return remove_answer(case, finding)
    first = lead if lead in told else next(iter(told))
    answer = Answer(value=told[first], side=first, other=told.get(_OTHER_SIDE[first]))
    return case.model_copy(update={"answers": {**case.answers, finding: answer}})


def put_both_sides(case: Case, finding: str, value: Value, lead: Side | None = None) -> Case:
    """Answers a finding alike on both sides; the side that `lead`s comes first."""
    first: Side = "left" if lead == "left" else "right"
    answer = Answer(value=value, side=first, other=value)
    return case.model_copy(update={"answers": {**case.answers, finding: answer}})


def remove_answer(case: Case, finding: str) -> Case:
    """Makes a finding *not asked* again."""
    answers = {key: answer for key, answer in case.answers.items() if key != finding}
    return case.model_copy(update={"answers": answers})


def put_age(case: Case, age: float | None) -> Case:
    """Sets the age in years, or leaves it unknown."""
    person = Person(age=age, sex=case.person.sex)
    return case.model_copy(update={"person": person})


def put_sex(case: Case, sex: Sex | None) -> Case:
    """Sets the sex, or leaves it unknown."""
    person = Person(age=case.person.age, sex=sex)
    return case.model_copy(update={"person": person})


def put_setting(case: Case, setting: Setting | None) -> Case:
    """Sets where the person is asked: at home, in primary care, physiotherapy or secondary care."""
    return case.model_copy(update={"setting": setting})


State = Literal["off", "hurts", "worst"]


def pain_state(case: Case, zone: str, side: Side) -> State:
    """Gives the state of a zone in the click cycle."""
    mark = mark_at(case, zone, side)
    return "off" if mark is None else "worst" if mark.worst else "hurts"
