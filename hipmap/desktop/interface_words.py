"""What the window says in another language: Qt asks here for every text, by its context and its English."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTranslator

from hipmap.model.catalogue import Entry, Key

# The names of keys are read back by Qt, so they stay.
_NOT_SPOKEN = ("QShortcut",)
_DIRECTION = "QT_LAYOUT_DIRECTION"


class CatalogueWords(QTranslator):
    """Says what a catalogue says; what it lacks, or has with a broken place for a value, stays English."""

    def __init__(self, entries: Mapping[Key, Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = {(key.context, key.name): entry.said for key, entry in entries.items()}

    def isEmpty(self) -> bool:
        return not self._said

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._said.get((context, sourceText))


class SpokenWords(QTranslator):
    """Says everything in a test language."""

    def __init__(self, speak: Callable[[str], str], rtl: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak
        self._rtl = rtl

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if sourceText == _DIRECTION:
            return "RTL" if self._rtl else "LTR"
        return None if context in _NOT_SPOKEN else self._speak(sourceText)
