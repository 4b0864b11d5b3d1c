"""Reads a case out of a bundle or a response to hipmap's questionnaire, whoever wrote it."""

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from hipmap.exchange.fhir.codes import OWN, QUESTIONNAIRE, Json
from hipmap.exchange.fhir.items import Group, Item, case_items
from hipmap.exchange.fhir.json_reading import read_json
from hipmap.exchange.fhir.told_case import case_data
from hipmap.model.case import Case
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput, place_of, refusal, sentence_of

_MOST_ANSWERS = 200
_MOST_MARKS = 400
_KEYS = {"choice": "valueCoding", "decimal": "valueDecimal", "boolean": "valueBoolean"}

Told = dict[str, list[Any]]


def read_case_of(content: bytes, name: str, knowledge: Knowledge) -> Case:
    """Gives the case; BadInput names what cannot be used, and nothing of it is guessed."""
    response = _response(read_json(content, name), name)
    _must_be_fhir(response, name)
    about = str(response.get("questionnaire", ""))
    if about.partition("|")[0] != QUESTIONNAIRE:
        raise refusal(
            name, f"this answers another questionnaire ({about or 'none named'}), not {QUESTIONNAIRE}"
        )
    reader = _Reader(name, knowledge)
    told = reader.told(response.get("item", []), case_items(knowledge), "item")
    try:
        # By way of JSON, in which a list is a tuple and yet a text is no number.
        case = Case.model_validate_json(json.dumps(case_data(told, reader.marks, knowledge)))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise refusal(name, f"{place_of(first['loc'])}: {sentence_of(first)}") from None
    problems = check_case(case, knowledge)
    if problems:
        raise refusal(name, problems[0])
    return case


def _response(found: Json, name: str) -> Json:
    """The one response of a bundle, or the resource itself."""
    if found.get("resourceType") == "QuestionnaireResponse":
        return found
    if found.get("resourceType") != "Bundle":
        raise refusal(name, "this is no Bundle and no QuestionnaireResponse; name one of these")
    entries = found.get("entry")
    resources = [one.get("resource") for one in entries if isinstance(one, dict)] if isinstance(
        entries, list) else []  # fmt: skip
    responses = [
        one
        for one in resources
        if isinstance(one, dict) and one.get("resourceType") == "QuestionnaireResponse"
        and str(one.get("questionnaire", "")).partition("|")[0] == QUESTIONNAIRE
    ]  # fmt: skip
    if len(responses) != 1:
        raise refusal(
            name, f"this bundle holds {len(responses)} responses to hipmap's questionnaire; it must hold one"
        )
    return responses[0]


def _must_be_fhir(response: Json, name: str) -> None:
    from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

    try:
        QuestionnaireResponse.model_validate(response)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise refusal(
            name, f"this is not valid FHIR: {place_of(first['loc'])}: {sentence_of(first)}"
        ) from None
    except (TypeError, ValueError, RecursionError) as error:
        raise refusal(name, f"this is not valid FHIR ({error})") from None
    if response.get("status") == "entered-in-error":
        raise refusal(name, "this response was entered in error, as its status says; ask for the right one")


class _Reader:
    """Goes through the items of a response along those of the questionnaire."""

    def __init__(self, name: str, knowledge: Knowledge) -> None:
        self._name = name
        self._knowledge = knowledge
        self.marks: list[Told] = []

    def told(self, given: object, known: Sequence[Item | Group], place: str) -> Told:
        """Gives what was told under each link; those of marks are kept apart, in their order."""
        links = {one.link: one for one in known}
        found: Told = {}
        for at, item in enumerate(given if isinstance(given, list) else []):
            here = f"{place}[{at}]"
            link = str(item.get("linkId", "")) if isinstance(item, dict) else ""
            one = links.get(link)
            if one is None:
                raise self._wrong(here, f'there is no question "{link[:60]}"{_meant(link, links)}')
            if link in found or (isinstance(one, Group) and not one.repeats and f"{link}?" in found):
                raise self._wrong(here, f"the question {link} is answered twice: keep one")
            if isinstance(one, Item):
                found[link] = list(self._answers(item, one, here))
            elif one.repeats:
                self.marks.append(self.told(item.get("item", []), one.items, f"{here}.item"))
                if len(self.marks) > _MOST_MARKS:
                    raise self._wrong(here, f"more than {_MOST_MARKS} marks; no body has so many places")
            else:
                found[f"{link}?"] = []
                found |= self.told(item.get("item", []), one.items, f"{here}.item")
        return found

    def _answers(self, item: Json, one: Item, place: str) -> Iterator[Any]:
        answers = item.get("answer", [])
        if item.get("item") or not isinstance(answers, list):
            raise self._wrong(place, f"the question {one.link} has answers only")
        most = _MOST_ANSWERS if one.repeats else 1
        if len(answers) > most:
            raise self._wrong(place, f"the question {one.link} has more than {most} answer{'s' * (most > 1)}")
        for at, answer in enumerate(answers):
            yield self._value(answer, one, f"{place}.answer[{at}]")

    def _value(self, answer: Json, one: Item, place: str) -> Any:
        key = _KEYS[one.type]
        value = answer.get(key)
        if one.type == "decimal" and value is None:
            value = answer.get("valueInteger")
        if one.type != "choice":
            if value is None:
                raise self._wrong(place, f"the question {one.link} is answered by {key}")
            return value
        code = value.get("code") if isinstance(value, dict) else None
        chosen = next((c for c in one.choices if c.code == code), None)
        system = value.get("system", "") if isinstance(value, dict) else ""
        if chosen is None or system not in ("", f"{OWN}:{chosen.system}"):
            allowed = ", ".join(c.code for c in one.choices[:12])
            raise self._wrong(
                place, f'"{str(code)[:40]}" is no answer to {one.link}; its codes are {allowed}'
            )
        return chosen.code

    def _wrong(self, place: str, sentence: str) -> BadInput:
        return refusal(self._name, f"{place}: {sentence}")


def _meant(link: str, links: dict[str, Item | Group]) -> str:
    close = get_close_matches(link, list(links), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
