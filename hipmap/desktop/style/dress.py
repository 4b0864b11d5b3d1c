"""What every part of the style sheet is cut from: a theme, a text size, and the pictures of the theme."""

from dataclasses import dataclass

from hipmap.desktop.design_tokens import Size, Theme, scaled
from hipmap.storage.assets import asset


@dataclass(frozen=True)
class Dress:
    """A theme and a text size, with the measures that follow from them."""

    theme: Theme
    text_scale: float

    def px(self, pixels: float) -> int:
        """Gives a length that grows with the text."""
        return scaled(pixels, self.text_scale)

    @property
    def line(self) -> int:
        return self.theme.line_width

    @property
    def ring(self) -> int:
        return self.theme.ring_width

    @property
    def slack(self) -> int:
        """The padding that the ring of the focus takes, so that nothing moves when it appears."""
        return self.ring - self.line

    @property
    def outlined(self) -> str:
        """The border that stands in for soft grounds where contrast is strong."""
        return f"{self.line}px solid {self.theme.accent}" if self.line > 1 else "none"

    def ring_round(self, colour: str) -> str:
        """The ring round a filled control: the fill draws back from it, so that it is seen on any fill."""
        return f"border: {self.ring}px solid {colour}; background-clip: padding;"

    def inside(self, height: int) -> int:
        """Gives the height within border and slack of a control that is `height` tall in all."""
        return self.px(height) - 2 * self.ring

    @property
    def control(self) -> int:
        return self.inside(Size.CONTROL)

    def picture(self, name: str) -> str:
        """Gives the address of a picture of the theme, in the form that a style sheet wants."""
        return asset(f"style/{name}-{self.theme.name}.svg").as_posix()
