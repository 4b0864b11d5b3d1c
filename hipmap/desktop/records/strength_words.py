"""Honest words for how long a passphrase would stand: what is too weak is refused, the rest is estimated."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.passphrase_key import must_be_strong
from hipmap.storage.records.passphrase_strength import strength_of
from hipmap.storage.records.problems import WeakPassphrase


def strength_words(passphrase: str, name: str) -> tuple[str, bool]:
    """Gives what is said of a passphrase while it is typed, and whether it will be taken."""
    tr = QCoreApplication.translate
    if not passphrase:
        return tr("Records", "At least ten signs. Four words that do not go together are good."), False
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
