"""Counts the questions at home until *enough*: `python -m tests.vignettes.count_home_questions`.

Each case of the sets walks through the guide: what its file answers is its truth, and every other question is
answered *don't know*. What only a clinician can find is left out.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from hipmap.desktop.home.route import LOUD, Way, next_stop
from hipmap.desktop.home.safety_lists import HISTORY, SCANS, safety_lists
from hipmap.desktop.home.stops import Cursor, Stop
from hipmap.desktop.who_is_asked import Gates
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import UNKNOWN, Case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.library_files import load_library
from tests.vignettes.case_sets import SETS, Expected, case_of, expected_cases


@dataclass(frozen=True)
class Walk:
    """One case at home: questions asked, how many of them its file answers, and how it ended."""

    case: str
    true_origins: frozenset[str]
    asked: int
    answered: int
    movements: int
    enough_after: int | None
    first: str
    urgent: bool

    @property
    def right(self) -> bool:
        return self.first in self.true_origins


def walked(one: Expected, knowledge: Knowledge, way: Way) -> Walk:
    """Takes a case through the guide, screen by screen."""
    truth = case_of(one, knowledge)
    case = _begun(truth)
    cursor = Cursor()
    known = assess(case, knowledge)
    asked = answered = movements = 0
    enough_after: int | None = None
    while cursor.stop.kind != "result":
        case = _answered(case, truth, cursor.stop, knowledge, way)
        known = assess(case, knowledge)
        if cursor.stop.kind in ("question", "movement"):
            asked += cursor.stop.kind == "question"
            movements += cursor.stop.kind == "movement"
            answered += cursor.stop.of in truth.answers
        if enough_after is None and known.enough.enough and cursor.visited_of("map"):
            enough_after = asked + movements
        cursor = cursor.onto(next_stop(cursor, case, partial(_same, known), way))
    return Walk(
        one.id, one.true_origins, asked, answered, movements, enough_after, known.origins[0].id,
        _is_urgent(known),
    )  # fmt: skip


def _same(known: Assessment) -> Assessment:
    return known


def _is_urgent(known: Assessment) -> bool:
    return known.urgency.tier in LOUD


def _begun(truth: Case) -> Case:
    return truth.model_copy(update={"setting": "home", "marks": (), "answers": {}})


def _answered(case: Case, truth: Case, stop: Stop, knowledge: Knowledge, way: Way) -> Case:
    """Gives the case after a screen: answered by the truth, else *don't know*."""
    if stop.kind == "map":
        return case.model_copy(update={"marks": truth.marks})
    for name in _asked_at(stop, case, knowledge, way):
        given = truth.answers.get(name)
        if given is None:
            case = edits.put_answer(case, name, UNKNOWN)
        else:
            case = case.model_copy(update={"answers": {**case.answers, name: given}})
    return case


def _asked_at(stop: Stop, case: Case, knowledge: Knowledge, way: Way) -> Sequence[str]:
    if stop.kind == "list":
        lists = safety_lists(case, knowledge, way.gates.shut_for(case.person))
        return [finding.id for one in lists if one.id == stop.of for finding in one.findings]
    shared = {"history": HISTORY, "scans": SCANS}
    return shared.get(stop.kind, (stop.of,) if stop.kind in ("question", "movement") else ())


def lines(name: str, walks: Sequence[Walk]) -> Iterator[str]:
    """Gives what was found in one set."""
    calm = [one for one in walks if not one.urgent]
    ended = [one.enough_after for one in calm if one.enough_after is not None]
    yield f"{name}: {len(walks)} cases, {len(walks) - len(calm)} stopped by an urgent tier"
    if not calm:
        return
    yield f"  enough was reached in {len(ended)} of {len(calm)}"
    if ended:
        yield f"  questions and movements until enough: median {median(ended):g}, most {max(ended)}"
    asked = [one.asked for one in calm]
    yield f"  questions asked: median {median(asked):g}, most {max(asked)}"
    told = [one.answered for one in calm]
    yield f"  of these and the movements, answered by the case file: median {median(told):g}"
    yield f"  a true origin stands first in {sum(one.right for one in calm)} of {len(calm)}"
    sure = [one for one in calm if one.enough_after is not None]
    yield f"  and where enough was said in {sum(one.right for one in sure)} of {len(sure)}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", choices=[*SETS, []], help="all of them if none is named")
    chosen = parser.parse_args(arguments)
    knowledge = load_knowledge()
    library = load_library(knowledge)
    described = frozenset(one.finding for one in library.movements)
    way = Way(knowledge, Gates(knowledge), lambda: described, True)
    every: list[Walk] = []
    for name in chosen.sets or SETS:
        walks = [walked(one, knowledge, way) for one in expected_cases(SETS[name], knowledge)]
        every += walks
        sys.stdout.write("\n".join(lines(name, walks)) + "\n")
    sys.stdout.write("\n".join(lines("all", every)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
