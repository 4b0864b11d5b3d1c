"""What a desktop and a person find of an installed hipmap: menu entry, icon, file types, manual page."""

from __future__ import annotations

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path

from setup_steps.layout import ROOT

from release_steps.release import NAME, Release

SOURCES = ROOT / "packaging" / "linux"
SCRIPTS = ("integrate.sh", "own_files.sh", "uninstall.sh")
"""What an installed copy adds itself to a menu and removes itself with."""

_PLACES = {
    "hipmap.desktop": "applications/hipmap.desktop",
    "hipmap.metainfo.xml": "metainfo/org.hipmap.hipmap.metainfo.xml",
    "hipmap.mime.xml": "mime/packages/hipmap.xml",
}


def write_shared(share: Path, release: Release) -> None:
    """Writes them below a `share` folder."""
    for source, place in _PLACES.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dated(source, release), encoding="utf-8", newline="\n")
    icons = share / "icons" / "hicolor" / "scalable" / "apps"
    icons.mkdir(parents=True)
    shutil.copyfile(ROOT / "assets" / "icons" / "hipmap.svg", icons / f"{NAME}.svg")
    manual = share / "man" / "man1"
    manual.mkdir(parents=True)
    (manual / f"{NAME}.1.gz").write_bytes(gzip.compress(dated("hipmap.1", release).encode(), 9, mtime=0))


def dated(source: str, release: Release) -> str:
    """A file of packaging/linux with version, day and machine in it."""
    text = (SOURCES / source).read_text(encoding="utf-8")
    day = datetime.fromtimestamp(release.epoch, UTC).strftime("%Y-%m-%d")
    told = {"@VERSION@": release.version, "@DATE@": day, "@MACHINE@": release.machine}
    for mark, value in told.items():
        text = text.replace(mark, value)
    return text
