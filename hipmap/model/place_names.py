"""Several zones by name, as people say them: both halves of a thigh are the thigh."""

from collections.abc import Sequence

from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said


def place_names(zones: Sequence[str], knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives the names of zones in their order; zones that together make a whole are named as the whole.

    A part is named *whole, part* in the body map; the whole is said where each of its parts is among the
    zones.
    """
    parts: dict[str, list[str]] = {}
    for zone in knowledge.body.zones:
        whole, comma, _ = said(zone, voice).rpartition(", ")
        if comma:
            parts.setdefault(whole, []).append(zone.id)
    wholes = {
        zone: whole
        for whole, own in parts.items()
        if len(own) > 1 and set(own) <= set(zones)
        for zone in own
    }  # fmt: skip
    names = (wholes.get(zone) or said(knowledge.body.by_id[zone], voice) for zone in zones)
    return list(dict.fromkeys(names))
