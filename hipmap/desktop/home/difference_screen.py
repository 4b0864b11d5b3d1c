"""Words against map, on a screen of its own: pictures of what a word may mean, and which is right."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.picture_choice import UprightPicture
from hipmap.desktop.body_map.picture_question import Reply
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.answer_tiles import Answerable, AnswerTiles
from hipmap.desktop.home.screen import Screen
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Side
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

_SIDES: dict[str, tuple[Side, ...]] = {"right": ("right",), "left": ("left",), "both": ("right", "left")}
MOST_BESIDE = 4


class DifferenceScreen(Screen):
    """Nothing is marked before it is answered; going on without an answer leaves all as it is."""

    width_wanted = 860

    def __init__(self, word: str, body_map: BodyMapPanel, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._word, self._asking = word, body_map.words_asked
        self._question = self._asking.question_about(word)
        self._sides = self._question.sides or ()
        self.title.setText(self._question.title)
        self.note = self.add_words(self.tr("Press every picture that fits. Then say what is right."), "muted")
        self.side = AnswerTiles(_side_answers())
        self.side_asked = label(self.tr("On which side?"), "large_strong", wrap=True)
        self.side.chosen.connect(self._side_chosen)
        self.box.addWidget(self.side_asked)
        self.box.addWidget(self.side)
        self.pictures = [self._picture_of(one.id, one.words) for one in self._question.options]
        self._field = QWidget()
        self._grid = QGridLayout(self._field)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)
        self.box.addWidget(self._field)
        self._columns = 0
        self.ends = AnswerTiles(_end_answers())
        self.ends.chosen.connect(self._answer)
        self.box.addWidget(self.ends)
        for part in (self.side_asked, self.side):
            part.setVisible(self._question.sides == ())
        self._show_state()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        """Once words and map fit together, says so; there is nothing left to ask."""
        self._asking.show_case(case)
        differs = self._word in {one.id for one in self._asking.differing()}
        for part in (self.note, self._field, self.ends):
            part.setVisible(differs)
        if not differs:
            self.title.setText(self.tr("Your words and the map fit together."))
            self.side_asked.hide()
            self.side.hide()

    def next_words(self) -> str:
        return self.tr("Skip") if not self.ends.isHidden() else self.tr("Next")

    def goes_on_by_enter(self) -> bool:
        return self.ends.isHidden()

    def press_key(self, event: QKeyEvent) -> bool:
        return not self.ends.isHidden() and self.ends.press_key(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_pictures()

    # ---- what a person does

    def _side_chosen(self, side: str) -> None:
        self._sides = _SIDES[side]
        self.side.show_choice(side)
        for picture in self.pictures:
            picture.show_picture(self._drawn(picture.choice))
        self._show_state()

    def _answer(self, ending: str) -> None:
        chosen = tuple(one.choice for one in self.pictures if one.isChecked())
        self._asking.answer(Reply(chosen, self._sides, ending))
        self.went_on.emit()

    # ---- parts

    def _picture_of(self, reading: str, words: str) -> UprightPicture:
        picture = UprightPicture(reading, words, self._drawn(reading), self)
        picture.clicked.connect(self._show_state)
        return picture

    def _drawn(self, reading: str) -> QPixmap:
        return self._asking.picture_of(reading, self._sides or ("right",), UprightPicture.PICTURE)

    def _show_state(self) -> None:
        """A side comes first where there is one to choose: no place is marked on a guessed side."""
        ready = bool(self._sides) or self._question.sides is None
        some = any(one.isChecked() for one in self.pictures)
        for picture in self.pictures:
            picture.setEnabled(ready)
        for tile in self.ends.tiles:
            tile.setEnabled(tile.choice == "map" or (ready and some))

    def _lay_pictures(self) -> None:
        """As many beside each other as the width holds."""
        each = look().px(UprightPicture.WIDE) + Space.M
        columns = max(1, min(MOST_BESIDE, len(self.pictures), (self.width() + Space.M) // each))
        if columns != self._columns:
            self._columns = columns
            for at, picture in enumerate(self.pictures):
                self._grid.addWidget(picture, at // columns, at % columns)


def _side_answers() -> list[Answerable]:
    tr = QCoreApplication.translate
    return [
        Answerable("right", tr("HomeMap", "Right"), tr("HomeKeys", "R")),
        Answerable("left", tr("HomeMap", "Left"), tr("HomeKeys", "L")),
        Answerable("both", tr("HomeMap", "Both sides"), tr("HomeKeys", "S")),
    ]


def _end_answers() -> list[Answerable]:
    tr = QCoreApplication.translate
    return [
        Answerable("both", tr("HomeMap", "It hurts there as well as on the map"), tr("HomeKeys", "B")),
        Answerable("instead", tr("HomeMap", "It hurts only there: change the map"), tr("HomeKeys", "O")),
        Answerable("map", tr("HomeMap", "The map is right: forget my word"), tr("HomeKeys", "M")),
    ]
