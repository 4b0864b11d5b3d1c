"""Every screen that was visited, with what was answered there: press one to change it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.answer_tile import AnswerTile
from hipmap.desktop.home.safety_lists import HISTORY, LISTS, SCANS, list_title
from hipmap.desktop.home.screen import Screen
from hipmap.desktop.home.stops import Stop
from hipmap.desktop.wording import answer_word, value_words
from hipmap.model.case import NO, UNKNOWN, YES, Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_short

LISTED = ("about", "list", "map", "history", "scans", "question", "movement")


class ReviewScreen(Screen):
    """Asks for the screen that a person wants to see again."""

    def __init__(self, stops: Sequence[Stop], case: Case, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self.title.setText(self.tr("Which answer do you want to change?"))
        self.box.setSpacing(Space.S)
        self.tiles: dict[Stop, AnswerTile] = {}
        for stop in stops:
            if stop.kind in LISTED:
                tile = AnswerTile(stop.of, stop_title(stop, knowledge, voice))
                tile.sign = "none"
                tile.show_words(stop_title(stop, knowledge, voice), _answered(stop, case, knowledge, voice))
                tile.clicked.connect(lambda _=False, stop=stop: self.stop_asked.emit(stop))
                self.tiles[stop] = tile
                self.box.addWidget(tile)

    def next_words(self) -> str:
        return self.tr("To my result")


def stop_title(stop: Stop, knowledge: Knowledge, voice: Voice) -> str:
    """Gives what a screen asks."""
    tr = QCoreApplication.translate
    if stop.kind == "list":
        return list_title(stop.of, voice)
    if stop.kind in ("question", "movement"):
        return in_short(knowledge.finding_by_id[stop.of], voice)
    titles = {
        "about": tr("Home", "About you"),
        "map": tr("Home", "Where does it hurt?"),
        "history": list_title("history", voice),
        "scans": tr("Home", "Scans and X-rays"),
    }
    return titles[stop.kind]


def _answered(stop: Stop, case: Case, knowledge: Knowledge, voice: Voice) -> str:
    """Gives in few words what was answered on a screen."""
    tr = QCoreApplication.translate
    if stop.kind == "map":
        places = tr("Home", "Places marked: {count}")
        return places.format(count=len({mark.place for mark in case.marks}))
    if stop.kind in ("question", "movement", "scans"):
        names = SCANS if stop.kind == "scans" else (stop.of,)
        found = [_value(name, case, knowledge, voice) for name in names if name in case.answers]
        return "; ".join(found) or tr("Home", "Not answered")
    if stop.kind == "history":
        return _counted([case.answers[name].value for name in HISTORY if name in case.answers])
    if stop.kind == "list":
        names = LISTS.get(stop.of, ())
        return _counted([case.answers[name].value for name in names if name in case.answers])
    return ""


def _value(name: str, case: Case, knowledge: Knowledge, voice: Voice) -> str:
    answer = case.answers[name]
    words = value_words(knowledge.finding_by_id[name], answer.value, answer.side, voice)
    return words[:1].upper() + words[1:]


def _counted(values: Sequence[object]) -> str:
    """Gives how many of each answer were given, in words that need no plural."""
    counts = [(answer_word(one), sum(value == one for value in values)) for one in (YES, NO, UNKNOWN)]
    return "; ".join(f"{word}: {count}" for word, count in counts if count)
