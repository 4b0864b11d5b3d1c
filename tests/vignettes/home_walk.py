"""Takes somebody through the guide at home, screen by screen, and counts what they are asked.

They answer what they can say and else *don't know*. Something urgent stops the guide, and here the count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import get_args

from hipmap.desktop.home.route import LOUD, OVER, Way, next_stop, telling_questions, why_ended
from hipmap.desktop.home.safety_lists import HISTORY, SCANS, safety_lists
from hipmap.desktop.home.stops import Cursor, Step, Stop
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import UNKNOWN, Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.question_ends import End
from hipmap.model.telling_next import telling_most
from hipmap.reasoning import assess
from hipmap.reasoning.who_is_asked import Gates
from hipmap.storage.library_files import load_library

EARLY: tuple[Step, ...] = ("safety", "where")


@dataclass(frozen=True)
class Somebody:
    """Who goes through the guide: the marks and answers that they can give, and the origins that are true."""

    id: str
    truth: Case
    true_origins: frozenset[str]


@dataclass(frozen=True)
class Walk:
    """What somebody was asked, how many of it they could answer, when it was over, and what stood first.

    `over_after` are the questions and movements until an end of its own kind was reached (`OVER`), None if it
    never was; `end` is the end that the result tells of.
    """

    who: str
    asked: int
    answered: int
    movements: int
    over_after: int | None
    end: End
    true_first: bool
    true_in_two: bool
    urgent: bool


def way_at_home(knowledge: Knowledge) -> Way:
    """Gives the way of somebody whom no gate keeps from a movement."""
    described = frozenset(one.finding for one in load_library(knowledge).movements)
    return Way(knowledge, Gates(knowledge), lambda: described, True)


def walked(one: Somebody, way: Way) -> Walk:
    """Takes somebody through the guide."""
    case = one.truth.model_copy(update={"setting": "home", "marks": (), "answers": {}})
    cursor = Cursor()
    known = _Known(case, way)
    over_after: int | None = None
    while cursor.stop.kind != "result":
        case = answered(case, one.truth, cursor.stop, way)
        known = _Known(case, way)
        if is_urgent(case, way) if cursor.stop.step in EARLY else known().urgency.tier in LOUD:
            break
        following = next_stop(cursor, case, known, way)
        if over_after is None and cursor.stop.step in ("questions", "movements"):
            over_after = _count(cursor) if _end(cursor, case, known(), way) in OVER else None
        cursor = cursor.onto(following)
    first_two = [origin.id for origin in known().origins[:2]]
    return Walk(
        who=one.id, asked=len(cursor.visited_of("question")), movements=len(cursor.visited_of("movement")),
        answered=sum(stop.of in one.truth.answers for stop in _told(cursor)), over_after=over_after,
        end=_end(cursor, case, known(), way), true_first=first_two[0] in one.true_origins,
        true_in_two=not one.true_origins.isdisjoint(first_two), urgent=cursor.stop.kind != "result",
    )  # fmt: skip


def _end(cursor: Cursor, case: Case, assessment: Assessment, way: Way) -> End:
    """The end as it stands, by the questions alone until the movements are offered."""
    return why_ended(cursor, case, assessment, way, tried=Stop("between") in cursor.visited)


def _told(cursor: Cursor) -> tuple[Stop, ...]:
    return (*cursor.visited_of("question"), *cursor.visited_of("movement"))


def _count(cursor: Cursor) -> int:
    return len(_told(cursor))


def answered(case: Case, truth: Case, stop: Stop, way: Way) -> Case:
    """Gives the case after a screen: answered by the truth, else *don't know*."""
    if stop.kind == "map":
        return case.model_copy(update={"marks": truth.marks})
    for name in _asked_at(stop, case, way):
        given = truth.answers.get(name)
        if given is None:
            case = edits.put_answer(case, name, UNKNOWN)
        else:
            case = case.model_copy(update={"answers": {**case.answers, name: given}})
    return case


def _asked_at(stop: Stop, case: Case, way: Way) -> Sequence[str]:
    if stop.kind == "list":
        lists = safety_lists(case, way.knowledge, way.gates.shut_for(case.person))
        return [finding.id for one in lists if one.id == stop.of for finding in one.findings]
    shared = {"history": HISTORY, "scans": SCANS}
    return shared.get(stop.kind, (stop.of,) if stop.kind in ("question", "movement") else ())


def is_urgent(case: Case, way: Way) -> bool:
    """Whether the guide stops here; point estimates say so too, and much faster."""
    return assess(case, way.knowledge, ranges=False).urgency.tier in LOUD


class _Known:
    """The assessment of a case, worked out when it is wanted: in full only where that can change the way.

    The ranges decide whether what seems clear is *enough*; the conflicts that come with them count where no
    question would change much.
    """

    def __init__(self, case: Case, way: Way) -> None:
        self._case, self._way = case, way

    def __call__(self) -> Assessment:
        return self._assessment

    @cached_property
    def _assessment(self) -> Assessment:
        case, way = self._case, self._way
        quick = assess(case, way.knowledge, ranges=False, proposals=True)
        decides = quick.enough.why == "range_not_known" or not telling_most(
            telling_questions(case, quick, way)
        )
        if not decides:
            return quick
        full = assess(case, way.knowledge, proposals=False)
        return full.model_copy(update={"next": quick.next, "robustness": quick.robustness})


def lines(name: str, walks: Sequence[Walk]) -> Iterator[str]:
    """Gives what was found for some people, in words."""
    calm = [one for one in walks if not one.urgent]
    yield f"{name}: {len(walks)}, of them {len(walks) - len(calm)} stopped by something urgent"
    if not calm:
        return
    over = [one for one in calm if one.over_after is not None]
    # who never comes so far counts with all that they were asked
    until = [_until(one) for one in calm]
    yield f"  clear, or nothing left that would change much: {len(over)} of {len(calm)}"
    yield f"  questions and movements until then: median {median(until):g}, most {max(until)}"
    yield f"  questions asked by the guide: {_spread([one.asked for one in calm])}"
    yield f"  movements after them: {_spread([one.movements for one in calm])}"
    yield f"  of both, answered with more than don't know: {_spread([one.answered for one in calm])}"
    yield f"  {_right(calm)}"
    for end in get_args(End):
        found = [one for one in calm if one.end == end]
        if found:
            yield f"  ended as {end}: {len(found)}; {_right(found)}"


def _until(one: Walk) -> int:
    return one.asked + one.movements if one.over_after is None else one.over_after


def _spread(counts: Sequence[int]) -> str:
    return f"median {median(counts):g}, most {max(counts)}"


def _right(walks: Sequence[Walk]) -> str:
    first, two = sum(one.true_first for one in walks), sum(one.true_in_two for one in walks)
    return f"a true origin stands first in {first}, among the first two in {two} of {len(walks)}"
