"""Asks for the clinician's own view before the likelihoods are seen; a calm cover, and never over urgency."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label
from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.likelihood_words import brief
from hipmap.desktop.why.own_view_words import certainty_word
from hipmap.model.case import Certainty, OwnView
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

CERTAINTIES: tuple[Certainty, ...] = ("unsure", "fairly_sure", "sure")


class OwnViewPanel(Card):
    """Emits the view that is committed, or that the likelihoods are to be shown without one."""

    committed = Signal(object)
    shown_anyway = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._knowledge: Knowledge | None = None
        self._certainty: Certainty | None = None
        self._fill()

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._show_texts()

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._show_texts()

    def begin_anew(self) -> None:
        """Forgets what was picked for another case."""
        for field in (self.first, self.second):
            field.setCurrentIndex(0)
        self._certainty = None
        self._show_state()

    def picked(self) -> OwnView | None:
        """Gives the view as it stands in the fields; None until a first origin is picked."""
        first, second = self.first.currentData(), self.second.currentData()
        if not first:
            return None
        return OwnView(origin=first, second=second or None, certainty=self._certainty)

    # ---- parts

    def _fill(self) -> None:
        self.title = label("", "title", wrap=True)
        self.about = label("", "body", "muted", wrap=True)
        self._first_label = label("", "strong", wrap=True)
        self._second_label = label("", "strong", wrap=True)
        self._sure_label = label("", "strong", wrap=True)
        self.first, self.second = ChoiceField(), ChoiceField()
        for field in (self.first, self.second):
            field.setMinimumContentsLength(8)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.activated.connect(self._show_state)
        self.sure = ChoiceStrip(_sure_choices())
        self.sure.let_focus(Qt.FocusPolicy.StrongFocus)
        self.sure.chosen.connect(self._choose_certainty)
        self.commit = QPushButton()
        self.commit.setProperty("kind", "primary")
        self.commit.clicked.connect(self._commit)
        self.anyway = QPushButton()
        self.anyway.setProperty("kind", "link")
        self.anyway.clicked.connect(self.shown_anyway)
        for part in (
            self.title, self.about, self._first_label, self.first, self._second_label, self.second,
            self._sure_label, self.sure,
        ):  # fmt: skip
            self.box.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self.commit)
        line.addStretch(1)
        line.addWidget(self.anyway)
        self.box.addSpacing(Space.S)
        self.box.addLayout(line)

    def _show_texts(self) -> None:
        self.title.setText(self.tr("Your own view first"))
        self.about.setText(
            self.tr(
                "Say where you think the pain comes from. Then both views stand side by side. "
                "Your view is kept with the case."
            )
        )
        self._first_label.setText(self.tr("Most likely origin"))
        self._second_label.setText(self.tr("Second, if any"))
        self._sure_label.setText(self.tr("How sure are you?"))
        self.first.setAccessibleName(self._first_label.text())
        self.second.setAccessibleName(self._second_label.text())
        self.sure.show_texts(_sure_choices())
        self.commit.setText(self.tr("Commit and show"))
        self.anyway.setText(self.tr("Show without"))
        self._fill_fields()
        self._show_state()

    def _fill_fields(self) -> None:
        if self._knowledge is None:
            return
        for field, nothing in ((self.first, self.tr("Pick an origin")), (self.second, self.tr("None"))):
            before = field.currentData()
            field.clear()
            field.addItem(nothing, "")
            for origin in self._knowledge.origins:
                field.addItem(brief(origin_name(origin.id, self._knowledge, self._voice)), origin.id)
            field.setCurrentIndex(max(0, field.findData(before)))

    def _choose_certainty(self, chosen: str) -> None:
        picked = next(one for one in CERTAINTIES if one == chosen)
        self._certainty = None if picked == self._certainty else picked
        self._show_state()

    def _show_state(self) -> None:
        """The same origin cannot stand first and second."""
        if self.second.currentData() and self.second.currentData() == self.first.currentData():
            self.second.setCurrentIndex(0)
        self.sure.show_choice(self._certainty)
        self.commit.setEnabled(self.picked() is not None)

    def _commit(self) -> None:
        view = self.picked()
        if view is not None:
            self.committed.emit(view)


def _sure_choices() -> list[Choice]:
    return [Choice(one, certainty_word(one)) for one in CERTAINTIES]
