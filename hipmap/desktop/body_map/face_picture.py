"""Makes the picture of a face at one size: the shaded figure in the tone of the theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from hipmap.desktop.body_map.figure_tone import figure_tint, outline_ink
from hipmap.desktop.design_tokens import OnFigure, Theme

QUIET = 0.45
IMAGE_SCALE = 2.0
"""The pictures are stored at twice their normal size."""


def face_picture(image: QImage, window: QRectF, size: QSize, ratio: float, theme: Theme) -> QPixmap:
    """Gives a window of the shaded figure, `size` logical pixels large and sharp at a pixel ratio."""
    pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
    cut = QRectF(window.topLeft() * IMAGE_SCALE, window.size() * IMAGE_SCALE).toRect()
    shown = image if cut == image.rect() else image.copy(cut)
    scaled = shown.scaled(
        pixels, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    picture = QPixmap.fromImage(tinted(scaled, figure_tint(theme)))
    picture.setDevicePixelRatio(ratio)
    return picture


def draw_outlines(picture: QPixmap, borders: QPainterPath, theme: Theme, quiet: bool = False) -> None:
    """Draws all zone borders into the picture, each of them once; quietly under bones."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(QUIET if quiet else 1.0)
    painter.strokePath(borders, QPen(outline_ink(theme), 1.0))
    painter.end()


def tinted(image: QImage, tint: QColor) -> QImage:
    """Gives the picture multiplied with a colour, where it is not transparent."""
    if tint == QColor(OnFigure.HALO):
        return image
    tinted = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(tinted.rect(), tint)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, image)
    painter.end()
    return tinted
