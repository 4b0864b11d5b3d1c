"""What the result says in words: its headline, its likelihoods and its reasons."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.likelihood_words import open_number, percent, percent_range, tenths, word
from hipmap.model.assessment import Assessment, Likelihood, SideAssessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said
from hipmap.reasoning.sides import is_two_sided

FOLDED_BELOW = 0.1
"""Less likely than this, an origin is folded away; *something else* never is."""


Weighed = Assessment | SideAssessment
"""What has likelihoods: the whole, or one side of a complaint on both sides."""


def sided_headline(case: Case, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the headline, and where both sides are marked the side that it is about."""
    tr = QCoreApplication.translate
    sentence = headline_of(assessment, knowledge, voice)
    frames = {
        "right": tr("HomeResult", "Right: {sentence}"),
        "left": tr("HomeResult", "Left: {sentence}"),
        "both": tr("HomeResult", "Both sides as one: {sentence}"),
    }
    if assessment.side is None or not is_two_sided(case) or assessment.enough.why == "nothing_known":
        return sentence
    return frames[assessment.side].format(sentence=in_sentence(sentence))


def headline_of(weighed: Weighed, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the result as one sentence, no surer than the answers allow."""
    sentences = _clinician_unsettled() if voice == "clinician" else _patient_unsettled()
    if weighed.enough.why in sentences:
        return sentences[weighed.enough.why]
    if not weighed.enough.enough:
        return sentences["not_enough"]
    if voice == "clinician":
        name = in_sentence(said(knowledge.origin_by_id[weighed.origins[0].id], voice))
        return QCoreApplication.translate("HomeResult", "Best fit: {name}.").format(name=name)
    return _best(weighed.origins[0], knowledge, voice)


def _patient_unsettled() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "nothing_known": tr("HomeResult", "There is nothing to say yet."),
        "two_origins_close": tr("HomeResult", "More than one could be the cause."),
        "nothing_fits": tr("HomeResult", "Your answers do not fit well with anything that hipmap knows."),
        "outside_hip_and_back": tr(
            "HomeResult", "Your answers fit best with a cause outside the hip and the back."
        ),
        "answers_contradict": tr("HomeResult", "Two of your answers do not fit together."),
        "not_enough": tr("HomeResult", "We cannot say yet."),
    }


def _clinician_unsettled() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "nothing_known": tr("HomeResult", "Nothing to weigh yet."),
        "two_origins_close": tr("HomeResult", "Two origins fit about equally well."),
        "nothing_fits": tr("HomeResult", "The answers fit no known origin well."),
        "outside_hip_and_back": tr("HomeResult", "Best fit: a cause outside the hip and the back."),
        "answers_contradict": tr("HomeResult", "Two answers contradict each other."),
        "not_enough": tr("HomeResult", "The answers do not settle the origin yet."),
    }


def _best(first: Likelihood, knowledge: Knowledge, voice: Voice) -> str:
    tr = QCoreApplication.translate
    sentences = {
        "hip_joint": tr("HomeResult", "Your pain fits best with the hip joint."),
        "lateral_hip": tr("HomeResult", "Your pain fits best with the side of the hip."),
        "groin_soft_tissue": tr("HomeResult", "Your pain fits best with the muscles of the groin."),
        "sacroiliac": tr("HomeResult", "Your pain fits best with the joint between spine and pelvis."),
        "lumbar_radicular": tr("HomeResult", "Your pain fits best with a nerve from the lower back."),
        "lumbar_stenosis": tr("HomeResult", "Your pain fits best with a narrow nerve channel in the back."),
        "lumbar_axial": tr("HomeResult", "Your pain fits best with the lower back."),
        "deep_gluteal": tr("HomeResult", "Your pain fits best with something deep in the buttock."),
        "peripheral_nerve": tr("HomeResult", "Your pain fits best with a nerve of the skin."),
        "serious_or_nonmsk": tr("HomeResult", "Your pain should be looked at by a doctor."),
    }
    named = tr("HomeResult", "Your pain fits best with this: {name}.").format(
        name=in_sentence(said(knowledge.origin_by_id[first.id], voice))
    )
    return sentences.get(first.id, named)


def below_headline(weighed: Weighed, knowledge: Knowledge, voice: Voice) -> str:
    """Gives what the headline leaves open: the first ones where more than one may be the cause."""
    tr = QCoreApplication.translate
    names = [in_sentence(said(knowledge.origin_by_id[one.id], voice)) for one in weighed.origins[:2]]
    clinical, why = voice == "clinician", weighed.enough.why
    if why == "two_origins_close" and len(names) > 1:
        pair = (
            tr("HomeResult", "First two: {one}; {other}.")
            if clinical
            else tr("HomeResult", "These two fit about equally well: {one}; {other}.")
        )
        return pair.format(one=names[0], other=names[1])
    if why == "second_possible_too":
        beside = (
            tr("HomeResult", "May be true as well: {other}.")
            if clinical
            else tr("HomeResult", "This may be part of it too: {other}.")
        )
        return beside.format(other=names[1])
    if why == "range_too_wide":
        ahead = (
            tr("HomeResult", "Slightly ahead so far, with a wide range: {one}.")
            if clinical
            else tr("HomeResult", "So far this fits a little better than the rest: {one}.")
        )
        return ahead.format(one=names[0])
    if why == "no_origin_likely":
        return (
            tr("HomeResult", "No origin stands out clearly.")
            if clinical
            else tr("HomeResult", "Nothing stands out clearly. That happens often, with doctors too.")
        )
    return ""


def not_a_diagnosis(voice: Voice) -> str:
    """Gives what the result is for, and that it decides nothing."""
    tr = QCoreApplication.translate
    if voice == "clinician":
        return tr(
            "HomeResult",
            "Not a diagnosis. These are likelihoods from the person’s own answers, to be weighed with your"
            " examination and judgement.",
        )
    return tr(
        "HomeResult",
        "This is not a diagnosis. It shows what your answers point to, so that you can talk about it"
        " with a clinician.",
    )


def ends_of(one: Likelihood) -> tuple[float, float]:
    """Gives the range, or the number itself before the range is worked out."""
    low = one.probability if one.low is None else one.low
    high = one.probability if one.high is None else one.high
    return low, high


def number_of(one: Likelihood, voice: Voice) -> str:
    """Gives the number in the voice; for patients in tenths."""
    low, high = ends_of(one)
    if voice == "clinician":
        if one.low is None:
            return percent(one.probability)
        return f"{percent(one.probability)} ({percent_range(low, high)})"
    if one.word == "cannot_say_yet":
        return open_number(one.probability, low, high)
    return tenths(low, high)


def number_words(one: Likelihood, voice: Voice) -> str:
    """Gives the number as a line of its own."""
    shown = number_of(one, voice)
    if voice == "clinician":
        return shown
    people = QCoreApplication.translate("HomeResult", "{number} people with answers like yours")
    whole = shown if one.word == "cannot_say_yet" else people.format(number=shown)
    return whole[:1].upper() + whole[1:]


def word_of_row(one: Likelihood) -> str:
    return word(one.word)


def read_out(one: Likelihood, name: str, voice: Voice, with_numbers: bool) -> str:
    """Gives a row as it is read out."""
    tr = QCoreApplication.translate
    if not with_numbers:
        return tr("HomeResult", "{name}: {word}").format(name=name, word=word(one.word))
    return tr("HomeResult", "{name}: {word}. {number}").format(
        name=name, word=word(one.word), number=number_words(one, voice)
    )


def is_folded(one: Likelihood, position: int) -> bool:
    """Whether an origin is folded away: very unlikely, and the range does not reach far either."""
    low, high = ends_of(one)
    return position > 0 and one.id != "not_covered" and high < 2 * FOLDED_BELOW and low < FOLDED_BELOW
