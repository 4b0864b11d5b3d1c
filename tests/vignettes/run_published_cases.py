"""Prints how hipmap does on the published cases: `python -m tests.vignettes.run_published_cases`."""

import sys
from collections.abc import Iterator, Sequence

from hipmap.model.conditions import TIERS
from hipmap.storage.knowledge_files import load_knowledge
from tests.vignettes.published_cases import Outcome, outcomes, share


def table(found: Sequence[Outcome]) -> Iterator[str]:
    """Gives a line for each case: rank of the concluded origin, its probability, and the urgency."""
    yield f"{'case':14}{'concluded':20}{'first':20}{'p':>5} {'rank':>4}  {'urgency (wanted)':34} note"
    for one in found:
        rank = one.ranked.index(one.expected.origin) + 1
        urgency = f"{one.assessment.urgency.tier} ({one.expected.urgency})"
        note = "" if one.within(1) else "second" if one.within(2) else "MISS"
        note += "" if one.raised else " NOT RAISED"
        note += " over-triaged" if one.over_triaged else ""
        yield (
            f"{one.expected.id:14}{one.expected.origin:20}{one.ranked[0]:20}"
            f"{one.probability:5.2f} {rank:4}  {urgency:34} {note}"
        )


def summary(found: Sequence[Outcome]) -> Iterator[str]:
    """Gives the figures over all cases and by concluded origin."""
    yield _line("all", found)
    for origin in sorted({one.expected.origin for one in found}):
        yield _line(origin, [one for one in found if one.expected.origin == origin])
    urgent = [one for one in found if TIERS.index(one.expected.urgency) >= TIERS.index("same_day")]
    routine = [one for one in found if TIERS.index(one.expected.urgency) <= TIERS.index("routine")]
    soon = TIERS.index("same_day")
    yield (
        f"emergency or same day raised to same day or sooner: "
        f"{sum(TIERS.index(o.assessment.urgency.tier) >= soon for o in urgent)} of {len(urgent)}; "
        f"urgency at least as in the report: {sum(o.raised for o in found)} of {len(found)}; "
        f"routine cases over-triaged: {sum(o.over_triaged for o in routine)} of {len(routine)}"
    )


def _line(name: str, found: Sequence[Outcome]) -> str:
    count = len(found)
    brier = sum(one.brier for one in found) / count
    loss = sum(one.log_loss for one in found) / count
    return (
        f"{name:20} n={count:2}  top-1 {share([o.within(1) for o in found]):4.0%}  "
        f"top-2 {share([o.within(2) for o in found]):4.0%}  Brier {brier:.3f}  log loss {loss:.2f}  "
        f"urgency raised {share([o.raised for o in found]):4.0%}"
    )


def main() -> int:
    """Runs all published cases and prints the table and the summary."""
    found = outcomes(load_knowledge())
    for line in (*table(found), "", *summary(found)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
