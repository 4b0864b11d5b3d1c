"""A handout to keep: map, what it may be, what helps with drawings, and when to get help."""

from collections.abc import Mapping
from functools import partial

from hipmap.exchange.case_words import who_words
from hipmap.exchange.drawing.likelihoods import shown_origins
from hipmap.exchange.paper.blocks import Columns, Document, Facts, Listing, Notice, Paragraph, heading_with
from hipmap.exchange.paper.care import care_blocks
from hipmap.exchange.paper.parts import (
    foot,
    map_and_likelihoods,
    passport_blocks,
    safety_net,
    urgency_notice,
)
from hipmap.exchange.report import ReadAsset, Report
from hipmap.exchange.urgency_told import is_today
from hipmap.model.conditions import Origin
from hipmap.model.library import Library
from hipmap.model.self_care_advice import SelfCare
from hipmap.model.spoken import phrases, translate
from hipmap.model.voice import Voice, said

tr = partial(translate, "Paper")
_EXPLAINED = 3
_LETTERS = 10.5
_MAP_SHARE = 0.85
_TITLES: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "Your hip and back pain",
        "clinician": "Hip and back pain: handout in clinical terms",
    },
)
_MAP: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "What you marked",
        "clinician": "What was marked",
    },
)
_NET: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "When to get help",
        "clinician": "Safety net",
    },
)


def handout(report: Report, care: SelfCare, library: Library, voice: Voice, read: ReadAsset) -> Document:
    """Gives the handout; whom to call stands first where it must happen today."""
    net = safety_net(report, voice)
    today = is_today(report)
    titles = (_MAP[voice], tr("What it may be"))
    blocks = (
        _head(report),
        urgency_notice(report, voice),
        *((Notice(_NET[voice], (net,), "urgent"),) if today else ()),
        *map_and_likelihoods(report, voice, read, titles, _MAP_SHARE, None),
        *heading_with(tr("What these words mean"), [_explained(report, voice)]),
        *care_blocks(care, library, voice, read),
        *(() if today else heading_with(_NET[voice], [Paragraph(net)])),
        *passport_blocks(report, voice),
    )
    return Document(_TITLES[voice], blocks, foot(report), _LETTERS)


def _head(report: Report) -> Columns:
    details = report.details
    left = ((tr("For"), details.name), (tr("About"), who_words(report.case)))
    right = ((tr("From"), details.sender), (tr("Date"), details.day))
    sides = [Facts(tuple(row for row in rows if row[1])) for rows in (left, right)]
    return Columns((sides[0],), (sides[1],))


def _explained(report: Report, voice: Voice) -> Listing | None:
    """What the likeliest origins are."""
    origins = [report.knowledge.origin_by_id[one.id] for one in shown_origins(report.assessment)[:_EXPLAINED]]
    if not origins:
        return None
    return Listing(tuple(f"{said(one, voice)}: {_about(one, voice)}" for one in origins))


def _about(origin: Origin, voice: Voice) -> str:
    return origin.patient_text if voice == "patient" else origin.clinician_text
