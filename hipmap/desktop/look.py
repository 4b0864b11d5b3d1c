"""The look being worn: one theme and one text size, put on the whole program at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hipmap.desktop.design_tokens import LIGHT, TextRole, Theme, scaled

if TYPE_CHECKING:  # The first painting needs colours only; typeface and style sheet come after it.
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication


@dataclass(frozen=True)
class Look:
    """A theme, a text size, and whether things keep still."""

    theme: Theme = LIGHT
    text_scale: float = 1.0
    still: bool = False

    def px(self, pixels: float) -> int:
        """Gives a length that grows with the text."""
        return scaled(pixels, self.text_scale)

    def motion(self, milliseconds: int) -> int:
        """Gives how long a movement may take: no time at all for those who want none."""
        return 0 if self.still else milliseconds

    def font(self, role: TextRole = "body") -> "QFont":
        """Gives the font of a role at this text size."""
        from hipmap.desktop.fonts import font

        return font(role, self.text_scale)


class _Worn:
    look = Look()


def look() -> Look:
    """Gives the look being worn; widgets that paint themselves ask at each painting."""
    return _Worn.look


def choose(chosen: Look) -> None:
    """Makes a look the present one, before anything is dressed in it."""
    _Worn.look = chosen


def wear(application: "QApplication", chosen: Look) -> None:
    """Puts a look on the program: every widget hears of it as a change of style, so only of what changes."""
    from hipmap.desktop.palette import palette_of
    from hipmap.desktop.style_sheet import style_sheet

    choose(chosen)
    if chosen.still:
        _keep_still(application)
    font, palette = chosen.font(), palette_of(chosen.theme)
    sheet = style_sheet(chosen.theme, chosen.text_scale)
    if application.font() != font:
        application.setFont(font)
    if application.palette() != palette:
        application.setPalette(palette)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def _keep_still(application: "QApplication") -> None:
    """Switches off what Qt itself moves: menus, lists and tool tips that slide or fade."""
    from PySide6.QtCore import Qt

    effects = Qt.UIEffect
    for effect in (
        effects.UI_AnimateMenu,
        effects.UI_FadeMenu,
        effects.UI_AnimateCombo,
        effects.UI_AnimateTooltip,
        effects.UI_FadeTooltip,
    ):
        application.setEffectEnabled(effect, False)
