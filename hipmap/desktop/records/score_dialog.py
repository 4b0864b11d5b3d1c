"""Asks for a score: of which questionnaire, the number, and the day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.labels import label
from hipmap.desktop.languages import number_in_words
from hipmap.desktop.records.day_words import today
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.score_words import range_words, scale_name
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.records.written_days import read_day
from hipmap.model.outcome_scales import OutcomeScale
from hipmap.model.records import OutcomeScore
from hipmap.storage.records.scores import add_score


class ScoreDialog(SheetDialog):
    """Only the number is kept; the questions are asked with the published form."""

    added = Signal(object)  # OutcomeScore

    def __init__(self, keeper: RecordsKeeper, patient: str, last: str, parent: QWidget) -> None:
        """`last` is the scale that was written down last for this patient."""
        super().__init__(
            parent,
            self.tr("A score"),
            self.tr("Ask with the published form. Only its result is kept here."),
            self.tr("Save"),
        )
        self._keeper, self._patient = keeper, patient
        self.scale = ChoiceField()
        voice = keeper.preferences.voice
        for one in keeper.scales():
            self.scale.addItem(scale_name(one, voice), one)
        ids = [one.id for one in keeper.scales()]
        self.scale.setCurrentIndex(ids.index(last) if last in ids else 0)
        self.inner.addLayout(field_below(self.scale, self.tr("Questionnaire")))
        self.value = self.add_line(self.tr("Score"))
        self.ends = label("", "caption", "muted", wrap=True)
        self.inner.addWidget(self.ends)
        self.day = self.add_line(
            self.tr("Day"), today(), self.tr("Year-month-day, as 2026-04-30, or 30.4.2026.")
        )
        self.scale.currentIndexChanged.connect(self._show_ends)
        self.do.clicked.connect(self._save)
        self._show_ends()
        self.value.setFocus()

    def _chosen(self) -> OutcomeScale:
        found = self.scale.currentData()
        assert isinstance(found, OutcomeScale)
        return found

    def _show_ends(self) -> None:
        self.ends.setText(range_words(self._chosen()))
        self.value.setAccessibleDescription(self.ends.text())

    def _save(self) -> None:
        scale, value, day = self._chosen(), _number(self.value.text()), read_day(self.day.text())
        if value is None or not scale.takes(value):
            self.tell(self._wrong_number(scale))
            self.value.setFocus()
        elif day is None or day > today():
            self.tell(self.tr("Write a day that has been, as year-month-day: 2026-04-30."))
            self.day.setFocus()
        else:
            self.tell("")
            self.do.setEnabled(False)
            patient = self._patient
            self._keeper.ask(
                self, lambda vault: add_score(vault, patient, scale.id, value, day), self._done, self.tell
            )

    def _wrong_number(self, scale: OutcomeScale) -> str:
        if scale.is_whole:
            words = self.tr("Give a whole number from {least} to {most}.")
        else:
            words = self.tr("Give a number from {least} to {most}.")
        return words.format(least=number_in_words(scale.least), most=number_in_words(scale.most))

    def _done(self, score: OutcomeScore) -> None:
        self.added.emit(score)
        self.accept()


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return int(value) if value.is_integer() else value
