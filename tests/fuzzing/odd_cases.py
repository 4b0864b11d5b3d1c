"""Texts of case files, sound, odd and broken, from a seed.

A sound case may be extreme: everything marked, every question answered, all unknown, answers that exclude
each other. One in three is then spoiled in one or two places.
"""

import copy
import json
import random
from collections.abc import Callable, Sequence
from typing import Any

from hipmap.model.body import Zone
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge

KINDS = ("pain", "pain", "pain", "spread", "numb", "none")
FEELS = ("ache", "sharp", "burning", "electric", "deep", "surface")
SPOILED, TWICE_SPOILED = 0.33, 0.1
# Values that a hand, another program or an attacker may have put anywhere.
ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1e308, -1e308, 10**30, 5e-324, float("nan"), float("inf"), "", " ", "yes",
    "YES", "unknown", "0", "\0", "\ud800", "\u202e", "a" * 5000, "__class__", "../../etc",
    "'; DROP TABLE x; --",
    [], {}, [[]], {"value": "yes"}, {"value": {"value": "yes"}}, {"value": None, "side": "left"},
    [None] * 50, {"schema": "hipmap-case/1"},
)  # fmt: skip


class OddCases:
    """Gives texts of case files one after another, the same for the same seed."""

    def __init__(self, knowledge: Knowledge, seed: int) -> None:
        self._findings: Sequence[Finding] = knowledge.findings
        self._zones: Sequence[Zone] = knowledge.body.zones
        self._opposed = [
            [one.finding for one in (row.first, row.second) if one.finding is not None]
            for row in knowledge.opposed_answers
        ]
        self._by_id = knowledge.finding_by_id
        self._chance = random.Random(seed)

    def text(self) -> bytes:
        """Gives the next text."""
        chance = self._chance
        case = self._sound()
        if chance.random() < SPOILED:
            for _ in range(1 + (chance.random() < TWICE_SPOILED)):
                case = _spoiled(case, chance)
        text = json.dumps(case, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
        return _torn(text, chance) if chance.random() < 0.02 else text

    def _sound(self) -> dict[str, Any]:
        chance = self._chance
        sides = chance.choice((("right",), ("left",), ("right", "left")))
        case: dict[str, Any] = {"schema": "hipmap-case/1"}
        if chance.random() < 0.7:
            case["setting"] = chance.choice(("home", "primary", "physio", "secondary"))
        if chance.random() < 0.7:
            case["person"] = self._person()
        marks, answers = self._marks(sides), self._answers(sides)
        return case | ({"marks": marks} if marks else {}) | ({"answers": answers} if answers else {})

    def _person(self) -> dict[str, Any]:
        chance = self._chance
        person: dict[str, Any] = {}
        if chance.random() < 0.8:
            person["age"] = chance.choice((chance.randint(0, 120), chance.uniform(0, 120), 0, 120, 0.001))
        if chance.random() < 0.8:
            person["sex"] = chance.choice(("female", "male", "other"))
        return person

    def _count(self, usual: int, most: int) -> int:
        """Mostly a few; now and then nothing at all, or all there is."""
        draw = self._chance.random()
        return 0 if draw < 0.1 else most if draw > 0.99 else self._chance.randint(1, usual)

    def _marks(self, sides: Sequence[str]) -> list[dict[str, Any]]:
        chance = self._chance
        zones = chance.sample(self._zones, self._count(6, len(self._zones)))
        found = []
        for zone in zones:
            kind = chance.choice(KINDS)
            if zone.layer == "numbness" and kind == "pain":
                kind = "numb"
            mark: dict[str, Any] = {
                "zone": zone.id,
                "side": "midline" if zone.midline else chance.choice(sides),
                "kind": kind,
            }
            if chance.random() < 0.3:
                mark["intensity"] = chance.choice((0, 10, chance.uniform(0, 10)))
            if kind == "pain" and chance.random() < 0.3:
                mark["worst"] = True
            if chance.random() < 0.2:
                mark["feel"] = chance.sample(FEELS, chance.randint(0, len(FEELS)))
            found.append(mark)
        return found

    def _answers(self, sides: Sequence[str]) -> dict[str, Any]:
        chance = self._chance
        findings = chance.sample(self._findings, self._count(10, len(self._findings)))
        unknown = 1.0 if chance.random() < 0.02 else 0.08
        answers = {one.id: self._answer(one, sides, unknown) for one in findings}
        if chance.random() < 0.1:
            opposed = chance.choice(self._opposed)
            answers |= {name: self._answer(self._by_id[name], sides, 0.0) for name in opposed}
        return answers

    def _answer(self, finding: Finding, sides: Sequence[str], unknown: float) -> Any:
        chance = self._chance
        value: Any
        if chance.random() < unknown:
            value = "unknown"
        elif finding.scale is not None:
            low, high = finding.scale.least, finding.scale.most
            value = chance.choice((low, high, chance.uniform(low, high)))
        else:
            value = chance.choice([option.id for option in finding.options] or ["no", "yes"])
        if finding.sided and chance.random() < 0.7:
            return {"value": value, "side": chance.choice(sides)}
        return value


def _spoiled(case: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Puts something odd in one place of the case."""
    ways: list[Callable[[], None]] = []
    places = list(_places(case))
    if not places:
        return case  # the first spoiling took the last key away
    holder, key = chance.choice(places)

    def put() -> None:
        holder[key] = copy.deepcopy(chance.choice(ODD_VALUES))

    def drop() -> None:
        del holder[key]

    def rename() -> None:
        if isinstance(holder, dict):
            holder[str(key) + chance.choice(("x", " ", "_", "\n", "é"))] = holder.pop(key)

    def repeat() -> None:
        if isinstance(case.get("marks"), list) and case["marks"]:
            case["marks"] = case["marks"] * chance.randint(2, 40)

    ways += [put, put, put, drop, rename, repeat]
    chance.choice(ways)()
    return case


def _places(thing: Any) -> list[tuple[Any, Any]]:
    """Every place of nested data where a value stands, as its holder and key."""
    found: list[tuple[Any, Any]] = []
    keys = list(thing) if isinstance(thing, dict) else range(len(thing))
    for key in keys:
        found.append((thing, key))
        if isinstance(thing[key], dict | list):
            found += _places(thing[key])
    return found


def _torn(text: bytes, chance: random.Random) -> bytes:
    """Cuts the text off, or changes some of its bytes."""
    if chance.random() < 0.5:
        return text[: chance.randrange(len(text))]
    spoiled = bytearray(text)
    for _ in range(chance.randint(1, 4)):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)
