"""Cases at home whose questions come to each of their five ends."""

from hipmap.desktop.home.route import Way, telling_movements, telling_questions
from hipmap.model import edits
from hipmap.model.case import UNKNOWN, Case
from hipmap.model.question_ends import End
from hipmap.reasoning import assess
from tests.desktop.home.test_ends import calm
from tests.reasoning.known_cases import HIP_AND_BACK, MIXED_SIGNS, RADICULAR, SETTLED

BEGUN: dict[End, Case] = {
    "clear": SETTLED,
    "little_left": RADICULAR,
    "answers_differ": MIXED_SIGNS,
    "signs_open": SETTLED,
    "more_could_tell": HIP_AND_BACK,
}


def ended(end: End, way: Way, tried: bool = False) -> Case:
    """Gives a case of which the guide says that its questions end so; with `tried`, its movements too."""
    case = BEGUN[end]
    if end != "signs_open":
        case = calm(case, way)
    return _asked_out(case, way, tried) if end in ("little_left", "answers_differ") else case


def _asked_out(case: Case, way: Way, tried: bool) -> Case:
    """Says *don't know* to everything that would still tell something."""
    while telling := _telling(case, way, tried):
        for name in telling:
            case = edits.put_answer(case, name, UNKNOWN)
    return case


def _telling(case: Case, way: Way, tried: bool) -> list[str]:
    assessment = assess(case, way.knowledge)
    found = telling_questions(case, assessment, way)
    found += telling_movements(assessment, way) if tried else []
    return [one.finding for one in found]
