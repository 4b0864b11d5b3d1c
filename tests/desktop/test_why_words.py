"""The words and measures of the explanations, and what a warning that was acted on remembers."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipmap.desktop.acted_warning import ActedWarning
from hipmap.desktop.closing_words import closing_words
from hipmap.desktop.likelihood_words import brief, differ, now_and_then
from hipmap.desktop.why.contrast_words import times_likelier
from hipmap.desktop.why.overlap import overlapping
from hipmap.desktop.why.scale import ChartScale, decibans_of, share_of
from hipmap.desktop.wording import source_words
from hipmap.exchange.plain_words import ENOUGH_WORDS
from hipmap.model.assessment import (
    Assessment,
    Enough,
    FiredRule,
    Reason,
    Urgency,
    Versions,
)
from hipmap.model.conditions import Tier
from hipmap.model.evidence import Source
from hipmap.model.knowledge import Knowledge
from tests.case_builders import own_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return own_knowledge()


@pytest.mark.parametrize(
    ("decibans", "words"),
    [
        (0.0, "Hip and back are about as likely as each other."),
        (2.0, "Hip is about one and a half times as likely as back."),
        (4.8, "Hip is about 3 times as likely as back."),
        (-4.8, "back is about 3 times as likely as Hip."),
        (25.0, "Hip is more than 10 times as likely as back."),
    ],
)
def test_how_many_times_likelier(decibans: float, words: str) -> None:
    expected = words if decibans else "Hip and back are about as likely as each other."
    assert times_likelier("Hip", "back", decibans) == expected


@given(st.lists(st.floats(-40, 40), min_size=2, max_size=14))
def test_every_station_stands_on_the_chart(stations: list[float]) -> None:
    scale = ChartScale.around(stations)
    assert all(0 < scale.at(one) < 1 for one in stations)
    ticks = scale.ticks()
    assert len(ticks) <= 5
    assert all(0 <= scale.at(decibans_of(one)) <= 1 for one in ticks)


@given(st.floats(0.5, 99.5))
def test_percent_and_decibans_are_one_way_and_the_other(percent: float) -> None:
    assert share_of(decibans_of(percent)) == pytest.approx(percent / 100)


def test_now_and_then_is_said_where_it_looks_different_only() -> None:
    assert now_and_then(0.75, 0.55) == "75 → 55 %"
    assert now_and_then(0.01, 0.99) == "<5 → >95 %"
    assert differ(0.75, 0.55)
    assert not differ(0.761, 0.752)


def test_a_list_leaves_out_what_a_name_adds_in_brackets() -> None:
    assert brief("Hip joint (intra-articular)") == "Hip joint"
    assert brief("Lower back") == "Lower back"


@pytest.mark.parametrize("read", ["verified", "recalled"])
def test_a_judged_figure_is_never_said_to_stand_in_its_source(read: Literal["verified", "recalled"]) -> None:
    source = Source(id="a_2020", citation="A, 2020", read=read)
    assert source_words("judged", source) == "with this source in mind: A, 2020"
    assert "in the source" in source_words("published", source)


def reason(finding: str, weight: float = 3.0) -> Reason:
    return Reason(finding=finding, value="yes", weight=weight, kind="judged")


def test_only_answers_of_one_group_overlap(knowledge: Knowledge) -> None:
    groups: dict[str, list[str]] = {}
    for finding in knowledge.findings:
        if finding.group is not None:
            groups.setdefault(finding.group, []).append(finding.id)
    first, second = next(members for members in groups.values() if len(members) > 1)[:2]
    alone = next(f.id for f in knowledge.findings if f.group is None)
    told = [
        reason(first),
        reason(alone),
        reason(second),
        reason("mark:groin_crease"),
        reason("zones_left_free"),
    ]
    assert overlapping(told, knowledge) == [told[0], told[2]]
    both = [reason("mark:groin_crease"), reason("mark:trochanter", -2.0)]
    assert overlapping(both, knowledge) == both


def assessment(why: str, robustness: float | None) -> Assessment:
    return Assessment(
        urgency=Urgency(tier="none_found"), origins=(), conditions=(), combined=(), robustness=robustness,
        enough=Enough(enough=False, why=why), versions=Versions(program="0", knowledge="0", digest="0"),
    )  # fmt: skip


def test_every_reason_why_it_is_enough_or_not_has_words_in_both_voices() -> None:
    for why in set(ENOUGH_WORDS) - {"nothing_known", "range_not_known"}:
        clinician = closing_words(assessment(why, 0.93), "clinician")
        patient = closing_words(assessment(why, 0.93), "patient")
        assert "93 of 100" in clinician
        assert "93 of 100" in patient
        assert clinician != patient
        assert closing_words(assessment(why, None), "patient")
    assert closing_words(assessment("nothing_known", 0.9), "clinician") == ""


def fired(tier: Tier, **features: tuple[str, ...]) -> Urgency:
    rules = tuple(
        FiredRule(flag=flag, tier=tier, by="rule" if held else "probability", features=held)
        for flag, held in features.items()
    )
    return Urgency(tier=tier, fired=rules)


def acted_on(urgency: Urgency) -> ActedWarning:
    warning = ActedWarning()
    warning.act(urgency)
    return warning


def test_the_same_warning_stays_folded() -> None:
    warning = acted_on(fired("same_day", hip=("fall",), tumour=()))
    warning.see(fired("same_day", hip=("fall",), tumour=()))
    assert warning.is_folded
    warning.see(fired("same_day", hip=("fall",)))
    assert warning.is_folded


@pytest.mark.parametrize(
    "now",
    [
        fired("emergency_now", hip=("fall",)),
        fired("same_day", hip=("fall", "cannot_walk")),
        fired("same_day", hip=("fall",), tumour=()),
        fired("within_2_weeks", hip=("fall",)),
        Urgency(tier="none_found"),
    ],
)
def test_anything_new_opens_it(now: Urgency) -> None:
    warning = acted_on(fired("same_day", hip=("fall",)))
    warning.see(now)
    assert not warning.is_folded


def test_what_went_and_comes_again_opens_it() -> None:
    warning = acted_on(fired("same_day", hip=("fall",), tumour=()))
    warning.see(fired("same_day", hip=("fall",)))
    warning.see(fired("same_day", hip=("fall",), tumour=()))
    assert not warning.is_folded
