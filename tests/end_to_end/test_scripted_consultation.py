"""Published cases entered start to finish by real keys and clicks, within a clinician's three minutes."""

from pathlib import Path

import pytest

from hipmap.model.case import Case
from hipmap.storage.case_files import read_case
from tests.end_to_end.person import Person
from tests.end_to_end.scripted_consultation import ByKeys, ByMouse, enter

CASES = Path(__file__).parents[1] / "vignettes" / "cases"
MOST_SECONDS = 180


def vignette(name: str, person: Person) -> Case:
    return read_case(CASES / f"{name}.json", person.session.knowledge)


@pytest.mark.parametrize("way", [ByKeys, ByMouse])
@pytest.mark.parametrize("name", ["published_03", "published_15", "published_27"])
def test_a_case_is_entered_in_three_minutes(
    name: str, way: type[ByKeys] | type[ByMouse], person: Person
) -> None:
    wanted = vignette(name, person)
    person.session.apply("Setting", lambda case: case.model_copy(update={"setting": wanted.setting}))
    person.window.activateWindow()
    hands = enter(wanted, way(person))
    assert set(person.case.marks) == set(wanted.marks)
    assert {name: answer.value for name, answer in person.case.answers.items()} == {
        name: answer.value for name, answer in wanted.answers.items()
    }
    for name, answer in wanted.answers.items():  # where nothing is said of a side, that of the marks is taken
        assert answer.side in (None, person.case.answers[name].side)
    assert person.case.person == wanted.person
    assert hands.seconds <= MOST_SECONDS, str(hands)
    assert not (way is ByKeys and hands.clicks)
