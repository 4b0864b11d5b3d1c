"""Why: a warning says what raised it, and a reason names the places that were left free."""

from hipmap.model.case import new_case
from hipmap.model.voice import said
from hipmap.storage.assets import asset
from tests.end_to_end.person import Person, wait_until
from tests.reasoning.known_cases import mark

GROIN = new_case(marks=[mark("groin_crease")])
CHILD = new_case(
    person={"age": 12}, marks=[mark("groin_crease"), mark("knee_front")], answers={"limp": "yes"}
)
BOTH_LEGS = new_case(
    person={"age": 45},
    marks=[
        mark("lumbar_midline", "midline"),
        mark("calf"),
        mark("calf", "left"),
        mark("saddle", "midline", kind="numb"),
    ],
    answers={"bladder_change": "yes"},
)


def free_places(person: Person, origin: str) -> str:
    person.screen.reasons.show_origin(origin)
    items = person.screen.reasons.items
    return next(item.text() for item in items if item.reason.finding == "zones_left_free")


def test_a_reason_names_the_places_left_free_in_both_voices(person: Person) -> None:
    person.session.open_case(GROIN)
    wait_until(lambda: person.assessment.origins[0].low is not None)
    assert free_places(person, "groin_soft_tissue").startswith("No pain where other causes hurt more often: ")
    assert free_places(person, "lumbar_stenosis") == (
        "No pain where this hurts more often: posterior thigh; calf, posterior leg"
    )
    person.do("flip_voice")
    assert free_places(person, "lumbar_stenosis") == (
        "No pain where this hurts more often: back of the thigh; calf"
    )


def test_the_words_of_a_reason_stay_when_the_ranges_come(person: Person) -> None:
    person.mark("groin_crease", "right")
    wait_until(lambda: bool(person.screen.reasons.items))
    early = [item.text() for item in person.screen.reasons.items]
    wait_until(lambda: person.assessment.origins[0].low is not None)
    assert [item.text() for item in person.screen.reasons.items] == early


def test_a_warning_by_rule_and_by_likelihood_says_each_reason_once(person: Person) -> None:
    person.session.open_case(BOTH_LEGS)
    urgency = person.screen.urgency
    flag = next(one for one in person.session.knowledge.red_flags if one.id == "cauda_equina")
    because = urgency.body.blocks[0].because.text()
    for feature in flag.features:
        assert because.count(feature.clinician) == (feature.id in ("ces_saddle", "ces_bladder"))
    assert because.count("The answers together also make cauda equina syndrome possible enough") == 1
    assert urgency.body.blocks[0].advice.text().count(flag.actions["emergency_now"].clinician) == 1


def test_a_warning_by_likelihood_alone_names_the_answers(person: Person) -> None:
    person.session.open_case(CHILD)
    body = person.screen.urgency.body
    wait_until(lambda: any("above all: " in block.because.text() for block in body.blocks))
    because = next(text for block in body.blocks if "above all: " in (text := block.because.text()))
    told = because.split("above all: ")[1]
    limp = said(person.session.knowledge.finding_by_id["limp"], "clinician")
    assert limp in told
    assert "Pain: anterior knee (right)" in told


def test_every_reason_has_room_for_all_of_its_words(person: Person) -> None:
    person.open(asset("examples/hip_joint.json"))
    person.settle()
    items = [item for item in person.screen.reasons.items if item.isVisible()]
    assert items
    for item in items:
        assert item.height() >= item.heightForWidth(item.width()), item.text()
