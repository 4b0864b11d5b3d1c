"""A complaint on both sides as text: a line for each side, and one for the whole."""

from collections.abc import Iterator

from hipmap.exchange.plain_words import WORDS, percent_words
from hipmap.model.assessment import Assessment, ComplaintSide, Likelihood
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

_ORIGINS = 2
_NAMES: dict[ComplaintSide, dict[Voice, str]] = {
    "right": {"patient": "Your right side", "clinician": "Right"},
    "left": {"patient": "Your left side", "clinician": "Left"},
    "both": {"patient": "Both sides as one complaint", "clinician": "As one complaint"},
}
_ABOUT: dict[ComplaintSide, dict[Voice, str]] = {
    "right": {"patient": "your right side", "clinician": "the right side"},
    "left": {"patient": "your left side", "clinician": "the left side"},
    "both": {"patient": "both sides as one complaint", "clinician": "both sides as one complaint"},
}


def sides_text(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    """Gives the two origins that come first on each side, in words; nothing unless both sides are marked."""
    if not assessment.sides or assessment.side is None:
        return
    marked = "You marked both sides" if voice == "patient" else "Both sides are marked"
    yield f"{marked}, so each was weighed by itself, and both as one complaint"
    for one in assessment.sides:
        told = "; ".join(_origin(likelihood, knowledge, voice) for likelihood in one.origins[:_ORIGINS])
        yield f"  {_NAMES[one.side][voice]} – {told}"
    yield f"  Likelihoods and reasons are those of {_ABOUT[assessment.side][voice]}."
    yield ""


def _origin(likelihood: Likelihood, knowledge: Knowledge, voice: Voice) -> str:
    name, word = said(knowledge.origin_by_id[likelihood.id], voice), WORDS[likelihood.word]
    number = f", {percent_words(likelihood.probability)}" if voice == "clinician" else ""
    return f"{name}: {word}{number}"
