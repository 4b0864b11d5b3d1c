"""The places left free are named where they speak: where the cause hurts, or where its rivals hurt."""

import pytest

from hipmap.model.assessment import Likelihood, Reason
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.evidence_items import SILENT
from hipmap.reasoning.network import network_of
from tests.reasoning import known_cases
from tests.reasoning.known_cases import mark

GROIN = new_case(marks=[mark("groin_crease")])
BEHIND_THE_LEG = {"calf", "posterior_thigh_upper", "posterior_thigh_lower"}


def reasons_of(likelihood: Likelihood) -> tuple[Reason, ...]:
    return (*likelihood.reasons_for, *likelihood.reasons_against)


def free_reason(case: Case, knowledge: Knowledge, name: str) -> Reason:
    result = assess(case, knowledge)
    likelihood = next(one for one in (*result.origins, *result.conditions) if one.id == name)
    return next(one for one in reasons_of(likelihood) if one.finding == SILENT)


def test_a_groin_alone_speaks_against_stenosis_by_the_back_of_the_leg(knowledge: Knowledge) -> None:
    reason = free_reason(GROIN, knowledge, "lumbar_stenosis")
    assert reason.weight < -6
    assert reason.places
    assert set(reason.places) <= BEHIND_THE_LEG


def test_a_groin_alone_speaks_for_the_groin_by_where_others_hurt(knowledge: Knowledge) -> None:
    reason = free_reason(GROIN, knowledge, "groin_soft_tissue")
    assert reason.weight > 0
    assert "trochanter" in reason.places


def test_a_place_that_is_marked_or_denied_is_not_among_those_left_free(knowledge: Knowledge) -> None:
    bare = free_reason(GROIN, knowledge, "lumbar_stenosis").places
    for kind in ("none", "spread"):
        more = new_case(marks=[mark("groin_crease"), mark(bare[0], kind=kind)])
        assert bare[0] not in free_reason(more, knowledge, "lumbar_stenosis").places


@pytest.mark.parametrize("name", sorted(known_cases.ALL))
def test_only_places_left_free_are_named_and_few(name: str, knowledge: Knowledge) -> None:
    result = assess(known_cases.ALL[name], knowledge)
    body = {zone.id for zone in knowledge.body.zones if zone.layer == "pain"}
    free = body - {one.zone for one in known_cases.ALL[name].marks}
    for likelihood in (*result.origins, *result.conditions):
        for reason in reasons_of(likelihood):
            if reason.finding == SILENT:
                assert 1 <= len(reason.places) <= 3
                assert len(set(reason.places)) == len(reason.places)
                assert set(reason.places) <= free
            else:
                assert reason.places == ()


def test_a_place_against_a_condition_is_one_where_it_hurts_more_than_usual(knowledge: Knowledge) -> None:
    network = network_of(knowledge)
    checked = 0
    for one in assess(GROIN, knowledge).conditions:
        number = network.hypotheses.conditions.index(one.id)
        for reason in one.reasons_against:
            for zone in reason.places:
                table = network.pain.tables[zone]
                assert table.figure(number).p[1] > table.background.p[1]
                checked += 1
    assert checked


def test_a_quick_assessment_names_the_same_places(knowledge: Knowledge) -> None:
    """So that a reason that is being read does not change its words when the ranges come."""
    quick, full = (assess(GROIN, knowledge, ranges=ranges).origins for ranges in (False, True))
    explained = [one for one in quick if reasons_of(one)]
    assert explained
    for one in explained:
        assert reasons_of(one) == reasons_of(next(other for other in full if other.id == one.id))
