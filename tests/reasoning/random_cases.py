"""Random cases that the vocabulary allows: by a seed for numpy, and as strategies for hypothesis."""

import random
from typing import Any

from hypothesis import strategies as st

from hipmap.model.body import Zone
from hipmap.model.case import Case, new_case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge

SETTINGS = ("home", "primary", "physio", "secondary", None)
SEXES = ("female", "male", "other", None)
KINDS = ("pain", "pain", "pain", "spread", "numb", "none")


def random_case(knowledge: Knowledge, chance: random.Random) -> Case:
    """Gives a case with up to eight marks and up to twelve answers, on the right, the left or both."""
    sides = chance.choice((("right",), ("left",), ("right", "left")))
    findings = chance.sample(knowledge.findings, chance.randint(0, 12))
    zones = chance.sample(knowledge.body.zones, chance.randint(0, 8))
    worst = chance.random() < 0.6
    marks = []
    for zone in zones:
        mark = random_mark(zone, chance.choice(sides), chance.choice(KINDS))
        if mark["kind"] == "pain" and worst:
            mark["worst"], worst = True, False
        marks.append(mark)
    person = {"age": chance.choice((None, chance.randint(0, 100))), "sex": chance.choice(SEXES)}
    return new_case(
        setting=chance.choice(SETTINGS),
        person={key: value for key, value in person.items() if value is not None},
        marks=marks,
        answers={finding.id: random_answer(finding, chance.choice(sides), chance) for finding in findings},
    )


def random_mark(zone: Zone, side: str, kind: str) -> dict[str, Any]:
    if zone.layer == "numbness" and kind == "pain":
        kind = "numb"
    return {"zone": zone.id, "side": "midline" if zone.midline else side, "kind": kind}


def random_answer(finding: Finding, side: str, chance: random.Random) -> Any:
    """Gives a value that the finding takes; one in ten is unknown."""
    value: Any = chance.choice(known_values(finding)) if chance.random() < 0.9 else "unknown"
    return {"value": value, "side": side} if finding.sided and chance.random() < 0.8 else value


def known_values(finding: Finding) -> list[str | int | float]:
    """Gives every option, or yes and no, or one number in each band."""
    if finding.scale is None:
        return [option.id for option in finding.options] or ["no", "yes"]
    ends = [finding.scale.least, *(band.below for band in finding.scale.bands if band.below is not None)]
    return [float(end) for end in ends]


def cases(knowledge: Knowledge) -> st.SearchStrategy[Case]:
    """Gives a strategy of cases that shrinks to few marks and answers."""
    return st.integers(0, 2**32 - 1).map(lambda seed: random_case(knowledge, random.Random(seed)))
