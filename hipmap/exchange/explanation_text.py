"""An explanation as plain text: the way to the result, the rival, other answers, and the figures behind."""

from collections.abc import Iterator, Sequence

from hipmap.exchange.figure_text import figures_text, outcome_words, tenths_words
from hipmap.exchange.plain_words import (
    LEAST_DECIBANS,
    TIER_WORDS,
    WORDS,
    closing_lines,
    number_words,
    percent_words,
    reason_words,
)
from hipmap.exchange.reason_weights import weight_words
from hipmap.model.explained_case import ExplainedCase
from hipmap.model.explanations import OriginThen, Step, Waterfall, WhatIfRow, WhatIfTable
from hipmap.model.knowledge import Knowledge
from hipmap.model.shown_numbers import reason_size
from hipmap.model.voice import Voice, in_sentence, in_short, said

_REASONS = 5
_OTHER_ANSWERS = 5
_SIDES = {"right": "right side", "left": "left side", "both": "both sides as one complaint"}

Flip = tuple[WhatIfTable, WhatIfRow, OriginThen]
"""Another answer, and what it would make of the origin."""


def explanation_text(explained: ExplainedCase, knowledge: Knowledge, voice: Voice) -> str:
    """Gives an explanation as text in one voice, ending with what made it."""
    way = explained.waterfall
    if way.steps or way.others_count:
        parts = [
            _way(explained, knowledge, voice),
            _contrast(explained, knowledge, voice),
            _other_answers(explained, knowledge, voice),
            figures_text(explained.sensitivity, knowledge, voice),
        ]
    else:
        parts = [_nothing(way, knowledge, voice)]
    parts = [_urgency(explained, voice), *parts, closing_lines(explained.versions)]
    return "\n".join(line for part in parts for line in part) + "\n"


def _urgency(explained: ExplainedCase, voice: Voice) -> Iterator[str]:
    yield TIER_WORDS[explained.tier][voice]
    if explained.tier in ("emergency_now", "same_day"):
        yield "  The likelihoods below do not change this. `hipmap assess` says why, and what to do."
    else:
        yield "  Which safety questions are still open, and what to watch for: `hipmap assess` says it."
    yield ""


def _nothing(way: Waterfall, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    yield "Nothing that is marked or answered so far tells where the pain comes from."
    yield _name(way.target, knowledge, voice)
    yield _start(way, voice)
    yield ""


def _start(way: Waterfall, voice: Voice) -> str:
    number = _number(way.start_probability, voice)
    if voice == "patient":
        return f"  to begin with, from age, sex and place of care: {number}"
    return f"  starting rate (age, sex, setting): {number}, {way.start:+.1f} dB"


def _way(explained: ExplainedCase, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    way, likelihood = explained.waterfall, explained.likelihood
    about = f", {_SIDES[explained.side]}" if explained.side else ""
    yield f"{_name(way.target, knowledge, voice)}{about}: how likely, step by step"
    yield _start(way, voice)
    told = _told(way.steps, voice)
    for step in told:
        what = reason_words(step, knowledge, voice)
        yield f"  {_direction(step.weight)}: {what} ({weight_words(step, voice)})"
    yield from _rest(way, told, voice)
    odds = f", {way.result:+.1f} dB" if voice == "clinician" else ""
    yield f"  now: {WORDS[likelihood.word]}, {number_words(likelihood, voice)}{odds}"
    yield ""


def _told(steps: Sequence[Step], voice: Voice) -> Sequence[Step]:
    """Every step for clinicians, so that they sum; for patients the ones that weigh most."""
    if voice == "clinician":
        return steps
    return [step for step in steps if abs(step.weight) >= LEAST_DECIBANS][:_REASONS]


def _rest(way: Waterfall, told: Sequence[Step], voice: Voice) -> Iterator[str]:
    count = way.others_count + len(way.steps) - len(told)
    if not count:
        return
    weight = way.others + sum(step.weight for step in way.steps[len(told) :])
    which = "1 other" if count == 1 else f"{count} others together"
    if voice == "clinician":
        yield f"  {which}: {weight:+.1f} dB"
    elif abs(weight) < LEAST_DECIBANS:
        yield f"  {which}: hardly any change"
    else:
        yield f"  {_direction(weight)}: {which} ({reason_size(weight)})"


def _contrast(explained: ExplainedCase, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    contrast = explained.contrast
    first, second = (in_sentence(_name(name, knowledge, voice)) for name in (contrast.first, contrast.second))
    odds = f" ({contrast.start:+.1f} dB at first, {contrast.result:+.1f} dB now)"
    yield f"What tells {first} from {second}{odds if voice == 'clinician' else ''}"
    # said for the second, a weight that speaks against the first is none against it
    for_second = tuple(one.model_copy(update={"weight": -one.weight}) for one in contrast.for_second)
    for name, reasons in ((first, contrast.for_first), (second, for_second)):
        for reason in reasons[:_REASONS]:
            yield f"  for {name}: {reason_words(reason, knowledge, voice)} ({weight_words(reason, voice)})"
    if not contrast.for_first and not contrast.for_second:
        yield "  No single mark or answer tells them apart."
    yield ""


def _other_answers(explained: ExplainedCase, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    """For each answer the other one that moves the origin most, where the number shown would differ."""
    if not explained.what_if:
        return
    target = explained.waterfall.target
    origin = target if target in knowledge.origin_by_id else knowledge.condition_by_id[target].origin
    flips = [max(own, key=_change) for table in explained.what_if if (own := _flips(table, origin))]
    flips.sort(key=_change, reverse=True)
    name = in_sentence(said(knowledge.origin_by_id[origin], voice))
    yield f"What one other answer would make of {name} (how urgent it is may change too)"
    told = [flip for flip in flips if len(set(_then_and_now(flip, voice))) > 1][:_OTHER_ANSWERS]
    for flip in told:
        yield f"  {_flip(flip, knowledge, voice)}: {' instead of '.join(_then_and_now(flip, voice))}"
    if not told:
        yield "  Hardly any change, whichever single answer were another."
    yield ""


def _flips(table: WhatIfTable, origin: str) -> list[Flip]:
    return [
        (table, row, next(one for one in row.origins if one.id == origin))
        for row in table.rows
        if not row.present and row.value is not None
    ]


def _change(flip: Flip) -> float:
    return abs(flip[2].change)


def _then_and_now(flip: Flip, voice: Voice) -> tuple[str, str]:
    then = flip[2]
    return _number(then.probability, voice), _number(then.probability - then.change, voice)


def _flip(flip: Flip, knowledge: Knowledge, voice: Voice) -> str:
    table, row, _ = flip
    finding = knowledge.finding_by_id[table.finding]
    other = outcome_words(finding, row.band or str(row.value), voice)
    what = in_short(finding, voice)
    return f"{what}{'' if what.endswith('?') else ':'} if “{other}”"


def _direction(weight: float) -> str:
    return "points towards" if weight > 0 else "points away"


def _name(target: str, knowledge: Knowledge, voice: Voice) -> str:
    thing = knowledge.origin_by_id.get(target) or knowledge.condition_by_id[target]
    return said(thing, voice)


def _number(probability: float, voice: Voice) -> str:
    return percent_words(probability) if voice == "clinician" else tenths_words(probability)
