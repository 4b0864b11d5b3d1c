"""Questions that only serve conditions which a person cannot have are left out; doubt leaves nothing out."""

import pytest

from hipmap.model.case import Person, Sex
from hipmap.reasoning.who_is_asked import Gates
from tests.case_builders import own_knowledge


@pytest.fixture(scope="module")
def gates() -> Gates:
    return Gates(own_knowledge())


@pytest.mark.parametrize(
    ("sex", "age", "shut", "asked"),
    [
        ("female", 30, "testicle_pain_sudden", "pregnancy_possible"),
        ("male", 30, "pregnancy_possible", "testicle_pain_sudden"),
        ("female", 66, "vaginal_bleeding", "saddle_numbness"),
        ("female", 62, "pregnancy_possible", "cold_pale_leg"),
    ],
)
def test_sex_and_age_rule_questions_out(gates: Gates, sex: Sex, age: int, shut: str, asked: str) -> None:
    found = gates.shut_for(Person(sex=sex, age=age))
    assert shut in found
    assert asked not in found


@pytest.mark.parametrize("person", [Person(), Person(sex="other"), Person(age=30)])
def test_what_is_not_known_rules_nothing_out(gates: Gates, person: Person) -> None:
    assert not {"testicle_pain_sudden", "pregnancy_possible"} & gates.shut_for(person)


def test_screening_questions_for_everybody_stay(gates: Gates) -> None:
    everybody = {"saddle_numbness", "cannot_bear_weight", "fall_or_knock", "steroid_use", "fever_or_chills"}
    for person in (Person(sex="male", age=15), Person(sex="female", age=90)):
        assert not everybody & gates.shut_for(person)
