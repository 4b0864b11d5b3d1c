"""Texts that leave the program on paper: English, until a language is spoken around their making.

The window speaks by Qt; letters, handouts and pictures are made without it, and in threads of their own. So
whoever makes one says in which language: `with speaking(language): letter(...)`. What is not said in a
language is English, as on the command line.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key")
Inner = TypeVar("Inner")


def _as_it_stands(_context: str, text: str) -> str:
    return text


@dataclass(frozen=True)
class Language:
    """A language: its code, the way it runs, and what it says for an English text of a context."""

    code: str = "en"
    right_to_left: bool = False
    says: Callable[[str, str], str] = _as_it_stands
    shows: Callable[[str, str], str] = _as_it_stands
    """What is said for the English words of a drawing, by its name."""

    @property
    def tag(self) -> str:
        """The code as pages name it (BCP 47); a test language is English in disguise."""
        return "en" if self.code.startswith("x_") else self.code.replace("_", "-")


ENGLISH = Language()
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def language() -> Language:
    """Gives the language that is spoken here and now."""
    return _SPOKEN.get()


@contextmanager
def speaking(spoken: Language) -> Iterator[None]:
    """Speaks a language within, in this thread only."""
    before = _SPOKEN.set(spoken)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def translate(context: str, text: str) -> str:
    """Gives a text in the language that is spoken; text and context are literals, so that both are found."""
    return _SPOKEN.get().says(context, text)


class _Phrases(Mapping[Key, str]):
    """Texts by name, each said in the language that is spoken when it is asked for."""

    def __init__(self, context: str, texts: Mapping[Key, str]) -> None:
        self._context, self._texts = context, texts

    def __getitem__(self, key: Key) -> str:
        return translate(self._context, self._texts[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def phrases(context: str, texts: Mapping[Key, str]) -> Mapping[Key, str]:
    """Gives texts by name that are said when they are asked for; the table is a literal."""
    return _Phrases(context, texts)


def phrases_by(context: str, texts: Mapping[Key, Mapping[Inner, str]]) -> Mapping[Key, Mapping[Inner, str]]:
    """Gives tables of such texts by name, as one for each voice."""
    return {key: _Phrases(context, inner) for key, inner in texts.items()}
