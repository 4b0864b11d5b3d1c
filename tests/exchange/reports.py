"""Reports that the tests of exchange share: a rich case, an urgent one, and one with everything in it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from hipmap.exchange.report import Details, Report
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.storage.assets import asset
from tests.case_builders import own_knowledge

RICH: dict[str, Any] = {
    "setting": "physio",
    "person": {"age": 48, "sex": "male"},
    "marks": [
        {
            "zone": "lumbar_paraspinal", "side": "left", "intensity": 6, "usual": 4, "at_worst": 8.5,
            "worst": True, "feel": ["ache", "deep"], "when": ["morning"],
        },
        {"zone": "mid_buttock", "side": "left", "intensity": 4, "feel": ["sharp"], "share": 0.37},
        {
            "zone": "calf", "side": "left", "kind": "spread",
            "spreads_from": {"zone": "mid_buttock", "side": "left"},
        },
        {"zone": "foot_outer", "side": "left", "kind": "numb"},
        {"zone": "groin_crease", "side": "left", "kind": "none"},
    ],
    "pin": {"zone": "lumbar_paraspinal", "side": "left", "face": "back", "at": [0.42, 0.36]},
    "own_words": ["hip"],
    "own_view": {"origin": "lumbar_radicular", "certainty": "fairly_sure"},
    "answers": {
        "onset": "lifting_or_twisting",
        "duration_weeks": 6.5,
        "slr": {"value": "positive", "side": "left", "other": "negative"},
        "hip_internal_rotation_deg": {"value": 35, "side": "left", "other": "unknown"},
        "post_void_residual_ml": "unknown",
        "saddle_numbness": "no",
        "bladder_change": "no",
        "foot_drop": "unknown",
        "worse_sitting": "yes",
        "worse_standing": "no",
    },
}  # fmt: skip
URGENT: dict[str, Any] = {
    "setting": "home",
    "person": {"age": 39, "sex": "female"},
    "marks": [
        {"zone": "lumbar_midline", "side": "midline", "worst": True},
        {"zone": "saddle", "side": "midline", "kind": "numb"},
    ],
    "answers": {"saddle_numbness": "yes"},
}
HOSTILE = '=cmd|\' /C calc\'!A1 <script>alert("x")</script> #panic("x") $x$ @ref \\ {{x}} &amp; "\''


def read_asset(name: str) -> bytes:
    """Gives one of hipmap's own files."""
    return asset(name).read_bytes()


@cache
def everything(knowledge_digest: str) -> Case:
    """A case in which every zone of one side is marked and every finding is answered."""
    knowledge = own_knowledge()
    assert knowledge.digest == knowledge_digest
    marks = [
        {
            "zone": zone.id, "side": side, "intensity": 6, "usual": 5, "at_worst": 9,
            "kind": {"numbness": "numb", "spread": "spread"}.get(zone.layer, "pain"), "feel": ["ache"],
        }
        for zone in knowledge.body.zones
        for side in zone.sides
        if side != "right"
    ]  # fmt: skip
    return new_case(person={"age": 48, "sex": "male"}, marks=marks, answers=_every_answer(knowledge))


def _every_answer(knowledge: Knowledge) -> Mapping[str, Any]:
    answers: dict[str, Any] = {}
    for finding in knowledge.findings:
        value: Any = "no" if finding.kind == "safety" else "yes"
        if finding.options:
            value = finding.options[0].id
        elif finding.scale is not None:
            value = finding.scale.most
        answers[finding.id] = {"value": value, "side": "left", "other": "unknown"} if finding.sided else value
    return answers


def report_of(case: Case, knowledge: Knowledge, **details: str) -> Report:
    """Gives the report of a case on a fixed day."""
    return Report(case, assess(case, knowledge), knowledge, Details(**{"day": "2026-11-22", **details}))
