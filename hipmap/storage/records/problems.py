"""What can go wrong with a vault, each as one sentence that says what to do."""

from typing import Self

from hipmap.model.problems import BadInput
from hipmap.storage.records.sentences import Sentence, Value


class VaultProblem(BadInput):
    """Something about the records that a person must know; nothing was changed."""

    def __init__(self, kind: str, place: str = "", /, **values: Value) -> None:
        self.said = Sentence(kind, place, **values)
        super().__init__(str(self.said))

    @classmethod
    def of(cls, said: Sentence) -> Self:
        """Makes a problem of what is known already."""
        return cls(said.kind, said.place, **said.values)


class NoVault(VaultProblem):
    """There is no vault here, or something else is."""


class WrongPassphrase(VaultProblem):
    """No slot opens with this name and passphrase."""


class TooSoon(VaultProblem):
    """Too many wrong passphrases: the next try must wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too_soon", seconds=seconds)
        self.seconds = seconds


class WeakPassphrase(VaultProblem):
    """A passphrase that would be guessed."""


class NewerFormat(VaultProblem):
    """A newer hipmap wrote this."""


class Damaged(VaultProblem):
    """The file was changed by something other than hipmap, or is cut."""


class OlderCopy(VaultProblem):
    """The database is older than the records were: entries that were there are gone."""


class Locked(VaultProblem):
    """The vault was locked: the keys are gone from memory."""


class ReadOnly(VaultProblem):
    """This window may read only."""


class NotAllowed(VaultProblem):
    """The role of this user does not allow it."""


class NotFound(VaultProblem):
    """There is no such patient, visit or user any more."""


class MovedOn(VaultProblem):
    """The visit is not any more what the edit was made on."""


class NotSaved(VaultProblem):
    """The change is not on the disk; it can be tried again."""


class Refused(VaultProblem):
    """A file from outside that is not taken in."""
