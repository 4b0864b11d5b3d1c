"""The parts that letters and handouts share: urgency, the body map, the likelihoods, and the passport."""

from collections.abc import Mapping, Sequence
from functools import partial

from hipmap.exchange.case_words import cut, own_words, quality_words, read_back, strength_words
from hipmap.exchange.drawing.body_map import body_map
from hipmap.exchange.drawing.likelihoods import likelihood_figure
from hipmap.exchange.paper.blocks import (
    TONES,
    Block,
    Columns,
    Heading,
    Notice,
    Paragraph,
    Picture,
    heading_with,
    listed,
)
from hipmap.exchange.passport import not_validated, passport_lines, passport_of
from hipmap.exchange.plain_words import ENOUGH_WORDS, chance_words
from hipmap.exchange.report import ReadAsset, Report
from hipmap.exchange.sides_text import sides_text
from hipmap.exchange.urgency_told import (
    action_words,
    answered_yes,
    call_words,
    is_today,
    raised_words,
    urgency_title,
)
from hipmap.model.spoken import phrases, translate
from hipmap.model.urgency_texts import safety_net_text
from hipmap.model.voice import Voice, in_sentence, said

tr = partial(translate, "Paper")
_LEAST_OF_PAIRS: Mapping[Voice, float] = {"patient": 0.1, "clinician": 0.05}
"""In tenths less is hardly any."""
_WIDE = 800
"""A map of three faces or more."""
_ROOMY = 0.8
"""The size from which on a map of three faces has the page to itself, and the figure large letters."""
_NARROW = 340.0
"""The width of a figure that stands beside the map, in its own pixels."""
_STANDS: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "What stands below does not change this.",
        "clinician": "The likelihoods below do not change this.",
    },
)
_CALLS: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "You call the place: {words}.",
        "clinician": "The person calls the place: {words}.",
    },
)


def urgency_notice(report: Report, voice: Voice, most: int | None = None) -> Notice:
    """Gives how urgent it is, what to do, and why, of so many causes at most; this stands first."""
    tier = report.assessment.urgency.tier
    passport = passport_of(report)
    is_open = bool(passport.safety_open or passport.safety_unknown)
    call = call_words(report) if tier == "emergency_now" and voice == "patient" else ""
    lines = [*action_words(report, voice)[:most], *cut(raised_words(report, voice), most)]
    yes = answered_yes(report, voice)
    lines += [yes] if yes else []
    if is_today(report):
        lines.append(_STANDS[voice])
    elif is_open:
        lines.append(tr("Open safety questions are listed at the end."))
    tone = "soon" if tier == "none_found" and (is_open or yes) else TONES[tier]
    return Notice(urgency_title(report, voice), tuple(lines), tone, call)


def map_blocks(
    report: Report, voice: Voice, read: ReadAsset, share: float, most: int | None = None
) -> list[Block]:
    """Gives the body map with its sentences, which name so many places of a kind at most."""
    told = " ".join(read_back(report.case, report.knowledge, voice, most))
    if not report.case.marks and report.case.pin is None:
        return [Paragraph(told)]
    words = own_words(report.case, report.knowledge, voice)
    if words:
        told = f"{told} {_CALLS[voice].format(words=', '.join(words))}"
    strength = tr("Strength: {what}.")
    feel = tr("Feel and time: {what}.")
    details = [
        *(strength.format(what=one) for one in strength_words(report.case, report.knowledge, voice)),
        *(feel.format(what=one) for one in quality_words(report.case, report.knowledge, voice)),
    ]
    drawing = body_map(report, voice, read, on_page=True)
    points = listed(cut(details, most))
    return [Picture(drawing, share), Paragraph(told), *([] if points is None else [points])]


def map_and_likelihoods(
    report: Report, voice: Voice, read: ReadAsset, titles: tuple[str, str], share: float, most: int | None
) -> Sequence[Block]:
    """Gives the map beside the likelihoods, or above them if it has three faces; `share` is their size."""
    where: list[Block] = map_blocks(report, voice, read, 1.0, most)
    picture = next((one for one in where if isinstance(one, Picture)), None)
    likely = heading_with(
        titles[1], [_figure(report, voice, roomy=share >= _ROOMY), *told_beside(report, voice)]
    )
    if picture is None:
        return (Columns(heading_with(titles[0], where), likely),)
    words = [one for one in where if one is not picture]
    if picture.drawing.width > _WIDE and share >= _ROOMY:
        return (
            *heading_with(titles[0], [Picture(picture.drawing, 0.75 * share)]),
            Columns(tuple(words), likely),
        )
    # A whole body is tall: less wide, it leaves the page to what is to be read.
    tall = _WIDE > picture.drawing.width < picture.drawing.height
    shown = Picture(picture.drawing, share if tall else 1.0)
    return (Columns(heading_with(titles[0], [shown, *words]), likely),)


def _figure(report: Report, voice: Voice, *, roomy: bool) -> Picture:
    wide = _NARROW if roomy else 1.35 * _NARROW
    return Picture(likelihood_figure(report, voice, passport=False, wide=wide))


def told_beside(report: Report, voice: Voice) -> list[Block]:
    """Gives what the figure does not say: pairs, sides, and whether it is enough."""
    assessment = report.assessment
    names = report.knowledge.origin_by_id
    both = tr("Both together: {origins}, {number}.")
    pairs = [
        both.format(
            origins=" + ".join(in_sentence(said(names[one], voice)) for one in pair.origins),
            number=chance_words(pair.probability, voice),
        )
        for pair in assessment.combined
        if pair.probability >= _LEAST_OF_PAIRS[voice]
    ]
    sides = [line.strip() for line in sides_text(assessment, report.knowledge, voice) if line.strip()]
    enough = [] if assessment.enough.why == "nothing_known" else [ENOUGH_WORDS[assessment.enough.why][voice]]
    told = listed([*enough, *pairs, *sides])
    return [] if told is None else [told]


def safety_net(report: Report, voice: Voice) -> str:
    """Gives what to watch for, with the way to call help."""
    net = report.knowledge.safety_net_by_tier[report.assessment.urgency.tier]
    return safety_net_text(net, voice, call_words(report))


def passport_blocks(report: Report, voice: Voice) -> Sequence[Block]:
    """Gives what every page ends with."""
    lines = passport_lines(report, voice)
    return [Heading(tr("What this rests on")), *(Paragraph(line, small=True) for line in lines)]


def foot(report: Report) -> str:
    """Gives the line at the foot of every page."""
    return f"{passport_of(report).versions}. {not_validated()}"
