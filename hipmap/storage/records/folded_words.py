"""Folds words so that a search finds them however they are written: in small letters, without accents."""

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ħ": "h",
        "ŧ": "t",
    }
)
_WORD = re.compile(r"\w+")
_MOST_WORDS = 12


def folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(_LETTERS)


def search_queries(text: str) -> tuple[str, ...]:
    """Gives for each word what the index is asked: that a word begins so."""
    words = _WORD.findall(folded(text).replace("_", " "))[:_MOST_WORDS]
    return tuple(f'"{word}"*' for word in dict.fromkeys(words))
