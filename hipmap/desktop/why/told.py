"""What an explanation is about, and the page that shows one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


@dataclass(frozen=True)
class Told:
    """A case with its assessment, as the side looked at has it, and the origin that is explained."""

    case: Case
    seen: Assessment
    whole: Assessment
    knowledge: Knowledge
    voice: Voice
    origin: str

    @property
    def on_leading_side(self) -> bool:
        """Whether the side looked at is the one that explanations are worked out for."""
        return self.seen.side == self.whole.side

    @property
    def likelihood(self) -> Likelihood:
        """The origin as the explanations have it: on the leading side."""
        return next(one for one in self.whole.origins if one.id == self.origin)

    def is_like(self, other: "Told | None") -> bool:
        """Whether nothing that an explanation is made from differs."""
        return other is not None and (self.case, self.origin, self.voice, self.on_leading_side) == (
            other.case, other.origin, other.voice, other.on_leading_side
        )  # fmt: skip


class WhyPage(QWidget):
    """A page that is filled only while it is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.told: Told | None = None
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(Space.S)

    def tell(self, told: Told) -> None:
        """Explains, unless it stands here already."""
        if told.is_like(self.told):
            return
        self.told = told
        self.explain(told)

    def keyboard(self) -> Sequence[QWidget]:
        """Gives what the keyboard reaches here, in the order in which it is read."""
        return ()

    def forget(self) -> None:
        """Forgets what a person picked here, as another case begins."""
        self.told = None

    def explain(self, told: Told) -> None:
        """Works the explanation out and shows it."""
        raise NotImplementedError
