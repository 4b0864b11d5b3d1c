"""The bundled typeface: registers its files and gives the fonts of the type scale."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from hipmap.desktop.design_tokens import FAMILY, TYPE, TextRole, scaled
from hipmap.storage.assets import asset

FACES = ("Regular", "Medium", "SemiBold", "Bold")


@lru_cache(maxsize=1)
def register_fonts() -> bool:
    """Makes the bundled faces known to Qt, once; False if a face could not be read."""
    ids = [QFontDatabase.addApplicationFont(str(asset(f"fonts/Inter-{face}.otf"))) for face in FACES]
    return all(number >= 0 for number in ids)


@lru_cache(maxsize=64)
def font(role: TextRole, text_scale: float = 1.0) -> QFont:
    """Gives the font of a role; figures stand in columns, so they all have one width."""
    pixels, weight = TYPE[role]
    made = QFont(FAMILY)
    made.setPixelSize(scaled(pixels, text_scale))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
