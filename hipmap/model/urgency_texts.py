"""What to do and whom to call: a safety net for every tier, and emergency numbers by country."""

from hipmap.model.basis import Basis
from hipmap.model.conditions import Tier
from hipmap.model.frozen import Frozen
from hipmap.model.voice import Voice, said


class SafetyNet(Frozen):
    """What to watch for and what to do then, for one tier.

    `{emergency}` in a text stands for the way to call help in the country that was set.
    """

    tier: Tier
    patient: str
    clinician: str
    basis: Basis
    sources: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()


class EmergencyNumber(Frozen):
    """How help is called in one country (ISO 3166, two letters); `advice` is a line for urgent advice."""

    country: str
    name: str
    ambulance: str
    advice: str | None = None
    advice_name: str | None = None
    source: str


CALL_PLACE = "{emergency}"


def safety_net_text(net: SafetyNet, voice: Voice, call: str) -> str:
    """Gives the text of a tier with the way to call help in its place; `call` is a whole sentence."""
    return said(net, voice).replace(CALL_PLACE, call)
