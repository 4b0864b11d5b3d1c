"""Tells why no window opens, where Qt cannot: on the terminal, or in a box that most desktops have."""

import os
import shutil
import subprocess
import sys

APT = (
    "the updates of Windows"
    if sys.platform == "win32"
    else "on Debian and Ubuntu: sudo apt install libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 "
    "libglib2.0-0 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
_BOXES = (("zenity", "--error", "--no-markup", "--text"), ("kdialog", "--error"), ("xmessage", "-center"))
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def tell_without_window(why: str) -> None:
    """Says it; who started hipmap from a menu sees no terminal, so a box stays when hipmap has ended."""
    sys.stderr.write(f"hipmap: {why}\n")
    sys.stderr.flush()
    if sys.platform == "win32":
        _tell_on_windows(why)
        return
    started_from_a_menu = not sys.stderr.isatty() and any(os.environ.get(name) for name in _SCREENS)
    if not sys.platform.startswith("linux") or not started_from_a_menu or "QT_QPA_PLATFORM" in os.environ:
        return
    for program, *options in _BOXES:
        if shutil.which(program):
            subprocess.Popen(
                [program, *options, f"hipmap: {why}"], env=_variables_of_the_system(), start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            return


def _tell_on_windows(why: str) -> None:
    import ctypes

    library = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    if not library.kernel32.GetConsoleWindow():
        error_picture = 0x10
        library.user32.MessageBoxW(None, f"hipmap: {why}", "hipmap", error_picture)


def _variables_of_the_system() -> dict[str, str]:
    # A frozen program looks for libraries in its own folder first; the system's programs must not.
    kept = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    former = kept.pop("LD_LIBRARY_PATH_ORIG", "")
    return {**kept, "LD_LIBRARY_PATH": former} if former else kept
