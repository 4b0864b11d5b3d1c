"""Remembers, while the window stands, which warnings were acted on, so that a new one is shown whole."""

from hipmap.model.assessment import Urgency
from hipmap.model.conditions import Tier

LOUD: tuple[Tier, ...] = ("emergency_now", "same_day")

Raised = frozenset[tuple[str, str]]
"""What raised the tier: the flag with each feature that holds, or that the likelihoods speak for it."""


class ActedWarning:
    """Folded is what was acted on, until the tier rises, falls to a calm one, or anything new is raised."""

    def __init__(self) -> None:
        self._tier: Tier | None = None
        self._acted: Raised = frozenset()

    @property
    def is_folded(self) -> bool:
        return self._tier is not None

    def act(self, urgency: Urgency) -> None:
        """Takes note that what stands now was acted on."""
        self._tier, self._acted = urgency.tier, _raised(urgency)

    def forget(self) -> None:
        """Shows whatever stands whole again."""
        self._tier, self._acted = None, frozenset()

    def see(self, urgency: Urgency) -> None:
        """Looks at what stands now; whatever is new opens the warning."""
        if self._tier is None:
            return
        now = _raised(urgency)
        if urgency.tier != self._tier or not now <= self._acted:
            self.forget()
        else:
            # What was taken back and comes again is new.
            self._acted = now


def _raised(urgency: Urgency) -> Raised:
    found: set[tuple[str, str]] = set()
    for rule in urgency.fired:
        if rule.tier == urgency.tier:
            found |= {(rule.flag, name) for name in rule.features or (rule.by,)}
    return frozenset(found)
