"""An answer as it stands inside a sentence: yes or no, an option, or a band of numbers with its unit."""

from hipmap.desktop.wording import answer_word
from hipmap.model.case import NO, UNKNOWN, YES
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice, in_sentence, said


def outcome_words(finding: Finding, outcome: str, voice: Voice) -> str:
    """Gives the words of an answer or of the band that a number lies in."""
    if outcome in (YES, NO, UNKNOWN):
        return in_sentence(answer_word(outcome))
    if finding.scale is None:
        option = next((one for one in finding.options if one.id == outcome), None)
        return in_sentence(said(option, voice)) if option is not None else outcome
    band = next((one for one in finding.scale.bands if one.id == outcome), None)
    return band.label if band is not None else outcome
