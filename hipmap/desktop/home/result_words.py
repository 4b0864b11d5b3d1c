"""What the result says in words: its headline, its likelihoods and its reasons."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.likelihood_words import open_number, percent, percent_range, tenths, word
from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said

FOLDED_BELOW = 0.1
"""Less likely than this, an origin is folded away; *something else* never is."""


def headline_of(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the result as one sentence, no surer than the answers allow."""
    tr = QCoreApplication.translate
    first, why = assessment.origins[0], assessment.enough.why
    sentences = {
        "nothing_known": tr("HomeResult", "There is nothing to say yet."),
        "two_origins_close": tr("HomeResult", "More than one could be the cause."),
        "nothing_fits": tr("HomeResult", "Your answers do not fit well with anything that hipmap knows."),
        "outside_hip_and_back": tr(
            "HomeResult", "Your answers fit best with a cause outside the hip and the back."
        ),
        "answers_contradict": tr("HomeResult", "Two of your answers do not fit together."),
    }
    if why in sentences:
        return sentences[why]
    if not assessment.enough.enough:
        return tr("HomeResult", "We cannot say yet.")
    return _best(first, knowledge, voice)


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


def below_headline(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    """Gives what the headline leaves open: the first ones where more than one may be the cause."""
    tr = QCoreApplication.translate
    names = [said(knowledge.origin_by_id[one.id], voice) for one in assessment.origins[:2]]
    if assessment.enough.why == "two_origins_close" and len(names) > 1:
        return tr("HomeResult", "These two fit about equally well: {one}; {other}.").format(
            one=in_sentence(names[0]), other=in_sentence(names[1])
        )
    if assessment.enough.why == "range_too_wide":
        return tr("HomeResult", "So far this fits a little better than the rest: {one}.").format(
            one=in_sentence(names[0])
        )
    if assessment.enough.why == "no_origin_likely":
        return tr("HomeResult", "Nothing stands out clearly. That happens often, with doctors too.")
    return ""


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
