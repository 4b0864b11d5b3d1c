"""The clinician's own view beside the result: what was thought, and where the two agree or differ."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.likelihood_words import brief, percent, tenths, word
from hipmap.desktop.why.told import Told
from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.case import Certainty, OwnView
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence


def certainty_word(certainty: Certainty) -> str:
    """Gives how sure a view is."""
    words = {
        "unsure": QCoreApplication.translate("OwnView", "Unsure"),
        "fairly_sure": QCoreApplication.translate("OwnView", "Fairly sure"),
        "sure": QCoreApplication.translate("OwnView", "Sure"),
    }
    return words[certainty]


def view_words(view: OwnView, knowledge: Knowledge, voice: Voice) -> str:
    """Gives a committed view in one sentence."""
    tr = QCoreApplication.translate
    name = in_sentence(brief(origin_name(view.origin, knowledge, voice)))
    text = tr("OwnView", "Your view: {origin}").format(origin=name)
    if view.second is not None:
        second = in_sentence(brief(origin_name(view.second, knowledge, voice)))
        text = tr("OwnView", "Your view: {origin}, then {second}").format(origin=name, second=second)
    if view.certainty is None:
        return text
    return tr("OwnView", "{view} ({certainty})").format(
        view=text, certainty=in_sentence(certainty_word(view.certainty))
    )


def agreement(view: OwnView, whole: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    """Says whether the two agree on the first origin, and what hipmap makes of the other."""
    tr = QCoreApplication.translate
    first = whole.origins[0]
    own = next(one for one in whole.origins if one.id == view.origin)
    names = {"own": _name(own, knowledge, voice), "first": _name(first, knowledge, voice)}
    if own.id == first.id:
        return tr("OwnView", "hipmap puts the same first: {own}, {likelihood}.").format(
            likelihood=_likelihood(own, voice), **names
        )
    if view.second == first.id:
        text = tr("OwnView", "hipmap puts your second first: {first}, {top}; {own}: {likelihood}.")
    else:
        text = tr("OwnView", "hipmap differs. It puts first: {first}, {top}; {own}: {likelihood}.")
    return text.format(top=_likelihood(first, voice), likelihood=_likelihood(own, voice), **names)


def compared(told: Told) -> str:
    """Gives the own view and the result one below the other; nothing where no view was committed."""
    view = told.case.own_view
    if view is None:
        return ""
    lines = (
        view_words(view, told.knowledge, told.voice),
        agreement(view, told.whole, told.knowledge, told.voice),
    )
    return "\n".join(lines)


def _name(one: Likelihood, knowledge: Knowledge, voice: Voice) -> str:
    return in_sentence(brief(origin_name(one.id, knowledge, voice)))


def _likelihood(one: Likelihood, voice: Voice) -> str:
    number = percent(one.probability) if voice == "clinician" else tenths(one.probability, one.probability)
    return QCoreApplication.translate("OwnView", "{word}, {number}").format(
        word=word(one.word), number=number
    )
