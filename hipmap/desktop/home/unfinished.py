"""What a person has begun on a screen at home: it outlasts the screen, never the visit, and is in no file."""

from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.home.stops import HAND_OVER, Stop

FIRST_WAY = "passphrase"
SECRETS = ("secret", "again")


class Unfinished:
    """Held in memory beside the case, of which it is no part; nothing here is logged, undone or saved."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Another visit begins, or this one is over."""
        self.way = FIRST_WAY
        self.typed: dict[str, str] = {}  # by the name of the field
        self.file = ""  # the name of the file that was just written for the clinic
        self.acted: frozenset[str] = frozenset()

    def keep(self, field: str, text: str) -> None:
        """Remembers what stands in a field of the file for the clinic."""
        self.typed[field] = text

    def finish(self, file: str) -> None:
        """The file is written: of what was typed for it nothing is wanted any more."""
        self.typed = {}
        self.file = file

    def tick(self, flags: frozenset[str]) -> None:
        """The person has ticked that they acted on these urgent flags, and not yet gone on."""
        self.acted = flags

    def stand_at(self, stop: Stop, is_stopped: bool) -> None:
        """Drops what holds only while its own screen is there."""
        if not is_stopped:
            self.acted = frozenset()
        if stop != HAND_OVER and self.file:
            self.forget()

    def leave_for(self, desk: DeskName) -> None:
        """At another desk somebody else may sit: no passphrase waits there, at the start nothing at all."""
        if desk == "start":
            self.forget()
        elif desk != "home":
            self.acted = frozenset()
            for name in SECRETS:
                self.typed.pop(name, None)
