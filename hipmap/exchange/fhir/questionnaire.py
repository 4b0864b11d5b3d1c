"""The questionnaire of a case, and a case as the response to it, which holds all that the case says."""

from collections.abc import Iterator, Mapping
from typing import Any

from hipmap.exchange.fhir.codes import QUESTIONNAIRE, UNIT_ASKED, Json, coding
from hipmap.exchange.fhir.items import Choice, Group, Item, case_items
from hipmap.model.case import UNKNOWN, Answer, Case, Mark
from hipmap.model.knowledge import Knowledge

Told = Mapping[str, list[Any]]
"""What was told under each link: one thing, or several where the item repeats."""


def questionnaire(knowledge: Knowledge) -> Json:
    """Gives all questions with all answers that may be chosen."""
    return {
        "resourceType": "Questionnaire",
        "id": "hipmap-case-1",
        "url": QUESTIONNAIRE,
        "version": knowledge.manifest.version,
        "name": "HipmapCase",
        "title": "Pain around the hip and the lower back",
        "status": "active",
        "subjectType": ["Patient"],
        "item": [_asked(one) for one in case_items(knowledge)],
    }


def _asked(one: Item | Group) -> Json:
    if isinstance(one, Group):
        repeats = {"repeats": True} if one.repeats else {}
        inside = [_asked(item) for item in one.items]
        return {"linkId": one.link, "text": one.text, "type": "group", **repeats, "item": inside}
    repeats = {"repeats": True} if one.repeats else {}
    options = [{"valueCoding": coding(c.system, c.code, c.display)} for c in one.choices]
    chosen = {"answerOption": options} if options else {}
    unit = {"extension": [{"url": UNIT_ASKED, "valueCoding": one.unit}]} if one.unit else {}
    return {**unit, "linkId": one.link, "text": one.text, "type": one.type, **repeats, **chosen}


def response_items(case: Case, knowledge: Knowledge) -> list[Json]:
    """Gives the case as items of a response; what was not told has no item."""
    told = _told(case)
    marks = [_told_mark(mark) for mark in case.marks]
    return [item for one in case_items(knowledge) for item in _given(one, told, marks)]


def _given(one: Item | Group, told: Told, marks: list[Told]) -> Iterator[Json]:
    if isinstance(one, Item):
        values = [value for value in told.get(one.link, []) if one.type != "decimal" or value != UNKNOWN]
        if values:
            answers = [_value(one, value) for value in values]
            yield {"linkId": one.link, "text": one.text, "answer": answers}
        return
    for each in marks if one.repeats else [told]:
        inside = [item for part in one.items for item in _given(part, each, [])]
        if inside:
            yield {"linkId": one.link, "text": one.text, "item": inside}


def _value(item: Item, value: Any) -> Json:
    if item.type == "choice":
        choice = next(one for one in item.choices if one.code == value)
        return {"valueCoding": _coded(choice)}
    return {"valueBoolean" if item.type == "boolean" else "valueDecimal": value}


def _coded(choice: Choice) -> Json:
    return coding(choice.system, choice.code, choice.display)


def _told(case: Case) -> Told:
    told: dict[str, list[Any]] = {
        "setting": [case.setting],
        "person.age": [case.person.age],
        "person.sex": [case.person.sex],
        "own_word": list(case.own_words),
    }
    if case.pin is not None:
        across, down = case.pin.at
        pin = {"zone": case.pin.zone, "side": case.pin.side, "face": case.pin.face}
        told |= {f"pin.{name}": [value] for name, value in {**pin, "across": across, "down": down}.items()}
    if case.own_view is not None:
        view = case.own_view.model_dump(exclude_none=True)
        told |= {f"own_view.{name}": [value] for name, value in view.items()}
    for finding, answer in case.answers.items():
        told |= _told_answer(finding, answer)
    return {
        link: kept for link, values in told.items() if (kept := [one for one in values if one is not None])
    }


def _told_answer(finding: str, answer: Answer) -> dict[str, list[Any]]:
    """Every way in which an answer may be asked for; the items of the finding take theirs."""
    told: dict[str, list[Any]] = {finding: [answer.value], f"{finding}.side": [answer.side]}
    for field, value in (("value", answer.value), ("other", answer.other)):
        told[f"{finding}.{field}"] = [value]
        if value == UNKNOWN:
            told[f"{finding}.{field}_unknown"] = [True]
    return told


def _told_mark(mark: Mark) -> Told:
    told = mark.model_dump(exclude={"spreads_from", "feel", "when"}, exclude_none=True)
    values: dict[str, list[Any]] = {f"mark.{name}": [value] for name, value in told.items()}
    values |= {"mark.feel": list(mark.feel), "mark.when": list(mark.when)}
    if not mark.worst:
        del values["mark.worst"]
    if mark.spreads_from is not None:
        values["mark.from_zone"] = [mark.spreads_from.zone]
        values["mark.from_side"] = [mark.spreads_from.side]
    return values
