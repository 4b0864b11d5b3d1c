"""Sets pages and pictures by typst, which is loaded when something is set; all of what is shown is data."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hipmap.exchange.drawing.svg import Drawing
from hipmap.model.problems import BadInput

if TYPE_CHECKING:
    import typst

_POINTS = 0.75
"""A logical pixel in points, which makes 96 of them an inch."""
_PICTURE = """
#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 1pt, height: data.height * 1pt, margin: 0pt, fill: white)
#image(bytes(data.svg), format: "svg", width: 100%, alt: data.alt)
"""


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

    It is tagged for readers aloud (PDF/UA-1), bears the day, and is the same on every machine. The template
    labels the number of its pages as <pages>.
    """
    compiler = None
    for data in densities:
        compiler = _compiler(template, data, fonts)
        if most is None or int(json.loads(compiler.query("<pages>", field="value", one=True))) <= most:
            break
    if compiler is None:
        raise ValueError("there is no document to set")
    # Asked once about its pages, it no longer has the template that it was made with.
    made = compiler.compile(template, format="pdf", pdf_standards=["ua-1"], timestamp=_midnight(day))
    return _bytes(made)


def _midnight(day: str) -> int:
    """Gives the seconds of a day as a file counts them; those of no day are 0."""
    return int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp()) if day else 0


def _bytes(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):  # typst gives a list for many pictures, and nothing for a file to write
        raise TypeError("typst did not give one file back")
    return made


def _compiler(template: bytes, data: Mapping[str, Any], fonts: Path) -> "typst.Compiler":
    try:
        import typst
    except ImportError as error:
        raise BadInput(f"typst does not load ({error}); install hipmap again, or write .html") from error
    return typst.Compiler(
        template,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
        ),
        sys_inputs={"data": json.dumps(data)},
    )
