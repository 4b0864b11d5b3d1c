"""Honest words for how long a passphrase would stand: what is too weak is refused, the rest is estimated."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.policy.in_force import in_force
from hipmap.storage.records.passphrase_key import SHORTEST, must_be_strong
from hipmap.storage.records.passphrase_strength import strength_of
from hipmap.storage.records.problems import WeakPassphrase


def strength_words(passphrase: str, name: str) -> tuple[str, bool]:
    """Gives what is said of a passphrase while it is typed, and whether it will be taken."""
    tr = QCoreApplication.translate
    if not passphrase:
        return _asked_words(), False
    try:
        must_be_strong(passphrase, name)
    except WeakPassphrase as problem:
        return vault_words(problem), False
    strength = strength_of(passphrase)
    if strength is None:
        return (
            tr("Records", "Taken, but weak: someone who steals the file may guess it. Add a word or two."),
            True,
        )
    if strength == "fair":
        return tr("Records", "Fair, as far as can be told. One more word makes it much stronger."), True
    return tr("Records", "Good, unless it is a saying, a name or a date that others know."), True


def _asked_words() -> str:
    """Says what is asked for, before anything is typed."""
    tr, rules = QCoreApplication.translate, in_force().policy.passphrase
    if rules.words:
        words = tr(
            "Records", "The policy of this computer asks for at least {signs} signs and {words} words."
        )
        return words.format(signs=max(SHORTEST, rules.signs), words=rules.words)
    if rules.signs:
        words = tr("Records", "The policy of this computer asks for at least {signs} signs.")
        return words.format(signs=max(SHORTEST, rules.signs))
    return tr("Records", "At least ten signs. Four words that do not go together are good.")
