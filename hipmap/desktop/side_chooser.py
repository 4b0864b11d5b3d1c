"""Which side of a complaint on both sides is looked at: right, left, or both as one complaint."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.model.assessment import Assessment, ComplaintSide, SideAssessment
from hipmap.model.case import Case
from hipmap.model.voice import Voice
from hipmap.reasoning.sides import VIEWS, is_two_sided


class SideChooser(ChoiceStrip):
    """Hidden unless both sides are marked; the side that leads is looked at until a person says otherwise."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(_choices(voice), parent)
        self._picked: ComplaintSide | None = None
        self._sides: dict[ComplaintSide, SideAssessment] = {}
        self.setAccessibleName(QCoreApplication.translate("Sides", "Which side the likelihoods are about"))
        self.let_focus(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def begin_anew(self) -> None:
        """Looks at the leading side again, as another case begins."""
        self._picked = None
        self._sides = {}

    def pick(self, side: str) -> None:
        """Looks at a side from now on."""
        self._picked = next(one for one in VIEWS if one == side)

    def show_voice(self, voice: Voice) -> None:
        self.show_texts(_choices(voice))

    def seen(self, case: Case, assessment: Assessment) -> Assessment:
        """Gives the assessment as it stands on the side looked at, and shows which side that is.

        A quick assessment has no sides yet: until they come, the side looked at stays as it was.
        """
        shown = is_two_sided(case)
        if assessment.sides or not shown:
            self._sides = {one.side: one for one in assessment.sides}
        if not shown:
            self._picked = None
        self.setVisible(shown)
        self.show_choice(self._picked or assessment.side)
        side = self._sides.get(self._picked) if self._picked else None
        if side is None or side.side == assessment.side:
            return assessment
        new = {"origins": side.origins, "conditions": side.conditions, "combined": side.combined}
        return assessment.model_copy(update={**new, "enough": side.enough, "side": side.side})


def _choices(voice: Voice) -> list[Choice]:
    tr = QCoreApplication.translate
    both = tr("Sides", "As one complaint") if voice == "clinician" else tr("Sides", "Both as one")
    return [
        Choice("right", tr("Sides", "Right"), tr("Sides", "Look at the right side")),
        Choice("left", tr("Sides", "Left"), tr("Sides", "Look at the left side")),
        Choice("both", both, tr("Sides", "Look at both sides as one complaint")),
    ]
