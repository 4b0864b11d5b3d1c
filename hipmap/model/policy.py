"""What an administrator may decide for all users of a computer, and the values that it can have."""

from dataclasses import dataclass
from typing import Literal, get_args

POLICY_SCHEMA = "hipmap-policy/1"

PolicyDesk = Literal["clinic", "home", "ask"]
Strength = Literal["fair", "good"]
ExportKind = Literal[
    "soap", "letter", "handout", "map", "likelihood", "fhir", "questionnaire", "csv", "dictionary", "json",
    "print", "patient", "plain_patient", "attachment",
]  # fmt: skip
"""What can leave hipmap: the kinds of `hipmap report`, paper, and one patient's file, sealed or readable,
and copies of letters."""

EXPORT_KINDS: tuple[str, ...] = get_args(ExportKind)
LONGEST_LOCK, SHORTEST_LOCK = 60, 1
BACKUP_DAYS = (1, 7, 30)


@dataclass(frozen=True)
class PassphraseRules:
    """What a new passphrase must have, above what hipmap itself asks for."""

    signs: int = 0
    words: int = 0
    strength: Strength | None = None


@dataclass(frozen=True)
class Policy:
    """None, or nothing, where the choice is the user's."""

    contact: str = ""
    desk: PolicyDesk | None = None
    languages: tuple[str, ...] = ()
    first_language: str | None = None
    country: str | None = None
    data_folder: str | None = None
    lock_least: int | None = None
    lock_most: int | None = None
    clear_clipboard: bool | None = None
    passphrase_signs: int | None = None
    passphrase_words: int | None = None
    passphrase_strength: Strength | None = None
    backup_folder: str | None = None
    backup_days: int | None = None
    overlay: str | None = None
    overlay_sha256: str | None = None
    exports: tuple[str, ...] | None = None

    @property
    def passphrase(self) -> PassphraseRules:
        """Gives the rules of a new passphrase."""
        return PassphraseRules(
            self.passphrase_signs or 0, self.passphrase_words or 0, self.passphrase_strength
        )
