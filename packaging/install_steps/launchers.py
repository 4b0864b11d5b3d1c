"""How an installed hipmap is started: a program in its folder, a command, a menu entry."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from install_steps.place import home_folder

_POSIX = '#!/bin/sh\nexec "$(dirname -- "$(readlink -f -- "$0")")/bin/python" -I -m hipmap "$@"\n'
# macOS opens a .command by double click, and its readlink once knew no -f.
_MACOS = '#!/bin/sh\ncd "$(dirname -- "$0")" && exec bin/python -I -m hipmap "$@"\n'
_WINDOWS = '@start "" "%~dp0Scripts\\pythonw.exe" -I -m hipmap %*\n'
_WINDOWS_CONSOLE = '@"%~dp0Scripts\\python.exe" -I -m hipmap %*\n'
_SHORTCUT = """\
$menu = [Environment]::GetFolderPath('Programs')
$link = (New-Object -ComObject WScript.Shell).CreateShortcut((Join-Path $menu 'hipmap.lnk'))
$link.TargetPath = $env:HIPMAP_TARGET + '\\Scripts\\pythonw.exe'
$link.Arguments = '-I -m hipmap'
$link.WorkingDirectory = $env:USERPROFILE
$link.Save()
"""


def write_launcher(stage: Path) -> None:
    """Writes what starts hipmap into its folder; no path stands in it, so the folder can be moved."""
    if sys.platform == "win32":
        (stage / "hipmap.cmd").write_text(_WINDOWS, encoding="ascii", newline="\r\n")
        (stage / "hipmap-console.cmd").write_text(_WINDOWS_CONSOLE, encoding="ascii", newline="\r\n")
        return
    name, text = ("hipmap.command", _MACOS) if sys.platform == "darwin" else ("hipmap", _POSIX)
    (stage / name).write_text(text, encoding="ascii")
    (stage / name).chmod(0o755)


def add_to_menu(target: Path) -> str:
    """Adds hipmap to the menu, and says how it is started."""
    if sys.platform == "win32":
        variables = {**os.environ, "HIPMAP_TARGET": str(target)}
        command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _SHORTCUT]
        done = subprocess.run(command, env=variables, capture_output=True, check=False)
        where = "the start menu, or " if done.returncode == 0 else ""
        return f"To start: {where}{target / 'hipmap.cmd'}. To remove: delete that folder."
    if sys.platform == "darwin":
        return f"To start: {target / 'hipmap.command'}. To remove: delete that folder."
    removal = f"To remove: sh '{target / 'uninstall.sh'}'"
    places = linux_places()
    if places is None:
        why = "There is no menu entry, for this user has no home folder."
        return f"{why} To start: {target / 'hipmap'}. {removal}"
    share, programs = places
    command = ["sh", str(target / "integrate.sh"), "add", str(target), str(share), str(programs)]
    done = subprocess.run(command, capture_output=True, check=False)
    start = programs / "hipmap" if done.returncode == 0 else target / "hipmap"
    return f"To start: {start}. {removal}"


def linux_places() -> tuple[Path, Path] | None:
    """Where this person's (for root: this machine's) menu entries and commands lie; None without a home."""
    if os.geteuid() == 0:
        return Path("/usr/local/share"), Path("/usr/local/bin")
    home = home_folder()
    if home is None:
        return None
    share = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return Path(share), home / ".local" / "bin"
