"""Says in a sentence why Qt finds no screen that it can use, where Qt would abort the whole process."""

import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from hipmap.storage.told_without_window import APT, tell_without_window

_MISSING = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_BAD_INPUT = 2


def first_application(arguments: list[str]) -> QApplication:
    """Gives the application object; where there is no screen for it, a sentence and exit code 2, no abort."""
    qInstallMessageHandler(_heard)
    try:
        return QApplication(arguments)
    finally:
        qInstallMessageHandler(None)


def _heard(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    if kind is QtMsgType.QtFatalMsg:
        tell_without_window(why_no_platform())
        os._exit(_BAD_INPUT)
    if not str(context.category).startswith("qt.qpa"):  # what it says of plugins is said by the sentence
        sys.stderr.write(f"{words}\n")


def why_no_platform() -> str:
    """What stands in the way of a window: libraries that this system lacks, or else its screen."""
    missing = " ".join(missing_libraries())
    if missing:
        return f"the window cannot open, because this system lacks {missing}; install what is missing ({APT})"
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    told = ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name))
    return f"no screen answers ({told}); open a desktop session, or see `hipmap assess --help`"


def missing_libraries() -> list[str]:
    """The libraries that the plugin for this screen names and this system does not have."""
    wayland_alone = os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY")
    name = "libqwayland.so" if wayland_alone else "libqxcb.so"
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    try:
        done = subprocess.run(
            ["ldd", str(plugins / name)],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError:
        return []
    return sorted(set(_MISSING.findall(done.stdout)))
