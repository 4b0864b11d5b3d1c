"""What of the packages goes into a frozen program: the parts of Qt that hipmap loads, and no more.

Lists of what is kept, not of what is dropped: what a later Qt adds stays out until it is asked for.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

QT_MODULES = ("QtCore", "QtDBus", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
_QT_LIBRARIES = frozenset({
    "libQt6Core", "libQt6DBus", "libQt6Gui", "libQt6PrintSupport", "libQt6Svg", "libQt6WaylandClient",
    "libQt6Widgets", "libQt6XcbQpa", "libicudata", "libicui18n", "libicuuc", "libpyside6", "libshiboken6",
})  # fmt: skip
# hipmap draws SVG and PNG alone; a patient's photographs are opened by other programs.
# Without `printsupport` a real printer would be gone, and nothing would say so.
_PLUGINS = frozenset({
    "iconengines/libqsvgicon",
    "imageformats/libqsvg",
    "platforminputcontexts/libcomposeplatforminputcontextplugin",
    "platforminputcontexts/libibusplatforminputcontextplugin",
    "platforms/libqoffscreen", "platforms/libqwayland", "platforms/libqxcb",
    "platformthemes/libqxdgdesktopportal",
    "printsupport/libcupsprintersupport",
    "wayland-decoration-client/libadwaita", "wayland-decoration-client/libbradient",
    "wayland-shell-integration/libxdg-shell",
})  # fmt: skip
# Of the machine's libraries only what Python's own modules ask for comes along. All others (graphics, X11,
# glib, D-Bus, the C library) must be those of the machine that hipmap runs on.
_FROM_THE_MACHINE = frozenset({"libpython3", "libffi", "libz"})

LEFT_OUT = (
    # Compiled against the machine's own OpenSSL, and hipmap needs none of it: it makes no connection, and
    # its keys come from the package `cryptography`.
    "_hashlib", "_ssl", "ssl", "_bz2", "_curses", "_lzma", "_sqlite3", "_tkinter", "_uuid", "readline",
    "curses", "ensurepip", "idlelib", "lib2to3", "sqlite3", "tkinter", "turtledemo",
    # Character sets of East Asia before Unicode: hipmap reads and writes UTF-8.
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw",
    "_multibytecodec",
    # Many things at once, in ways that hipmap does not use.
    "asyncio", "multiprocessing",
    # What packages would use if it were there, or use in their own tests.
    "IPython", "PIL", "email_validator", "hypothesis", "lxml", "matplotlib", "mypy", "numpy", "pip", "pytest",
    "rich", "scipy", "setuptools", "sympy", "uharfbuzz", "unicodedata2", "xmlrpc", "zopfli",
    "fontTools.otlLib", "fontTools.subset", "fontTools.ufoLib", "fontTools.varLib",
    "distutils", "doctest", "pdb", "pydoc", "test", "unittest",
)  # fmt: skip
"""Modules that no frozen program holds."""


def belongs(name: str) -> bool:
    """Whether a file that was collected under this name goes into the program."""
    path = PurePosixPath(name.replace("\\", "/"))
    text = str(path)
    if "/Qt/plugins/" in text:
        return text.partition("/Qt/plugins/")[2].split(".")[0] in _PLUGINS
    if "/Qt/translations/" in text:
        return path.name.startswith("qtbase_")
    if "/Qt/" in text and "/Qt/lib/" not in text:
        return False  # of Quick and of the tools
    if ".dist-info/sboms/" in text:
        return False  # one list of parts tells it all
    stem = path.name.split(".")[0]
    if path.parts[0] == "PySide6" and len(path.parts) == 2 and stem.startswith("Qt"):
        return stem in QT_MODULES
    if re.match(r"lib[\w+-]+\.so|lib[\w.+-]+\.so\.", path.name):
        return _is_wanted_library(path)
    return True


def _is_wanted_library(path: PurePosixPath) -> bool:
    stem = re.split(r"[.-]", path.name)[0]
    if stem in _QT_LIBRARIES:
        return True
    return len(path.parts) == 1 and any(stem == one or stem == f"{one}_3" for one in _FROM_THE_MACHINE)
