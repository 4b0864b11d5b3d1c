"""How much a reason weighs, in words, and what its weight rests on."""

from collections.abc import Sequence

from hipmap.model.assessment import Reason
from hipmap.model.shown_numbers import reason_size
from hipmap.model.spoken import phrases
from hipmap.model.voice import Voice

_SIZES = phrases("Paper", {"small": "small", "medium": "medium", "large": "large"})


def size_words(decibans: float) -> str:
    """Gives the size of a reason."""
    return _SIZES[reason_size(decibans)]


def weight_words(reason: Reason, voice: Voice) -> str:
    """Gives the size of a reason; for clinicians with decibans, kind and sources too."""
    if voice == "patient":
        return f"{size_words(reason.weight)}{', local' if reason.kind == 'local' else ''}"
    basis = basis_words(reason.kind, reason.sources)
    return f"{size_words(reason.weight)}, {reason.weight:+.1f} dB, {basis}"


def basis_words(kind: str, sources: Sequence[str]) -> str:
    """Gives the provenance of a figure with its sources; a judgement was not read in any."""
    named = ", ".join(sources)
    if kind == "judged":
        return f"judgement, with {named} in mind" if named else "judgement"
    return f"{kind}: {named}" if named else kind
