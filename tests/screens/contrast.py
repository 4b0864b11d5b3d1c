"""Measures contrast on the pixels of a picture of a window, as WCAG 2.2 defines contrast."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from tests.screens.painted_texts import PaintedText

Pixels = npt.NDArray[np.uint8]
Shares = npt.NDArray[np.float64]

NORMAL_TEXT, LARGE_TEXT, SHAPE = 4.5, 3.0, 3.0
# A colour that covers so much of a text's box is a ground that the text stands on.
GROUND_SHARE = 0.15
# The strongest so much of the pixels is ink through and through; the rest is softened at the edges.
INK_SHARE = 0.02
LEAST_INK = 3
LEAST_SEEN = 0.6


@dataclass(frozen=True)
class Measured:
    """The contrast of one text, and what it needs."""

    text: PaintedText
    contrast: float

    @property
    def needed(self) -> float:
        return LARGE_TEXT if self.text.is_large else NORMAL_TEXT

    @property
    def is_enough(self) -> bool:
        return self.contrast >= self.needed

    def __str__(self) -> str:
        who, run = type(self.text.widget).__name__, self.text.run
        how = f"{run.pixels:g} px, {run.colour.name()}"
        return f"{self.contrast:.2f} of {self.needed}: {run.text!r} of {who}, {how}"


def pixels_of(image: QImage) -> Pixels:
    """Gives a picture as rows of red, green, blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    flat = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return flat[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4)[:, :, :3].copy()


def luminance(pixels: Pixels) -> Shares:
    """Gives the relative luminance of each pixel."""
    share = pixels.astype(np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    found: Shares = linear @ np.array([0.2126, 0.7152, 0.0722])
    return found


def contrast(one: Shares, other: Shares | float) -> Shares:
    """Gives the contrast of luminances, from 1 to 21."""
    found: Shares = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return found


def cut(pixels: Pixels, box: QRectF, ratio: float = 1.0) -> Pixels:
    """Gives the pixels in a box, which is in the window's own pixels."""
    rows = slice(max(0, round(box.top() * ratio)), max(0, round(box.bottom() * ratio)))
    columns = slice(max(0, round(box.left() * ratio)), max(0, round(box.right() * ratio)))
    return pixels[rows, columns]


def text_contrast(pixels: Pixels) -> float:
    """Gives the contrast between the ink and the ground in a text's box; the least one of several grounds."""
    flat = pixels.reshape(-1, 3)
    if not len(flat):
        return 1.0
    colours, counts = np.unique(flat, axis=0, return_counts=True)
    shine = luminance(flat)
    grounds = colours[(counts >= GROUND_SHARE * len(flat)) | (counts == counts.max())]
    ink = max(LEAST_INK, round(INK_SHARE * len(flat)))
    first = contrast(shine, float(luminance(colours[[counts.argmax()]])[0]))
    inked = float(np.median(shine[np.argsort(first)[-ink:]]))
    against = contrast(luminance(grounds), inked)
    # The ink itself may cover much of the box of a bold text.
    standing = against[against > 1.2]
    return float(standing.min()) if len(standing) else 1.0


def measure_texts(image: QImage, texts: Iterable[PaintedText]) -> Iterator[Measured]:
    """Measures each text that is in use: what is switched off needs no contrast (WCAG 1.4.3)."""
    pixels, ratio = pixels_of(image), image.devicePixelRatio()
    for text in texts:
        # What is scrolled almost out of sight is measured where it is scrolled into it.
        seen = min(text.seen.width() / text.box.width(), text.seen.height() / text.box.height())
        has_ink = any(letter.isalnum() for letter in text.text)  # a full stop alone is all edge
        if has_ink and text.widget.isEnabled() and seen > LEAST_SEEN:
            yield Measured(text, text_contrast(cut(pixels, text.seen, ratio)))
