"""Reads the drawing of a posture in the tone of the theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from hipmap.desktop.body_map.face_picture import tinted
from hipmap.desktop.body_map.figure_tone import figure_tint
from hipmap.desktop.design_tokens import Theme
from hipmap.storage.assets import asset

_FOLDER = "body/poses"


def pose_picture(name: str, theme: Theme, pixels: int) -> QImage | None:
    """Gives the drawing of a file name, so many pixels wide; None for one that is not there."""
    try:
        path = asset(f"{_FOLDER}/{name}")
    except (FileNotFoundError, ValueError):
        return None
    drawn = QImage(str(path)).scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation)
    return tinted(drawn, figure_tint(theme))
