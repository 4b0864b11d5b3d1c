"""The outcome scores of a patient: one drawing for each scale, and all values, the latest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.labels import label
from hipmap.desktop.languages import number_in_words
from hipmap.desktop.look import look
from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.remove_dialog import RemoveDialog
from hipmap.desktop.records.score_dialog import ScoreDialog
from hipmap.desktop.records.score_trend import ScoreTrend
from hipmap.desktop.records.score_words import measure_name, range_words, score_line
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.model.outcome_scales import OutcomeScale
from hipmap.model.records import OutcomeScore
from hipmap.storage.records.scores import remove_score

LEAST = 280
"""So much of the scores is always seen; the rest scrolls."""


class ScoresPart(QWidget):
    """The questionnaires are read when somebody first looks here."""

    changed = Signal()

    def __init__(self, keeper: RecordsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._patient = ""
        self._scores: tuple[OutcomeScore, ...] = ()
        self._drawn: object = None
        self.trends: list[ScoreTrend] = []
        self.add = QPushButton(self.tr("Add a score…"))
        self.none = label(self.tr("There are no scores yet."), "body", "muted", wrap=True)
        self._drawings = QVBoxLayout()
        self._drawings.setSpacing(Space.M)
        self.every = label(self.tr("All scores"), "title")
        self.scores = TwoLineList(self.tr("All scores"))
        self.remove = QPushButton(self.tr("Remove…"))
        self._place()
        self.add.clicked.connect(self._ask_new)
        self.remove.clicked.connect(self._ask_remove)
        self.scores.itemSelectionChanged.connect(self._allow)

    def show_scores(self, patient: str, scores: Sequence[OutcomeScore]) -> None:
        self._patient, self._scores = patient, tuple(scores)
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        self._draw()
        super().showEvent(event)

    # ---- parts

    def _place(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setMinimumHeight(look().px(LEAST))
        scroller.setWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroller)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, Space.S, 0)
        box.setSpacing(Space.M)
        first, last = QHBoxLayout(), QHBoxLayout()
        for line, button in ((first, self.add), (last, self.remove)):
            button.setAutoDefault(False)
            line.addWidget(button)
            line.addStretch(1)
        box.addLayout(first)
        box.addWidget(self.none)
        box.addLayout(self._drawings)
        box.addWidget(self.every)
        box.addWidget(self.scores, 1)
        box.addLayout(last)
        box.addStretch(0)

    def _draw(self) -> None:
        now = (self._patient, self._scores)
        if now == self._drawn:
            return
        self._drawn = now
        scales, voice = self._keeper.scales(), self._keeper.preferences.voice
        empty(self._drawings)
        self.trends = []
        for measure, scores in _by_measure(self._scores).items():
            scale = next((one for one in scales if one.id == measure), None)
            self._drawings.addWidget(self._trend(measure_name(measure, scales, voice), scores, scale))
        rows = [(score_line(one, scales, voice), day_words(one.day), one) for one in reversed(self._scores)]
        self.scores.show_rows(rows)
        self.none.setVisible(not rows)
        for part in (self.every, self.scores, self.remove):
            part.setVisible(bool(rows))
        self._allow()

    def _trend(self, name: str, scores: Sequence[OutcomeScore], scale: OutcomeScale | None) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.HAIR)
        box.addWidget(label(name, "strong", wrap=True))
        if scale is not None:
            box.addWidget(label(self._about(scale, scores), "caption", "muted", wrap=True))
        trend = ScoreTrend(scores, scale, name)
        self.trends.append(trend)
        box.addWidget(trend)
        return holder

    def _about(self, scale: OutcomeScale, scores: Sequence[OutcomeScore]) -> str:
        """Gives the range, and from which change on people feel it, where there are two scores to compare."""
        parts = [range_words(scale)]
        if len(scores) > 1 and not scale.measure.rates_change:
            words = self.tr("a change of {number} or more is usually felt")
            parts.append(words.format(number=number_in_words(scale.measure.change_that_matters)))
        return " · ".join(parts)

    def _allow(self) -> None:
        writes = self._keeper.is_open and self._keeper.vault.read_only is None
        self.add.setEnabled(writes)
        self.remove.setEnabled(writes and len(self.scores.chosen()) == 1)

    def _ask_new(self) -> None:
        last = self._scores[-1].measure if self._scores else ""
        dialog = ScoreDialog(self._keeper, self._patient, last, self)
        dialog.added.connect(self.changed)
        dialog.open()

    def _ask_remove(self) -> None:
        chosen = [one for one in self.scores.chosen() if isinstance(one, OutcomeScore)]
        if len(chosen) != 1:
            return
        score = chosen[0]
        line = score_line(score, self._keeper.scales(), self._keeper.preferences.voice)
        words = (self.tr("Remove this score?"), f"{line} · {day_words(score.day)}")
        dialog = RemoveDialog(self._keeper, words, lambda vault: remove_score(vault, score.uid), self)
        dialog.removed.connect(self.changed)
        dialog.open()


def _by_measure(scores: Sequence[OutcomeScore]) -> dict[str, list[OutcomeScore]]:
    found: dict[str, list[OutcomeScore]] = {}
    for one in scores:
        found.setdefault(one.measure, []).append(one)
    return found
