"""After the questions: what they are enough for, and the choice of what comes next."""

from PySide6.QtGui import QKeyEvent

from hipmap.desktop.home.answer_tiles import Answerable, AnswerTiles
from hipmap.desktop.home.screen import Screen
from hipmap.model.assessment import Assessment
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class BetweenScreen(Screen):
    """Asks for the movements, for more questions or for the result."""

    def __init__(
        self, assessment: Assessment, can_ask: bool, can_move: bool, knowledge: Knowledge, voice: Voice
    ) -> None:
        super().__init__(knowledge, voice)
        self._can_move = can_move
        enough = assessment.enough.enough
        self.title.setText(
            self.tr("Thank you. That is enough for a first answer.")
            if enough
            else self.tr("Thank you. These were the questions that tell most.")
        )
        if can_move:
            self.add_words(
                self.tr("A few movements at home can make the answer surer. They take some minutes."), "muted"
            )
        answers = []
        if can_move:
            answers.append(Answerable("movements", self.tr("Try a few movements"), self.tr("M")))
        if can_ask:
            answers.append(Answerable("more", self.tr("Ask me more questions first"), self.tr("Q")))
        answers.append(Answerable("result", self.tr("Show my result now"), self.tr("R")))
        self.tiles = AnswerTiles(answers)
        self.tiles.chosen.connect(self.asked)
        self.box.addWidget(self.tiles)

    def next_words(self) -> str:
        return self.tr("To the movements") if self._can_move else self.tr("To my result")

    def press_key(self, event: QKeyEvent) -> bool:
        return self.tiles.press_key(event)
