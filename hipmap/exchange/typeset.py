"""Sets pages and pictures by typst, which is loaded when something is set; all of what is shown is data."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hipmap.exchange.drawing.svg import Drawing
from hipmap.exchange.glyphs import STAND_IN, foreign_signs, with_stand_ins
from hipmap.model.problems import BadInput
from hipmap.model.spoken import translate

if TYPE_CHECKING:
    import typst

_POINTS = 0.75
"""A logical pixel in points, which makes 96 of them an inch."""
_PICTURE = """
#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 1pt, height: data.height * 1pt, margin: 0pt, fill: white)
#image(bytes(data.svg), format: "svg", width: 100%, alt: data.alt)
"""


_TRIAL = b"""
#set document(title: "trial")
#set text(font: "Inter")
#json(bytes(sys.inputs.data)).text
"""
"""Sets some signs alone, to see whether a font has them."""


def png_of(drawing: Drawing, fonts: Path, sharp: float = 2) -> bytes:
    """Gives a drawing as PNG, `sharp` pixels to a logical one."""
    data = {
        "svg": drawing.svg,
        "alt": drawing.alt,
        "width": drawing.width * _POINTS,
        "height": drawing.height * _POINTS,
    }
    return _bytes(_compiler(_PICTURE.encode(), data, fonts).compile(format="png", ppi=96 * sharp))


def pdf_within(
    template: bytes, densities: Iterable[Mapping[str, Any]], fonts: Path, most: int | None, day: str = ""
) -> bytes:
    """Gives the first of some ever shorter documents that has at most so many pages, else the last, as PDF.

    It is tagged for readers aloud (PDF/UA-1), bears the day, and is the same on every machine but for signs
    that only a font of the machine has. The template labels the number of its pages as <pages>.
    """
    _, compiler = _fitting(template, densities, fonts, most)
    # Asked once about its pages, it no longer has the template that it was made with.
    made = compiler.compile(template, format="pdf", pdf_standards=["ua-1"], timestamp=_midnight(day))
    return _bytes(made)


def pages_within(
    template: bytes, densities: Iterable[Mapping[str, Any]], fonts: Path, most: int | None, per_inch: int
) -> tuple[int, list[bytes]]:
    """Gives which document `pdf_within` would set, counted from 0, and each of its pages as PNG."""
    at, compiler = _fitting(template, densities, fonts, most)
    made = compiler.compile(template, format="png", ppi=per_inch)
    return at, [_bytes(one) for one in made] if isinstance(made, list) else [_bytes(made)]


def _fitting(
    template: bytes, densities: Iterable[Mapping[str, Any]], fonts: Path, most: int | None
) -> "tuple[int, typst.Compiler]":
    found = None
    for at, data in enumerate(densities):
        compiler = _compiler(template, data, fonts)
        found = at, compiler
        if most is None or int(json.loads(compiler.query("<pages>", field="value", one=True))) <= most:
            break
    if found is None:
        raise ValueError("there is no document to set")
    return found


def _midnight(day: str) -> int:
    """Gives the seconds of a day as a file counts them; those of no day are 0."""
    return int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp()) if day else 0


def _bytes(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):  # typst gives a list for many pictures, and nothing for a file to write
        raise TypeError("typst did not give one file back")
    return made


def _compiler(template: bytes, data: Mapping[str, Any], fonts: Path) -> "typst.Compiler":
    """Gives what sets the data, with fonts of the computer only where the own one lacks a sign."""
    foreign = foreign_signs(json.dumps(data, ensure_ascii=False), fonts)
    if not foreign:
        return _with_fonts(template, data, _fonts(fonts, system=False))
    every = _fonts(fonts, system=True)
    shown, is_less = with_stand_ins(dict(data), foreign, partial(_may_set, every))
    if is_less and "foot" in shown:
        note = translate("Paper", "What no font of this computer can show stands as {sign}.")
        shown["foot"] = f"{shown['foot']} {note.format(sign=STAND_IN)}"
    return _with_fonts(template, shown, every)


def _may_set(fonts: "typst.Fonts", text: str) -> bool:
    import typst

    try:
        _with_fonts(_TRIAL, {"text": text}, fonts).compile(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True


def _fonts(own: Path, *, system: bool) -> "typst.Fonts":
    try:
        import typst
    except ImportError as error:
        raise BadInput(f"typst does not load ({error}); install hipmap again, or write .html") from error
    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(own)])


def _with_fonts(template: bytes, data: Mapping[str, Any], fonts: "typst.Fonts") -> "typst.Compiler":
    import typst

    return typst.Compiler(template, font_paths=fonts, sys_inputs={"data": json.dumps(data)})
