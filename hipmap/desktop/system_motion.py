"""Whether the system asks programs to move little; Qt does not tell, so its own settings are read."""

import plistlib
import sys
from configparser import ConfigParser
from configparser import Error as DamagedFile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipmap.desktop.settings.declared import Motion

SPI_GETCLIENTAREAANIMATION = 0x1042
MAC_SETTINGS = "Library/Preferences/com.apple.universalaccess.plist"
# File of a desktop's settings, section, key, and what it says when animations are switched off.
DESKTOP_SETTINGS = (
    (".config/kdeglobals", "KDE", "AnimationDurationFactor", ("0",)),
    (".config/gtk-4.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
    (".config/gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
)


def moves_little(choice: "Motion") -> bool:
    """Says whether things are to keep still, by choice or because the system asks for it."""
    if choice != "system":
        return choice == "reduced"
    if sys.platform == "win32":
        return _windows_is_still()
    return _mac_is_still(Path.home()) if sys.platform == "darwin" else desktop_is_still(Path.home())


def desktop_is_still(home: Path) -> bool:
    """Reads the settings of the usual desktops; what cannot be read asks for nothing."""
    for name, section, key, off in DESKTOP_SETTINGS:
        parser = ConfigParser(strict=False, interpolation=None, delimiters=("=",))
        try:
            parser.read(home / name, encoding="utf-8")
        except (DamagedFile, OSError, UnicodeError):
            continue
        if parser.get(section, key, fallback="").strip().lower() in off:
            return True
    return False


def _mac_is_still(home: Path) -> bool:
    try:
        with (home / MAC_SETTINGS).open("rb") as file:
            return bool(plistlib.load(file).get("reduceMotion", False))
    except (OSError, ValueError, plistlib.InvalidFileException):
        return False


def _windows_is_still() -> bool:
    import ctypes

    moves = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009  (absent elsewhere)
    asked = user32.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
    return bool(asked) and moves.value == 0
