"""How urgent it is as an observation: the tier as its value, and what raised a tier as its components."""

from hipmap.exchange.fhir.codes import Json, concept
from hipmap.exchange.passport import passport_of
from hipmap.exchange.plain_words import TIER_WORDS
from hipmap.exchange.report import Report
from hipmap.model.assessment import FiredRule
from hipmap.model.conditions import Tier


def urgency_observation(report: Report, about: Json, basis: list[Json]) -> Json:
    """Gives the tier; `about` names whom and when, `basis` the response that it was derived from.

    That nothing was found says little where much was not asked, so how much is told beside it.
    """
    urgency, passport = report.assessment.urgency, passport_of(report)
    open_now = (
        ("safety-not-asked", "Safety questions not asked", len(passport.safety_open)),
        ("safety-not-known", "Safety questions answered with not known", len(passport.safety_unknown)),
    )
    counted = [{"code": concept("result", code, words), "valueInteger": n} for code, words, n in open_now]
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": concept("result", "urgency", "Urgency"),
        **about,
        "derivedFrom": basis,
        "valueCodeableConcept": _tier(urgency.tier),
        "component": [*(_raised(rule, report) for rule in urgency.fired), *counted],
    }


def _raised(rule: FiredRule, report: Report) -> Json:
    """A red flag, or a condition that is likely enough, with the tier that it raises; many share their id."""
    if rule.by == "rule":
        flag = next(one for one in report.knowledge.red_flags if one.id == rule.flag)
        code = concept("red-flag", flag.id, flag.clinician)
    else:
        code = concept("condition", rule.flag, report.knowledge.condition_by_id[rule.flag].clinician)
    return {"code": code, "valueCodeableConcept": _tier(rule.tier)}


def _tier(tier: Tier) -> Json:
    return concept("tier", tier, TIER_WORDS[tier]["clinician"])
