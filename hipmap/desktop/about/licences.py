"""The licences of hipmap, of what lies in it, and of the packages that it runs with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from hipmap.storage.licence_files import Brought, brought, bundled_licence, own_licence


@dataclass(frozen=True)
class Licence:
    """What it is for, what it is called, and its text where it is at hand."""

    of: str
    name: str
    text: Callable[[], str]


def licences() -> list[Licence]:
    """Gives all licences: hipmap's own first, then what lies in it, then packages."""
    tr = QCoreApplication.translate
    figure = tr(
        "About",
        "The figures were made from the base mesh and the shape targets of MakeHuman, which its makers gave "
        "to everyone under CC0 1.0. No permission is needed to use, change or pass on the figures. The "
        "programs that made them are in hipmap’s source code.",
    )
    return [
        Licence("hipmap", "Apache-2.0", own_licence),
        Licence(tr("About", "Typeface Inter"), "OFL-1.1", partial(bundled_licence, "fonts/OFL.txt")),
        Licence(tr("About", "Icons (Lucide)"), "ISC", partial(bundled_licence, "icons/LICENSE.lucide.txt")),
        Licence(tr("About", "Figures (MakeHuman)"), "CC0-1.0", lambda: figure),
        Licence(
            tr("About", "Pictures of bones, made from myo_sim (MyoSuite)"),
            "Apache-2.0",
            partial(bundled_licence, "body/overlays/LICENSE.myo_sim.txt"),
        ),
        Licence(
            tr("About", "SQLCipher, in sqlcipher3"),
            "BSD-3-Clause",
            partial(bundled_licence, "licences/LICENSE.sqlcipher.txt"),
        ),
        Licence(tr("About", "OpenSSL, in sqlcipher3 and cryptography"), "Apache-2.0", own_licence),
        *(Licence(f"{one.name} {one.version}", one.licence, partial(_text_of, one)) for one in brought()),
    ]


def _text_of(package: Brought) -> str:
    if package.text:
        return package.text
    words = QCoreApplication.translate(
        "About",
        "{package} is used as its makers publish it, under {licence}. Its files lie beside hipmap and can be "
        "replaced by another version.",
    )
    return words.format(package=package.name, licence=package.licence or "–")
