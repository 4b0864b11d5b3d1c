"""A calm note above the likelihoods: what in the case does not fit together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hipmap.desktop.case_view import CaseView
from hipmap.desktop.conflict_words import conflict_words
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.model.voice import Voice


class ConflictNote(CaseView, QFrame):
    """Hidden while everything fits together."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.setProperty("kind", "message")
        self.setProperty("tone", "problem")
        self.words = label("", "caption", "on_amber_soft", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        box.addWidget(self.words)
        self.hide()

    def _show(self) -> None:
        if self._seen is None or self._knowledge is None:
            return
        texts = [conflict_words(one, self._knowledge, self._voice) for one in self._seen.conflicts]
        self.words.setText("\n\n".join(texts))
        self.setAccessibleName(self.words.text())
        self.setVisible(bool(texts))
