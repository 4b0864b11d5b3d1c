"""The words of a result in plain text, in two voices, for the terminal and for paper."""

from collections.abc import Iterator, Mapping
from functools import partial

from hipmap.exchange.unit_once import unit_forms, without_unit_of
from hipmap.model.assessment import Likelihood, LikelihoodWord, Reason, Versions
from hipmap.model.case import UNKNOWN
from hipmap.model.conditions import Tier
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.place_names import place_names
from hipmap.model.plural_forms import form_for
from hipmap.model.question_ends import End
from hipmap.model.shown_numbers import STEP_PERCENT, nearest_step, nearest_tenths, outer_steps
from hipmap.model.spoken import language, phrases, phrases_by, translate
from hipmap.model.voice import Voice, in_sentence, in_short, said

tr = partial(translate, "Paper")

WORDS: Mapping[LikelihoodWord, str] = phrases(
    "Likelihood",
    {
        "very_unlikely": "very unlikely",
        "unlikely": "unlikely",
        "possible": "possible",
        "likely": "likely",
        "very_likely": "very likely",
        "cannot_say_yet": "cannot say yet",
    },
)
SCALE = "Scale: very unlikely under 10 %, unlikely 10-30, possible 30-60, likely 60-80, very likely over 80."
_SIDES = phrases("Paper", {"right": "right", "left": "left", "midline": "in the middle"})
TIER_WORDS: Mapping[Tier, Mapping[Voice, str]] = phrases_by(
    "Paper",
    {
        "emergency_now": {"patient": "EMERGENCY: get help now", "clinician": "EMERGENCY NOW"},
        "same_day": {"patient": "Be seen TODAY", "clinician": "SAME DAY"},
        "within_2_weeks": {"patient": "Be seen within two weeks", "clinician": "WITHIN 2 WEEKS"},
        "routine": {"patient": "Mention this at your next visit", "clinician": "ROUTINE REVIEW"},
        "none_found": {
            "patient": "No warning raised so far",
            "clinician": "NO WARNING RAISED SO FAR",
        },
    },
)
ENOUGH_WORDS: Mapping[str, Mapping[Voice, str]] = phrases_by(
    "Closing",
    {
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
        "second_possible_too": {
            "patient": "The first one fits best. The second may be part of it too.",
            "clinician": "One origin comes clearly first, and the second may be true as well.",
        },
    },
)
END_WORDS: Mapping[End, Mapping[Voice, str]] = phrases_by(
    "Closing",
    {
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
    },
)
CONFLICT_WORDS = phrases(
    "Paper",
    {
        "answers_for_the_other_side": "Not counted, because the complaint is on the other side",
        "answers_for_two_sides": "Answered for either side, with no mark on the body; both counted as one",
        "marks_on_the_other_side": "Marked on the other side as well, and not weighed here",
        "marks_and_answers_disagree": "The body map and the answers disagree",
        "answers_exclude_each_other": "Seldom both true; please check",
        "answers_pull_apart": "These point in opposite ways; check them, or more than one cause may be true",
        "pain_and_no_pain_at_one_place": "Marked both as painful and as free of pain; the pain counts",
    },
)


# Half a deciban moves the odds by an eighth: less is not worth a line.
LEAST_DECIBANS = 0.5


def closing_lines(versions: Versions) -> Iterator[str]:
    """Gives what every text ends with: what it is built from, what it is not, and what made it."""
    yield "Built from published studies of single findings and from judgement; not validated on patients."
    yield "This is not a diagnosis."
    yield f"hipmap {versions.program}, knowledge {versions.knowledge}, digest {versions.digest[:16]}"


def likelihood_words(likelihood: Likelihood, voice: Voice) -> str:
    """Gives the word with number and range; where no word is fair yet, the number is only a best estimate."""
    word, number = WORDS[likelihood.word], number_words(likelihood, voice)
    if likelihood.word == "cannot_say_yet" and voice == "clinician":
        return tr("{word}, best estimate {number}").format(word=word, number=number)
    return f"{word}, {number}"


def number_words(likelihood: Likelihood, voice: Voice) -> str:
    """Gives number and range: tenths for patients, steps of 5 % for clinicians."""
    p = likelihood.probability
    low = p if likelihood.low is None else likelihood.low
    high = p if likelihood.high is None else likelihood.high
    if voice == "patient":
        return _of_people(low, high)
    if likelihood.low is None:
        return percent_words(p)
    least, most = outer_steps(low, high)
    return tr("{number} (range {least}-{most} %)").format(number=percent_words(p), least=least, most=most)


def chance_words(probability: float, voice: Voice) -> str:
    """Gives a probability that has no range, in the voice."""
    return _of_people(probability, probability) if voice == "patient" else percent_words(probability)


