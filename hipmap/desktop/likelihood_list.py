"""Which origins and pairs the list of likelihoods shows, most likely first, by name and number."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.likelihood_row import Shown
from hipmap.desktop.likelihood_words import brief
from hipmap.model.assessment import Assessment
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.knowledge import Knowledge
from hipmap.model.outside_causes import outside_cause
from hipmap.model.voice import Voice, in_sentence, said
from hipmap.reasoning.likelihood_words import word_of

FEW = 5
PAIRS = 1
# A pair less probable than this is shown among all only.
LEAST_PAIR = 0.1


def origin_name(origin: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the name of an origin in the voice."""
    found = knowledge.origin_by_id.get(origin)
    if found is not None:
        return said(found, voice)
    return QCoreApplication.translate("Likelihood", "Something else, not covered here")


def all_origins(seen: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[Shown]:
    """Gives every origin; what is not covered names a cause outside where one is likely."""
    cause = outside_cause(seen.conditions, knowledge)
    for one in sorted(seen.origins, key=lambda o: -o.probability):
        name = origin_name(one.id, knowledge, voice)
        if one.id == NOT_COVERED and cause is not None:
            name = f"{name}: {in_sentence(said(cause, voice))}"
        yield Shown(one.id, name, one.word, one.probability, one.low, one.high)


def few_of(origins: list[Shown]) -> list[Shown]:
    """Gives the first ones; what is not covered is always among them."""
    first = origins[:FEW]
    if any(one.id == NOT_COVERED for one in first):
        return first
    return [*origins[: FEW - 1], *(one for one in origins if one.id == NOT_COVERED)]


def all_pairs(seen: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[Shown]:
    """Gives two origins at once, the likeliest first."""
    for pair in sorted(seen.combined, key=lambda c: -c.probability):
        first, second = (brief(origin_name(origin, knowledge, voice)) for origin in pair.origins)
        name = QCoreApplication.translate("Likelihood", "Both: {first} with {second}").format(
            first=in_sentence(first), second=in_sentence(second)
        )
        wording = word_of(pair.probability, None, None, 1.0)
        yield Shown("+".join(pair.origins), name, wording, pair.probability)


def few_pairs(pairs: Iterable[Shown]) -> list[Shown]:
    """Gives the pairs that are worth a line while not everything is shown."""
    return [pair for pair in list(pairs)[:PAIRS] if pair.probability >= LEAST_PAIR]
