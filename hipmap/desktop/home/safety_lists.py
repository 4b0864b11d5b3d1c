"""The safety questions in a few short lists of signs that belong together, the most urgent first."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.model.case import Case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from hipmap.reasoning.who_is_asked import safety_to_ask

# What is asked together; a safety question that is in none of these comes in a list at the end.
LISTS: dict[str, tuple[str, ...]] = {
    "nerves": (
        "saddle_numbness", "bladder_change", "bowel_change", "both_legs_weak_numb", "both_legs_pain_new",
    ),
    "sudden": (
        "sudden_severe_trunk_pain", "cold_pale_leg", "one_leg_swollen", "testicle_pain_sudden",
        "pregnancy_possible",
    ),
    "injury": ("major_injury", "fall_or_knock", "cannot_bear_weight"),
    "legs": ("foot_drop", "leg_weakness_worsening", "gait_unsteady_new"),
    "illness": ("fever_or_chills", "feels_unwell", "unexplained_weight_loss", "pain_constant_no_relief"),
    "body": ("groin_lump", "blister_rash_strip", "impact_pain_building", "training_load_jump"),
    "health": (
        "cancer_ever", "recent_infection", "injecting_drugs", "osteoporosis_known", "steroid_use",
        "hip_implant",
    ),
}  # fmt: skip
REST = "rest"

# Known diagnoses and operations, asked before the questions so that nobody feels that they were ignored.
HISTORY: tuple[str, ...] = (
    "back_operation_before", "back_pain_before", "hip_injury_before", "childhood_hip_problem",
    "knee_osteoarthritis", "groin_hernia_repair_before",
)  # fmt: skip
SCANS: tuple[str, ...] = ("hip_imaging", "lumbar_imaging")


@dataclass(frozen=True)
class SafetyList:
    """A list by its id, with the questions that are put to this person."""

    id: str
    findings: tuple[Finding, ...]


def safety_lists(case: Case, knowledge: Knowledge, shut: AbstractSet[str]) -> tuple[SafetyList, ...]:
    """Gives the lists for a person; together they hold every safety question that everybody is asked."""
    asked = {finding.id: finding for finding in safety_to_ask(case, knowledge.findings, shut)}
    named = {name for names in LISTS.values() for name in names}
    rest = tuple(name for name in asked if name not in named)
    lists = ((name, _of(names, asked)) for name, names in {**LISTS, REST: rest}.items())
    return tuple(SafetyList(name, found) for name, found in lists if found)


def history_questions(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Gives what a person may have been told or had done before."""
    return _of(HISTORY, knowledge.finding_by_id)


def scan_questions(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Gives what scans of the hip and the back may have shown."""
    return _of(SCANS, knowledge.finding_by_id)


def _of(names: Sequence[str], known: dict[str, Finding]) -> tuple[Finding, ...]:
    return tuple(known[name] for name in names if name in known)


def list_title(name: str, voice: Voice) -> str:
    """Gives the question over a list."""
    tr = QCoreApplication.translate
    plain = {
        "nerves": tr("Home", "Is any of this new since the pain began?"),
        "sudden": tr("Home", "Has any of this come on suddenly?"),
        "injury": tr("Home", "Did a fall or accident start it?"),
        "legs": tr("Home", "Has a leg become weak?"),
        "illness": tr("Home", "How are you in yourself?"),
        "body": tr("Home", "Have you noticed any of this?"),
        "health": tr("Home", "Is any of this true for you?"),
        REST: tr("Home", "Is any of this true for you?"),
        "history": tr("Home", "Have you had any of this before?"),
    }
    clinical = {
        "nerves": tr("Home", "Cauda equina and cord signs"),
        "sudden": tr("Home", "Sudden onset: vessels, belly, testicle, pregnancy"),
        "injury": tr("Home", "Injury and weight-bearing"),
        "legs": tr("Home", "New weakness of a leg"),
        "illness": tr("Home", "Infection and cancer: general signs"),
        "body": tr("Home", "Lump, rash and load"),
        "health": tr("Home", "History that raises the risk"),
        REST: tr("Home", "Further safety questions"),
        "history": tr("Home", "Earlier diagnoses and operations"),
    }
    return (plain if voice == "patient" else clinical)[name]


def list_reason(name: str) -> str:
    """Gives why a list is asked, in words that inform and do not frighten."""
    tr = QCoreApplication.translate
    nerves = tr(
        "Home",
        "Very rarely, the nerves to the bladder and legs are pressed on. That needs help the same day, so we"
        " ask it first.",
    )
    sudden = tr(
        "Home",
        "A few causes outside the hip and back can feel like hip or back pain. Some of them cannot wait.",
    )
    injury = tr(
        "Home",
        "After a fall, a bone can be broken even if you can still walk. A broken bone needs care soon.",
    )
    reasons = {
        "nerves": nerves,
        "sudden": sudden,
        "injury": injury,
        "legs": tr("Home", "Pain can make a leg feel weak. A nerve can too, and then time matters."),
        "illness": tr("Home", "Now and then pain like yours comes from an infection or another illness."),
        "body": tr("Home", "These signs point to causes that need their own check."),
        "health": tr("Home", "What you have had before changes which causes we should think of."),
        "history": tr("Home", "What you know already counts. It helps us to weigh your answers fairly."),
    }
    return reasons.get(name, tr("Home", "We ask everybody this, so that nothing serious is missed."))