def percent_words(probability: float) -> str:
    """Gives a probability to 5 %, and never a promise of 0 or 100."""
    step = nearest_step(probability)
    if step < STEP_PERCENT:
        return translate("Likelihood", "under 5 %")
    if step > 100 - STEP_PERCENT:
        return translate("Likelihood", "over 95 %")
    return translate("Likelihood", "about {number} %").format(number=step)


def tenths_words(low: float, high: float) -> str:
    """Gives a range in tenths, for patients."""
    least, most = nearest_tenths(low, high)
    if high < 0.1 or most == 0:
        return translate("Likelihood", "fewer than 1 in 10")
    if low > 0.9 or least == 10:
        return translate("Likelihood", "more than 9 in 10")
    if least == 0:
        return translate("Likelihood", "at most {most} in 10").format(most=most)
    if least == most:
        return translate("Likelihood", "about {most} in 10").format(most=most)
    return translate("Likelihood", "about {least} to {most} in 10").format(least=least, most=most)


def _of_people(low: float, high: float) -> str:
    return tr("{tenths} people with answers like these").format(tenths=tenths_words(low, high))


def side_words(side: str) -> str:
    """Gives right, left or in the middle."""
    return _SIDES[side]


_PLACE_REASONS = phrases("Paper", {
    "pain": "pain at {place}",
    "worst": "worst pain at {place}",
    "none": "no pain at {place}",
    "numb": "numb at {place}",
    "spread": "pain spreads to {place}",
})  # fmt: skip


def reason_words(reason: Reason, knowledge: Knowledge, voice: Voice) -> str:
    """Gives what a reason says: the finding with its answer, or the marked place."""
    kind, _, place = reason.finding.partition(":")
    if kind in ("mark", "numb") and place:
        frame = _PLACE_REASONS.get(str(reason.value)) or _PLACE_REASONS["pain"]
        return frame.format(place=sided_place(place, reason.side or "", knowledge, voice))
    finding = knowledge.finding_by_id.get(reason.finding)
    if finding is None:
        return _free_words(reason, knowledge, voice)
    answer = value_words(finding, reason.value, voice)
    if reason.other is not None and reason.side in ("right", "left"):
        answer = both_sides(answer, value_words(finding, reason.other, voice), reason.side)
    return with_answer(finding, answer, voice)


def sided_place(zone: str, side: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives a place as it stands in a sentence, with the person's own side: `right groin crease`."""
    label = in_sentence(said(knowledge.body.by_id[zone], voice))
    if side not in ("right", "left"):
        return label
    return tr("{side} {place}").format(side=side_words(side), place=label)


def both_sides(answer: str, other: str | None, side: str) -> str:
    """Gives an answer with its side, and that of the other side where there is one."""
    told = tr("{answer} ({side})").format(answer=answer, side=side_words(side))
    if other is None:
        return told
    there = side_words("left" if side == "right" else "right")
    return f"{told}, {tr('{answer} ({side})').format(answer=other, side=there)}"


def with_answer(finding: Finding, answer: str, voice: Voice) -> str:
    """Gives a finding with what was answered, or might be; a unit is said once."""
    label, _opens, unit = in_short(finding, voice).partition(" (")
    if not (answer[:1].isdigit() and unit.removesuffix(")") in unit_forms(finding, voice)):
        label = in_short(finding, voice)
        answer = without_unit_of(label, unit_forms(finding, voice), answer)
    if voice == "clinician":
        return f"{label}: {answer}"
    return f"{label} {answer}" if label == finding.patient else f"{label}: {in_sentence(answer)}"


def value_words(finding: Finding, value: str | float, voice: Voice) -> str:
    """Gives one answer in words, with its unit."""
    if value == UNKNOWN:
        return unknown_words(finding, voice)
    if isinstance(value, str) or finding.scale is None or finding.scale.unit.counts:
        options = (said(option, voice) for option in finding.options if option.id == value)
        return next(options, yes_or_no(str(value)))
    unit = finding.scale.unit
    forms = unit.patient if voice == "patient" else unit.clinician
    return f"{value:g} {form_for(value, forms, language().code)}"


def yes_or_no(value: str) -> str:
    """Gives yes and no in words, and a number as it is."""
    return {"yes": tr("yes"), "no": tr("no")}.get(value, value)


def unknown_words(finding: Finding, voice: Voice) -> str:
    """Gives the words for *don't know*: a test that nobody did was not done."""
    if finding.is_done:
        return tr("not done")
    return tr("don't know") if voice == "patient" else tr("not known")


def _free_words(reason: Reason, knowledge: Knowledge, voice: Voice) -> str:
    """The places left free that say most, parted by neither comma nor semicolon, which part other things."""
    places = " / ".join(map(in_sentence, place_names(reason.places, knowledge, voice)))
    if not places:
        return tr("the places that were left free on the body map")
    if reason.weight > 0:
        return tr("no pain marked where other causes hurt more often: {places}").format(places=places)
    return tr("no pain marked where this hurts more often: {places}").format(places=places)
