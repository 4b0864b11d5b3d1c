"""Why the questions end, and that the person is told so: on the screen between, and with the result."""

from collections.abc import Sequence
from typing import get_args

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from hipmap.desktop.home.between_screen import BetweenScreen
from hipmap.desktop.home.ends import words_at_result, words_between
from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.desktop.home.route import LEAST_ASKED, Way, next_stop, telling_questions, why_ended
from hipmap.desktop.home.safety_lists import safety_lists
from hipmap.desktop.home.stops import Cursor, Stop
from hipmap.model.assessment import Assessment, Conflict, Enough, Likelihood, NextFinding, Urgency, Versions
from hipmap.model.case import NO, YES, Case
from hipmap.model.edits import put_answer
from hipmap.model.knowledge import Knowledge
from hipmap.model.question_ends import End, end_of
from hipmap.model.voice import Voice
from hipmap.reasoning import assess
from hipmap.reasoning.who_is_asked import Gates
from hipmap.storage.library_files import load_library
from tests.desktop.home.visitor import Visitor
from tests.reasoning.known_cases import ALL, HIP_AND_BACK, SETTLED

PULLS = Conflict(id="answers_pull_apart", findings=("worse_sitting", "worse_walking"))
VOICES: tuple[Voice, ...] = ("patient", "clinician")


def seen(why: str, *conflicts: Conflict, left: Sequence[NextFinding] = ()) -> Assessment:
    """An assessment of which only what matters here is filled in."""
    return Assessment(
        urgency=Urgency(tier="none_found"),
        origins=(Likelihood(id="hip_joint", probability=0.5, word="possible"),),
        conditions=(), combined=(), next=tuple(left), robustness=1.0, conflicts=conflicts,
        enough=Enough(enough=why == "one_origin_stands_clear", why=why),
        versions=Versions(program="0", knowledge="0", digest="0"),
    )  # fmt: skip


def step(bits: float) -> NextFinding:
    apart = ("hip_joint", "lumbar_axial")
    return NextFinding(finding="worse_stairs", bits=bits, seconds=8, who="both", separates=apart)


@pytest.fixture
def way(knowledge: Knowledge) -> Way:
    return Way(knowledge, Gates(knowledge), frozenset, told_sides=True)


def calm(case: Case, way: Way) -> Case:
    """The case at home, with every safety question of its person denied that was not answered."""
    case = case.model_copy(update={"setting": "home"})
    for one in safety_lists(case, way.knowledge, way.gates.shut_for(case.person)):
        for finding in one.findings:
            if finding.id not in case.answers:
                case = put_answer(case, finding.id, NO)
    return case


@pytest.mark.parametrize(
    ("assessment", "bits", "signs", "end"),
    [
        (seen("one_origin_stands_clear"), 0.2, True, "clear"),
        (seen("two_origins_close"), 0.2, True, "more_could_tell"),
        (seen("two_origins_close"), 0.02, True, "little_left"),
        (seen("two_origins_close"), 0.02, False, "signs_open"),
        (seen("one_origin_stands_clear"), 0.02, False, "signs_open"),
        (seen("two_origins_close", PULLS), 0.02, True, "answers_differ"),
        (seen("range_too_wide", PULLS), 0.2, True, "more_could_tell"),
    ],
)
def test_each_end_has_its_reason(assessment: Assessment, bits: float, signs: bool, end: End) -> None:
    assert end_of(assessment, [step(bits)], signs) == end


def test_every_end_is_told_in_both_voices_and_each_in_other_words(qapp: QApplication) -> None:
    told = [words_between(end, voice) for end in get_args(End) for voice in VOICES]
    assert all(one.title and one.note for one in told)
    assert len({one.title for one in told}) == len({one.note for one in told}) == len(told)


@pytest.mark.parametrize("voice", VOICES)
def test_an_open_result_says_whether_home_could_tell_more(qapp: QApplication, voice: Voice) -> None:
    apart = words_at_result("little_left", "two_origins_close", voice)
    told = {
        apart,
        words_at_result("little_left", "range_too_wide", voice),
        words_at_result("answers_differ", "range_too_wide", voice),
        words_at_result("more_could_tell", "range_too_wide", voice),
    }
    assert "at home" in apart
    assert len(told) == 4
    assert not words_at_result("more_could_tell", "nothing_known", voice)
    assert not words_at_result("clear", "one_origin_stands_clear", voice)


