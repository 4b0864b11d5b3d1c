"""An SVG that is put together from elements, so that no text can become markup."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from hipmap.exchange.drawing.inks import FAMILY, GROUND, INK
from hipmap.model.spoken import language

_SVG = "http://www.w3.org/2000/svg"
LINE_HEIGHT = 1.3
_LETTERS = 0x2E80
"""From here on signs are as wide as they are high."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Drawing:
    """A picture: its SVG text, its size in logical pixels, and what it shows in words."""

    svg: str
    width: float
    height: float
    alt: str


class Sheet:
    """A white sheet to draw on."""

    def __init__(self, width: float, height: float, title: str, alt: str) -> None:
        size = {"width": told(width), "height": told(height), "viewBox": f"0 0 {told(width)} {told(height)}"}
        self.root = Element(
            "svg", {"xmlns": _SVG, **size, "lang": language().tag, "role": "img", "font-family": FAMILY}
        )
        self._size = width, height
        self._alt = alt
        SubElement(self.root, "title").text = _in_xml(title)
        SubElement(self.root, "desc").text = _in_xml(alt)
        self.defs = SubElement(self.root, "defs")
        self.add("rect", width=width, height=height, fill=GROUND)

    def add(self, tag: str, parent: Element | None = None, **attributes: str | float) -> Element:
        """Adds an element; `stroke_width` in Python is `stroke-width` in SVG."""
        named = {name.rstrip("_").replace("_", "-"): told(value) for name, value in attributes.items()}
        return SubElement(self.root if parent is None else parent, tag, named)

    def write(
        self, text: str, x: float, y: float, size: float, parent: Element | None = None, **more: str | float
    ) -> None:
        """Writes one line of text; `y` is its base line."""
        attributes = {"x": x, "y": y, "font_size": size, "fill": INK, **more}
        self.add("text", parent, **attributes).text = _in_xml(text)

    def write_lines(
        self, lines: Sequence[str], x: float, y: float, size: float, **more: str | float
    ) -> float:
        """Writes lines under each other and gives where the next one would stand."""
        for line in lines:
            self.write(line, x, y, size, None, **more)
            y += size * LINE_HEIGHT
        return y

    def place_picture(self, png: bytes, width: float, height: float, parent: Element | None = None) -> None:
        """Puts a PNG, with its bytes inside the SVG, at the origin of its parent."""
        data = base64.b64encode(png).decode("ascii")
        self.add("image", parent, width=width, height=height, href=f"data:image/png;base64,{data}")

    def drawing(self) -> Drawing:
        """Gives what was drawn."""
        text = tostring(self.root, encoding="unicode")
        return Drawing(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', *self._size, self._alt)


def _in_xml(text: str) -> str:
    """Leaves out what no XML may hold; everything else is escaped where it is written."""
    return _NOT_IN_XML.sub("", text)


def wrapped(text: str, size: float, wide: float) -> list[str]:
    """Gives a text in lines of about so much width; signs are taken for as wide as those of Inter are."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer, size) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _width(text: str, size: float) -> float:
    return size * sum(_sign_width(one) for one in text)


def _sign_width(sign: str) -> float:
    """The width of a sign in the half-bold of Inter, never taken for less than it is."""
    if sign in " ,.:;()|ijl’'":
        return 0.31
    return 0.95 if sign in "mwMW%@—" or ord(sign) > _LETTERS else 0.75 if sign.isupper() else 0.62


def told(value: str | float) -> str:
    """Gives a number as SVG takes it: short, and the same on every system."""
    return value if isinstance(value, str) else f"{round(value, 2):g}"


def framed_picture(png: bytes, alt: str) -> Drawing:
    """Gives a PNG as a drawing of its own size."""
    width, height = int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
    sheet = Sheet(width, height, alt, alt)
    sheet.place_picture(png, width, height)
    return sheet.drawing()
