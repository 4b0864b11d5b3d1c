"""Says which figure a result hangs on, and what it would be were the figure at one of its two ends."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.likelihood_words import brief, percent, tenths
from hipmap.desktop.reason_words import reason_label, with_answer
from hipmap.desktop.why.outcome_words import outcome_words
from hipmap.desktop.wording import kind_word, source_words
from hipmap.model.assessment import Reason
from hipmap.model.explanations import MovingFigure
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said


@dataclass(frozen=True)
class FigureTold:
    """A figure in words: what it is, its two ends with what they would make of the result, and its basis."""

    what: str
    low: str
    high: str
    basis: str
    at_low: float
    at_high: float

    def read_out(self) -> str:
        return ". ".join((self.what, self.low, self.high, self.basis))


def figure_told(figure: MovingFigure, origin: str, knowledge: Knowledge, voice: Voice) -> FigureTold:
    """Gives a figure in the voice, for an origin by name."""
    tr = QCoreApplication.translate
    name = in_sentence(brief(origin))
    numbers = [_number(one, voice) for one in (figure.probability_at_low, figure.probability_at_high)]
    if figure.finding is None:
        low = tr("Figures", "If it is rarer: {origin} {number}")
        high = tr("Figures", "If it is more common: {origin} {number}")
    else:
        low = tr("Figures", "If that is rarer: {origin} {number}")
        high = tr("Figures", "If that is more common: {origin} {number}")
    return FigureTold(
        what=_what(figure, knowledge, voice),
        low=low.format(origin=name, number=numbers[0]),
        high=high.format(origin=name, number=numbers[1]),
        basis=_basis(figure, knowledge, voice),
        at_low=figure.probability_at_low,
        at_high=figure.probability_at_high,
    )


def _what(figure: MovingFigure, knowledge: Knowledge, voice: Voice) -> str:
    tr = QCoreApplication.translate
    who = tr("Figures", "others with such pain")
    if figure.condition is not None:
        who = in_sentence(said(knowledge.condition_by_id[figure.condition], voice))
    if figure.finding is None:
        text = tr("Figures", "How common to begin with: {who}")
        if voice == "clinician":
            text = tr("Figures", "Starting rate: {who}, taken as {value} % ({low} to {high})")
    elif voice == "clinician":
        text = tr("Figures", "“{what}” in {who}: taken as {value} % ({low} to {high})")
    else:
        text = tr("Figures", "How often people with {who} have this: “{what}”")
        if figure.condition is None:
            text = tr("Figures", "How often {who} have this: “{what}”")
    shares = {
        name: str(round(100 * value))
        for name, value in (("value", figure.value), ("low", figure.low), ("high", figure.high))
    }
    return text.format(who=who, what=_said_of(figure, knowledge, voice), **shares)


def _said_of(figure: MovingFigure, knowledge: Knowledge, voice: Voice) -> str:
    finding = knowledge.finding_by_id.get(figure.finding or "")
    if finding is None:
        value = "numb" if figure.about == "numb_zone" else "pain"
        return reason_label(
            Reason(finding=figure.finding or "", value=value, weight=0.0, kind=figure.kind), knowledge, voice
        )
    tr = QCoreApplication.translate
    either, *others = [outcome_words(finding, one, voice) for one in figure.outcomes]
    for other in others:
        either = tr("Figures", "{one} or {other}").format(one=either, other=other)
    return with_answer(finding, either, voice)


def _basis(figure: MovingFigure, knowledge: Knowledge, voice: Voice) -> str:
    kind = kind_word(figure.kind)
    sources = [knowledge.source_by_id[one] for one in figure.sources if one in knowledge.source_by_id]
    if not sources or voice == "patient":
        return kind
    source = source_words(figure.kind, sources[0])
    if figure.kind == "judged":
        return QCoreApplication.translate("Figures", "judgement, {source}").format(source=source)
    return QCoreApplication.translate("Figures", "{kind}: {source}").format(kind=kind, source=source)


def _number(probability: float, voice: Voice) -> str:
    return percent(probability) if voice == "clinician" else tenths(probability, probability)
