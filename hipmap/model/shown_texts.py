"""Which fields of the knowledge and the library are texts that a person reads, and so are translated.

Not among them: the reasons behind figures (`why` of cells, rates and rules), citations, telephone
numbers, and the items of questionnaires that must be printed as published.
"""

from dataclasses import dataclass

from hipmap.model.body import Body, OwnWord, Reading, Zone
from hipmap.model.conditions import Condition, Origin
from hipmap.model.evidence_rows import EvidenceRow
from hipmap.model.examination_cards import ExaminationCard
from hipmap.model.findings import Band, Finding, Help, Option, Scale, Unit
from hipmap.model.frozen import Frozen
from hipmap.model.imaging import ImagingRule
from hipmap.model.imaging_tests import ComparisonRow, Modality, Noted, PainFreeFinding
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.measures import Measure, MeasureItem
from hipmap.model.opposed_answers import OpposedAnswers
from hipmap.model.pages import Disclaimer, Myth, Page, Paragraph, Section, Term, Wording
from hipmap.model.red_flags import Advice, FlagFeature, RedFlag
from hipmap.model.self_care import Dose, Exercise, Gate, HomeMovement, Plan, PlanStep, StopRule, Tip
from hipmap.model.unsafe_tests import UnsafeTest
from hipmap.model.urgency_texts import EmergencyNumber, SafetyNet


@dataclass(frozen=True)
class Texts:
    """The fields of one kind of row: texts, lists of words that are translated as one text, and parts."""

    words: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def _texts(words: str = "patient clinician", lists: str = "", parts: str = "") -> Texts:
    return Texts(tuple(words.split()), tuple(lists.split()), tuple(parts.split()))


_IN_BOTH_VOICES = _texts()

SHOWN: dict[type[Frozen], Texts] = {
    Knowledge: _texts(
        words="",
        parts="body origins conditions findings red_flags imaging_rules safety_nets emergency_numbers "
        "unsafe_tests opposed_answers",
    ),
    Library: _texts(
        words="",
        parts="pages myths glossary disclaimers modalities comparison pain_free_findings exercises gates "
        "stop_rules plans tips movements measures cards evidence",
    ),
    Body: _texts(words="", parts="zones own_words"),
    OwnWord: _texts(lists="also", parts="readings"),
    Reading: _IN_BOTH_VOICES,
    Zone: _texts(lists="aliases"),
    Origin: _texts("patient clinician patient_text clinician_text"),
    Condition: _IN_BOTH_VOICES,
    Finding: _texts("patient patient_short clinician", lists="also", parts="options scale help"),
    Option: _IN_BOTH_VOICES,
    Scale: _texts("normal", parts="unit bands"),
    Unit: _texts("", lists="patient clinician"),
    Band: _texts("label"),
    Help: _IN_BOTH_VOICES,
    RedFlag: _texts(parts="features actions"),
    FlagFeature: _IN_BOTH_VOICES,
    Advice: _IN_BOTH_VOICES,
    ImagingRule: _IN_BOTH_VOICES,
    SafetyNet: _IN_BOTH_VOICES,
    EmergencyNumber: _texts("name advice_name"),
    UnsafeTest: _IN_BOTH_VOICES,
    OpposedAnswers: _texts("why"),
    Wording: _IN_BOTH_VOICES,
    Page: _texts(words="", parts="title sections"),
    Section: _texts(words="", parts="heading paragraphs"),
    Paragraph: _IN_BOTH_VOICES,
    Myth: _texts(parts="claim"),
    Term: _texts("term patient clinician", lists="also"),
    Disclaimer: _IN_BOTH_VOICES,
    Modality: _texts(parts="what shows does_not_show wanted_when first_for cautions accuracy"),
    Noted: _IN_BOTH_VOICES,
    ComparisonRow: _texts(words="", parts="aspect lumbar hip"),
    PainFreeFinding: _texts(parts="note"),
    Exercise: _texts(parts="purpose steps dose cautions"),
    Dose: _texts("patient clinician why"),
    Gate: _IN_BOTH_VOICES,
    StopRule: _IN_BOTH_VOICES,
    Plan: _texts(parts="steps evidence cautions"),
    PlanStep: _IN_BOTH_VOICES,
    Tip: _IN_BOTH_VOICES,
    HomeMovement: _texts(words="", parts="steps watch_for"),
    Measure: _texts("patient clinician licence", parts="instruction items least_word most_word change note"),
    MeasureItem: _texts("patient unit"),
    ExaminationCard: _texts("position positive where no_figures", parts="steps pitfalls"),
    EvidenceRow: _texts("population"),
}

# What a part is called inside an id; any other goes by the name of its field, the body by no name.
PART_NAMES = {
    "body": "",
    "zones": "zone",
    "origins": "origin",
    "conditions": "condition",
    "findings": "finding",
    "options": "option",
    "bands": "band",
    "red_flags": "red_flag",
    "features": "feature",
    "actions": "action",
    "imaging_rules": "imaging_rule",
    "safety_nets": "safety_net",
    "emergency_numbers": "emergency_number",
    "unsafe_tests": "unsafe_test",
    "pages": "page",
    "sections": "section",
    "paragraphs": "paragraph",
    "myths": "myth",
    "glossary": "term",
    "disclaimers": "disclaimer",
    "modalities": "modality",
    "pain_free_findings": "pain_free_finding",
    "exercises": "exercise",
    "steps": "step",
    "cautions": "caution",
    "gates": "gate",
    "stop_rules": "stop_rule",
    "plans": "plan",
    "tips": "tip",
    "movements": "movement",
    "measures": "measure",
    "items": "item",
    "cards": "card",
    "pitfalls": "pitfall",
    "evidence": "evidence",
}
