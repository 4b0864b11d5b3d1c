"""Rules that could never speak, or that contradict each other, are refused with their place."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.storage.clinic_folder import ClinicFolder


def cauda(data: Any) -> Any:
    """The red flag of cauda equina syndrome."""
    return next(row for row in data["red_flags"] if row["id"] == "cauda_equina")


def first(data: Any) -> Any:
    """The first imaging rule."""
    return data["imaging_rules"][0]


AGES = {"all_of": [{"age_least": 60}, {"age_below": 12}]}
YES_AND_NO = {"all_of": [{"finding": "limp"}, {"finding": "limp", "is": ["no"]}]}
HERS_AND_HIS = {"all_of": [{"sex": "female"}, {"any_of": [{"sex": "male"}]}]}
TWO_OF_ONE = {"at_least": {"n": 2, "of": [{"finding": "limp"}, {"finding": "limp", "is": ["no"]}]}}
NARROW = {
    "all_of": [
        {"finding": "hip_internal_rotation_deg", "least": 40},
        {"finding": "hip_internal_rotation_deg", "most": 20},
    ]
}


TOO_OLD = {"age_least": 500}
UNBORN = {"age_below": 0}
NOWHERE: dict[str, Any] = {"marked": {"zones": []}}
TWO_MIDDLES = {"marked": {"zones": ["pubic_bone"], "both_sides": True}}


@pytest.mark.parametrize(
    "when",
    [AGES, YES_AND_NO, HERS_AND_HIS, TWO_OF_ONE, NARROW, TOO_OLD, UNBORN, NOWHERE, TWO_MIDDLES],
)
def test_a_statement_that_can_never_be_true(clinic: ClinicFolder, when: Any) -> None:
    clinic.change("red_flags.yaml", [lambda data: cauda(data)["features"][0].update(when=when)])
    told = clinic.problems()
    assert (
        "red_flags.yaml, cauda_equina, ces_saddle: this can never be true: its parts exclude each other"
        in told
    )


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ({"finding": "hip_internal_rotation_deg"}, "is a number: give least or most"),
        ({"finding": "limp", "least": 3}, "is no number: least and most can never hold"),
        ({"finding": "onset"}, "is a choice: name its options under `is`"),
        ({"finding": "onset", "is": ["yes"]}, "the finding onset has no answer yes"),
    ],
)
def test_a_finding_asked_for_what_it_never_answers(clinic: ClinicFolder, when: Any, told: str) -> None:
    clinic.change("red_flags.yaml", [lambda data: cauda(data)["features"][0].update(when=when)])
    assert any(line.startswith("red_flags.yaml, cauda_equina, ces_saddle: ") and told in line
               for line in clinic.problems())  # fmt: skip


def test_a_rule_whose_features_exclude_each_other(clinic: ClinicFolder) -> None:
    def spoil(data: Any) -> None:
        features = cauda(data)["features"]
        features[0]["when"], features[1]["when"] = {"sex": "male"}, {"sex": "female"}
        cauda(data)["rules"].append({"tier": "same_day", "all_of": [features[0]["id"], features[1]["id"]]})

    clinic.change("red_flags.yaml", [spoil])
    (told,) = clinic.problems()
    assert told.endswith("this rule can never fire: its features exclude each other")
    assert told.startswith("red_flags.yaml, cauda_equina, rules[")


def test_a_rule_that_asks_for_more_than_it_names(clinic: ClinicFolder) -> None:
    rule = {"tier": "same_day", "at_least": {"n": 3, "of": ["ces_saddle", "ces_bladder"]}}
    clinic.change("red_flags.yaml", [lambda data: cauda(data)["rules"].append(rule)])
    (told,) = clinic.problems()
    assert told.endswith("this rule can never fire: it asks for more than it names")


def test_two_rules_that_ask_for_the_same_and_differ(clinic: ClinicFolder) -> None:
    both = [{"tier": tier, "all_of": ["ces_saddle", "ces_reflex"]} for tier in ("same_day", "emergency_now")]
    clinic.change("red_flags.yaml", [lambda data: cauda(data)["rules"].extend(both)])
    (told,) = clinic.problems()
    assert "it asks for the same as rules[" in told
    assert told.endswith("raises emergency_now, not same_day: keep one")


def test_twins_under_two_names_are_found_too(clinic: ClinicFolder) -> None:
    def spoil(data: Any) -> None:
        flag = cauda(data)
        flag["features"].append({**flag["features"][0], "id": "ces_twin"})
        flag["rules"] += [
            {"tier": "same_day", "all_of": ["ces_saddle", "ces_reflex"]},
            {"tier": "emergency_now", "all_of": ["ces_twin", "ces_reflex"]},
        ]

    clinic.change("red_flags.yaml", [spoil])
    (told,) = clinic.problems()
    assert told.endswith("raises emergency_now, not same_day: keep one")


@pytest.mark.parametrize("part", ["rules", "sources"])
def test_a_red_flag_without_a_rule_or_a_source(clinic: ClinicFolder, part: str) -> None:
    clinic.change("red_flags.yaml", [lambda data: cauda(data).update({part: []})])
    assert "red_flags.yaml, cauda_equina: a red flag needs rules, and a source for them" in clinic.problems()


def test_two_imaging_rules_that_say_the_opposite(clinic: ClinicFolder) -> None:
    def spoil(data: Any) -> None:
        rule = {**first(data), "verdict": "discuss"}
        other = {**rule, "id": "the_opposite", "verdict": "not_needed_now"}
        other["when"] = {"any_of": other["when"]["any_of"][::-1]}  # the order of writing means nothing
        data["imaging_rules"] = [rule, other]

    clinic.change("imaging_rules.yaml", [spoil])
    (told,) = clinic.problems()
    assert told.startswith("imaging_rules.yaml, the_opposite, verdict: it asks for the same as ")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda rule: rule.update(when={"finding": "lamp"}), "when: there is no finding lamp"),
        (lambda rule: rule.update(when=AGES), "when: this can never be true: its parts exclude each other"),
        (
            lambda rule: rule.update(likely=[{"of": ["knee"], "least": 0.5}]),
            "likely: there is no origin or condition knee",
        ),
    ],
)
def test_an_imaging_rule_that_cannot_be_asked(
    clinic: ClinicFolder, change: Callable[[Any], object], told: str
) -> None:
    clinic.change("imaging_rules.yaml", [lambda data: change(first(data))])
    assert any(line.startswith("imaging_rules.yaml, ") and line.endswith(told) for line in clinic.problems())


def test_a_cluster_that_replaces_itself_in_a_circle(clinic: ClinicFolder) -> None:
    def spoil(data: Any) -> None:
        rows = {row["id"]: row for row in data["findings"]}
        rows["slr"]["replaces"], rows["slump"]["replaces"] = ["slump"], ["slr"]

    clinic.change("findings/examination.yaml", [spoil])
    told = [line for line in clinic.problems() if "circle" in line]
    assert len(told) == 2
    assert "slr, replaces: this finding replaces itself in a circle: cut it" in told[0]


def test_a_tier_without_its_safety_net(clinic: ClinicFolder) -> None:
    clinic.change("safety_nets.yaml", [lambda data: data["safety_nets"].pop(0)])
    assert clinic.problems() == ["safety_nets.yaml, emergency_now, tier: this tier has 0 texts: give one"]


def test_a_health_article_backs_no_figure(clinic: ClinicFolder) -> None:
    def spoil(data: Any) -> None:
        limp = next(row for row in data["findings"] if row["id"] == "limp")
        limp["cells"]["hip_osteoarthritis"] = {"kind": "published", "p": 0.6, "source": "article_001"}

    clinic.change("findings/movement.yaml", [spoil])
    (told,) = clinic.problems()
    assert told.endswith("article_001 is a general health article: it backs no figure")
