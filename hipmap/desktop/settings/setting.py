"""One choice that is kept: its key, what it is unless chosen, and how a kept value is read."""

from collections.abc import Callable
from typing import Generic, Literal, Protocol, TypeVar, overload

from PySide6.QtCore import QByteArray

from hipmap.storage.data_folder import where_it_is_now, written_for_moving

T = TypeVar("T")

# What a person may be offered a choice by; `silent` ones the window keeps for itself.
Kind = Literal["one_of", "switch", "silent"]


class Holder(Protocol):
    """What keeps the values of settings."""

    def kept(self, setting: "Setting[T]") -> T: ...

    def keep(self, setting: "Setting[T]", value: T) -> None: ...


class Setting(Generic[T]):
    """A choice; as an attribute of the preferences it reads and keeps itself.

    `read` gives the value of what was kept, or None where that cannot be one: a damaged file
    counts as no choice.
    """

    def __init__(
        self,
        id: str,
        default: T,
        read: Callable[[object], T | None],
        *,
        kind: Kind = "silent",
        options: tuple[T, ...] = (),
        key: str = "",
        write: Callable[[T], object] | None = None,
    ) -> None:
        self.id = id
        self.default = default
        self.read = read
        self.kind = kind
        self.options = options
        self.key = key or id
        self.write = write

    @overload
    def __get__(self, holder: None, owner: type) -> "Setting[T]": ...

    @overload
    def __get__(self, holder: Holder, owner: type) -> T: ...

    def __get__(self, holder: Holder | None, owner: type) -> "Setting[T] | T":
        return self if holder is None else holder.kept(self)

    def __set__(self, holder: Holder, value: T) -> None:
        holder.keep(self, value)


def one_of(id: str, options: tuple[T, ...], kind: Kind = "one_of") -> Setting[T]:
    """Gives a choice of one among several, of which the first holds until another is chosen."""

    def read(kept: object) -> T | None:
        return next((option for option in options if option == kept), None)

    return Setting(id, options[0], read, kind=kind, options=options)


def switch(id: str, kind: Kind = "switch") -> Setting[bool]:
    """Gives something that is off until it is switched on."""

    def read(kept: object) -> bool | None:
        # An ini file keeps words.
        return {"true": True, "false": False}.get(str(kept).lower())

    return Setting(id, False, read, kind=kind)


def text(id: str) -> Setting[str]:
    """Gives a text that the window keeps for itself."""

    def read(kept: object) -> str | None:
        return kept if isinstance(kept, str) else None

    return Setting(id, "", read)


def folder(id: str) -> Setting[str]:
    """Gives a folder that the window keeps for itself; in a portable copy's data, it moves with that copy."""

    def read(kept: object) -> str | None:
        return where_it_is_now(kept) if isinstance(kept, str) else None

    return Setting(id, "", read, write=written_for_moving)


def place(id: str) -> Setting[QByteArray]:
    """Gives where a window stood, in Qt's own form."""

    def read(kept: object) -> QByteArray | None:
        return kept if isinstance(kept, QByteArray) else None

    return Setting(id, QByteArray(), read)
