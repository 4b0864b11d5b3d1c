"""The licences of hipmap, of what lies in it, and of the packages that it runs with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from hipmap.storage.licence_files import Brought, Carried, brought, carried, carried_text, own_licence


@dataclass(frozen=True)
class Licence:
    """What it is for, what it is called, and its text where it is at hand."""

    of: str
    name: str
    text: Callable[[], str]


def licences() -> list[Licence]:
    """Gives all licences: hipmap's own first, then what lies in it, in other parts, and the packages."""
    return [
        Licence("hipmap", "Apache-2.0", own_licence),
        *(Licence(_name_of(one), one.licence, partial(_text_of_part, one)) for one in carried()),
        *(Licence(f"{one.name} {one.version}", one.licence, partial(_text_of, one)) for one in brought()),
    ]


def _name_of(part: Carried) -> str:
    """Gives the name of a part, and in what it lies where that is not hipmap itself."""
    name = f"{part.name} {part.version}"
    if not part.version:
        words = QCoreApplication.translate("About", "{part} (the one of {whole})")
        name = words.format(part=part.name, whole=part.as_in)
    if part.within in ("hipmap", "frozen"):
        return name
    return QCoreApplication.translate("About", "{part}, in {package}").format(part=name, package=part.within)


def _text_of_part(part: Carried) -> str:
    words = QCoreApplication.translate("About", "Where its makers give its source: {address}")
    return f"{words.format(address=part.source)}\n\n{carried_text(part)}"


def _text_of(package: Brought) -> str:
    if package.text:
        return package.text
    words = QCoreApplication.translate(
        "About",
        "{package} is used as its makers publish it, under {licence}. Its files lie beside hipmap and can be "
        "replaced by another version.",
    )
    return words.format(package=package.name, licence=package.licence or "–")
