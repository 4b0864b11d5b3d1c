"""What a reason says: its label, and what unfolds under it: size, provenance, figures and sources."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.wording import kind_word, side_word, size_word, source_words, value_words
from hipmap.model.assessment import Reason
from hipmap.model.evidence import Cell
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.place_names import place_names
from hipmap.model.voice import Voice, in_sentence, in_short, said

FIGURES = 3


@dataclass(frozen=True)
class Details:
    """Everything behind a reason."""

    answer: str
    effect: str
    kind: str
    figures: tuple[str, ...]
    sources: tuple[str, ...]


def reason_label(reason: Reason, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the reason as a short text: the finding and what was answered, or the marked place."""
    return _label(reason, knowledge, voice, str)


def rich_reason(reason: Reason, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the reason as rich text, in which the answer, or the place, stands out."""
    return _label(reason, knowledge, voice, lambda text: f"<b>{escape(text)}</b>")


def with_answer(finding: Finding, answer: str, voice: Voice, strong: Callable[[str], str] = str) -> str:
    """Gives a finding with what was answered, or might be; what is answered is made `strong`."""
    plain = str if strong is str else escape
    what = in_short(finding, voice)
    if voice == "clinician":
        return f"{plain(what)} – {strong(answer)}"
    if what == finding.patient:
        return f"{plain(what)} {strong(answer[:1].upper() + answer[1:])}"
    frame = QCoreApplication.translate("Reasons", "{what}: {answer}")
    return frame.format(what=plain(what), answer=strong(in_sentence(answer)))


def _label(reason: Reason, knowledge: Knowledge, voice: Voice, strong: Callable[[str], str]) -> str:
    finding = knowledge.finding_by_id.get(reason.finding)
    if finding is None:
        return _mark_label(reason, knowledge, voice, strong)
    return with_answer(finding, value_words(finding, reason.value, reason.side, voice), voice, strong)


def _mark_label(reason: Reason, knowledge: Knowledge, voice: Voice, strong: Callable[[str], str]) -> str:
    zone = knowledge.body.by_id.get(reason.finding.partition(":")[2])
    if zone is None:
        return _free_label(reason, knowledge, voice, strong)
    place = said(zone, voice)
    if reason.side is not None and reason.side != "midline":
        place = QCoreApplication.translate("Reasons", "{place} ({side})").format(
            place=place, side=side_word(reason.side)
        )
    starts = {
        "worst": QCoreApplication.translate("Reasons", "Worst pain: {place}"),
        "pain": QCoreApplication.translate("Reasons", "Pain: {place}"),
        "spread": QCoreApplication.translate("Reasons", "Spreads to: {place}"),
        "none": QCoreApplication.translate("Reasons", "No pain: {place}"),
        "numb": QCoreApplication.translate("Reasons", "Numb or tingling: {place}"),
    }
    return starts[str(reason.value)].format(place=strong(in_sentence(place)))


def _free_label(reason: Reason, knowledge: Knowledge, voice: Voice, strong: Callable[[str], str]) -> str:
    """The places left free that say most, and whose pain would be there."""
    names = place_names(reason.places, knowledge, voice)
    if not names:
        return QCoreApplication.translate("Reasons", "Places left unmarked on the body")
    start = (
        QCoreApplication.translate("Reasons", "No pain where other causes hurt more often: {places}")
        if reason.weight > 0
        else QCoreApplication.translate("Reasons", "No pain where this hurts more often: {places}")
    )
    return start.format(places=strong("; ".join(map(in_sentence, names))))


def details(reason: Reason, origin: str, knowledge: Knowledge, voice: Voice) -> Details:
    """Gives what stands behind a reason for an origin."""
    finding = knowledge.finding_by_id.get(reason.finding)
    sources = [knowledge.source_by_id[s] for s in reason.sources if s in knowledge.source_by_id]
    return Details(
        answer=reason_label(reason, knowledge, voice),
        effect=_effect(reason, voice),
        kind=kind_word(reason.kind),
        figures=tuple(_figures(finding, reason, origin, knowledge, voice)) if finding is not None else (),
        sources=tuple(source_words(reason.kind, source) for source in sources),
    )


def _effect(reason: Reason, voice: Voice) -> str:
    size = size_word(reason.weight)
    towards = reason.weight >= 0
    if voice == "patient":
        if towards:
            return QCoreApplication.translate("Reasons", "Makes it more likely: {size}").format(size=size)
        return QCoreApplication.translate("Reasons", "Makes it less likely: {size}").format(size=size)
    odds = 10 ** (abs(reason.weight) / 10)
    times = f"{odds:.1f}" if odds < 10 else f"{odds:.0f}"
    if towards:
        return QCoreApplication.translate("Reasons", "Odds × {times} ({size})").format(times=times, size=size)
    return QCoreApplication.translate("Reasons", "Odds ÷ {times} ({size})").format(times=times, size=size)


def _figures(finding: Finding, reason: Reason, origin: str, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives how often the finding is present in the conditions of the origin, and in others."""
    lines: list[str] = []
    for condition_id, cell in finding.cells.items():
        condition = knowledge.condition_by_id.get(condition_id)
        share = _share(cell, finding, reason.value)
        if condition is not None and condition.origin == origin and share is not None:
            lines.append(_figure_line(said(condition, voice), share, cell.kind, voice))
    rest = _share(finding.background, finding, reason.value) if finding.background is not None else None
    if lines and rest is not None and finding.background is not None:
        others = QCoreApplication.translate("Reasons", "Others with such pain")
        return [*lines[:FIGURES], _figure_line(others, rest, finding.background.kind, voice)]
    return lines[:FIGURES]


def _figure_line(name: str, share: float, kind: str, voice: Voice) -> str:
    if voice == "patient":
        amount = QCoreApplication.translate("Reasons", "about {tenths} in 10").format(
            tenths=round(share * 10)
        )
    else:
        amount = f"{round(share * 100)} %"
    return f"{name}: {amount} – {kind_word(kind)}"


def _share(cell: Cell, finding: Finding, value: str | float) -> float | None:
    """Gives how often this very answer is given, where the cell holds one figure for it."""
    if finding.answer == "yes_no" and cell.options is None and cell.words is None:
        return 1 - cell.probability if value == "no" else cell.probability
    outcome = (
        finding.scale.band_of(value) if finding.scale is not None and not isinstance(value, str) else value
    )
    return cell.options.get(str(outcome)) if cell.options is not None else None
