"""What the person calls the place: everyday words beside the marks, since one alone is easily misread."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.own_words_question import OwnWords
from hipmap.desktop.home.screen import Screen
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class WordsScreen(Screen):
    """Nothing need be chosen."""

    def __init__(self, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self.words = OwnWords(knowledge.body, voice, large=True)
        self.words.words_chosen.connect(self._put)
        self.title.setText(self.words.question.text())
        self.words.question.hide()
        self.box.addWidget(self.words)
        self._some = False

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._some = bool(case.own_words)
        self.words.show_words(case.own_words)

    def next_words(self) -> str:
        return self.tr("Next") if self._some else self.tr("Skip")

    def _put(self, words: tuple[str, ...]) -> None:
        text = QCoreApplication.translate("Edits", "Own words")
        self.edited.emit(text, lambda case: edits.put_own_words(case, words), "")
