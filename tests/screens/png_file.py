"""Writes a picture as PNG, in a third of the time that Qt takes, of about the same size."""

import struct
import zlib
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from tests.screens.contrast import pixels_of

# Of the quick levels; a screen is mostly plain, and more effort hardly makes it smaller.
EFFORT = 1
# Each line as what differs from the line above: most of a screen then is noughts.
AS_ABOVE = 2


def write_png(image: QImage, file: Path) -> None:
    """Writes red, green and blue of a picture; OSError where that cannot be."""
    pixels = pixels_of(image)
    height, width, colours = pixels.shape
    lines = pixels.reshape(height, width * colours)
    told = np.empty((height, width * colours + 1), np.uint8)
    told[:, 0] = AS_ABOVE
    told[0, 1:] = lines[0]
    np.subtract(lines[1:], lines[:-1], out=told[1:, 1:])
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(told.tobytes(), EFFORT)), (b"IEND", b""))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_part(*part) for part in parts))


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
