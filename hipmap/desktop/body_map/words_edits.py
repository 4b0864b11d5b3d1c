"""Joins what is answered about everyday words to edits of the case, each one undoable step."""

from PySide6.QtCore import QCoreApplication, QObject

from hipmap.desktop.body_map.map_words import MapWords, Wanted
from hipmap.desktop.case_session import CaseSession
from hipmap.model import edits
from hipmap.model.own_words import drop_word, mark_readings


def listen_to_words(asking: MapWords, session: CaseSession) -> None:
    """Makes every answer one undoable step of the session."""
    _WordEdits(asking, session)


class _WordEdits(QObject):
    """Lives as long as those whom it listens to."""

    def __init__(self, asking: MapWords, session: CaseSession) -> None:
        super().__init__(asking)
        self._session = session
        asking.places_wanted.connect(self._mark)
        asking.words_chosen.connect(self._name)
        asking.word_dropped.connect(self._drop)

    def _mark(self, wanted: Wanted) -> None:
        body = self._session.knowledge.body
        self._session.apply(
            QCoreApplication.translate("BodyMap", "Mark on the body"),
            lambda case: mark_readings(case, wanted.readings, wanted.sides, body, wanted.instead),
        )

    def _name(self, words: tuple[str, ...]) -> None:
        self._session.apply(
            QCoreApplication.translate("BodyMap", "Name the place"),
            lambda case: edits.put_own_words(case, words),
        )

    def _drop(self, word: str) -> None:
        self._session.apply(
            QCoreApplication.translate("BodyMap", "Keep the map"), lambda case: drop_word(case, word)
        )
