"""Finds the next screen of the guide from the case, its assessment and where a person stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hipmap.desktop.home.safety_lists import history_questions, safety_lists, scan_questions
from hipmap.desktop.home.stops import FEW_MOVEMENTS, RESULT, Cursor, Stop
from hipmap.desktop.sheet_order import drawn_on_map
from hipmap.model.assessment import Assessment, NextFinding
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.findings import Finding, FindingKind
from hipmap.model.knowledge import Knowledge
from hipmap.model.own_words import words_against_marks
from hipmap.model.question_ends import End, end_of
from hipmap.model.telling_next import CHANGES_MUCH
from hipmap.reasoning.excluded_answers import excluded_questions
from hipmap.reasoning.who_is_asked import Gates, safety_to_ask

LOUD: tuple[Tier, ...] = ("emergency_now", "same_day")
QUESTIONS: tuple[FindingKind, ...] = ("safety", "history", "aggravating", "easing")
LEAST_TELLING = CHANGES_MUCH / 3
"""Bits below which a question is not worth a screen of its own, even for who wants more of them; judged."""
LEAST_ASKED = 3
"""So many questions are asked at least: marks and lists alone do not end them at once."""
OVER: tuple[End, ...] = ("clear", "little_left")
"""With these the questions end by themselves; with any other they go on while some are left."""


@dataclass(frozen=True)
class Way:
    """What the way through the guide depends on besides the case.

    `movements` gives the findings whose movement is described for the home and closed by nothing; without
    `told_sides` the sides of the body map are shown first.
    """

    knowledge: Knowledge
    gates: Gates
    movements: Callable[[], frozenset[str]]
    told_sides: bool = False


def next_stop(cursor: Cursor, case: Case, assessed: Callable[[], Assessment], way: Way) -> Stop:
    """Gives the screen after the present one; one that was visited is not found again.

    What to ask is worked out only when it is wanted, since that costs most.
    """
    for found in (_safety(cursor, case, way), _where(cursor, case, way)):
        if found is not None:
            return found
    assessment = assessed()
    urgent = assessment.urgency.tier == "emergency_now"
    if not urgent:
        question = _question(cursor, case, assessment, way)
        if question is not None:
            return question
        movement = _movement(cursor, assessment, way)
        if movement is not None:
            return movement
    return RESULT


def urgent_flags(assessment: Assessment) -> frozenset[str]:
    """Gives what stops the guide: whatever raised an emergency or same-day tier.

    Of a rule each sign counts by itself, so that one more of them stops as the first did.
    """
    loud = [rule for rule in assessment.urgency.fired if rule.tier in LOUD]
    raised = {(rule.tier, rule.flag, "") for rule in loud}
    raised |= {(rule.tier, rule.flag, sign) for rule in loud if rule.by == "rule" for sign in rule.findings}
    return frozenset(":".join(one) for one in raised)


def questions_left(cursor: Cursor) -> int:
    """Gives how many questions are asked at most from here on."""
    return max(0, cursor.questions - len(cursor.visited_of("question")))


def why_ended(cursor: Cursor, case: Case, assessment: Assessment, way: Way, tried: bool = True) -> End:
    """Gives why it would end now, by all that can still be asked here; with `tried` also by the movements."""
    left = _new_questions(cursor, case, assessment, way)
    if tried and _takes_movements(cursor):
        every = telling_movements(assessment, way)
        left += [one for one in every if Stop("movement", one.finding) not in cursor.visited]
    signs = safety_to_ask(case, way.knowledge.findings, way.gates.shut_for(case.person))
    return end_of(assessment, left, all(sign.id in case.answers for sign in signs))


def telling_questions(case: Case, assessment: Assessment, way: Way) -> list[NextFinding]:
    """Gives the questions that a person at home can answer and that would tell something, best first."""
    known = way.knowledge.finding_by_id
    shut = way.gates.shut_for(case.person) | excluded_questions(case, way.knowledge)
    return [
        one
        for one in assessment.next
        if one.bits >= LEAST_TELLING and one.finding not in shut and _is_asked_here(known[one.finding], case)
    ]


def telling_movements(assessment: Assessment, way: Way) -> list[NextFinding]:
    """Gives the movements that are safe, described for the home and would tell something, best first.

    Who is to be seen today or at once tries none: nobody is there who sees what a movement does.
    """
    if assessment.urgency.tier in LOUD:
        return []
    known, described = way.knowledge.finding_by_id, way.movements()
    return [
        one
        for one in assessment.next
        if known[one.finding].kind == "movement" and one.finding in described and one.bits >= LEAST_TELLING
    ]


def _is_asked_here(finding: Finding, case: Case) -> bool:
    plain = finding.kind in QUESTIONS and finding.who != "clinician"
    return plain and not drawn_on_map(finding, case)


def _new_questions(cursor: Cursor, case: Case, assessment: Assessment, way: Way) -> list[NextFinding]:
    telling = telling_questions(case, assessment, way)
    return [one for one in telling if Stop("question", one.finding) not in cursor.visited]


def _takes_movements(cursor: Cursor) -> bool:
    return cursor.wants_movements and len(cursor.visited_of("movement")) < FEW_MOVEMENTS


def _first_new(cursor: Cursor, stops: Sequence[Stop]) -> Stop | None:
    return next((stop for stop in stops if stop not in cursor.visited), None)


def _safety(cursor: Cursor, case: Case, way: Way) -> Stop | None:
    lists = safety_lists(case, way.knowledge, way.gates.shut_for(case.person))
    return _first_new(cursor, [Stop("about"), *(Stop("list", one.id) for one in lists)])


def _where(cursor: Cursor, case: Case, way: Way) -> Stop | None:
    stops = [] if way.told_sides or Stop("map") in cursor.visited else [Stop("orient")]
    stops.append(Stop("map"))
    if case.marks:
        differing = words_against_marks(case.own_words, case.marks, way.knowledge.body)
        stops += [Stop("words"), *(Stop("difference", word.id) for word in differing), Stop("read_back")]
    return _first_new(cursor, stops)


def _question(cursor: Cursor, case: Case, assessment: Assessment, way: Way) -> Stop | None:
    begun = bool(cursor.visited_of("movement")) and not cursor.past_enough
    if not cursor.wants_questions or begun:
        return None
    early = [Stop("history")] if history_questions(way.knowledge) else []
    early += [Stop("scans")] if scan_questions(way.knowledge) else []
    found = _first_new(cursor, early)
    if found is not None:
        return found
    new = _new_questions(cursor, case, assessment, way)
    ends = _has_asked_some(cursor) and not cursor.past_enough
    settled = assessment.enough.enough or why_ended(cursor, case, assessment, way, tried=False) in OVER
    if new and questions_left(cursor) and not (ends and settled):
        return Stop("question", new[0].finding)
    return _first_new(cursor, [Stop("between")])


def _has_asked_some(cursor: Cursor) -> bool:
    return len(cursor.visited_of("question")) >= LEAST_ASKED


def _movement(cursor: Cursor, assessment: Assessment, way: Way) -> Stop | None:
    if not _takes_movements(cursor):
        return None
    new = [Stop("movement", one.finding) for one in telling_movements(assessment, way)]
    return _first_new(cursor, new)
