"""Checks a case against the vocabulary: zones, sides, findings, options and ranges of numbers."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from hipmap.model.case import NO, UNKNOWN, YES, Answer, Case, Mark, Pin, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge

MIDDLE = 0.03
"""How far across the middle of the figure a pin may stand and still be of its side."""


def check_case(case: Case, knowledge: Knowledge) -> list[str]:
    """Gives a sentence for each thing that the vocabulary does not know; none if the case is good."""
    marks = (_mark_problem(f"marks[{at}]", mark, knowledge) for at, mark in enumerate(case.marks))
    answers = (_answer_problem(finding, answer, knowledge) for finding, answer in case.answers.items())
    others = (
        *_repeated(case),
        *_denied(case),
        *_pin_problems(case, knowledge),
        *_own_word_problems(case, knowledge),
        *_own_view_problems(case, knowledge),
    )
    return [problem for problem in (*marks, *others, *answers) if problem is not None]


def _mark_problem(place: str, mark: Mark, knowledge: Knowledge) -> str | None:
    problem = _place_problem(place, mark.zone, mark.side, knowledge)
    if problem is None and knowledge.body.by_id[mark.zone].layer == "numbness" and mark.kind == "pain":
        return f"{place}.kind: {mark.zone} is for numbness: use kind numb, or mark genital_perineal"
    if problem is None and mark.spreads_from is not None:
        start = mark.spreads_from
        return _place_problem(f"{place}.spreads_from", start.zone, start.side, knowledge)
    return problem


def _repeated(case: Case) -> Iterator[str]:
    """There is one worst spot, and what a mark says it says once."""
    worst = [at for at, mark in enumerate(case.marks) if mark.worst]
    if len(worst) > 1:
        yield f"marks[{worst[1]}].worst: two worst spots: keep one"
    for at, mark in enumerate(case.marks):
        for field, told in (("feel", mark.feel), ("when", mark.when)):
            twice = next((one for nth, one in enumerate(told) if one in told[:nth]), None)
            if twice is not None:
                yield f"marks[{at}].{field}: {twice} is told twice: keep one"


def _denied(case: Case) -> Iterator[str]:
    """A place hurts or does not; numbness may be where no pain is."""
    painful = {mark.place: mark.kind for mark in case.marks if mark.kind in ("spread", "pain")}
    for at, mark in enumerate(case.marks):
        if mark.kind == "none" and mark.place in painful:
            said = f"{mark.zone} ({mark.side}) is marked as {painful[mark.place]} too"
            yield f"marks[{at}].kind: {said}: a place cannot both hurt and be free of pain; keep one"


def _place_problem(place: str, zone_id: str, side: Side, knowledge: Knowledge) -> str | None:
    zone = knowledge.body.by_id.get(zone_id)
    if zone is None:
        return f'{place}.zone: there is no zone "{zone_id}"{_meant(zone_id, knowledge.body.by_id)}'
    if side not in zone.sides:
        sides = " or ".join(zone.sides)
        return f'{place}.side: the zone {zone.id} has no side "{side}": use {sides}'
    return None


def _pin_problems(case: Case, knowledge: Knowledge) -> Iterator[str | None]:
    if case.pin is not None:
        place = _place_problem("pin", case.pin.zone, case.pin.side, knowledge)
        yield place or _across_problem(case.pin)


def _across_problem(pin: Pin) -> str | None:
    """A pin stands on its own half of the figure; seen from the front, the person's right is on the left."""
    if pin.side == "midline":
        return None
    if pin.face in ("right", "left"):
        if pin.face != pin.side:
            return (
                f"pin.face: the {pin.face} face does not show the {pin.side} side: use the other face or side"
            )
        return None
    low = (pin.face == "front") == (pin.side == "right")
    if pin.at[0] <= 0.5 + MIDDLE if low else pin.at[0] >= 0.5 - MIDDLE:
        return None
    half = "below 0.5" if low else "above 0.5"
    return f"pin.at[0]: on the {pin.face} face the person's {pin.side} is {half}: move it or change side"


def _own_word_problems(case: Case, knowledge: Knowledge) -> Iterator[str]:
    """Each everyday word must be one of the list, and be told once."""
    known = knowledge.body.own_word_by_id
    for at, word in enumerate(case.own_words):
        if word not in known:
            yield f'own_words[{at}]: there is no everyday word "{word}"{_meant(word, known)}'
        elif word in case.own_words[:at]:
            yield f"own_words[{at}]: {word} is told twice: keep one"


def _own_view_problems(case: Case, knowledge: Knowledge) -> Iterator[str]:
    """An origin that the clinician named must be one; two different ones if there are two."""
    view = case.own_view
    if view is None:
        return
    known = {origin.id for origin in knowledge.origins}
    for field, name in (("origin", view.origin), ("second", view.second)):
        if name is not None and name not in known:
            yield f'own_view.{field}: there is no origin "{name}"{_meant(name, known)}'
    if view.second == view.origin:
        yield "own_view.second: this is the first origin once more: leave it out"


def _answer_problem(finding_id: str, answer: Answer, knowledge: Knowledge) -> str | None:
    place = f"answers.{finding_id}"
    finding = knowledge.finding_by_id.get(finding_id)
    if finding is None:
        return f'{place}: there is no finding "{finding_id}"{_meant(finding_id, knowledge.finding_by_id)}'
    if answer.side is not None and not finding.sided:
        return f"{place}.side: this finding has no side: give the bare answer"
    if answer.side == "midline":
        return f"{place}.side: use right or left"
    values = (answer.value,) if answer.other is None else (answer.value, answer.other)
    return next((p for value in values for p in _value_problems(place, finding, value)), None)


def _value_problems(place: str, finding: Finding, value: str | float) -> Iterator[str]:
    if value == UNKNOWN:
        return
    if finding.scale is not None:
        if isinstance(value, str):
            yield f'{place}: "{value}" is not a number: give a number in {finding.scale.unit.id}, or unknown'
        elif not finding.scale.least <= value <= finding.scale.most:
            scale = finding.scale
            yield f"{place}: {value} is outside {scale.least:g} to {scale.most:g} {scale.unit.id}"
        return
    allowed = [option.id for option in finding.options] or [YES, NO]
    if value not in allowed:
        yield f'{place}: "{value}" is not an answer here: use {", ".join(allowed)} or unknown'


def _meant(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{close[0]}"?' if close else "; see `hipmap vocabulary`"
