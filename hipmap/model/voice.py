"""The two voices in which everything can be said, and the wording of a thing in one of them."""

from typing import Literal, Protocol

Voice = Literal["patient", "clinician"]


class BothVoices(Protocol):
    """Anything of the knowledge that is worded twice."""

    @property
    def patient(self) -> str: ...

    @property
    def clinician(self) -> str: ...


class AskedAtLength(BothVoices, Protocol):
    """What a patient is asked in a whole sentence, and can also be told in a few words."""

    @property
    def patient_short(self) -> str | None: ...


def said(thing: BothVoices, voice: Voice) -> str:
    """Gives the wording of a thing in the voice."""
    return thing.patient if voice == "patient" else thing.clinician


def in_short(thing: AskedAtLength, voice: Voice) -> str:
    """Gives what stands before an answer, in a list of answers or reasons: no question, no instruction."""
    if voice == "patient" and thing.patient_short is not None:
        return thing.patient_short
    return said(thing, voice)


def in_sentence(label: str) -> str:
    """Gives a label as it stands inside a sentence: `SI joint` keeps its capitals, `A nerve` does not."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label
