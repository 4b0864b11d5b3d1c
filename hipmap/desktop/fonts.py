"""The bundled typeface: registers its files and gives the fonts of the type scale."""

import sys
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from hipmap.desktop.design_tokens import FAMILY, TYPE, TextRole, scaled
from hipmap.storage.assets import asset

FACES = ("Regular", "Medium", "SemiBold", "Bold")


@lru_cache(maxsize=1)
def register_fonts() -> bool:
    """Makes the bundled faces known to Qt, once; False if a face could not be read."""
    return all([_is_registered(face) for face in FACES])  # each is tried, whatever became of the others


def _is_registered(face: str) -> bool:
    try:
        path = asset(f"fonts/{FAMILY}-{face}.otf")
        if sys.platform == "win32":
            # By its name Qt's own reader of typefaces finds no file in a folder with signs of other scripts.
            return QFontDatabase.addApplicationFontFromData(path.read_bytes()) >= 0
    except OSError:
        return False
    return QFontDatabase.addApplicationFont(str(path)) >= 0


@lru_cache(maxsize=1)
def family() -> str:
    """Gives the typeface: the bundled one, or that of the system where it cannot be read whole."""
    if register_fonts():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@lru_cache(maxsize=64)
def font(role: TextRole, text_scale: float = 1.0) -> QFont:
    """Gives the font of a role; figures stand in columns, so they all have one width."""
    pixels, weight = TYPE[role]
    made = QFont(family())
    made.setPixelSize(scaled(pixels, text_scale))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
