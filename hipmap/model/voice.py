"""The two voices in which everything can be said, and the wording of a thing in one of them."""

from typing import Literal, Protocol

Voice = Literal["patient", "clinician"]


class BothVoices(Protocol):
    """Anything of the knowledge that is worded twice."""

    @property
    def patient(self) -> str: ...

    @property
    def clinician(self) -> str: ...


def said(thing: BothVoices, voice: Voice) -> str:
    """Gives the wording of a thing in the voice."""
    return thing.patient if voice == "patient" else thing.clinician


def in_sentence(label: str) -> str:
    """Gives a label as it stands inside a sentence: `SI joint` keeps its capitals, `A nerve` does not."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label
