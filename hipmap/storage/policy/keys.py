"""Every key that a policy may have: what it decides, and which values it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hipmap.model.policy import BACKUP_DAYS, EXPORT_KINDS, LONGEST_LOCK, POLICY_SCHEMA, SHORTEST_LOCK
from hipmap.storage.policy.countries import known_country, meant_country
from hipmap.storage.translation_folders import is_language

_LONGEST_TEXT = 300
_HEX = frozenset("0123456789abcdef")
_SIGNS_OF_SHA256 = 64

Reads = Callable[[object], Any]
"""Gives the value, or None where it is none that the key takes."""
Hints = Callable[[object], str]
"""Gives what may be meant by a value that is not taken; nothing where that cannot be guessed."""


def _no_hint(_value: object) -> str:
    return ""


@dataclass(frozen=True)
class PolicyKey:
    """`field` is the field of the policy; `allowed` completes “give ...”; `example` is TOML.

    `read_entry` reads one entry of a list.
    """

    name: str
    field: str
    read: Reads
    allowed: str
    example: str
    about: str
    hint: Hints = _no_hint
    read_entry: Reads | None = None

    def wrong_entry(self, value: object) -> tuple[object, bool] | None:
        """Gives the entry for which a list is not taken, and whether only because it stands there twice."""
        if self.read_entry is None or not isinstance(value, list):
            return None
        for at, entry in enumerate(value):
            is_second = entry in value[:at]
            if is_second or self.read_entry(entry) is None:
                return entry, is_second
        return None

    @property
    def table(self) -> str:
        """The part before the dot; nothing for a key at the top."""
        return self.name.rpartition(".")[0]

    @property
    def last(self) -> str:
        return self.name.rpartition(".")[2]


def _text(value: object) -> str | None:
    fits = isinstance(value, str) and 0 < len(value) <= _LONGEST_TEXT and value.isprintable()
    return value.strip() or None if fits and isinstance(value, str) else None


def _one_of(*options: object) -> Reads:
    return lambda value: next((o for o in options if o == value and type(o) is type(value)), None)


def _whole(least: int, most: int) -> Reads:
    def read(value: object) -> int | None:
        # In Python true is a whole number too.
        return value if type(value) is int and least <= value <= most else None

    return read


def _several(read_one: Reads) -> Reads:
    def read(value: object) -> tuple[Any, ...] | None:
        if not isinstance(value, list):
            return None
        found = [read_one(one) for one in value]
        return None if None in found or len(set(found)) != len(found) else tuple(found)

    return read


def _language(value: object) -> str | None:
    return value if isinstance(value, str) and is_language(value) else None


def _path(value: object) -> str | None:
    """Nothing is filled in: `~` would be another folder for every user, and no policy for everybody."""
    text = _text(value)
    return None if text is None or _filled_in(text) else text


def _filled_in(text: object) -> str:
    begins = text[:1] if isinstance(text, str) else ""
    if begins and begins in "~$%":
        return f"{begins} is not filled in: write the whole path"
    return ""


def _sha256(value: object) -> str | None:
    fits = isinstance(value, str) and len(value) == _SIGNS_OF_SHA256 and set(value) <= _HEX
    return value if fits and isinstance(value, str) else None


def _some(read: Reads) -> Reads:
    return lambda value: read(value) or None


def _quoted(options: Sequence[str]) -> str:
    return ", ".join(f'"{one}"' for one in options)


_FOLDER = "the path of a folder, best in single quotes: '/srv/hipmap'"
_SOME_KINDS = f"a list of some of {_quoted(EXPORT_KINDS)}; an empty list forbids all"

SCHEMA = PolicyKey(
    "schema", "", _one_of(POLICY_SCHEMA), f'"{POLICY_SCHEMA}"', f'"{POLICY_SCHEMA}"', "The form of this file."
)  # fmt: skip

KEYS: tuple[PolicyKey, ...] = (
    PolicyKey("contact", "contact", _text, "a line of text", '"IT desk, ext. 55"', "Whom users ask."),
    PolicyKey(
        "start.desk", "desk", _one_of("clinic", "home", "ask"), '"clinic", "home" or "ask"', '"clinic"',
        "Where hipmap opens until the user goes elsewhere: the consultation, the guide at home, or the "
        "question who is there.",
    ),
    PolicyKey(
        "language.allowed", "languages", _some(_several(_language)), 'a list of codes as "en" or "pt_BR"',
        '["en"]', "The languages that are offered.", read_entry=_language,
    ),
    PolicyKey(
        "language.first", "first_language", _language, 'a code as "en" or "pt_BR"', '"en"',
        "The language until the user chooses another that is offered.",
    ),
    PolicyKey(
        "country.emergency", "country", known_country, 'the two capital letters of a country, as "GB"',
        '"GB"', "The country whose emergency numbers are shown.", hint=meant_country,
    ),
    PolicyKey(
        "data.folder", "data_folder", _path, _FOLDER, "'/srv/hipmap'",
        "The folder in which new records are made; it may lie on a share.", hint=_filled_in,
    ),
    PolicyKey(
        "records.lock_minutes_least", "lock_least", _whole(SHORTEST_LOCK, LONGEST_LOCK),
        "a whole number from 1 to 60", "5", "The shortest time that a user may choose until records lock.",
    ),
    PolicyKey(
        "records.lock_minutes_most", "lock_most", _whole(SHORTEST_LOCK, LONGEST_LOCK),
        "a whole number from 1 to 60", "10", "The longest time that a user may choose until records lock.",
    ),
    PolicyKey(
        "records.clear_clipboard", "clear_clipboard", _one_of(True, False), "true or false", "true",
        "Whether what was copied while records are open is cleared after a minute.",
    ),
    PolicyKey(
        "records.passphrase_signs", "passphrase_signs", _whole(10, 128), "a whole number from 10 to 128",
        "14", "The fewest signs of a new passphrase; hipmap itself asks for 10.",
    ),
    PolicyKey(
        "records.passphrase_words", "passphrase_words", _whole(1, 10), "a whole number from 1 to 10", "4",
        "The fewest different words of a new passphrase.",
    ),
    PolicyKey(
        "records.passphrase_strength", "passphrase_strength", _one_of("fair", "good"), '"fair" or "good"',
        '"good"', "How strong a new passphrase must look to hipmap, which can only estimate it.",
    ),
    PolicyKey(
        "backups.folder", "backup_folder", _path, _FOLDER, "'/srv/hipmap backups'",
        "Where backups of the records are kept.", hint=_filled_in,
    ),
    PolicyKey(
        "backups.every_days", "backup_days", _one_of(*BACKUP_DAYS), "1, 7 or 30", "1",
        "How often a backup is made.",
    ),
    PolicyKey(
        "knowledge.overlay", "overlay", _path,
        "the path of an overlay.yaml, or of the folder that holds it; \"none\" keeps every overlay out",
        "'overlay.yaml'", "The clinic's overlay on the knowledge; without a root it is taken from here.",
        hint=_filled_in,
    ),
    PolicyKey(
        "knowledge.overlay_sha256", "overlay_sha256", _sha256, "the 64 small signs of its SHA-256",
        f'"{"0" * _SIGNS_OF_SHA256}"', "The overlay is refused if it is another file than this.",
    ),
    PolicyKey(
        "exports.allowed", "exports", _several(_one_of(*EXPORT_KINDS)), _SOME_KINDS,
        '["soap", "letter", "patient"]', "What may leave hipmap as a file, on paper or by the clipboard.",
        read_entry=_one_of(*EXPORT_KINDS),
    ),
)  # fmt: skip

BY_NAME = {key.name: key for key in (SCHEMA, *KEYS)}
TABLES = tuple(dict.fromkeys(key.table for key in KEYS if key.table))


def keys_of(table: str) -> tuple[str, ...]:
    """Gives the last parts of the keys of a table."""
    return tuple(key.last for key in (SCHEMA, *KEYS) if key.table == table)
