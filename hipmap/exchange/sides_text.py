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

_ALL_ALIKE: dict[Voice, str] = {
    "patient": "Your right side, your left side and both as one complaint",
    "clinician": "Right, left and as one complaint",
}


def sides_text(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    """Gives the two origins that come first on each side, in words; nothing unless both sides are marked."""
    if not assessment.sides or assessment.side is None:
        return
    marked = "You marked both sides" if voice == "patient" else "Both sides are marked"
    yield f"{marked}, so each was weighed by itself, and both as one complaint"
    told = {
        one.side: "; ".join(_origin(likelihood, knowledge, voice) for likelihood in one.origins[:_ORIGINS])
        for one in assessment.sides
    }
    if len(set(told.values())) == 1:
        yield f"  {_ALL_ALIKE[voice]} – {told[assessment.side]}"
    else:
        yield from (f"  {_NAMES[side][voice]} – {words}" for side, words in told.items())
    if _has_answer_without_side(assessment, knowledge):
        yield "  Answers without a side were counted for both sides."
    yield f"  Likelihoods and reasons are those of {_ABOUT[assessment.side][voice]}."
    yield ""


def _has_answer_without_side(assessment: Assessment, knowledge: Knowledge) -> bool:
    """Whether an answer that weighs anything has no side."""
    origins = (origin for one in assessment.sides for origin in one.origins)
    reasons = (reason for origin in origins for reason in (*origin.reasons_for, *origin.reasons_against))
    return any(one.side is None and one.finding in knowledge.finding_by_id for one in reasons)


def _origin(likelihood: Likelihood, knowledge: Knowledge, voice: Voice) -> str:
    name, word = said(knowledge.origin_by_id[likelihood.id], voice), WORDS[likelihood.word]
    number = f", {percent_words(likelihood.probability)}" if voice == "clinician" else ""
    return f"{name}: {word}{number}"
