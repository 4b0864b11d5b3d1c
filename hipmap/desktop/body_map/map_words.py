"""Everyday words for the place: asks which place is meant, and what holds when words and map differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look
from hipmap.model.body import FigureKind, OwnWord, Reading
from hipmap.model.case import Case, Mark, Side
from hipmap.model.own_words import sides_marked, words_against_marks
from hipmap.model.voice import said

if TYPE_CHECKING:  # Made when something is first asked.
    from hipmap.desktop.body_map.picture_question import PictureQuestion, Question, Reply


@dataclass(frozen=True)
class Wanted:
    """Places that a person has said are meant; `instead` of what hurts by the map, or besides it."""

    readings: tuple[Reading, ...]
    sides: tuple[Side, ...]
    instead: bool = False


class MapWords(QObject):
    """Emits what a person answers; nothing is marked before."""

    places_wanted = Signal(object)  # Wanted
    words_chosen = Signal(tuple)
    word_dropped = Signal(str)
    differs = Signal(object)  # the words that the map does not show

    def __init__(self, words: ZoneWords, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._words = words
        self._figure: FigureKind = "neutral"
        self._marks: tuple[Mark, ...] = ()
        self._own: tuple[str, ...] = ()
        self._asked: OwnWord | None = None
        self.question: PictureQuestion | None = None
        self.large = False

    def set_words(self, words: ZoneWords) -> None:
        self._words = words

    def show_figure(self, figure: FigureKind) -> None:
        self._figure = figure

    def show_case(self, case: Case) -> None:
        """Follows the marks and the words of the case."""
        if (case.marks, case.own_words) != (self._marks, self._own):
            self._marks, self._own = case.marks, case.own_words
            self.differs.emit(self.differing())

    def differing(self) -> tuple[OwnWord, ...]:
        """Gives the words none of whose places is marked."""
        return words_against_marks(self._own, self._marks, self._words.body)

    # ------------------------------------------------------------ questions

    def ask_place(self, word: str, sides: Sequence[Side] = (), corner: QPoint | None = None) -> None:
        """Asks which places an everyday word means."""
        from hipmap.desktop.body_map.picture_question import Ending, Option, Question

        tr, own = QCoreApplication.translate, self._words.body.own_word_by_id[word]
        name = said(own, self._words.voice).strip('"')
        title = tr("BodyMap", "People say “{word}” for several places. Which do you mean?")
        note = ""
        if own.together:
            title = tr("BodyMap", "A hand laid round the hip shows three places. Do all of them hurt?")
            note = tr("BodyMap", "Choose all of them, or only one.")
        self._open(
            own,
            Question(
                title.format(word=name),
                note,
                tuple(Option(one.id, said(one, self._words.voice)) for one in own.readings),
                (Ending("all", tr("BodyMap", "All of these"), True, "primary" if own.together else ""),),
                self._sides_asked(own, tuple(sides) or sides_marked(self._marks)),
            ),
            corner,
        )

    def ask_difference(self, corner: QPoint | None = None) -> bool:
        """Asks about the first word that the map does not show; tells whether there was one."""
        differing = self.differing()
        if differing:
            self._open(differing[0], self._difference(differing[0]), corner)
        return bool(differing)

    def question_about(self, word: str) -> "Question":
        """Gives what is asked of a word that the map does not show, for a screen that asks it itself."""
        self._asked = self._words.body.own_word_by_id[word]
        return self._difference(self._asked)

    def _difference(self, own: OwnWord) -> "Question":
        from hipmap.desktop.body_map.picture_question import Ending, Option, Question

        tr, voice = QCoreApplication.translate, self._words.voice
        title = tr("BodyMap", "You said “{word}”. On the map is: {places}. Which is it?")
        if voice == "clinician":
            title = tr("BodyMap", "Said: “{word}”. Marked: {places}. Which is it?")
        return Question(
            title.format(word=said(own, voice).strip('"'), places=self._marked()),
            tr("BodyMap", "Choose the pictures that fit, or keep the map as it is."),
            tuple(Option(one.id, said(one, voice)) for one in own.readings),
            (
                Ending("both", tr("BodyMap", "Both hurt"), needs_choice=True, kind="primary"),
                Ending("instead", tr("BodyMap", "Only there"), needs_choice=True),
                Ending("map", tr("BodyMap", "The map is right"), kind="link"),
            ),
            self._sides_asked(own, sides_marked(self._marks)),
            several=True,
        )

    def _marked(self) -> str:
        """Gives the marked places in words: two by name, more only as other places."""
        places = list(dict.fromkeys(mark.place for mark in self._marks if mark.kind != "none"))
        names = [self._words.inline(*place) for place in places]
        if len(names) == 1:
            return names[0]
        if len(names) == 2:
            both = QCoreApplication.translate("BodyMap", "%1 and %2")
            return both.replace("%1", names[0]).replace("%2", names[1])
        return QCoreApplication.translate("BodyMap", "other places")

    def _sides_asked(self, own: OwnWord, sides: tuple[Side, ...]) -> tuple[Side, ...] | None:
        zones = self._words.body.by_id
        return None if all(zones[zone].midline for zone in own.zones) else sides

    def _open(self, own: OwnWord, question: "Question", corner: QPoint | None) -> None:
        from hipmap.desktop.body_map.picture_question import PictureQuestion

        if self.question is None:
            self.question = PictureQuestion(self._panel)
            self.question.answered.connect(self.answer)
        self._asked = own
        self.question.large = self.large
        panel = self._panel
        at = corner or panel.mapToGlobal(QPoint(Space.L, Space.XXL))
        self.question.ask(question, self.picture_of, at)

    def picture_of(self, reading: str, sides: tuple[Side, ...], size: QSize) -> QPixmap:
        """Draws one thing that the word asked about may mean, on some sides."""
        from hipmap.desktop.body_map.zone_crop import place_picture

        own, body = self._asked, self._words.body
        places: list[Place] = []
        for one in own.readings if own is not None else ():
            if one.id == reading:
                for zone in one.zones:
                    known = body.by_id[zone].sides
                    places += [(zone, side) for side in (known if known == ("midline",) else sides)]
        ratio = self._panel.devicePixelRatioF()
        return place_picture(places, body, self._figure, size, ratio, look().theme)

    def answer(self, reply: "Reply") -> None:
        """Makes an answer of what a person chose."""
        own = self._asked
        if own is None:
            return
        if reply.ending == "map":
            self.word_dropped.emit(own.id)
            return
        readings = tuple(one for one in own.readings if one.id in reply.chosen)
        self.places_wanted.emit(Wanted(readings, reply.sides, reply.ending == "instead"))
