"""Reads a case out of a bundle or a response to hipmap's questionnaire, whoever wrote it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from hipmap.exchange.fhir.codes import ORDER, OWN, QUESTIONNAIRE, Json
from hipmap.exchange.fhir.items import Group, Item, case_items
from hipmap.exchange.fhir.json_reading import read_json
from hipmap.exchange.fhir.told_case import case_data
from hipmap.model.case import Case
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput, place_of, refusal, sentence_of

_MOST_ANSWERS = 200
_MOST_MARKS = 400
_MOST_ITEMS = 10_000
_LONGEST_SHOWN = 80
_UNFINISHED = ("in-progress", "stopped")
_STATUSES = ("completed", "amended", *_UNFINISHED)
_KEYS = {"choice": "valueCoding", "decimal": "valueDecimal", "boolean": "valueBoolean"}

Told = dict[str, list[Any]]


@dataclass(frozen=True)
class Incoming:
    """What a file brings: the case, what it was made under, and what of the file stays outside.

    `status` is how far the response came, as FHIR has it. `left_out` tells of questions and answers that are
    not known here, `beside` counts other resources.
    """

    case: Case
    status: str
    version: str
    made_by: str
    left_out: tuple[str, ...]
    beside: Mapping[str, int]

    @property
    def is_unfinished(self) -> bool:
        """Whether who answered had not come to the end: more answers may be to come."""
        return self.status in _UNFINISHED


class NotUnderstood(BadInput):
    """A question or an answer that this questionnaire does not have; what else is wrong is no such thing."""


def read_case_of(content: bytes, name: str, knowledge: Knowledge) -> Case:
    """Gives the case; BadInput names what cannot be used, and nothing of it is guessed."""
    return read_incoming(content, name, knowledge, lenient=False).case


def read_incoming(content: bytes, name: str, knowledge: Knowledge, *, lenient: bool = True) -> Incoming:
    """Gives what a file brings, for a person to look at.

    Where that is `lenient`, what is not understood is told, and left out; else it is refused.
    """
    found = read_json(content, name)
    response = _response(found, name)
    reader = _Reader(name, knowledge, lenient=lenient)
    case = _read(response, name, reader, knowledge)
    version = str(response.get("questionnaire", "")).partition("|")[2]
    others = Counter(_shown(one.get("resourceType")) for one in _resources(found) if one is not response)
    return Incoming(
        case, str(response["status"]), _shown(version), _maker(found), tuple(reader.left_out), others
    )


def _read(response: Json, name: str, reader: "_Reader", knowledge: Knowledge) -> Case:
    if _count(response.get("item")) > _MOST_ITEMS:  # all of them would be checked before any is read
        raise refusal(name, f"this holds more than {_MOST_ITEMS} answers; no response of one person does")
    _must_be_fhir(response, name)
    about = str(response.get("questionnaire", ""))
    if about.partition("|")[0] != QUESTIONNAIRE:
        raise refusal(
            name, f"this answers another questionnaire ({about or 'none named'}), not {QUESTIONNAIRE}"
        )
    told = reader.read(response.get("item", []), case_items(knowledge))
    try:
        # By way of JSON, in which a list is a tuple and yet a text is no number.
        data = case_data(told, reader.marks, _order(response), knowledge)
        case = Case.model_validate_json(json.dumps(data))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise refusal(name, f"{place_of(first['loc'])}: {sentence_of(first)}") from None
    problems = check_case(case, knowledge)
    if problems:
        raise refusal(name, problems[0])
    return case


def _count(items: object) -> int:
    inside = [one.get("item") for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    return len(inside) + sum(map(_count, inside))


def _order(response: Json) -> list[str]:
    told = response.get("extension", [])
    return next((one.get("valueString", "").split() for one in told if one.get("url") == ORDER), [])


def _maker(found: Json) -> str:
    """Gives the program that made a bundle, as it names itself."""
    for one in _resources(found):
        agents = one.get("agent") if one.get("resourceType") == "Provenance" else None
        for agent in agents if isinstance(agents, list) else []:
            who = agent.get("who") if isinstance(agent, dict) else None
            if isinstance(who, dict) and who.get("display"):
                return _shown(who["display"])
    return ""


def _shown(told: object) -> str:
    """Gives what a file says of itself, short and on one line."""
    text = told if isinstance(told, str) else ""
    return "".join(sign for sign in text if sign.isprintable())[:_LONGEST_SHOWN]


def _resources(found: Json) -> list[Json]:
    entries = found.get("entry")
    every = [one.get("resource") for one in entries if isinstance(one, dict)] if isinstance(
        entries, list) else []  # fmt: skip
    return [one for one in every if isinstance(one, dict)]


def _response(found: Json, name: str) -> Json:
    """The one response of a bundle, or the resource itself."""
    if found.get("resourceType") == "QuestionnaireResponse":
        return found
    if found.get("resourceType") != "Bundle":
        raise refusal(name, "this is no Bundle and no QuestionnaireResponse; name one of these")
    responses = [
        one
        for one in _resources(found)
        if one.get("resourceType") == "QuestionnaireResponse"
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
    if response.get("status") not in _STATUSES:
        status = _shown(response.get("status"))[:40]
        raise refusal(name, f'its status is "{status}"; it must be one of {", ".join(_STATUSES)}')


class _Reader:
    """Goes through the items of a response along those of the questionnaire."""

    def __init__(self, name: str, knowledge: Knowledge, *, lenient: bool = False) -> None:
        self._name = name
        self._knowledge = knowledge
        self._lenient = lenient
        self.marks: list[Told] = []
        self.left_out: list[str] = []

    def read(self, given: object, known: Sequence[Item | Group]) -> Told:
        """Gives what was told under each link; a question of which anything is not understood stays out."""
        found: Told = {}
        links = {one.link: one for one in known}
        for at, item in enumerate(given if isinstance(given, list) else []):
            marks = len(self.marks)
            try:
                self._take(_item(item), links, f"item[{at}]", found)
            except NotUnderstood as problem:
                if not self._lenient:
                    raise
                del self.marks[marks:]
                self.left_out.append(str(problem).removeprefix(f"{self._name}: "))
        return found

    def told(self, given: object, known: Sequence[Item | Group], place: str) -> Told:
        """Gives what was told under each link; those of marks are kept apart, in their order."""
        links = {one.link: one for one in known}
        found: Told = {}
        for at, item in enumerate(given if isinstance(given, list) else []):
            self._take(_item(item), links, f"{place}[{at}]", found)
        return found

    def _take(self, item: Json, links: Mapping[str, Item | Group], here: str, found: Told) -> None:
        link = str(item.get("linkId", ""))
        one = links.get(link)
        if one is None:
            raise self._unknown(here, f'there is no question "{link[:60]}"{_meant(link, links)}')
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
            raise self._unknown(place, f"{_given(answer, code, one)}; its codes are {_codes(one, system)}")
        return chosen.code

    def _wrong(self, place: str, sentence: str) -> BadInput:
        return refusal(self._name, f"{place}: {sentence}")

    def _unknown(self, place: str, sentence: str) -> NotUnderstood:
        return NotUnderstood(str(self._wrong(place, sentence)))


def _item(given: object) -> Json:
    return given if isinstance(given, dict) else {}


def _meant(link: str, links: Mapping[str, Item | Group]) -> str:
    close = get_close_matches(link, list(links), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""


def _given(answer: Json, code: object, one: Item) -> str:
    """Gives in words what stands where the code of an answer should."""
    if isinstance(code, str):
        return f'"{_shown(code)[:40]}" is no answer to {one.link}'
    kind = next((key for key in answer if key.startswith("value")), "nothing")
    return f"{kind} without a code is no answer to {one.link}"


def _codes(one: Item, system: str) -> str:
    """Gives the codes of a question, and their systems where another was given."""
    codes = ", ".join(choice.code for choice in one.choices[:12])
    systems = dict.fromkeys(f"{OWN}:{choice.system}" for choice in one.choices)
    return f"{codes}, of {' or '.join(systems)}" if system else codes
