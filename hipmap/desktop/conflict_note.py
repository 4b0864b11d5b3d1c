"""A calm note above the likelihoods: what in the case does not fit together, with the way to each answer."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.case_view import CaseView
from hipmap.desktop.conflict_words import conflict_words
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.labels import label
from hipmap.model.assessment import Assessment, Conflict
from hipmap.model.case import Case
from hipmap.model.voice import Voice, said
from hipmap.reasoning.sides import is_two_sided

# What a quick assessment leaves aside for the moment: the sides follow, and nothing flickers.
_FOLLOWS = ("answers_for_the_other_side", "marks_on_the_other_side")


class ConflictNote(CaseView, QFrame):
    """Hidden while everything fits together. Emits the findings that are to be looked at again."""

    ask_findings = Signal(list)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._is_two_sided = False
        self._shown: object = None
        self.links: list[QPushButton] = []
        self.setProperty("kind", "message")
        self.setProperty("tone", "problem")
        self.words = label("", "caption", "on_amber_soft", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        box.setSpacing(0)
        box.addWidget(self.words)
        self._link_box = QVBoxLayout()
        self._link_box.setSpacing(0)
        box.addLayout(self._link_box)
        self.hide()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._is_two_sided = is_two_sided(case)
        super().show_case(case, assessment)

    def begin_anew(self) -> None:
        """Says nothing about another case until something is known of it."""
        self._shown = None
        self.words.setText("")
        self.hide()

    def _told(self, assessment: Assessment) -> Iterator[Conflict]:
        for one in assessment.conflicts:
            if not (self._is_two_sided and one.id in _FOLLOWS):
                yield one

    def _show(self) -> None:
        if self._seen is None or self._knowledge is None:
            return
        conflicts = tuple(self._told(self._seen))
        is_quick = bool(self._seen.origins) and self._seen.origins[0].low is None
        if is_quick and not conflicts:
            return  # whether answers exclude each other follows in a moment: till then nothing flickers
        texts = [conflict_words(one, self._knowledge, self._voice) for one in conflicts]
        self.setVisible(bool(texts))
        if (texts, self._voice) == self._shown:
            return  # the keyboard may stand on one of the links
        self._shown = (texts, self._voice)
        self.words.setText("\n\n".join(texts))
        self.setAccessibleName(self.words.text())
        self._show_links(conflicts)

    def _show_links(self, conflicts: tuple[Conflict, ...]) -> None:
        """One way to all the answers concerned of each conflict; marks are on the map, in sight."""
        empty(self._link_box)
        self.links = []
        knowledge = self._knowledge
        if knowledge is None:
            return
        for one in conflicts:
            findings = [name for name in one.findings if name in knowledge.finding_by_id]
            if not findings:
                continue
            link = QPushButton(self.tr("Go to these answers"))
            names = "; ".join(said(knowledge.finding_by_id[name], self._voice) for name in findings)
            link.setAccessibleName(self.tr("Go to these answers: {names}").format(names=names))
            link.setProperty("kind", "link")
            link.setProperty("flush", "true")
            link.clicked.connect(lambda _checked=False, asked=findings: self.ask_findings.emit(asked))
            self._link_box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.links.append(link)
