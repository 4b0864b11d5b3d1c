"""The wheels for Windows, unpacked and trimmed: what hipmap loads there, and no more."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path, PurePosixPath

from release_steps.trimming import LEFT_OUT, QT_MODULES
from setup_steps.carried_pip import PIP_WHEEL
from setup_steps.obstacle import FailedStep

# Windows prints and speaks to its desktop through Qt's own libraries; D-Bus is of Linux.
_QT = tuple(name for name in QT_MODULES if name != "QtDBus")
_LIBRARIES = re.compile(r"(pyside6\.abi3|shiboken6\.abi3|msvcp140\w*|vcruntime140\w*|concrt140)\.dll")
_PLUGINS = frozenset({
    "iconengines/qsvgicon", "imageformats/qsvg", "platforms/qoffscreen", "platforms/qwindows",
})  # fmt: skip
_PYTHON_OF_QT = frozenset({"__init__.py", "_config.py", "_git_pyside_version.py"})
_LEFT_OUT = tuple(name.replace(".", "/") for name in LEFT_OUT)
# FHIR of other years; hipmap writes R4B alone.
_OTHER_FHIR = ("fhir/resources/STU3/", "fhir/resources/DSTU2/")


def unpack_wheels(wheels: Path, site: Path) -> None:
    """Lays every wheel of a folder, but pip's own, as an installer would, without what is not loaded."""
    found = sorted(path for path in wheels.glob("*.whl") if path.name != PIP_WHEEL)
    if not found:
        raise FailedStep(f"no wheels in {wheels}.")
    for wheel in found:
        with zipfile.ZipFile(wheel) as archive:
            for name in sorted(archive.namelist()):
                place = place_of(name)
                if place and belongs(place):
                    target = site / place
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(name))


def place_of(name: str) -> str:
    """Where a file of a wheel is installed, below site-packages; nothing for programs and folders."""
    if name.endswith("/"):
        return ""
    parts = PurePosixPath(name).parts
    if ".." in parts or name.startswith("/") or "\\" in name or ":" in name:
        raise FailedStep(f"a wheel holds the path {name!r}.")
    if parts[0].endswith(".data"):
        return "/".join(parts[2:]) if parts[1] in ("purelib", "platlib") else ""
    return name


def belongs(name: str) -> bool:
    """Whether a file goes into the program."""
    path = PurePosixPath(name)
    if path.suffix == ".pyi" or path.name == "py.typed" or ".dist-info/sboms/" in name:
        return False
    if path.parts[0] == "PySide6":
        return _of_qt(path)
    if "tests" in path.parts[:-1] or name.startswith(_OTHER_FHIR):
        return False
    return not any(name == f"{one}.py" or name.startswith(f"{one}/") for one in _LEFT_OUT)


def _of_qt(path: PurePosixPath) -> bool:
    inside = path.parts[1:]
    if inside[0] == "plugins":
        return "/".join(inside[1:]).removesuffix(".dll") in _PLUGINS
    if inside[0] == "translations":
        return path.name.startswith("qtbase_")
    if len(inside) != 1:
        return inside[0] == "support"
    if path.name in _PYTHON_OF_QT or _LIBRARIES.fullmatch(path.name):
        return True
    return any(path.name in (f"{name}.pyd", f"Qt6{name[2:]}.dll") for name in _QT)
