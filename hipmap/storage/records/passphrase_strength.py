"""How long a passphrase would stand, as far as that can be told; and what a policy asks of it."""

import math

from hipmap.model.policy import PassphraseRules, Strength
from hipmap.storage.records.problems import WeakPassphrase

# A word that somebody thinks of counts about as much as one of two thousand, a sign as one of twenty: people
# choose neither at random. This is a judgement, and said as one.
WORD_BITS, SIGN_BITS = 11, math.log2(20)
ONE_WORD = 0.7
FAIR, GOOD = 40, 55


def strength_of(passphrase: str) -> Strength | None:
    """Gives how strong a passphrase looks; None for a weak one."""
    bits = _bits(passphrase)
    return "good" if bits >= GOOD else "fair" if bits >= FAIR else None


def must_keep_to(rules: PassphraseRules, passphrase: str) -> None:
    """Refuses what the policy of the clinic does not take."""
    if len(passphrase) < rules.signs:
        raise WeakPassphrase("passphrase_short_here", least=rules.signs)
    if len({word.casefold() for word in passphrase.split()}) < rules.words:
        raise WeakPassphrase("passphrase_few_words", least=rules.words)
    strength = strength_of(passphrase)
    if rules.strength is not None and strength != "good" and strength != rules.strength:
        raise WeakPassphrase("passphrase_not_strong")


def _bits(passphrase: str) -> float:
    words = passphrase.split()
    by_signs = len(set(passphrase)) * SIGN_BITS
    by_words = sum(min(WORD_BITS, len(word) * SIGN_BITS) for word in set(words))
    return min(by_signs, by_words) if len(words) > 1 else by_signs * ONE_WORD
