"""A handout to keep: map, what it may be, what helps with drawings, and when to get help."""

from hipmap.exchange.case_words import who_words
from hipmap.exchange.drawing.likelihoods import shown_origins
from hipmap.exchange.paper.blocks import Document, Facts, Listing, Notice, Paragraph, heading_with
from hipmap.exchange.paper.care import care_blocks
from hipmap.exchange.paper.parts import (
    foot,
    likelihood_blocks,
    map_blocks,
    passport_blocks,
    safety_net,
    urgency_notice,
)
from hipmap.exchange.report import ReadAsset, Report
from hipmap.model.conditions import Origin
from hipmap.model.library import Library
from hipmap.model.self_care_advice import SelfCare
from hipmap.model.voice import Voice, said

_EXPLAINED = 3
_LETTERS = 10.5
_TITLES: dict[Voice, str] = {
    "patient": "Your hip and back pain",
    "clinician": "Hip and back pain: handout in clinical terms",
}
_MAP: dict[Voice, str] = {"patient": "What you marked", "clinician": "What was marked"}
_NET: dict[Voice, str] = {"patient": "When to get help", "clinician": "Safety net"}


def handout(report: Report, care: SelfCare, library: Library, voice: Voice, read: ReadAsset) -> Document:
    """Gives the handout; whom to call stands first where it must happen today."""
    net = Paragraph(safety_net(report, voice))
    today = report.assessment.urgency.tier in ("emergency_now", "same_day")
    first = (urgency_notice(report, voice), *((Notice(_NET[voice], (net.text,), "urgent"),) if today else ()))
    blocks = (
        _head(report),
        *first,
        *heading_with(_MAP[voice], map_blocks(report, voice, read, 0.55)),
        *heading_with("What it may be", [*likelihood_blocks(report, voice), _explained(report, voice)]),
        *care_blocks(care, library, voice, read),
        *(() if today else heading_with(_NET[voice], [net])),
        *passport_blocks(report, voice),
    )
    return Document(_TITLES[voice], blocks, foot(report), _LETTERS)


def _head(report: Report) -> Facts:
    details = report.details
    given = (
        ("For", details.name),
        ("From", details.sender),
        ("Date", details.day),
        ("About", who_words(report.case)),
    )
    return Facts(tuple((name, what) for name, what in given if what))


def _explained(report: Report, voice: Voice) -> Listing | None:
    """What the likeliest origins are."""
    origins = [report.knowledge.origin_by_id[one.id] for one in shown_origins(report.assessment)[:_EXPLAINED]]
    if not origins:
        return None
    return Listing(tuple(f"{said(one, voice)}: {_about(one, voice)}" for one in origins))


def _about(origin: Origin, voice: Voice) -> str:
    return origin.patient_text if voice == "patient" else origin.clinician_text
