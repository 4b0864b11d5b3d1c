"""How languages count: which form of a word stands with a number, by the plural rules of the Unicode CLDR.

The forms of a word are listed in the order of the CLDR: zero, one, two, few, many, other, those that the
language has. Rules for numbers beyond a million are left out, since nothing here is counted so far.
"""

from collections.abc import Callable, Mapping, Sequence

# Gives the number of the form for a whole number, and for one that is not whole by its whole part.
_Rule = tuple[Callable[[int], int], Callable[[int], int]]


def _one(n: int) -> int:
    return 0 if n == 1 else 1


def _nought_or_one(n: int) -> int:
    return 0 if n in (0, 1) else 1


def _nought(n: int) -> int:
    return 0 if n == 0 else 1


def _russian(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def _polish(n: int) -> int:
    return 0 if n == 1 else 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def _czech(n: int) -> int:
    return 0 if n == 1 else 1 if n in (2, 3, 4) else 3


def _slovenian(n: int) -> int:
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(n % 100, 3)


def _lithuanian(n: int) -> int:
    if 11 <= n % 100 <= 19 or n % 10 == 0:
        return 3
    return 0 if n % 10 == 1 else 1


def _latvian(n: int) -> int:
    if 11 <= n % 100 <= 19 or n % 10 == 0:
        return 0
    return 1 if n % 10 == 1 else 2


def _romanian(n: int) -> int:
    return 0 if n == 1 else 1 if n == 0 or 1 <= n % 100 <= 19 else 2


def _hebrew(n: int) -> int:
    return {1: 0, 2: 1}.get(n, 2)


def _arabic(n: int) -> int:
    if n <= 2:
        return n
    return 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5


def _always(at: int) -> Callable[[int], int]:
    return lambda _n: at


_LIKE_ENGLISH: tuple[_Rule, int] = (_one, _always(1)), 2
_RULES: Mapping[str, tuple[_Rule, int]] = {
    **dict.fromkeys(("id", "ja", "ko", "lo", "ms", "my", "th", "vi", "zh"), ((_always(0), _always(0)), 1)),
    **dict.fromkeys(("am", "bn", "fa", "gu", "hi", "kn"), ((_nought_or_one, _nought), 2)),
    **dict.fromkeys(("fr", "hy", "pt"), ((_nought_or_one, _nought_or_one), 2)),
    **dict.fromkeys(("be", "ru", "uk"), ((_russian, _always(3)), 4)),
    **dict.fromkeys(("bs", "hr", "sr"), ((_russian, _always(2)), 3)),
    **dict.fromkeys(("cs", "sk"), ((_czech, _always(2)), 4)),
    "pl": ((_polish, _always(3)), 4),
    "sl": ((_slovenian, _always(2)), 4),
    "lt": ((_lithuanian, _always(2)), 4),
    "lv": ((_latvian, _always(2)), 3),
    "ro": ((_romanian, _always(1)), 3),
    "he": ((_hebrew, _always(2)), 3),
    "ar": ((_arabic, _always(5)), 6),
}


def form_for(number: float, forms: Sequence[str], language: str = "en") -> str:
    """Gives the form that stands with a number; a word with fewer forms than its language has its last."""
    (whole, broken), _count = _rule(language)
    size = abs(number)
    at = (whole if float(size).is_integer() else broken)(int(size))
    return forms[min(at, len(forms) - 1)]


def how_many_forms(language: str) -> int:
    """Gives how many forms a word has beside a number in a language."""
    return _rule(language)[1]


def _rule(language: str) -> tuple[_Rule, int]:
    return _RULES.get(language.partition("_")[0], _LIKE_ENGLISH)
