"""Records for the tests: cheap to open, with a clock and chance of their own."""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hipmap.model.case import Case, new_case
from hipmap.model.records import Identity
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.surroundings import Argon2Cost, Surroundings
from hipmap.storage.records.vault import Vault

CHEAP = Argon2Cost(memory_kib=8, passes=1, lanes=1)
OWNER, PASSPHRASE = "Dr Ada Öz", "four plain words here"


@dataclass
class Clock:
    """A clock that is set by hand."""

    time: datetime = field(default_factory=lambda: datetime(2026, 3, 1, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> None:
        self.time += timedelta(**by)


def surroundings(seed: int = 1, clock: Clock | None = None, host: str = "desk-1") -> Surroundings:
    """Gives surroundings in which the same run gives the same bytes."""
    chance = random.Random(seed)
    return Surroundings(clock or Clock(), chance.randbytes, host, 4711, CHEAP)


@dataclass
class SmallVault:
    """Records in a folder of their own, with what opens them."""

    folder: Path
    around: Surroundings
    clock: Clock
    recovery: str = ""

    def open(self, name: str = OWNER, passphrase: str = PASSPHRASE, *, accept_older: bool = False) -> Vault:
        return open_vault(self.folder, name, passphrase, self.around, accept_older=accept_older)

    def open_elsewhere(self) -> Vault:
        """Opens as another computer does."""
        around = replace(self.around, host="desk-2", process=12)
        return open_vault(self.folder, OWNER, PASSPHRASE, around)


def small_vault(folder: Path) -> SmallVault:
    """Makes records and closes them."""
    clock = Clock()
    around = surroundings(clock=clock)
    vault, letters = create_vault(folder, OWNER, PASSPHRASE, around)
    vault.lock()
    return SmallVault(folder, around, clock, letters)


def identity(number: str = "A-17", name: str = "Jörg Łąka", **more: object) -> Identity:
    return Identity.model_validate({"number": number, "name": name, **more})


def case(**fields: object) -> Case:
    return new_case(**{"setting": "primary", "answers": {"limp": "yes"}, **fields})
