"""The Debian package, written without Debian's own tools so that its bytes are always the same."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import re
import tempfile
from email.utils import formatdate
from pathlib import Path

from setup_steps.layout import ROOT

from release_steps import frozen, notices, sbom
from release_steps.archives import ar_bytes, paths_within, tar_bytes
from release_steps.release import DEBIAN_MACHINES, NAME, SUMMARY, Release
from release_steps.shared_files import write_shared
from release_steps.system_needs import needs_of

MAINTAINER = "The hipmap maintainers <maintainers@hipmap.invalid>"
DESCRIPTION = """\
 A person marks where it hurts on a body map, answers questions and tries
 movements. hipmap says how urgent it is, how likely each origin of the pain
 is, how sure that is, and why. It works without internet and sends nothing
 anywhere. It is not a diagnosis, and it has not been validated on patients."""
PLACE = f"usr/lib/{NAME}"
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: hipmap

Files: *
Copyright: 2026 The hipmap maintainers
License: Apache-2.0
Comment:
 The parts that are passed on with hipmap, among them Qt under the LGPL-3.0, are
 listed with their terms in NOTICES.txt and sbom.cdx.json beside this file.

License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
"""
# As dpkg unpacks a new program it leaves the old one running with the old files open; what its Python had not
# read yet would be gone. So a running copy is named before anything changes.
_BEFORE = """\
#!/bin/sh
set -e
case "$1" in
  upgrade|remove|install)
    for link in /proc/[0-9]*/exe; do
      if [ "$(readlink "$link" 2>/dev/null || true)" = /usr/lib/hipmap/hipmap ]; then
        number=${link#/proc/}
        echo "hipmap is running (process ${number%/exe}): close it, then try again." >&2
        exit 1
      fi
    done
    ;;
esac
"""
# dpkg itself only warns.
_NO_OLDER = """\
if [ "$1" = upgrade ] && dpkg --compare-versions "$2" gt "@VERSION@"; then
  echo "hipmap $2 is installed, which is newer than @VERSION@; an older one cannot open records that it" >&2
  echo "has opened. Nothing was changed. To go back all the same: remove hipmap, then install this one;" >&2
  echo "records stay." >&2
  exit 1
fi
"""


def write_deb(program: Path, folder: Path, release: Release) -> Path:
    """Writes the package of a frozen program."""
    must, should = needs_of(program)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        tree = Path(scratch)
        lay_out(program, tree, release)
        control = control_text(release, must, should, (frozen.size_of(tree) + 1023) // 1024)
        members = [
            ("debian-binary", b"2.0\n"),
            (
                "control.tar.xz",
                _xz(control_tar(tree, control, Path(scratch).with_suffix(".control"), release)),
            ),
            ("data.tar.xz", _xz(tar_bytes(tree, release.epoch, "./"))),
        ]
    target = folder / f"{NAME}_{release.version}_{DEBIAN_MACHINES[release.machine]}.deb"
    target.write_bytes(ar_bytes(members, release.epoch))
    return target


def lay_out(program: Path, tree: Path, release: Release) -> None:
    """Lays the files as they lie on a system."""
    frozen.copied(program, tree / PLACE)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = tree / "usr" / "share"
    write_shared(share, release)
    documents = share / "doc" / NAME
    documents.mkdir(parents=True)
    for name in (notices.FILE_NAME, sbom.FILE_NAME):
        (tree / PLACE / name).rename(documents / name)
    (documents / "copyright").write_text(_COPYRIGHT, encoding="utf-8")
    (documents / "changelog.gz").write_bytes(gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=0))
    (documents / "changelog.Debian.gz").write_bytes(gzip.compress(_changelog(release).encode(), 9, mtime=0))


def control_text(release: Release, must: list[str], should: list[str], kibibytes: int) -> str:
    """The fields that dpkg reads."""
    fields = {
        "Package": NAME,
        "Version": debian_version(release.version),
        "Architecture": DEBIAN_MACHINES[release.machine],
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kibibytes),
        "Depends": ", ".join(must),
        "Recommends": ", ".join(should),
        "Section": "science",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n{DESCRIPTION}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def debian_version(version: str) -> str:
    """A version as dpkg orders it: what comes before a release sorts before it."""
    return re.sub(r"(?<=\d)(a|b|rc|\.dev)(?=\d)", lambda found: "~" + found[1].strip("."), version)


def control_tar(tree: Path, control: str, scratch: Path, release: Release) -> bytes:
    """What dpkg reads beside the files: fields, checksums, and what runs before a change."""
    scratch.mkdir()
    try:
        (scratch / "control").write_text(control, encoding="utf-8")
        sums = [
            f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
            for path in paths_within(tree)
            if path.is_file() and not path.is_symlink()
        ]
        (scratch / "md5sums").write_text("".join(sums), encoding="utf-8")
        for name, script in maintainer_scripts(release).items():
            (scratch / name).write_text(script, encoding="utf-8")
            (scratch / name).chmod(0o755)
        return tar_bytes(scratch, release.epoch, "./")
    finally:
        for path in scratch.iterdir():
            path.unlink()
        scratch.rmdir()


def maintainer_scripts(release: Release) -> dict[str, str]:
    """What dpkg runs before it changes anything; each says in a sentence why it stops."""
    no_older = _NO_OLDER.replace("@VERSION@", debian_version(release.version))
    return {"preinst": f"{_BEFORE}{no_older}exit 0\n", "prerm": f"{_BEFORE}exit 0\n"}


def _changelog(release: Release) -> str:
    day = formatdate(release.epoch)
    return (
        f"{NAME} ({debian_version(release.version)}) stable; urgency=medium\n\n"
        f"  * Release {release.version}; what changed is told in changelog.gz.\n\n -- {MAINTAINER}  {day}\n"
    )


def _xz(content: bytes) -> bytes:
    return lzma.compress(content, preset=6)
