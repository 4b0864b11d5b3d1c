"""The language of the window and of the knowledge, which may be changed while the window is open."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:  # English, which most will choose, needs none of them.
    from hipmap.model.catalogue import Entry, Key
    from hipmap.model.frozen import Frozen
    from hipmap.model.knowledge import Knowledge
    from hipmap.model.library import Library
    from hipmap.model.spoken import Language as SpokenLanguage
    from hipmap.storage.translation_folders import Part

    Whole = TypeVar("Whole", bound=Frozen)

ENGLISH: Final = "en"
TEST_LANGUAGES: Final = {"x_pseudo": "[Ƥśéúđó]", "x_rtl": "Right to left (test)"}
"""Languages that nobody speaks, by the names that stand in a list of languages."""


@dataclass(frozen=True)
class Language:
    """A language that can be chosen, by the name that its speakers give it."""

    code: str
    name: str


class Languages(QObject):
    """Speaks one language at a time.

    `choose` puts its words into the program and tells `changed`: what is on the screen is then built anew,
    with `shown_knowledge`. A catalogue that cannot be read is told by `failed`, and English stands in for it.
    """

    changed = Signal(str)
    failed = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._translators: list[QTranslator] = []
        self._shown: dict[tuple[str, Part], tuple[Frozen, Frozen]] = {}
        self._says: dict[tuple[str, Part], Callable[[str, str], str]] = {}
        self.code = ENGLISH

    # ---- which there are

    def available(self) -> tuple[Language, ...]:
        """Gives English, every language with a catalogue, and the test languages where they are asked for."""
        from hipmap.storage.policy.limits import offered
        from hipmap.storage.translation_folders import languages_in

        codes = offered((ENGLISH, *languages_in(self._catalogues())))
        found = [Language(code, own_name(code)) for code in codes]
        if os.environ.get("HIPMAP_TEST_LANGUAGES"):
            found += [Language(code, name) for code, name in TEST_LANGUAGES.items()]
        return tuple(found)

    def fitting(self, chosen: str, wished: Sequence[str] | None = None) -> str:
        """Gives the language that was chosen, else the first there is that the system asks for, else English.

        A choice of which there is no catalogue any more counts as none.
        """
        known = [language.code for language in self.available()]
        if chosen in known or chosen in TEST_LANGUAGES:
            return chosen
        for wish in QLocale.system().uiLanguages() if wished is None else wished:
            code = wish.replace("-", "_")
            if fit := next((one for one in known if one in (code, code.partition("_")[0])), None):
                return fit
        return known[0]

    def is_rtl(self) -> bool:
        """Whether the language runs from right to left."""
        if self.code in TEST_LANGUAGES:
            return self.code == "x_rtl"
        return QLocale(self.code).textDirection() == Qt.LayoutDirection.RightToLeft

    # ---- speaking

    def choose(self, code: str) -> None:
        """Speaks a language from now on, in the whole program."""
        if code == self.code:
            return
        self.code = code
        speak(self)
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        self._translators = self._words()
        for new in self._translators:
            QCoreApplication.installTranslator(new)
        QLocale.setDefault(QLocale.system() if code == ENGLISH else _locale(code))
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        QGuiApplication.setLayoutDirection(rtl if self.is_rtl() else ltr)
        self.changed.emit(code)

    def translators(self) -> tuple[QTranslator, ...]:
        """Gives what speaks for the program; nothing in English."""
        return tuple(self._translators)

    def shown_knowledge(self, knowledge: "Knowledge") -> "Knowledge":
        """Gives the knowledge in this language; its ids, numbers and digest are the same."""
        return self._in_this_language(knowledge, "knowledge")

    def shown_library(self, library: "Library") -> "Library":
        """Gives the library in this language."""
        return self._in_this_language(library, "library")

    def _in_this_language(self, whole: "Whole", part: "Part") -> "Whole":
        if self.code == ENGLISH:
            return whole
        kept = self._shown.get((self.code, part))
        if kept is None or kept[0] is not whole:
            from hipmap.model.translation import translated

            kept = whole, translated(whole, self._say(part))
            self._shown[self.code, part] = kept
        return kept[1]  # type: ignore[return-value]  # what was kept for a part is of its kind

    def _words(self) -> list[QTranslator]:
        from hipmap.desktop.interface_words import CatalogueWords, SpokenWords

        if self.code == ENGLISH:
            return []
        if speak := self._test_voice():
            return [SpokenWords(speak, self.is_rtl(), self)]
        of_qt = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        of_qt.load(QLocale(self.code), "qtbase", "_", folder)  # has no words for some languages
        return [of_qt, CatalogueWords(self._entries("interface"), self)]

    def say(self, part: "Part", name: str, text: str) -> str:
        """Says one text of a catalogue, by its id, in this language."""
        return text if self.code == ENGLISH else self._say(part)(name, text)

    def _say(self, part: "Part") -> Callable[[str, str], str]:
        from hipmap.storage.catalogue_files import id_key

        if (self.code, part) not in self._says:
            speak = self._test_voice()
            self._says[self.code, part] = (
                partial(_said, self._entries(part), id_key) if speak is None else partial(_spoken, speak)
            )
        return self._says[self.code, part]

    def _test_voice(self) -> Callable[[str], str] | None:
        if self.code not in TEST_LANGUAGES:
            return None
        from hipmap.desktop.pseudo_text import VOICES

        return VOICES[self.code]

    def _entries(self, part: "Part") -> "dict[Key, Entry]":
        from hipmap.model.catalogue import shown_texts
        from hipmap.model.problems import BadInput
        from hipmap.storage.catalogue_files import read_catalogue
        from hipmap.storage.translation_folders import catalogue_path

        try:
            path = catalogue_path(self._catalogues(), self.code, part)
            return shown_texts(read_catalogue(path, self.code, part))
        except BadInput as problem:
            text = self.tr("A translation cannot be used, so its texts stay English: {why}")
            # Later: at the start of the program nobody listens yet.
            QTimer.singleShot(0, self, partial(self.failed.emit, text.format(why=problem)))
            return {}

    def _catalogues(self) -> Path:
        from hipmap.storage.translation_folders import translations_folder

        return translations_folder() if self._folder is None else self._folder


def _said(entries: "dict[Key, Entry]", key_of: "Callable[[str], Key]", name: str, text: str) -> str:
    """What was translated from an English that has changed since is not said: it may say the opposite."""
    entry = entries.get(key_of(name))
    return entry.said if entry is not None and entry.source == text else text


def _spoken(speak: Callable[[str], str], name: str, text: str) -> str:
    """The forms of a unit are one text of the catalogue, and are seen one at a time."""
    from hipmap.model.translation import BETWEEN, UNIT_FORMS

    if name.endswith(UNIT_FORMS):
        return BETWEEN.join(speak(form) for form in text.split(BETWEEN))
    return speak(text)


class _Spoken:
    languages: "Languages | None" = None
    library: "tuple[str, Library] | None" = None


def speak(languages: Languages) -> None:
    """Makes these the languages of the program, which speaks one language in all of its windows."""
    _Spoken.languages = languages


def library_in_words(knowledge: "Knowledge") -> "Library":
    """Gives the library in the language that the program speaks; it is read once, when it is first asked for.

    BadInput for one that cannot be read.
    """
    if _Spoken.library is None or _Spoken.library[0] != knowledge.digest:
        from hipmap.storage.library_files import load_library

        _Spoken.library = knowledge.digest, load_library(knowledge)
    library = _Spoken.library[1]
    return library if _Spoken.languages is None else _Spoken.languages.shown_library(library)


def drawing_in_words(name: str, text: str) -> str:
    """Gives what a drawing shows in the language that the program speaks."""
    if _Spoken.languages is None:
        return text
    from hipmap.storage.drawing_texts import text_id

    return _Spoken.languages.say("library", text_id(name), text)


def languages_offered() -> list[tuple[str, str]]:
    """Gives code and name of every language that can be chosen."""
    speaking = _Spoken.languages or Languages()
    return [(language.code, language.name) for language in speaking.available()]


def language_spoken() -> str:
    """Gives the code of the language that the program speaks."""
    return ENGLISH if _Spoken.languages is None else _Spoken.languages.code


def language_on_paper() -> "SpokenLanguage":
    """Gives the language that the program speaks, for what is made without Qt, in any thread."""
    from hipmap.desktop.interface_words import CatalogueWords, SpokenWords
    from hipmap.model.spoken import Language as SpokenLanguage

    languages = _Spoken.languages
    if languages is None or languages.code == ENGLISH:
        return SpokenLanguage()
    own = [one for one in languages.translators() if isinstance(one, CatalogueWords | SpokenWords)]

    def says(context: str, text: str) -> str:
        return next((said for one in own if (said := one.translate(context, text))), text)

    return SpokenLanguage(languages.code, languages.is_rtl(), says, drawing_in_words)


def page_in_words(page: str) -> str:
    """Gives a page of the manual, which is a file of its own in each language, in a test language too."""
    if language_spoken() not in TEST_LANGUAGES:
        return page
    from hipmap.desktop.pseudo_text import page_spoken

    return page_spoken(page, language_spoken())


def number_in_words(number: float) -> str:
    """Gives a number as the language that the program speaks writes it: 2.5, or 2,5."""
    code = language_spoken()
    if code == ENGLISH or code in TEST_LANGUAGES:
        return f"{number:g}"
    locale = QLocale(code)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(number), "g", 6)


def own_name(code: str) -> str:
    """Gives the name of a language as its speakers write it."""
    name = QLocale(code).nativeLanguageName() if code != ENGLISH else "English"
    return name[:1].upper() + name[1:] or code


def _locale(code: str) -> QLocale:
    return QLocale(ENGLISH) if code in TEST_LANGUAGES else QLocale(code)