@pytest.mark.parametrize(("end", "wants"), [("signs_open", "safety"), ("answers_differ", "review")])
def test_what_is_amiss_can_be_mended_from_the_screen_between(
    qapp: QApplication, knowledge: Knowledge, end: End, wants: str
) -> None:
    screen = BetweenScreen(end, True, True, knowledge, "patient")
    asked = QSignalSpy(screen.asked)
    screen.tiles.tile_of(wants).click()
    assert asked.at(0) == [wants]
    plain = BetweenScreen("little_left", True, True, knowledge, "patient")
    assert wants not in {tile.choice for tile in plain.tiles.tiles}
    assert "No single question left would change much" in plain.spoken()


def test_while_signs_are_open_nothing_else_is_asked_or_tried(
    qapp: QApplication, knowledge: Knowledge
) -> None:
    screen = BetweenScreen("signs_open", True, True, knowledge, "patient")
    assert [tile.choice for tile in screen.tiles.tiles] == ["safety", "result"]
    assert not screen.next_words()
    assert not screen.goes_on_by_enter()


def test_questions_end_where_none_would_change_much_and_go_on_for_who_wants_more(way: Way) -> None:
    case = calm(ALL["hip_and_back"], way)
    assessment = assess(case, way.knowledge)
    low = tuple(one.model_copy(update={"bits": 0.02}) for one in assessment.next)
    little = assessment.model_copy(update={"next": low, "conflicts": ()})
    assert not little.enough.enough
    first = telling_questions(case, little, way)[: LEAST_ASKED + 1]
    asked = [Stop("question", one.finding) for one in first[:LEAST_ASKED]]
    fixed = [Stop("about"), Stop("map"), Stop("words"), Stop("read_back"), Stop("history"), Stop("scans")]
    lists = safety_lists(case, way.knowledge, way.gates.shut_for(case.person))
    trail = (*fixed, *(Stop("list", one.id) for one in lists), *asked)
    cursor = Cursor(trail=trail, at=len(trail) - 1)
    assert why_ended(cursor, case, little, way) == "little_left"
    assert next_stop(cursor, case, lambda: little, way) == Stop("between")
    assert next_stop(cursor.asking_more(), case, lambda: little, way) == Stop("question", first[-1].finding)
    differs = little.model_copy(update={"conflicts": (PULLS,)})
    assert next_stop(cursor, case, lambda: differs, way) == Stop("question", first[-1].finding)


def test_a_sign_that_nobody_asked_keeps_little_from_being_said(way: Way) -> None:
    case = calm(SETTLED, way)
    assessment = seen("range_too_wide")
    assert why_ended(Cursor(), case, assessment, way) == "little_left"
    some = {name: one for name, one in case.answers.items() if name != "saddle_numbness"}
    less = case.model_copy(update={"answers": some})
    assert why_ended(Cursor(), less, assessment, way) == "signs_open"


def test_what_an_answer_excludes_is_not_asked(knowledge: Knowledge, way: Way) -> None:
    case = HIP_AND_BACK.model_copy(update={"setting": "home", "answers": {}})
    asked = step(0.2).model_copy(update={"finding": "worse_sitting"})
    open_yet = seen("two_origins_close", left=[asked])
    assert telling_questions(case, open_yet, way) == [asked]
    eased = put_answer(case, "eased_by_sitting", YES)
    assert telling_questions(eased, open_yet, way) == []
    assert telling_questions(put_answer(case, "eased_by_sitting", NO), open_yet, way) == [asked]


def test_the_result_says_how_it_ended_but_not_beside_an_alarm(
    qapp: QApplication, knowledge: Knowledge
) -> None:
    case = HIP_AND_BACK
    open_yet = assess(case, knowledge)
    assert not open_yet.enough.enough
    screen = ResultScreen(
        load_library(knowledge), "GB", True, knowledge, "patient", lambda *_: "little_left"
    )  # fmt: skip
    screen.show_case(case, open_yet)
    assert "An examination may" in screen.below.text()
    alarm = open_yet.model_copy(update={"urgency": Urgency(tier="same_day")})
    screen.show_case(case, alarm)
    assert "An examination may" not in screen.below.text()


def test_a_visitor_is_told_why_the_questions_end(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.to("between")
    walk = visitor.guide.walk
    end = why_ended(walk.cursor, visitor.case, walk.assessment(), walk.way(), tried=False)
    words = words_between(end, "patient")
    assert words.title in visitor.reads()
    assert words.note in visitor.reads()
    visitor.guide.show_voice("clinician")
    assert words_between(end, "clinician").title in visitor.reads()
