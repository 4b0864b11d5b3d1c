"""Cases for the benchmarks: consultations as they are filled in, and body maps as people draw them."""

import random

from hipmap.model.case import Case, new_case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge

# How many zones people marked in large collections of body maps: a long tail over a few.
MARKED = (1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 14, 20)


def consultations(knowledge: Knowledge, count: int) -> list[Case]:
    """Gives cases with one to four marks and five to twenty answers that bear on likelihood."""
    chance = random.Random(2)
    asked = [finding for finding in knowledge.findings if finding.background is not None]
    found = []
    for at in range(count):
        answers = {finding.id: answer(finding, chance) for finding in chance.sample(asked, 5 + at % 16)}
        marks = drawn(knowledge, chance, 1 + at % 4)
        found.append(new_case(setting="primary", person={"age": 20 + at % 60}, marks=marks, answers=answers))
    return found


def answer(finding: Finding, chance: random.Random) -> str | float:
    if finding.scale is not None:
        return finding.scale.least
    return chance.choice([option.id for option in finding.options] or ["yes", "no"])


def body_maps(knowledge: Knowledge, count: int) -> list[Case]:
    """Gives cases of marks alone, spreading from one zone to its neighbours, with age and sex."""
    chance = random.Random(3)
    return [
        new_case(
            person={"age": chance.randint(18, 90), "sex": chance.choice(("female", "male"))},
            marks=drawn(knowledge, chance, chance.choice(MARKED)),
        )
        for _ in range(count)
    ]


def drawn(knowledge: Knowledge, chance: random.Random, count: int) -> list[dict[str, str]]:
    """Gives marks of pain on touching zones of one side."""
    zones = {zone.id: zone for zone in knowledge.body.zones if zone.layer == "pain"}
    side = chance.choice(("right", "left"))
    chosen = [chance.choice(list(zones))]
    while len(chosen) < count:
        near = [other for zone in chosen for other in zones[zone].neighbours if other in zones]
        chosen.append(chance.choice([zone for zone in near if zone not in chosen] or list(zones)))
    return [
        {"zone": zone, "side": "midline" if zones[zone].midline else side} for zone in dict.fromkeys(chosen)
    ]
