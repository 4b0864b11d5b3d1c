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
