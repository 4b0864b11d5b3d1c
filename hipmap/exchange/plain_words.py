"""The words of a result in plain text, in two voices; the window has its own, translatable ones."""

from hipmap.model.assessment import Likelihood, LikelihoodWord, Reason
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.shown_numbers import STEP_PERCENT, nearest_step, nearest_tenths, outer_steps
from hipmap.model.voice import Voice, said

WORDS: dict[LikelihoodWord, str] = {
    "very_unlikely": "very unlikely",
    "unlikely": "unlikely",
    "possible": "possible",
    "likely": "likely",
    "very_likely": "very likely",
    "cannot_say_yet": "cannot say yet",
}
SCALE = "Scale: very unlikely under 10 %, unlikely 10-30, possible 30-60, likely 60-80, very likely over 80."
TIER_WORDS: dict[Tier, dict[Voice, str]] = {
    "emergency_now": {"patient": "EMERGENCY: get help now", "clinician": "EMERGENCY NOW"},
    "same_day": {"patient": "Be seen TODAY", "clinician": "SAME DAY"},
    "within_2_weeks": {"patient": "Be seen within two weeks", "clinician": "WITHIN 2 WEEKS"},
    "routine": {"patient": "Mention this at your next visit", "clinician": "ROUTINE REVIEW"},
    "none_found": {
        "patient": "No warning sign so far",
        "clinician": "NO RED FLAG SO FAR",
    },
}
ENOUGH_WORDS = {
    "nothing_known": "Nothing is marked or answered yet.",
    "range_too_wide": "The range of the first origin is still too wide.",
    "nothing_fits": "The answers fit none of the known patterns well.",
    "two_origins_close": "Two origins are still close to each other.",
    "no_origin_likely": "No origin is likely yet.",
    "one_origin_stands_clear": "One origin stands clear of the others.",
}
CONFLICT_WORDS = {
    "answers_for_the_other_side": "Not counted, because the complaint is on the other side",
    "marks_on_the_other_side": "Marked on the other side as well, and not weighed here",
    "marks_and_answers_disagree": "The body map and the answers disagree",
    "answers_exclude_each_other": "Seldom both true; please check",
    "answers_pull_apart": "These point in opposite ways; check them, or more than one cause may be true",
    "pain_and_no_pain_at_one_place": "Marked both as painful and as free of pain; the pain counts",
}


def number_words(likelihood: Likelihood, voice: Voice) -> str:
    """Gives number and range: tenths for patients, steps of 5 % for clinicians."""
    p = likelihood.probability
    low = p if likelihood.low is None else likelihood.low
    high = p if likelihood.high is None else likelihood.high
    if voice == "patient":
        return _tenths(low, high)
    if likelihood.low is None:
        return percent_words(p)
    least, most = outer_steps(low, high)
    return f"{percent_words(p)} (range {least}-{most} %)"


def chance_words(probability: float, voice: Voice) -> str:
    """Gives a probability that has no range, in the voice."""
    return _tenths(probability, probability) if voice == "patient" else percent_words(probability)


def percent_words(probability: float) -> str:
    """Gives a probability to 5 %, and never a promise of 0 or 100."""
    step = nearest_step(probability)
    return "under 5 %" if step < STEP_PERCENT else "over 95 %" if step > 95 else f"about {step} %"


def _tenths(low: float, high: float) -> str:
    least, most = nearest_tenths(low, high)
    if high < 0.1 or most == 0:
        return "fewer than 1 in 10 people with answers like these"
    if low > 0.9 or least == 10:
        return "more than 9 in 10 people with answers like these"
    if least == 0:
        return f"at most {most} in 10 people with answers like these"
    range_ = f"{most}" if least == most else f"{least} to {most}"
    return f"about {range_} in 10 people with answers like these"


def reason_words(reason: Reason, knowledge: Knowledge, voice: Voice) -> str:
    """Gives what a reason says: the finding with its answer, or the marked place."""
    kind, _, place = reason.finding.partition(":")
    if kind in ("mark", "numb") and place:
        zone = knowledge.body.by_id[place]
        label = said(zone, voice)
        side = f"{reason.side} " if reason.side in ("right", "left") else ""
        what = {
            "worst": "worst pain at",
            "none": "no pain at",
            "numb": "numb at",
            "spread": "pain spreads to",
        }
        return f"{what.get(str(reason.value), 'pain at')} {side}{in_sentence(label)}"
    finding = knowledge.finding_by_id.get(reason.finding)
    if finding is None:
        return "the places that were left free on the body map"
    label = said(finding, voice)
    answer = next((said(o, voice) for o in finding.options if o.id == reason.value), str(reason.value))
    unit = f" {finding.scale.unit}" if finding.scale else ""
    return f"{label} {answer}{unit}" if voice == "patient" else f"{label}: {answer}{unit}"


def in_sentence(label: str) -> str:
    """Gives a label as it stands inside a sentence: `SI joint` keeps its capitals, `A nerve` does not."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label
