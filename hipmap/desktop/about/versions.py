"""The versions of everything that makes a result, as a list to show and to copy."""

import platform

from PySide6 import __version__ as binding_version
from PySide6.QtCore import QCoreApplication, qVersion

from hipmap import __version__
from hipmap.model.knowledge import Knowledge
from hipmap.storage.policy.in_force import in_force

_SIGNS_OF_DIGEST = 16


def versions(knowledge: Knowledge) -> list[tuple[str, str]]:
    """Gives what each thing is called and which of it is here."""
    tr = QCoreApplication.translate
    return [
        ("hipmap", __version__),
        (tr("About", "Knowledge"), knowledge.manifest.version or "–"),
        (tr("About", "Digest of the knowledge"), knowledge.digest),
        (tr("About", "Policy"), _policy()),
        ("Python", platform.python_version()),
        ("Qt", f"{qVersion()} (PySide6 {binding_version})"),
        (tr("About", "System"), f"{platform.system()} {platform.release()} {platform.machine()}"),
    ]


def _policy() -> str:
    """Names the file that fixes choices for all users of this computer, and its digest."""
    found = in_force()
    if found.path is None:
        return QCoreApplication.translate("About", "none")
    return f"{found.path} (sha256 {found.digest[:_SIGNS_OF_DIGEST]})"


def as_text(lines: list[tuple[str, str]]) -> str:
    """Gives the list as plain text, for a message to those who look after the program."""
    return "\n".join(f"{name}: {value}" for name, value in lines)
