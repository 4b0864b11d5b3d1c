"""The words of a result in plain text, in two voices; the window has its own, translatable ones."""

from collections.abc import Iterator, Sequence

from hipmap.model.assessment import Likelihood, LikelihoodWord, Reason, Versions
from hipmap.model.case import UNKNOWN
from hipmap.model.conditions import Tier
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.place_names import place_names
from hipmap.model.plural_forms import form_for
from hipmap.model.question_ends import End
from hipmap.model.shown_numbers import STEP_PERCENT, nearest_step, nearest_tenths, outer_steps, reason_size
from hipmap.model.voice import Voice, in_sentence, in_short, said

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
ENOUGH_WORDS: dict[str, dict[Voice, str]] = {
    "nothing_known": {
        "patient": "Nothing is marked or answered yet.",
        "clinician": "Nothing is marked or answered yet.",
    },
    "range_too_wide": {
        "patient": "It is too early to say how likely the first one is.",
        "clinician": "The range of the first origin is still too wide.",
    },
    "nothing_fits": {
        "patient": "Your answers do not fit well with anything that hipmap knows.",
        "clinician": "The answers fit none of the known patterns well.",
    },
    "outside_hip_and_back": {
        "patient": "Your answers fit best with a cause outside the hip and the back.",
        "clinician": "The answers fit best with a cause outside the hip and the back.",
    },
    "two_origins_close": {
        "patient": "The first two are still about as likely as each other.",
        "clinician": "Two origins are still close to each other.",
    },
    "no_origin_likely": {
        "patient": "Nothing stands out clearly yet.",
        "clinician": "No origin stands out clearly yet.",
    },
    "range_not_known": {
        "patient": "How sure this is was not worked out here.",
        "clinician": "The ranges were not worked out, so it is not said whether this is enough.",
    },
    "answers_contradict": {
        "patient": "Two of your answers do not fit together. Please check them first.",
        "clinician": "Two answers exclude each other; check them first.",
    },
    "one_origin_stands_clear": {
        "patient": "The first one fits your answers clearly better than the others.",
        "clinician": "One origin stands clear of the others.",
    },
}
END_WORDS: dict[End, dict[Voice, str]] = {
    "clear": {
        "patient": "That is enough for a first answer.",
        "clinician": "That is enough for a first answer.",
    },
    "little_left": {
        "patient": "The questions end here: only an examination may tell more.",
        "clinician": "The questions end here: none that is left would settle it.",
    },
    "answers_differ": {
        "patient": "Some of your answers point in different ways. Please look at them again.",
        "clinician": "Some answers do not fit together: check these before asking more.",
    },
    "signs_open": {
        "patient": "Some safety questions are still open. Please answer them first.",
        "clinician": "Some safety questions were not asked: they come before the origin.",
    },
    "more_could_tell": {
        "patient": "More answers could still make this surer.",
        "clinician": "Further answers could still change this.",
    },
}
CONFLICT_WORDS = {
    "answers_for_the_other_side": "Not counted, because the complaint is on the other side",
    "answers_for_two_sides": "Answered for either side, with no mark on the body; both were counted as one",
    "marks_on_the_other_side": "Marked on the other side as well, and not weighed here",
    "marks_and_answers_disagree": "The body map and the answers disagree",
    "answers_exclude_each_other": "Seldom both true; please check",
    "answers_pull_apart": "These point in opposite ways; check them, or more than one cause may be true",
    "pain_and_no_pain_at_one_place": "Marked both as painful and as free of pain; the pain counts",
}


# Half a deciban moves the odds by an eighth: less is not worth a line.
LEAST_DECIBANS = 0.5


def closing_lines(versions: Versions) -> Iterator[str]:
    """Gives what every text ends with: what it is built from, what it is not, and what made it."""
    yield "Built from published studies of single findings and from judgement; not validated on patients."
    yield "This is not a diagnosis."
    yield f"hipmap {versions.program}, knowledge {versions.knowledge}, digest {versions.digest[:16]}"


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
        return _free_words(reason, knowledge, voice)
    answer = value_words(finding, reason.value, voice)
    if reason.other is not None and reason.side in ("right", "left"):
        there = "left" if reason.side == "right" else "right"
        answer = f"{answer} ({reason.side}), {value_words(finding, reason.other, voice)} ({there})"
    return with_answer(finding, answer, voice)


def with_answer(finding: Finding, answer: str, voice: Voice) -> str:
    """Gives a finding with what was answered, or might be."""
    label = in_short(finding, voice)
    if voice == "clinician":
        return f"{label}: {answer}"
    return f"{label} {answer}" if label == finding.patient else f"{label}: {in_sentence(answer)}"


def value_words(finding: Finding, value: str | float, voice: Voice) -> str:
    """Gives one answer in words, with its unit."""
    if value == UNKNOWN:
        return unknown_words(finding, voice)
    if isinstance(value, str) or finding.scale is None or finding.scale.unit.counts:
        return next((said(option, voice) for option in finding.options if option.id == value), str(value))
    unit = finding.scale.unit
    return f"{value:g} {form_for(value, unit.patient if voice == 'patient' else unit.clinician)}"


def unknown_words(finding: Finding, voice: Voice) -> str:
    """Gives the words for *don't know*: a test that nobody did was not done."""
    if finding.is_done:
        return "not done"
    return "don't know" if voice == "patient" else "not known"


def _free_words(reason: Reason, knowledge: Knowledge, voice: Voice) -> str:
    """The places left free that say most: where the pain would be, were the reason wrong."""
    places = "; ".join(map(in_sentence, place_names(reason.places, knowledge, voice)))
    if not places:
        return "the places that were left free on the body map"
    what = "other causes hurt" if reason.weight > 0 else "this hurts"
    return f"no pain marked where {what} more often: {places}"


def weight_words(reason: Reason, voice: Voice) -> str:
    """Gives the size of a reason; for clinicians with decibans, kind and sources too."""
    if voice == "patient":
        return f"{reason_size(reason.weight)}{', local' if reason.kind == 'local' else ''}"
    basis = basis_words(reason.kind, reason.sources)
    return f"{reason_size(reason.weight)}, {reason.weight:+.1f} dB, {basis}"


def basis_words(kind: str, sources: Sequence[str]) -> str:
    """Gives the provenance of a figure with its sources; a judgement was not read in any."""
    named = ", ".join(sources)
    if kind == "judged":
        return f"judgement, with {named} in mind" if named else "judgement"
    return f"{kind}: {named}" if named else kind
