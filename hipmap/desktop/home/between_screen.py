"""After the questions: what they are enough for, and the choice of what comes next."""

from PySide6.QtGui import QKeyEvent

from hipmap.desktop.home.answer_tiles import Answerable, AnswerTiles
from hipmap.desktop.home.ends import words_between
from hipmap.desktop.home.screen import Screen
from hipmap.model.knowledge import Knowledge
from hipmap.model.question_ends import End
from hipmap.model.voice import Voice


class BetweenScreen(Screen):
    """Says why the questions end here, and asks for the movements, for more questions or for the result."""

    def __init__(self, end: End, can_ask: bool, can_move: bool, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._end, self._can_move = end, can_move and end != "signs_open"
        words = words_between(end, voice)
        self.title.setText(words.title)
        self.note = self.add_words(words.note)
        if self._can_move:
            self.add_words(
                self.tr("A few movements at home can make the answer surer. They take some minutes."), "muted"
            )
        answers = []
        if end == "signs_open":
            answers.append(Answerable("safety", self.tr("Answer the safety questions"), self.tr("S")))
        if end == "answers_differ":
            answers.append(Answerable("review", self.tr("Look at my answers again"), self.tr("L")))
        if self._can_move:
            answers.append(Answerable("movements", self.tr("Try a few movements"), self.tr("M")))
        if can_ask and end != "signs_open":
            answers.append(Answerable("more", self.tr("Ask me more questions first"), self.tr("Q")))
        answers.append(Answerable("result", self.tr("Show my result now"), self.tr("R")))
        self.tiles = AnswerTiles(answers)
        self.tiles.chosen.connect(self.asked)
        self.box.addWidget(self.tiles)
        if len(answers) == 1:
            self.tiles.hide()  # there is nothing to choose: the button below says the same

    def spoken(self) -> str:
        return f"{self.title.text()} {self.note.text()}"

    def next_words(self) -> str:
        if self._end in ("signs_open", "answers_differ"):
            return ""  # what to do about them is for the person to choose
        return self.tr("To the movements") if self._can_move else self.tr("To my result")

    def press_key(self, event: QKeyEvent) -> bool:
        return self.tiles.press_key(event)
