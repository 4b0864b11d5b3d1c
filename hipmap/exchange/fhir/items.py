"""The questions of a case as items of a FHIR questionnaire: one table for asking, writing and reading."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from hipmap.exchange.case_words import FEELS, SETTINGS, WHENS
from hipmap.exchange.fhir.codes import YEARS, Json, answer_system, unit_coding
from hipmap.model.case import Certainty, Face, MarkKind, Sex, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge

ItemType = Literal["choice", "decimal", "boolean"]


@dataclass(frozen=True)
class Choice:
    """One answer that may be chosen."""

    system: str
    code: str
    display: str


@dataclass(frozen=True)
class Item:
    """One question; its place in the case is what its link says."""

    link: str
    text: str
    type: ItemType
    choices: tuple[Choice, ...] = ()
    repeats: bool = False
    unit: Json | None = None


@dataclass(frozen=True)
class Group:
    """Questions that belong together; one that repeats stands once for each mark."""

    link: str
    text: str
    items: tuple["Item | Group", ...]
    repeats: bool = False


def case_items(knowledge: Knowledge) -> tuple[Item | Group, ...]:
    """Gives every item, in the order in which it is asked."""
    zones = tuple(Choice("zone", one.id, one.clinician) for one in knowledge.body.zones)
    origins = tuple(Choice("origin", one.id, one.clinician) for one in knowledge.origins)
    words = tuple(Choice("own-word", one.id, one.clinician) for one in knowledge.body.own_words)
    return (
        Item("setting", "Where the person is seen", "choice", _named("setting", SETTINGS)),
        Item("person.age", "Age in years", "decimal", unit=YEARS),
        Item("person.sex", "Sex", "choice", _plain("sex", get_args(Sex))),
        Group("mark", "A marked place", _mark(zones), repeats=True),
        Group("pin", "Where one finger points", _pin(zones)),
        Item("own_word", "What the person calls the place", "choice", words, repeats=True),
        Group("own_view", "The view of the clinician before the result", _own_view(origins)),
        *(finding_item(finding) for finding in knowledge.findings),
    )


def finding_item(finding: Finding) -> Item | Group:
    """Gives a bare question as one item, and one with a side or number as a group of what can be told."""
    text = finding.patient if finding.who != "clinician" else finding.clinician
    if not finding.sided and finding.scale is None:
        return Item(finding.id, text, "choice", _answers(finding))
    return Group(finding.id, text, tuple(_parts(finding)))


def _parts(finding: Finding) -> Iterator[Item]:
    for field, words in (("value", "The answer"), ("other", "The answer for the other side")):
        if field == "other" and not finding.sided:
            return
        if finding.scale is None:
            yield Item(f"{finding.id}.{field}", words, "choice", _answers(finding))
        else:
            unit = finding.scale.unit
            text = f"{words}, in {unit.clinician[-1]}"
            yield Item(f"{finding.id}.{field}", text, "decimal", unit=unit_coding(unit))
            yield Item(f"{finding.id}.{field}_unknown", f"{words} is not known", "boolean")
        if field == "value" and finding.sided:
            yield Item(f"{finding.id}.side", "The side of the answer", "choice", _sides(("right", "left")))


def _answers(finding: Finding) -> tuple[Choice, ...]:
    told = [(one.id, one.clinician) for one in finding.options] or [("yes", "Yes"), ("no", "No")]
    every = (*told, ("unknown", "Not known"))
    return tuple(Choice(answer_system(finding.id, code), code, words) for code, words in every)


def _mark(zones: tuple[Choice, ...]) -> tuple[Item, ...]:
    kinds = _plain("mark-kind", get_args(MarkKind))
    return (
        Item("mark.zone", "The zone", "choice", zones),
        Item("mark.side", "The person’s own side", "choice", _sides(get_args(Side))),
        Item("mark.kind", "What is felt there", "choice", kinds),
        Item("mark.intensity", "How strong it is now, 0 to 10", "decimal"),
        Item("mark.usual", "How strong it usually is, 0 to 10", "decimal"),
        Item("mark.at_worst", "How strong it is at its worst, 0 to 10", "decimal"),
        Item("mark.worst", "Whether this is the worst spot", "boolean"),
        Item("mark.feel", "What it feels like", "choice", _named("feel", FEELS), repeats=True),
        Item("mark.when", "When it is there", "choice", _named("when", WHENS), repeats=True),
        Item("mark.share", "The part of the zone that is covered, above 0 to 1", "decimal"),
        Item("mark.from_zone", "The zone from which it spreads", "choice", zones),
        Item("mark.from_side", "The side of that zone", "choice", _sides(get_args(Side))),
    )


def _pin(zones: tuple[Choice, ...]) -> tuple[Item, ...]:
    return (
        Item("pin.zone", "The zone", "choice", zones),
        Item("pin.side", "The person’s own side", "choice", _sides(get_args(Side))),
        Item("pin.face", "The face of the figure", "choice", _plain("face", get_args(Face))),
        Item("pin.across", "How far across the figure, 0 to 1", "decimal"),
        Item("pin.down", "How far down the figure, 0 to 1", "decimal"),
    )


def _own_view(origins: tuple[Choice, ...]) -> tuple[Item, ...]:
    sure = _plain("certainty", get_args(Certainty))
    return (
        Item("own_view.origin", "The likeliest origin", "choice", origins),
        Item("own_view.second", "The second", "choice", origins),
        Item("own_view.certainty", "How sure", "choice", sure),
    )


def _sides(sides: Sequence[str]) -> tuple[Choice, ...]:
    return _plain("side", sides)


def _plain(system: str, codes: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(system, code, code.replace("_", " ")) for code in codes)


def _named(system: str, words: Mapping[Any, str]) -> tuple[Choice, ...]:
    return tuple(Choice(system, code, text) for code, text in words.items())
