"""The icons, drawn in a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from hipmap.storage.assets import asset

SHARP = 2.0
SMALL_SIGN = 28


@lru_cache(maxsize=256)
def icon_pixmap(name: str, colour: str, size: int, ratio: float = SHARP) -> QPixmap:
    """Draws a line icon in a colour, `size` logical pixels wide."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = asset(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: str, faint: str | None = None, size: int = 16) -> QIcon:
    """Gives an icon, with a fainter drawing for a button that cannot always be used."""
    made = QIcon(icon_pixmap(name, colour, size))
    if faint is not None:
        made.addPixmap(icon_pixmap(name, faint, size), QIcon.Mode.Disabled)
    return made


def sign_pixmap(size: int, ratio: float = SHARP) -> QPixmap:
    """Draws the sign of the program, in its own colours; a small one has fewer parts."""
    return icon_pixmap("hipmap" if size > SMALL_SIGN else "hipmap-small", "", size, ratio)


def application_icon() -> QIcon:
    """Gives the icon of the program itself, in the sizes that desktops ask for."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(sign_pixmap(size, 1.0))
    return made
