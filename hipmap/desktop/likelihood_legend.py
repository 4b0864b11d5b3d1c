"""What the words of the scale mean, in numbers, and how the bars are read."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.labels import label
from hipmap.desktop.likelihood_words import SCALE, word
from hipmap.model.voice import Voice


class LikelihoodLegend(QWidget):
    """A line for each of the five words, and one for what cannot be said yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.S, 0, Space.S, Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)

    def show_voice(self, voice: Voice) -> None:
        """Words the lines in the voice."""
        tr = QCoreApplication.translate
        clinical = voice == "clinician"
        empty(self._grid)
        for line, (word_id, percents, (least, most)) in enumerate(SCALE):
            tenths = tr("Likelihood", "{least} to {most} in 10").format(least=least, most=most)
            numbers = percents if clinical else tenths
            self._grid.addWidget(label(word(word_id), "caption"), line, 0)
            self._grid.addWidget(label(numbers, "caption", "muted"), line, 1)
        unsure = (
            tr("Likelihood", "the range is wider than 40 points")
            if clinical
            else tr("Likelihood", "your answers leave it open")
        )
        last = len(SCALE)
        self._grid.addWidget(label(word("cannot_say_yet"), "caption"), last, 0)
        self._grid.addWidget(label(unsure, "caption", "muted", wrap=True), last, 1)
        reading = (
            tr("Likelihood", "The mark is the best estimate; the band is where it lies in 9 of 10 cases.")
            if clinical
            else tr("Likelihood", "Dark people: surely meant. Half-dark people: perhaps meant.")
        )
        self._grid.addWidget(label(reading, "caption", "muted", wrap=True), last + 1, 0, 1, 2)
