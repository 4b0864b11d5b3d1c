"""What a clinician did with the view of a case, kept in memory while the views themselves are made anew."""

from dataclasses import dataclass, field

from hipmap.desktop.acted_warning import ActedWarning


@dataclass
class SeenOfCase:
    """Which warning was acted on, and whether the likelihoods were shown without an own view."""

    warning: ActedWarning = field(default_factory=ActedWarning)
    shown_anyway: bool = False

    def forget(self) -> None:
        """Begins with another case."""
        self.warning.forget()
        self.shown_anyway = False
