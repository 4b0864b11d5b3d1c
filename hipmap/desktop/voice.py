"""Picks the wording of a thing of the knowledge in the voice that is heard."""

from typing import Protocol

from hipmap.model.voice import Voice


class BothVoices(Protocol):
    """Anything of the knowledge that is worded twice."""

    @property
    def patient(self) -> str: ...

    @property
    def clinician(self) -> str: ...


def said(thing: BothVoices, voice: Voice) -> str:
    """Gives the wording of a thing in the voice."""
    return thing.patient if voice == "patient" else thing.clinician
