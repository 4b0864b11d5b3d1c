"""What a clinician did with the view of a case, kept in memory while the views themselves are made anew."""

from dataclasses import dataclass, field

from hipmap.desktop.acted_warning import ActedWarning
from hipmap.desktop.columns import Pane
from hipmap.desktop.sheet_place import SheetPlace


@dataclass(frozen=True)
class DeskPlace:
    """Where somebody was in the consultation."""

    pane: Pane
    sheet: SheetPlace


@dataclass
class SeenOfCase:
    """The warning that was acted on, whether likelihoods came before an own view, and where one was."""

    warning: ActedWarning = field(default_factory=ActedWarning)
    shown_anyway: bool = False
    place: DeskPlace | None = None

    def forget(self) -> None:
        """Begins with another case."""
        self.warning.forget()
        self.shown_anyway = False
        self.place = None
