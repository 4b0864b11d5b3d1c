"""Makes the screen of a stop, with all that it needs of the case and the library."""

from collections.abc import Callable
from dataclasses import dataclass

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.home.about_screen import AboutScreen
from hipmap.desktop.home.between_screen import BetweenScreen
from hipmap.desktop.home.list_screen import ListScreen
from hipmap.desktop.home.map_screens import MapScreen, OrientScreen, ReadBackScreen
from hipmap.desktop.home.question_screen import QuestionScreen
from hipmap.desktop.home.route import (
    Way,
    questions_left,
    telling_movements,
    telling_questions,
    why_ended,
)
from hipmap.desktop.home.safety_lists import history_questions, safety_lists
from hipmap.desktop.home.scans_screen import ScansScreen
from hipmap.desktop.home.screen import Screen
from hipmap.desktop.home.stops import FEW_MOVEMENTS, Cursor, Kind, Stop
from hipmap.desktop.home.unfinished import Unfinished
from hipmap.desktop.home.why_words import list_progress, movement_progress, question_progress, why_asked
from hipmap.desktop.home.words_screen import WordsScreen
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.library import Library
from hipmap.model.question_ends import End
from hipmap.model.voice import Voice


@dataclass(frozen=True)
class Present:
    """All that a screen may need to know when it is made."""

    cursor: Cursor
    case: Case
    assessment: Assessment
    way: Way
    voice: Voice
    body_map: BodyMapPanel
    library: Callable[[], Library]
    country: str
    with_numbers: bool
    unfinished: Unfinished


def make_screen(now: Present) -> Screen:
    """Gives the screen of the stop at which the person stands."""
    makers: dict[Kind, Callable[[Present], Screen]] = {
        "about": lambda now: AboutScreen(now.way.knowledge, now.voice),
        "list": _list,
        "orient": lambda now: OrientScreen(now.way.knowledge, now.voice),
        "map": lambda now: MapScreen(now.body_map, now.way.knowledge, now.voice),
        "words": lambda now: WordsScreen(now.way.knowledge, now.voice),
        "difference": _difference,
        "read_back": lambda now: ReadBackScreen(now.body_map, now.way.knowledge, now.voice),
        "history": _history,
        "scans": lambda now: ScansScreen(now.way.knowledge, now.voice),
        "question": _question,
        "between": _between,
        "movement": _movement,
        "result": _result,
        "review": _review,
        "hand_over": _hand_over,
    }
    return makers[now.cursor.stop.kind](now)


def _list(now: Present) -> Screen:
    lists = safety_lists(now.case, now.way.knowledge, now.way.gates.shut_for(now.case.person))
    names = [one.id for one in lists]
    found = next((one for one in lists if one.id == now.cursor.stop.of), None)
    screen = ListScreen(
        now.cursor.stop.of, found.findings if found else (), now.way.knowledge, now.voice, now.cursor.seen
    )
    if found is not None:
        screen.show_progress(list_progress(names.index(found.id) + 1, len(names)))
    return screen


def _difference(now: Present) -> Screen:
    from hipmap.desktop.home.difference_screen import DifferenceScreen

    return DifferenceScreen(now.cursor.stop.of, now.body_map, now.way.knowledge, now.voice)


def _history(now: Present) -> Screen:
    known = now.way.knowledge
    return ListScreen("history", history_questions(known), known, now.voice, now.cursor.seen)


def _proposal_words(now: Present) -> str:
    name = now.cursor.stop.of
    proposal = next((one for one in now.assessment.next if one.finding == name), None)
    return why_asked(now.way.knowledge.finding_by_id[name], proposal, now.way.knowledge, now.voice)


def _number_of(now: Present) -> int:
    return now.cursor.visited_of(now.cursor.stop.kind).index(now.cursor.stop) + 1


def _question(now: Present) -> Screen:
    finding = now.way.knowledge.finding_by_id[now.cursor.stop.of]
    number = _number_of(now)
    asked = len(now.cursor.visited_of("question"))
    progress = question_progress(number, asked - number + questions_left(now.cursor))
    return QuestionScreen(finding, _proposal_words(now), progress, now.way.knowledge, now.voice)


def _between(now: Present) -> Screen:
    asked = now.cursor.visited
    more = [
        one
        for one in telling_questions(now.case, now.assessment, now.way)
        if Stop("question", one.finding) not in asked
    ]
    moves = bool(telling_movements(now.assessment, now.way))
    end = why_ended(now.cursor, now.case, now.assessment, now.way, tried=False)
    return BetweenScreen(end, bool(more), moves, now.way.knowledge, now.voice)


def _movement(now: Present) -> Screen:
    from hipmap.desktop.home.movement_gates import cautions_of
    from hipmap.desktop.home.movement_screen import MovementScreen

    library, knowledge = now.library(), now.way.knowledge
    name = now.cursor.stop.of
    movement = next(one for one in library.movements if one.finding == name)
    words = (_proposal_words(now), movement_progress(_number_of(now), FEW_MOVEMENTS))
    cautions = cautions_of(movement, now.case, library, knowledge)
    finding = knowledge.finding_by_id[name]
    return MovementScreen(finding, movement, cautions, words, library, knowledge, now.voice)


def _result(now: Present) -> Screen:
    from hipmap.desktop.home.result_screen import ResultScreen

    def ended(case: Case, assessment: Assessment) -> End:
        return why_ended(now.cursor, case, assessment, now.way)

    return ResultScreen(now.library(), now.country, now.with_numbers, now.way.knowledge, now.voice, ended)


def _review(now: Present) -> Screen:
    from hipmap.desktop.home.review_screen import ReviewScreen

    return ReviewScreen(now.cursor.trail, now.case, now.way.knowledge, now.voice)


def _hand_over(now: Present) -> Screen:
    from hipmap.desktop.home.hand_over_screen import HandOverScreen

    return HandOverScreen(now.case, now.unfinished, now.way.knowledge, now.voice)
