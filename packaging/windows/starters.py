"""hipmap.exe and hipmap-console.exe: compiled from a page of C, with hipmap's picture and version."""

from __future__ import annotations

import shutil
import struct
import tempfile
from pathlib import Path

from release_steps.build_environment import build_python
from release_steps.release import Release, run_tool
from setup_steps.layout import ROOT
from setup_steps.obstacle import Obstacle

from windows.version_number import four_numbers

_SOURCES = Path(__file__).parent
_SIZES = (16, 24, 32, 48, 64, 128, 256)
_COMPILER, _RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
_FLAGS = (
    "-Os", "-s", "-Wall", "-Werror", "-municode", "-nostdlib", "-nostartfiles", "-ffreestanding",
    "-fno-stack-check", "-mno-stack-arg-probe", "-Wl,--entry=begin", "-Wl,--no-insert-timestamp",
    "-Wl,--dynamicbase,--nxcompat,--high-entropy-va",
)  # fmt: skip
_DRAWING = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
application = QGuiApplication([])
small, large, folder = sys.argv[1:4]
for size in map(int, sys.argv[4:]):
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(small if size <= 32 else large).render(painter)
    painter.end()
    assert picture.save(str(Path(folder) / f"{size}.png"))
"""


# The side of the installer's last page, in the size that NSIS asks for: the icon's ground, and its pin on it.
_SIDE = """
import re, sys
from pathlib import Path
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter
from PySide6.QtSvg import QSvgRenderer
application = QGuiApplication([])
side = QImage(164, 314, QImage.Format.Format_RGB32)
drawing = Path(sys.argv[1]).read_text(encoding="utf-8")
first, last = re.findall('stop-color="(#[0-9a-f]{6})"', drawing)
ground = QLinearGradient(0, 0, 0, 314)
ground.setColorAt(0, QColor(first))
ground.setColorAt(1, QColor(last))
painter = QPainter(side)
painter.fillRect(side.rect(), ground)
pin = re.sub("<rect[^>]*#ground[^>]*>", "", drawing)
QSvgRenderer(pin.encode()).render(painter, QRectF(12, 36, 140, 140))
painter.end()
assert side.save(sys.argv[2], "BMP")
"""


def must_have(program: str, package: str) -> str:
    """The path of a tool of this machine; where it is missing, what to install."""
    found = shutil.which(program)
    if found is None:
        raise Obstacle(f"{program} is missing. On Debian and Ubuntu: sudo apt install {package}")
    return found


def write_icon(target: Path, release: Release) -> None:
    """Draws the picture of the program in the sizes that Windows asks for."""
    with tempfile.TemporaryDirectory() as scratch:
        draw_pictures(Path(scratch), _SIZES, release)
        target.write_bytes(icon_of([(size, (Path(scratch) / f"{size}.png").read_bytes()) for size in _SIZES]))


def draw_pictures(folder: Path, sizes: tuple[int, ...], release: Release) -> None:
    """Draws the picture of the program with Qt as SIZE.png; the smallest from a simpler drawing."""
    icons = ROOT / "assets" / "icons"
    command = [str(build_python()), "-c", _DRAWING, str(icons / "hipmap-small.svg")]
    command += [str(icons / "hipmap.svg"), str(folder), *map(str, sizes)]
    run_tool(command, release, "drawing the icon", QT_QPA_PLATFORM="offscreen")


def write_side_picture(target: Path, release: Release) -> None:
    """Draws what stands beside the installer's last page."""
    drawing = ROOT / "assets" / "icons" / "hipmap.svg"
    command = [str(build_python()), "-c", _SIDE, str(drawing), str(target)]
    run_tool(command, release, "drawing the side of a page", QT_QPA_PLATFORM="offscreen")


def icon_of(pictures: list[tuple[int, bytes]]) -> bytes:
    """Joins PNG pictures as a Windows icon; a size of 256 is written as 0 there."""
    at = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at + len(body))
        body += picture
    return head + body


def write_starters(folder: Path, icon: Path, release: Release, library: str = "python313.dll") -> None:
    """Compiles both; the one for a console waits, and can print."""
    compiler = must_have(_COMPILER, "gcc-mingw-w64-x86-64")
    resources = must_have(_RESOURCES, "binutils-mingw-w64-x86-64")
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        shutil.copyfile(icon, Path(scratch) / "hipmap.ico")
        shutil.copyfile(_SOURCES / "launcher.manifest", Path(scratch) / "launcher.manifest")
        described = Path(scratch) / "launcher.rc"
        described.write_text(resource_text(release), encoding="utf-8")
        made = Path(scratch) / "launcher.o"
        run_tool([resources, "-I", scratch, str(described), str(made)], release, "windres")
        for name, window in (("hipmap.exe", True), ("hipmap-console.exe", False)):
            command = [compiler, *_FLAGS, "-mwindows" if window else "-mconsole"]
            command += [f'-DPYTHON_DLL=L"{library}"', f'-DOWN_NAME=L"{name}"']
            command += [] if window else ["-DCONSOLE"]
            command += [str(_SOURCES / "launcher.c"), str(made), "-o", str(folder / name)]
            run_tool([*command, "-lkernel32", "-luser32", "-lshell32"], release, f"compiling {name}")


def resource_text(release: Release) -> str:
    """The description of the program, with this version in it."""
    text = (_SOURCES / "launcher.rc").read_text(encoding="utf-8")
    numbers = four_numbers(release.version).replace(".", ",")
    return text.replace("@NUMBERS@", numbers).replace("@VERSION@", release.version)
