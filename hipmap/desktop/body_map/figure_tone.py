"""The tone of the shaded figure in each theme, and inks that can be read on it."""

from functools import lru_cache

from PySide6.QtGui import QColor

from hipmap.desktop.design_tokens import OnFigure, Theme, contrast

LEAST_CONTRAST = 3.0


def figure_tint(theme: Theme) -> QColor:
    """Gives the colour with which the picture is multiplied: a dark theme softens the glare of the figure."""
    return QColor(theme.figure_tint)


def outline_ink(theme: Theme) -> QColor:
    """Gives the colour of the quiet borders between zones."""
    ink = QColor(theme.figure_line)
    ink.setAlphaF(0.75)
    return ink


def readable_on_figure(colour: QColor, theme: Theme) -> QColor:
    """Darkens a colour until a line of it stands out from the figure."""
    return QColor(_readable(colour.name(), figure_tint(theme).name()))


@lru_cache(maxsize=64)
def _readable(colour: str, tint: str) -> str:
    figure = multiplied(QColor(OnFigure.TONE), QColor(tint)).name()
    ink = QColor(colour)
    while contrast(ink.name(), figure) < LEAST_CONTRAST and ink.lightness() > 0:
        ink = ink.darker(108)
    return ink.name()


def multiplied(one: QColor, other: QColor) -> QColor:
    """Gives the colour of one film of paint over another."""
    return QColor.fromRgbF(
        one.redF() * other.redF(), one.greenF() * other.greenF(), one.blueF() * other.blueF()
    )
