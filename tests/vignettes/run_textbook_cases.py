"""Prints how hipmap does on the textbook cases: `python -m tests.vignettes.run_textbook_cases`."""

import sys
from collections.abc import Iterator, Sequence

from hipmap.storage.knowledge_files import load_knowledge
from tests.vignettes.textbook_cases import Outcome, outcomes, reliability


def misses(found: Sequence[Outcome]) -> Iterator[str]:
    """Gives a line for each case whose origin is not first, or whose urgency is out of its range."""
    for one in found:
        notes = ["" if one.within(1) else "second" if one.within(2) else "MISS"]
        notes += ["NOT RAISED"] * (not one.raised) + ["over-triaged"] * one.over_triaged
        if any(notes):
            first = one.assessment.origins[0]
            said = f"{first.id} {first.probability:.2f}, {one.assessment.urgency.tier}"
            yield f"{one.expected.id:48}{one.expected.origin:20}{said:40}{' '.join(notes)}"


def summary(found: Sequence[Outcome]) -> Iterator[str]:
    """Gives the figures over all cases, by kind and by origin."""
    yield _line("all", found)
    for kind in sorted({one.expected.kind for one in found}):
        yield _line(kind, [one for one in found if one.expected.kind == kind])
    for origin in sorted({one.expected.origin for one in found}):
        yield _line(origin, [one for one in found if one.expected.origin == origin])
    for count, said, true in reliability(found):
        yield f"first origin said {said:4.0%}, true {true:4.0%}, n={count}"


def _line(name: str, found: Sequence[Outcome]) -> str:
    def share(flags: Sequence[bool]) -> float:
        return sum(flags) / len(flags)

    return (
        f"{name:20} n={len(found):3}  top-1 {share([o.within(1) for o in found]):4.0%}  "
        f"top-2 {share([o.within(2) for o in found]):4.0%}  "
        f"condition first {share([o.condition_first for o in found]):4.0%}  "
        f"Brier {sum(o.brier for o in found) / len(found):.3f}  "
        f"urgency enough {share([o.raised for o in found]):4.0%}  "
        f"too urgent {share([o.over_triaged for o in found]):4.0%}"
    )


def main() -> int:
    """Runs all textbook cases and prints misses and summary."""
    found = outcomes(load_knowledge())
    for line in (*misses(found), "", *summary(found)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
