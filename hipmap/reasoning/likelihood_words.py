"""The five-step scale of likelihood, and when no word is fair yet."""

from hipmap.model.assessment import LikelihoodWord
from hipmap.model.shown_numbers import nearest_step, shown_width

# Upper ends of the steps; the cut-offs are a design choice, shown wherever a word is used.
_STEPS: tuple[tuple[float, LikelihoodWord], ...] = (
    (0.10, "very_unlikely"),
    (0.30, "unlikely"),
    (0.60, "possible"),
    (0.80, "likely"),
)


def is_possible(probability: float) -> bool:
    """Whether a probability as it is shown is called possible or more."""
    return word_of(probability, None, None, 0.0) not in ("very_unlikely", "unlikely")


def word_of(probability: float, low: float | None, high: float | None, widest: float) -> LikelihoodWord:
    """Gives the word of a probability as it is shown, in steps of 5 %, so that word and number agree.

    It is *cannot say yet* when the range as it is shown is wider than `widest`: a word that is for ranges of
    forty points must not stand beside one of forty-five.
    """
    if low is not None and high is not None and shown_width(low, high) > widest:
        return "cannot_say_yet"
    shown = nearest_step(probability) / 100
    return next((word for below, word in _STEPS if shown < below), "very_likely")
