"""Cases and assessments for the tests of self-care, and what a result offers and takes out."""

from typing import Any

from hipmap.model.assessment import Assessment, Enough, FiredRule, Likelihood, Urgency, Versions
from hipmap.model.case import Case, new_case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.self_care_advice import OfferedPlan, SelfCare

# Conditions in which loading may harm.
NO_LOADING = {
    "avascular_necrosis", "femoral_neck_stress_fracture", "hip_fracture", "septic_arthritis_adult",
    "spinal_infection", "malignancy", "vertebral_fracture", "cauda_equina", "child_hip_disease",
    "abdominal_or_pelvic_organ",
}  # fmt: skip


def case(age: float = 50, sex: str = "male", marks: str = "lumbar_midline/midline", **answers: Any) -> Case:
    drawn = [{"zone": zone, "side": side} for zone, side in (m.split("/") for m in marks.split())]
    return new_case(person={"age": age, "sex": sex}, marks=drawn, answers=answers)


def assessed(knowledge: Knowledge, tier: Tier = "none_found", /, **chances: float) -> Assessment:
    """An assessment in which only the named conditions have a probability; origins follow from them."""
    origins = dict.fromkeys(knowledge.origin_by_id, 0.0)
    for name, chance in chances.items():
        if name in knowledge.condition_by_id:
            origins[knowledge.condition_by_id[name].origin] += chance
        else:
            origins[name] = chance
    return Assessment(
        urgency=Urgency(tier=tier, fired=(FiredRule(flag="some_flag", tier=tier, by="rule"),)),
        origins=tuple(_likelihood(name, chance) for name, chance in origins.items()),
        conditions=tuple(_likelihood(name, chances.get(name, 0.0)) for name in knowledge.condition_by_id),
        combined=(),
        enough=Enough(enough=False, why="no_origin_likely"),
        versions=Versions(program="0", knowledge="0", digest="0"),
    )


def _likelihood(name: str, chance: float) -> Likelihood:
    return Likelihood(id=name, probability=chance, word="possible")


def offered(care: SelfCare) -> set[str]:
    return {one.exercise for plan in care.plans for one in plan.exercises}


def closed(care: SelfCare) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for plan in care.plans:
        for one in plan.closed:
            found.setdefault(one.exercise, set()).update(one.gates)
    return found


def plan_of(care: SelfCare, name: str) -> OfferedPlan:
    return next(plan for plan in care.plans if plan.plan == name)
