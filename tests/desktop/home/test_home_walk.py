"""The count of questions at home: people drawn the same every time, walks, and what is said of them."""

import pytest

from hipmap.desktop.home.route import LEAST_ASKED, Way
from hipmap.desktop.home.stops import FEW_MOVEMENTS, FEW_QUESTIONS, Stop
from hipmap.model.case import UNKNOWN, YES, new_case
from hipmap.model.edits import put_answer
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.conflicts import are_contradictory
from hipmap.reasoning.facts import facts_of
from tests.case_builders import own_knowledge
from tests.reasoning.known_cases import HIP_JOINT
from tests.vignettes.home_walk import Somebody, Walk, answered, lines, walked, way_at_home
from tests.vignettes.made_up_people import PeopleSource, is_told_at_home

SEED = 7


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.fixture(scope="module")
def way(knowledge: Knowledge) -> Way:
    return way_at_home(knowledge)


@pytest.fixture(scope="module")
def people(knowledge: Knowledge) -> list[Somebody]:
    return PeopleSource(knowledge, SEED).draw(40)


def walk(over_after: int | None, asked: int = 12, *, first: bool = True, urgent: bool = False) -> Walk:
    return Walk(
        who="x", asked=asked, answered=5, movements=4, over_after=over_after,
        end="more_could_tell" if over_after is None else "clear", true_first=first, true_in_two=True,
        urgent=urgent,
    )  # fmt: skip


def test_the_same_seed_draws_the_same_people(knowledge: Knowledge, people: list[Somebody]) -> None:
    assert PeopleSource(knowledge, SEED).draw(5) == people[:5]
    assert PeopleSource(knowledge, SEED + 1).draw(5) != people[:5]


def test_people_hurt_somewhere_and_do_not_contradict_themselves(
    knowledge: Knowledge, people: list[Somebody]
) -> None:
    for one in people:
        assert one.truth.setting == "home"
        assert sum(mark.worst for mark in one.truth.marks) == 1
        assert one.true_origins
        assert not are_contradictory(one.truth, knowledge)


def test_people_say_what_can_be_asked_at_home_and_what_the_map_shows(
    knowledge: Knowledge, people: list[Somebody]
) -> None:
    for one in people:
        told = [knowledge.finding_by_id[name] for name in one.truth.answers]
        assert all(is_told_at_home(finding) for finding in told)
        drawn = facts_of(one.truth.model_copy(update={"answers": {}}), knowledge).implied
        given = {name: one.truth.answers[name].value for name in drawn if name in one.truth.answers}
        assert set(given.values()) <= {YES}


@pytest.mark.parametrize("share", [0.0, 0.15, 0.6])
def test_they_cannot_say_the_stated_share(knowledge: Knowledge, share: float) -> None:
    asked = [one for one in knowledge.findings if is_told_at_home(one) and not one.screening]
    drawn = PeopleSource(knowledge, SEED, share).draw(12)
    said = sum(one.id in somebody.truth.answers for somebody in drawn for one in asked)
    assert 1 - said / (len(asked) * len(drawn)) == pytest.approx(share, abs=0.05)


def test_what_somebody_cannot_say_is_answered_by_dont_know(way: Way) -> None:
    truth = put_answer(new_case(setting="home"), "worse_stairs", YES)
    case = answered(new_case(setting="home"), truth, Stop("question", "worse_stairs"), way)
    case = answered(case, truth, Stop("question", "worse_sitting"), way)
    assert {name: one.value for name, one in case.answers.items()} == {
        "worse_stairs": YES,
        "worse_sitting": UNKNOWN,
    }


def test_somebody_is_asked_no_more_than_the_guide_asks(way: Way) -> None:
    truth = HIP_JOINT
    for name in ("hip_feels_stiff", "worse_stairs", "worse_dressing_leg", "worse_squatting"):
        truth = put_answer(truth, name, YES)
    found = walked(Somebody("hip", truth, frozenset({"hip_joint"})), way)
    assert (found.urgent, found.true_first) == (False, True)
    assert LEAST_ASKED <= found.asked <= FEW_QUESTIONS
    assert found.movements <= FEW_MOVEMENTS
    assert 0 < found.answered <= found.asked + found.movements


def test_an_emergency_stops_the_walk_before_any_question(way: Way) -> None:
    truth = put_answer(new_case(setting="home"), "saddle_numbness", YES)
    truth = put_answer(truth, "bladder_change", YES)
    found = walked(Somebody("alarm", truth, frozenset({"serious_or_nonmsk"})), way)
    assert found.urgent
    assert (found.asked, found.movements) == (0, 0)


def test_who_never_comes_to_an_end_counts_with_all_that_they_were_asked() -> None:
    said = "\n".join(lines("people", [walk(3), walk(None), walk(None, first=False), walk(0, urgent=True)]))
    assert "people: 4, of them 1 stopped by something urgent" in said
    assert "clear, or nothing left that would change much: 1 of 3" in said
    assert "until then: median 16, most 16" in said
    assert "ended as clear: 1; a true origin stands first in 1" in said
    assert "ended as more_could_tell: 2; a true origin stands first in 1, among the first two in 2" in said


def test_of_nobody_but_alarms_nothing_more_is_said() -> None:
    assert len(list(lines("people", [walk(0, urgent=True)]))) == 1
