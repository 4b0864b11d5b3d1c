"""Red flags on scenarios of practice: who is sent where and how fast, and who must not be alarmed."""

import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.conditions import TIERS, Tier
from hipmap.reasoning.red_flags import fired_rules, highest_tier
from tests.case_builders import own_knowledge
from tests.reasoning.calm_scenarios import CALM
from tests.reasoning.red_flag_scenarios import ALARMS, Scenario

KNOWLEDGE = own_knowledge()


def case_of(scenario: Scenario) -> Case:
    _, age, sex, marks, yes, other, *_ = scenario
    drawn = []
    for mark in marks.split():
        kind, _, place = mark.rpartition(":")
        zone, _, side = place.partition("/")
        drawn.append({"zone": zone, "side": side or "right", "kind": kind or "pain"})
    answers = {**dict.fromkeys(yes.split(), "yes"), **other}
    return new_case(person={"age": age, "sex": sex}, marks=drawn, answers=answers)


def tiers_of(scenario: Scenario) -> tuple[dict[str, Tier], Tier]:
    fired = fired_rules(case_of(scenario), KNOWLEDGE)
    return {rule.flag: rule.tier for rule in fired}, highest_tier(fired)


def name(scenario: Scenario) -> str:
    return f"{scenario[6]}: {scenario[0]}"


@pytest.mark.parametrize("scenario", ALARMS, ids=name)
def test_who_is_in_danger_is_sent_at_the_right_speed(scenario: Scenario) -> None:
    flags, highest = tiers_of(scenario)
    assert flags.get(scenario[6]) == scenario[7], flags
    assert TIERS.index(highest) >= TIERS.index(flags[scenario[6]])


@pytest.mark.parametrize("scenario", CALM, ids=name)
def test_who_has_ordinary_pain_is_not_alarmed(scenario: Scenario) -> None:
    flags, highest = tiers_of(scenario)
    assert highest == scenario[7], flags
    assert scenario[7] != "none_found" or scenario[6] not in flags


def test_every_flag_has_scenarios_and_most_have_several() -> None:
    told = [scenario[6] for scenario in ALARMS]
    assert set(told) == {flag.id for flag in KNOWLEDGE.red_flags}
    assert sum(told.count(flag) >= 2 for flag in set(told)) >= 25


def test_every_urgent_tier_of_a_flag_is_advised_with_what_to_do_meanwhile() -> None:
    for flag in KNOWLEDGE.red_flags:
        urgent = flag.actions.get("emergency_now")
        if urgent is not None:
            assert "call your emergency number" in urgent.patient.lower(), flag.id
            assert urgent.patient.count(".") >= 2, flag.id
