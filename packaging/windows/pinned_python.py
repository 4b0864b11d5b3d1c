"""The embeddable Python for Windows: which copies may be used, by their SHA-256, and for what."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from release_steps.sums import digest_of
from setup_steps.obstacle import Obstacle

PINS = Path(__file__).with_name("pinned.json")
USES = ("release", "rehearsal")
SERIES = "3.13"
# What hipmap never asks for: networks, other databases, sounds, many processes. `_socket` stays, for modules
# that import it and then do not use it.
_LEFT_OUT = frozenset({
    "_asyncio.pyd", "_bz2.pyd", "_hashlib.pyd", "_lzma.pyd", "_multiprocessing.pyd", "_overlapped.pyd",
    "_sqlite3.pyd", "_ssl.pyd", "libcrypto-3.dll", "libssl-3.dll", "python.cat", "pythonw.exe", "sqlite3.dll",
    "winsound.pyd", "python313._pth",
})  # fmt: skip
MUST_HOLD = ("python.exe", "python313.dll", "python313.zip", "vcruntime140.dll", "LICENSE.txt")
PATHS = "python313.zip\r\n.\r\nsite\r\n"
"""Where this Python looks for modules, and nowhere else: neither registry nor variables lead elsewhere."""


@dataclass(frozen=True)
class PinnedPython:
    """One copy; one for a rehearsal makes artefacts that say so in their names."""

    archive: Path
    version: str
    use: str


def chosen_python(archive: Path, pins: Path = PINS) -> PinnedPython:
    """The copy, if its bytes are those of a pin."""
    if not archive.is_file():
        raise Obstacle(f"{archive} is not there: name the zip of an embeddable Python {SERIES} by --python.")
    digest = digest_of(archive)
    for pin in json.loads(pins.read_text(encoding="utf-8"))["python"]:
        if pin["sha256"] == digest:
            if pin["use"] not in USES or not pin["version"].startswith(f"{SERIES}."):
                raise Obstacle(f"{pins.name}: the pin of {digest} has a wrong use or version.")
            return PinnedPython(archive, pin["version"], pin["use"])
    raise Obstacle(
        f"{archive.name} is none of the copies that {pins.name} pins (its SHA-256 is {digest}). Compare that "
        "with the one that the Python Software Foundation publishes, then add it there."
    )


def unpack_python(python: PinnedPython, folder: Path) -> None:
    """Lays down what hipmap needs of it."""
    with zipfile.ZipFile(python.archive) as archive:
        names = {PurePosixPath(name).name: name for name in archive.namelist() if not name.endswith("/")}
        missing = [name for name in MUST_HOLD if name not in names]
        if missing:
            raise Obstacle(f"{python.archive.name} is no embeddable Python {SERIES}: no {missing[0]} in it.")
        for plain, name in sorted(names.items()):
            if plain not in _LEFT_OUT:
                (folder / plain).write_bytes(archive.read(name))
    (folder / "LICENSE.txt").rename(folder / "LICENSE.python.txt")
    (folder / "python313._pth").write_bytes(PATHS.encode("ascii"))
