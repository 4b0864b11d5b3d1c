"""Prints how hipmap does on the case sets: `python -m tests.vignettes.run_cases [SET] [--store]`."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from hipmap.model.knowledge import Knowledge
from hipmap.storage.knowledge_files import load_knowledge
from tests.vignettes.case_sets import SETS
from tests.vignettes.outcomes import Outcome, figures, outcomes, reliability_of
from tests.vignettes.stored_result import Result, moved, result_of, store, stored_results

# How each figure is headed and printed.
COLUMNS = {
    "n": ("n", "{:.0f}"),
    "top_1": ("top-1", "{:.0%}"),
    "top_2": ("top-2", "{:.0%}"),
    "condition_first": ("condition", "{:.0%}"),
    "brier": ("Brier", "{:.3f}"),
    "log_loss": ("log loss", "{:.3f}"),
    "emergencies_raised": ("emergency", "{:.0%}"),
    "urgent_raised": ("same day", "{:.0%}"),
    "raised_enough": ("enough", "{:.0%}"),
    "routine_sent_on": ("sent on", "{:.0%}"),
}
LEGEND = (
    "top-1, top-2: true origin among the first (a report of two: both, and the pair leads); "
    "condition: first condition is the concluded one; Brier and log loss: mean over origins; "
    "emergency, same day: raised at least so far where that was due; enough: tier at least as due; "
    "sent on: routine cases told to be seen within two weeks or sooner"
)


def misses(found: Sequence[Outcome]) -> Iterator[str]:
    """Gives a line for each case whose origin is not first, or whose urgency is out of its range."""
    for one in found:
        notes = [] if one.within(1) else ["second" if one.within(2) else "MISS"]
        notes += ["NOT RAISED"] * (not one.raised) + ["over-triaged"] * one.over_triaged
        if notes:
            wanted = "+".join(sorted(one.expected.true_origins))
            yield (
                f"{one.expected.id:44} wanted {wanted} (p {one.probability:.2f}, "
                f"{one.expected.at_least}..{one.expected.at_most}), came {one.ranked[0]} "
                f"{one.first_probability:.2f}, {one.tier}: {' '.join(notes)}"
            )


def summary(found: Sequence[Outcome]) -> Iterator[str]:
    """Gives the figures over all cases, by kind and by concluded origin, and the reliability."""
    yield f"{'':24}" + "".join(f"{head:>10}" for head, _ in COLUMNS.values())
    yield _line("all", found)
    for kind in sorted({one.expected.kind for one in found}):
        yield _line(f"kind {kind}", [one for one in found if one.expected.kind == kind])
    for origin in sorted({one.expected.origin for one in found}):
        yield _line(origin, [one for one in found if one.expected.origin == origin])
    for one in reliability_of(found):
        yield f"first origin from {one.low:.0%}: said {one.said:.0%}, true {one.true:.0%}, n={one.count}"


def _line(name: str, found: Sequence[Outcome]) -> str:
    values = figures(found)
    cells = [
        "–" if (value := values[key]) is None else form.format(value) for key, (_, form) in COLUMNS.items()
    ]
    return f"{name:24}" + "".join(f"{cell:>10}" for cell in cells)


def compared(before: Result | None, now: Result) -> Iterator[str]:
    """Gives what has moved since the stored result, or says that nothing has, or that nothing is stored."""
    if before is None:
        yield "nothing stored yet"
        return
    knowledge = before["knowledge"]
    yield f"since knowledge {knowledge['version']}, digest {knowledge['digest'][:12]}:"
    yield from list(moved(before, now)) or ["nothing has moved"]


def report(name: str, knowledge: Knowledge, before: Result | None) -> tuple[list[str], Result | None]:
    """Gives the lines about a set and its result; none for a set without cases."""
    found = outcomes(SETS[name], knowledge)
    if not found:
        return [f"== {name}: no cases"], None
    now = result_of(found, knowledge)
    lines = [f"== {name}", *misses(found), "", *summary(found), "", *compared(before, now), ""]
    return lines, now


def main(words: Sequence[str] | None = None) -> int:
    """Assesses the sets, prints what came of it, and stores it if asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.vignettes.run_cases", description=LEGEND)
    parser.add_argument("set", nargs="?", default="all", choices=[*SETS, "all"])
    parser.add_argument("--store", action="store_true", help="keep these results as the last ones")
    chosen = parser.parse_args(words)
    knowledge, before = load_knowledge(), stored_results()
    print(f"knowledge {knowledge.manifest.version}, digest {knowledge.digest[:12]}")
    print(LEGEND)
    results = {}
    for name in SETS if chosen.set == "all" else [chosen.set]:
        lines, now = report(name, knowledge, before.get(name))
        print(*lines, sep="\n")
        if now is not None:
            results[name] = now
    if chosen.store:
        store(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
