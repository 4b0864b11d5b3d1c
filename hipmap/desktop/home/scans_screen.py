"""What scans have shown, hip and back on one screen, for those who had any."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from hipmap.desktop.home.answer_tiles import Answerable, AnswerTiles
from hipmap.desktop.home.safety_lists import scan_questions
from hipmap.desktop.home.screen import Folded, Screen
from hipmap.desktop.labels import label
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import UNKNOWN, Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said


class ScansScreen(Screen):
    """Most people had none: the first answer says so, and the rest appears only for those who had one."""

    def __init__(self, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._seen: tuple[Case, Assessment] | None = None
        self._opened = False
        self.title.setText(self.tr("Was your hip or lower back ever scanned or X-rayed?"))
        answers = [
            Answerable("none", self.tr("No, or I don’t know what it showed"), self.tr("N")),
            Answerable("had", self.tr("Yes, and I know what it showed"), self.tr("Y")),
        ]
        self.had = AnswerTiles(answers)
        self.had.chosen.connect(self._choose_had)
        self.box.addWidget(self.had)
        self.results: dict[str, AnswerTiles] = {}
        self._headings: list[QLabel] = []
        for finding in scan_questions(knowledge):
            heading = label(said(finding, voice), "large_strong", wrap=True)
            words = [Answerable(one.id, said(one, voice)) for one in finding.options]
            tiles = AnswerTiles([*words, Answerable(UNKNOWN, self.tr("Had none, or don’t know"))])
            tiles.chosen.connect(lambda value, name=finding.id: self._put(name, value))
            self._headings.append(heading)
            self.results[finding.id] = tiles
            self.box.addWidget(heading)
            self.box.addWidget(tiles)
        folds = Folded()
        why = self.tr(
            "A scan helps only together with your story: many people without pain have changes on a scan."
        )
        folds.add("why", self.tr("Why we ask"), why)
        self.box.addWidget(folds)

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._seen = case, assessment
        values = {name: case.answers[name].value for name in self.results if name in case.answers}
        known = any(value != UNKNOWN for value in values.values())
        self._opened = self._opened or known
        chosen = "had" if self._opened else "none" if values else None
        self.had.show_choice(chosen)
        for heading, (name, tiles) in zip(self._headings, self.results.items(), strict=True):
            heading.setVisible(self._opened)
            tiles.setVisible(self._opened)
            tiles.show_choice(str(values[name]) if name in values else None)

    def next_words(self) -> str:
        given = self._seen is not None and any(name in self._seen[0].answers for name in self.results)
        return self.tr("Next") if given else self.tr("Skip")

    def press_key(self, event: QKeyEvent) -> bool:
        return self.had.press_key(event)

    def _choose_had(self, chosen: str) -> None:
        self._opened = chosen == "had"
        if self._opened:
            if self._seen is not None:
                self.show_case(*self._seen)
            return
        names = tuple(self.results)

        def had_none(case: Case) -> Case:
            for name in names:
                case = edits.put_answer(case, name, UNKNOWN)
            return case

        self.edited.emit(QCoreApplication.translate("Edits", "Answer"), had_none, "")

    def _put(self, name: str, value: str) -> None:
        text = QCoreApplication.translate("Edits", "Answer")
        self.edited.emit(text, lambda case: edits.put_answer(case, name, value), "")
