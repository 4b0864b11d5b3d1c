"""The parts that letters and handouts share: urgency, the body map, the likelihoods, and the passport."""

from collections.abc import Sequence

from hipmap.exchange.case_words import cut, own_words, quality_words, read_back, strength_words
from hipmap.exchange.drawing.body_map import body_map
from hipmap.exchange.drawing.likelihoods import likelihood_figure
from hipmap.exchange.paper.blocks import TONES, Block, Heading, Notice, Paragraph, Picture, listed
from hipmap.exchange.passport import NOT_VALIDATED, passport_lines, passport_of
from hipmap.exchange.plain_words import ENOUGH_WORDS, chance_words
from hipmap.exchange.report import ReadAsset, Report
from hipmap.exchange.sides_text import sides_text
from hipmap.exchange.urgency_told import action_words, call_words, raised_words, urgency_title
from hipmap.model.urgency_texts import safety_net_text
from hipmap.model.voice import Voice, said

_LEAST_SHOWN = 0.05
_WIDE = 800
"""A map of three faces or more."""


def urgency_notice(report: Report, voice: Voice, most: int | None = None) -> Notice:
    """Gives how urgent it is, why, and what to do, of so many causes at most; this stands first."""
    tier = report.assessment.urgency.tier
    passport = passport_of(report)
    is_open = bool(passport.safety_open or passport.safety_unknown)
    call = [call_words(report)] if tier == "emergency_now" and voice == "patient" else []
    lines = [*call, *cut(raised_words(report, voice), most), *action_words(report, voice)[:most]]
    if tier in ("emergency_now", "same_day"):
        lines.append("The likelihoods below do not change this.")
    if is_open:
        lines.append("Open safety questions are listed at the end.")
    tone = "soon" if tier == "none_found" and is_open else TONES[tier]
    return Notice(urgency_title(report, voice), tuple(lines), tone)


def map_blocks(
    report: Report, voice: Voice, read: ReadAsset, share: float, most: int | None = None
) -> Sequence[Block]:
    """Gives the body map with its sentences, which name so many places of a kind at most."""
    if not report.case.marks and report.case.pin is None:
        return [Paragraph(" ".join(read_back(report.case, report.knowledge, voice)))]
    drawing = body_map(report, voice, read, on_page=True)
    told = " ".join(read_back(report.case, report.knowledge, voice, most))
    words = own_words(report.case, report.knowledge, voice)
    if words:
        frame = "You call the place: {}." if voice == "patient" else "The person calls the place: {}."
        told = f"{told} {frame.format(', '.join(words))}"
    details = [
        *(f"Strength: {one}." for one in strength_words(report.case, report.knowledge, voice)),
        *(f"Feel and time: {one}." for one in quality_words(report.case, report.knowledge, voice)),
    ]
    blocks = [
        Paragraph(told),
        listed(cut(details, most)),
        Picture(drawing, share * (1.0 if drawing.width > _WIDE else 0.8)),
    ]
    return [one for one in blocks if one is not None]


def likelihood_blocks(report: Report, voice: Voice, share: float = 0.9) -> Sequence[Block]:
    """Gives the figure and what it does not say: pairs, sides, and whether it is enough."""
    assessment = report.assessment
    names = report.knowledge.origin_by_id
    pairs = [
        f"Both together: {' with '.join(said(names[one], voice) for one in pair.origins)},"
        f" {chance_words(pair.probability, voice)}."
        for pair in assessment.combined
        if pair.probability >= _LEAST_SHOWN
    ]
    sides = [line.strip() for line in sides_text(assessment, report.knowledge, voice) if line.strip()]
    enough = [] if assessment.enough.why == "nothing_known" else [ENOUGH_WORDS[assessment.enough.why][voice]]
    figure = Picture(likelihood_figure(report, voice, passport=False), share)
    told = listed([*pairs, *sides, *enough])
    return [figure] if told is None else [figure, told]


def safety_net(report: Report, voice: Voice) -> str:
    """Gives what to watch for, with the way to call help."""
    net = report.knowledge.safety_net_by_tier[report.assessment.urgency.tier]
    return safety_net_text(net, voice, call_words(report))


def passport_blocks(report: Report, voice: Voice) -> Sequence[Block]:
    """Gives what every page ends with."""
    lines = passport_lines(report, voice)
    return [Heading("What this rests on"), *(Paragraph(line, small=True) for line in lines)]


def foot(report: Report) -> str:
    """Gives the line at the foot of every page."""
    return f"{passport_of(report).versions}. {NOT_VALIDATED}"
