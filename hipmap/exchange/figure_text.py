"""Which number moves a result, as text: each figure, where it comes from, and how far it moves the result."""

from collections.abc import Iterator

from hipmap.exchange.plain_words import percent_words, reason_words, with_answer
from hipmap.exchange.plain_words import tenths_words as shown_tenths
from hipmap.exchange.reason_weights import basis_words
from hipmap.model.assessment import Reason
from hipmap.model.explanations import MovingFigure, Sensitivity
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said

_FIGURES: dict[Voice, int] = {"patient": 3, "clinician": 5}
_KINDS = {"judged": "judgement", "published": "from studies", "derived": "from studies", "local": "local"}


def figures_text(sensitivity: Sensitivity, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    """Gives the figures that move the result most; to patients, those that move the number they see."""
    if not sensitivity.figures:
        return
    yield "Which number this hangs on most" if voice == "patient" else "Which number moves this"
    told = [one for one in sensitivity.figures if voice == "clinician" or len(set(_ends(one, voice))) > 1]
    for figure in told[: _FIGURES[voice]]:
        yield f"  {_patient(figure, knowledge) if voice == 'patient' else _clinician(figure, knowledge)}"
    if not told:
        yield "  No single one: each could be lower or higher, and the result would be much the same."
    yield ""


def _ends(figure: MovingFigure, voice: Voice) -> tuple[str, str]:
    """The result with the figure at its low and at its high end."""
    low, high = figure.probability_at_low, figure.probability_at_high
    if voice == "clinician":
        return percent_words(low), percent_words(high)
    return tenths_words(low), tenths_words(high)


def tenths_words(probability: float) -> str:
    """Gives a bare number for patients: a starting rate is not one of people *with answers like these*."""
    return shown_tenths(probability, probability)


def _patient(figure: MovingFigure, knowledge: Knowledge) -> str:
    low, high = _ends(figure, "patient")
    who = _who(figure, knowledge, "patient")
    if figure.finding is None:
        what = f"how common {who} is to begin with"
    else:
        what = f"how often people with {who} have this – {_said_of(figure, knowledge, 'patient')}"
    return f"{what} ({_KINDS[figure.kind]}): {low} if it is low, {high} if it is high"


def _clinician(figure: MovingFigure, knowledge: Knowledge) -> str:
    who = _who(figure, knowledge, "clinician")
    if figure.finding is None:
        what = f"starting rate of {who} among single causes"
    else:
        what = f"{_said_of(figure, knowledge, 'clinician')} – with {who}"
    basis = basis_words(figure.kind, figure.sources)
    low, high = _ends(figure, "clinician")
    ends = f"{low} either way" if low == high else f"{low} at its low end, {high} at its high end"
    return (
        f"{what}: {_percent(figure.value)}, 90 % range {_percent(figure.low)} to {_percent(figure.high)} "
        f"({basis}); {ends}; {100 * figure.share:.0f} % of the uncertainty"
    )


def _who(figure: MovingFigure, knowledge: Knowledge, voice: Voice) -> str:
    if figure.condition is None:
        return "any such pain"
    return in_sentence(said(knowledge.condition_by_id[figure.condition], voice))


def _said_of(figure: MovingFigure, knowledge: Knowledge, voice: Voice) -> str:
    """The finding with the answers, or the marked place, that the figure is about."""
    finding = knowledge.finding_by_id.get(figure.finding or "")
    if finding is None:
        # Places are worded by reasons, whose weight is not said here.
        value = "numb" if figure.about == "numb_zone" else "pain"
        place = Reason(finding=figure.finding or "", value=value, weight=0.0, kind=figure.kind)
        return reason_words(place, knowledge, voice)
    answers = " or ".join(outcome_words(finding, outcome, voice) for outcome in figure.outcomes)
    return with_answer(finding, answers, voice)


def outcome_words(finding: Finding, outcome: str, voice: Voice) -> str:
    """Gives yes or no, an option or a band of numbers as it stands inside a sentence."""
    if finding.scale is None:
        return next((in_sentence(said(one, voice)) for one in finding.options if one.id == outcome), outcome)
    return next(one.label for one in finding.scale.bands if one.id == outcome)


def _percent(share: float) -> str:
    percent = 100 * share
    return f"{percent:.0f} %" if 1 <= percent <= 99 else f"{percent:.1f} %"
