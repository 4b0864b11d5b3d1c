"""A calm note above the likelihoods: what in the case does not fit together."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hipmap.desktop.case_view import CaseView
from hipmap.desktop.conflict_words import conflict_words
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.model.assessment import Assessment, Conflict
from hipmap.model.case import Case
from hipmap.model.voice import Voice
from hipmap.reasoning.sides import is_two_sided

# What a quick assessment leaves aside for the moment: the sides follow, and nothing flickers.
_FOLLOWS = ("answers_for_the_other_side", "marks_on_the_other_side")


class ConflictNote(CaseView, QFrame):
    """Hidden while everything fits together."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._is_two_sided = False
        self.setProperty("kind", "message")
        self.setProperty("tone", "problem")
        self.words = label("", "caption", "on_amber_soft", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        box.addWidget(self.words)
        self.hide()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._is_two_sided = is_two_sided(case)
        super().show_case(case, assessment)

    def _told(self, assessment: Assessment) -> Iterator[Conflict]:
        for one in assessment.conflicts:
            if not (self._is_two_sided and one.id in _FOLLOWS):
                yield one

    def _show(self) -> None:
        if self._seen is None or self._knowledge is None:
            return
        texts = [conflict_words(one, self._knowledge, self._voice) for one in self._told(self._seen)]
        self.words.setText("\n\n".join(texts))
        self.setAccessibleName(self.words.text())
        self.setVisible(bool(texts))
