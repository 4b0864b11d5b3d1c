"""The sheet points at what tells most now, and says so in words where nothing single does."""

from hipmap.model.case import Case, new_case
from tests.end_to_end.person import Person, wait_until
from tests.reasoning.known_cases import SETTLED, mark

GROIN = new_case(setting="physio", person={"age": 66}, marks=[mark("groin_crease", worst=True)])


def look_at(person: Person, case: Case) -> None:
    person.session.open_case(case)
    wait_until(lambda: person.assessment.robustness is not None)


def pointed_at(person: Person) -> set[str]:
    for one in person.assessment.next[:3]:
        person.row(one.finding)  # rows are made where they come into view
    rows = person.screen.sheet.list.rows
    return {name for name, row in rows.items() if " from " in row.caption() and "eparates" in row.caption()}


def words(person: Person) -> str:
    shown = person.screen.sheet.head.tells_little
    return shown.text() if shown.isVisible() else ""


def test_three_rows_are_pointed_at_and_one_of_them_is_a_test(person: Person) -> None:
    look_at(person, GROIN)
    found = pointed_at(person)
    assert found == {one.finding for one in person.assessment.next[:3]}
    assert {person.row(name).finding.kind for name in found} & {"movement", "examination"}
    assert words(person) == ""


def test_where_nothing_single_tells_much_no_row_is_pointed_at_and_both_voices_say_why(person: Person) -> None:
    look_at(person, SETTLED)
    assert person.assessment.next
    assert pointed_at(person) == set()
    clinical = words(person)
    assert "No single question or test" in clinical
    person.do("flip_voice")
    assert "No single question or movement" in words(person)


def test_the_words_go_when_something_tells_much_again(person: Person) -> None:
    look_at(person, SETTLED)
    assert words(person)
    look_at(person, GROIN)
    assert words(person) == ""


def test_the_words_go_at_once_when_an_emergency_is_told(person: Person) -> None:
    look_at(person, SETTLED)
    person.answer("saddle_numbness", "yes")
    person.answer("bladder_change", "yes")
    assert person.assessment.urgency.tier == "emergency_now"
    assert words(person) == ""
