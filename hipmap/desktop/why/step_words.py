"""The stations of the way from a starting rate to the result, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.likelihood_words import percent, short_percent, tenths
from hipmap.desktop.reason_words import reason_label
from hipmap.desktop.why.scale import share_of
from hipmap.desktop.wording import size_word
from hipmap.model.assessment import Reason
from hipmap.model.explanations import Waterfall
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

StationKind = Literal["start", "step", "others", "result"]


@dataclass(frozen=True)
class Station:
    """One line of the chart: what it says, and from where to where it leads, in decibans."""

    kind: StationKind
    text: str
    value: str
    read_out: str
    before: float
    after: float
    reason: Reason | None = None


def stations_of(way: Waterfall, knowledge: Knowledge, voice: Voice) -> Iterator[Station]:
    """Gives the start, each step, what small ones amount to together, and the result."""
    tr = QCoreApplication.translate
    begin = tr("Steps", "Starting rate (age, sex, setting)") if voice == "clinician" else tr(
        "Steps", "To begin with, from age, sex and place of care"
    )  # fmt: skip
    yield _end("start", begin, way.start, way.start_probability, voice)
    at = way.start
    for step in way.steps:
        yield _step(reason_label(step, knowledge, voice), at, at + step.weight, voice, step)
        at += step.weight
    if way.others_count:
        count = tr("Steps", "Small ones together ({count})").format(count=way.others_count)
        yield _step(count, at, way.result, voice, None)
    yield _end("result", tr("Steps", "Now"), way.result, way.result_probability, voice)


def _end(kind: StationKind, text: str, at: float, probability: float, voice: Voice) -> Station:
    clinical = voice == "clinician"
    number = percent(probability) if clinical else tenths(probability, probability)
    read_out = QCoreApplication.translate("Steps", "{what}: {number}").format(what=text, number=number)
    if clinical:
        return Station(kind, text, short_percent(probability), read_out, at, at)
    # Words are long: beside the bars they would leave no room for them.
    return Station(kind, read_out, "", read_out, at, at)


def _step(text: str, before: float, after: float, voice: Voice, reason: Reason | None) -> Station:
    tr = QCoreApplication.translate
    size, towards = size_word(after - before), after >= before
    numbers = {"size": size, "start": percent(share_of(before)), "end": percent(share_of(after))}
    if voice == "patient":
        way = tr("Steps", "makes it more likely: {size}") if towards else tr(
            "Steps", "makes it less likely: {size}"
        )  # fmt: skip
        value = size
    else:
        way = (
            tr("Steps", "towards, {size}: from {start} to {end}")
            if towards
            else tr("Steps", "away, {size}: from {start} to {end}")
        )
        value = short_percent(share_of(after))
    read_out = tr("Steps", "{what}: {number}").format(what=text, number=way.format(**numbers))
    return Station("step" if reason else "others", text, value, read_out, before, after, reason)
