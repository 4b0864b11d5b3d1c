"""Two languages that nobody speaks, made at run time: they show what was never translated, or does not fit.

`x_pseudo` is English a third longer, with an accent on every letter and brackets round every text; `x_rtl` is
English in Hebrew letters, which run from right to left. Places for values, markup and mnemonics stay.
"""

import re
from collections.abc import Callable
from typing import Final

PSEUDO: Final = "x_pseudo"
RIGHT_TO_LEFT: Final = "x_rtl"

_LONGER = 0.3
# What is not language: places for values, markup, signs of HTML, patterns of file names.
_KEPT = re.compile(r"(\{[^{}]*\}|%[1-9nL]|</?[a-zA-Z][^<>]*>|&[a-z]+;|\*\.[a-z.]+)")
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = str.maketrans(_PLAIN, "áƀçđéƒğĥíĵķĺḿñóṗɋŕšťúṽŵẋýžÁḄÇĐÉḞĞĤÍĴĶĹṀÑÓṖɊŔŠŤÚṼŴẊÝŽ")
_VOWELS = "áéíóúýÁÉÍÓÚÝ"
_HEBREW = str.maketrans(_PLAIN, "אבגדהוזחטיכלמנסעפצקרשתבגדה" * 2)


def pseudo(text: str) -> str:
    """Gives the text in brackets, accented, and longer by about three tenths."""
    return f"[{_word_by_word(text, _longer)}]" if text.strip() else text


def right_to_left(text: str) -> str:
    """Gives the text in letters that run from right to left."""
    return _word_by_word(text, lambda part: part.translate(_HEBREW))


VOICES: Final[dict[str, Callable[[str], str]]] = {PSEUDO: pseudo, RIGHT_TO_LEFT: right_to_left}


# What of a page of the manual is not language: marks of its format, addresses, keys.
_FORMAT = re.compile(
    r"(^ *(?:#+|[-*]|\d+\.) +|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|`[^`]*`|\{[^{}]*\}|<[^<>]*>)", re.M
)


def page_spoken(page: str, language: str) -> str:
    """Gives a page of the manual in a test language."""
    change = _longer if language == PSEUDO else right_to_left
    return "".join(change(part) if at % 2 == 0 else part for at, part in enumerate(_FORMAT.split(page)))


def _word_by_word(text: str, change: Callable[[str], str]) -> str:
    return "".join(change(part) if at % 2 == 0 else part for at, part in enumerate(_KEPT.split(text)))


def _longer(part: str) -> str:
    """Doubles vowels until the words are long enough; a letter after & is a mnemonic and stays single."""
    owed, written = 0.0, ""
    for before, sign in zip(" " + part, part.translate(_ACCENTED), strict=False):
        owed += _LONGER
        twice = sign in _VOWELS and owed >= 1 and before != "&"
        written += sign * 2 if twice else sign
        owed -= twice
    return written
