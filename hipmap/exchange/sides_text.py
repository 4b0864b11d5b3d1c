"""A complaint on both sides as text: a line for each side, and one for the whole."""

from collections.abc import Iterator, Mapping
from functools import partial

from hipmap.exchange.plain_words import WORDS, percent_words
from hipmap.model.assessment import Assessment, ComplaintSide, Likelihood
from hipmap.model.knowledge import Knowledge
from hipmap.model.spoken import phrases, phrases_by, translate
from hipmap.model.voice import Voice, said

tr = partial(translate, "Paper")

_ORIGINS = 2
_NAMES: Mapping[ComplaintSide, Mapping[Voice, str]] = phrases_by(
    "Paper",
    {
        "right": {"patient": "Your right side", "clinician": "Right"},
        "left": {"patient": "Your left side", "clinician": "Left"},
        "both": {"patient": "Both sides as one complaint", "clinician": "As one complaint"},
    },
)
_ABOUT: Mapping[ComplaintSide, Mapping[Voice, str]] = phrases_by(
    "Paper",
    {
        "right": {"patient": "your right side", "clinician": "the right side"},
        "left": {"patient": "your left side", "clinician": "the left side"},
        "both": {"patient": "both sides as one complaint", "clinician": "both sides as one complaint"},
    },
)

_MARKED: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "You marked both sides, so each was weighed by itself, and both as one complaint",
        "clinician": "Both sides are marked, so each was weighed by itself, and both as one complaint",
    },
)
_ALL_ALIKE: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "Your right side, your left side and both as one complaint",
        "clinician": "Right, left and as one complaint",
    },
)


def sides_text(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    """Gives the two origins that come first on each side, in words; nothing unless both sides are marked."""
    if not assessment.sides or assessment.side is None:
        return
    yield _MARKED[voice]
    views = {
        one.side: "; ".join(_origin(likelihood, knowledge, voice) for likelihood in one.origins[:_ORIGINS])
        for one in assessment.sides
    }
    if len(set(views.values())) == 1:
        yield f"  {_ALL_ALIKE[voice]} – {views[assessment.side]}"
    else:
        yield from (f"  {_NAMES[side][voice]} – {words}" for side, words in views.items())
    if _has_answer_without_side(assessment, knowledge):
        told = tr("Answers without a side were counted for both sides.")
        yield f"  {told}"
    about = tr("Likelihoods and reasons are those of {side}.").format(side=_ABOUT[assessment.side][voice])
    yield f"  {about}"
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
