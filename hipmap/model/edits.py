"""The edits of a case: each takes a case and gives a new one, and nothing else."""

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
    return put_mark(case, Mark(zone=zone, side=side, kind=kind))


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
    return case.model_copy(update={"marks": (*kept, *(() if placed else (mark,)))})


def remove_mark(case: Case, zone: str, side: Side, kind: MarkKind) -> Case:
    """Takes the mark of this kind away from the place."""
    kept = tuple(m for m in case.marks if m.place != (zone, side) or m.kind != kind)
    return case.model_copy(update={"marks": kept})


def clear_marks(case: Case) -> Case:
    """Takes all marks and the pin away."""
    return case.model_copy(update={"marks": (), "pin": None})


def swap_sides(case: Case) -> Case:
    """Mirrors every mark and the pin: what was marked right becomes left and the other way round."""
    swapped = tuple(_mirrored(mark) for mark in case.marks)
    return case.model_copy(update={"marks": swapped, "pin": _mirrored_pin(case.pin)})


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
