"""Honest words for how long a passphrase would stand: what is too weak is refused, the rest is estimated."""

import math

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.passphrase_key import must_be_strong
from hipmap.storage.records.problems import WeakPassphrase

# A word that somebody thinks of counts about as much as one of two thousand, a sign as one of twenty: people
# choose neither at random. This is a judgement, and said as one.
WORD_BITS, SIGN_BITS = 11, math.log2(20)
ONE_WORD = 0.7
FAIR, GOOD = 40, 55


def strength_words(passphrase: str, name: str) -> tuple[str, bool]:
    """Gives what is said of a passphrase while it is typed, and whether it will be taken."""
    tr = QCoreApplication.translate
    if not passphrase:
        return tr("Records", "At least ten signs. Four words that do not go together are good."), False
    try:
        must_be_strong(passphrase, name)
    except WeakPassphrase as problem:
        return vault_words(problem), False
    bits = _bits(passphrase)
    if bits < FAIR:
        return (
            tr("Records", "Taken, but weak: someone who steals the file may guess it. Add a word or two."),
            True,
        )
    if bits < GOOD:
        return tr("Records", "Fair, as far as can be told. One more word makes it much stronger."), True
    return tr("Records", "Good, unless it is a saying, a name or a date that others know."), True


def _bits(passphrase: str) -> float:
    words = passphrase.split()
    by_signs = len(set(passphrase)) * SIGN_BITS
    by_words = sum(min(WORD_BITS, len(word) * SIGN_BITS) for word in set(words))
    return min(by_signs, by_words) if len(words) > 1 else by_signs * ONE_WORD
