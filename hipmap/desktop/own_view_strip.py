"""The committed view beside the result: what was thought, where the two differ, and what separates them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.link_button import link_button
from hipmap.desktop.why.own_view_words import agreement, view_words
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class OwnViewStrip(Card):
    """Hidden unless a view was committed."""

    compare_asked = Signal(str, str)  # hipmap's origin and the clinician's
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: tuple[str, str] = ("", "")
        self.box.setContentsMargins(Space.M, Space.S, Space.M, Space.XS)
        self.box.setSpacing(Space.HAIR)
        self.view = label("", "strong", wrap=True)
        self.agreement = label("", "body", wrap=True)
        self.compare = link_button(lambda: self.compare_asked.emit(*self._pair))
        self.back = link_button(self.taken_back)
        for link in (self.compare, self.back):
            link.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        line.addWidget(self.compare)
        line.addWidget(self.back)
        line.addStretch(1)
        self.box.addWidget(self.view)
        self.box.addWidget(self.agreement)
        self.box.addLayout(line)
        self.hide()

    def show_case(self, case: Case, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> None:
        """Shows the view beside the result on the leading side."""
        view = case.own_view
        self.setVisible(view is not None)
        if view is None or not assessment.origins:
            return
        first = assessment.origins[0].id
        other = view.second if view.origin == first else view.origin
        self._pair = (first, other or assessment.origins[1].id)
        self.view.setText(view_words(view, knowledge, voice))
        self.agreement.setText(agreement(view, assessment, knowledge, voice))
        self.compare.setText(self.tr("What separates the two"))
        self.compare.setVisible(other is not None)
        self.back.setText(self.tr("Take back"))
        self.back.setAccessibleName(self.tr("Take your own view back"))
