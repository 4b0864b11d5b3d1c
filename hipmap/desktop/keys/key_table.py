"""Every key in groups: those of the menus from the table of commands, the others as they are declared."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from hipmap.desktop.actions import commands, menu_titles
from hipmap.desktop.keys.local_keys import local_keys


@dataclass(frozen=True)
class KeyLine:
    """The keys that do one thing, each as it is pressed, and what they do."""

    keys: tuple[str, ...]
    does: str


@dataclass(frozen=True)
class KeyGroup:
    """Keys that hold in one place."""

    name: str
    lines: tuple[KeyLine, ...]


def key_groups() -> list[KeyGroup]:
    """Gives all groups, in the present language."""
    from_menus = [
        KeyGroup(plain(title), tuple(_lines(menu))) for menu, title in menu_titles().items() if _lines(menu)
    ]
    declared = [
        KeyGroup(name, tuple(KeyLine(keys, does) for keys, does in lines)) for name, lines in local_keys()
    ]
    return [*declared, *from_menus]


def _lines(menu: str) -> list[KeyLine]:
    return [
        KeyLine(tuple(native(keys) for keys in command.keys), plain(command.text))
        for command in commands()
        if command.menu == menu and command.keys
    ]


def native(keys: str) -> str:
    """Gives keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def plain(words: str) -> str:
    """Gives the words of a command without the sign of its letter in the menu."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
