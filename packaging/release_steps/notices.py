"""The notices that go with every artefact: what is passed on, under which licence, and its text."""

from __future__ import annotations

import re
from pathlib import Path

from release_steps.build_environment import build_python
from release_steps.parts import BROUGHT_PYTHON, LICENCES, Part, all_parts, embedded, text_of
from release_steps.release import Release, run_tool
from release_steps.sbom import FILE_NAME as SBOM_FILE
from release_steps.sbom import sbom_text
from release_steps.within_python import told_by

FILE_NAME = "NOTICES.txt"
_VALIDATOR = Path(__file__).with_name("validate_sbom.py")
RUST_FILE = LICENCES / "rust_libraries.txt"
_LINE = "=" * 78
_HEAD = """\
hipmap {version}: what it is made of, and under which terms
{line}

hipmap itself is under the Apache License, version 2.0 (the first text below). It is passed on together with
the parts in this list, each under its own terms. Qt is under the LGPL: see "Qt.txt" below for what you may do
with it, how to replace it, and where its source code is. The same list for machines is {sbom}.

"""
_RUST_HEAD = """\
Libraries written in Rust, inside typst, pydantic-core and cryptography
=======================================================================

From the lists that the makers of these packages ship with them. For each: name, version, its terms (by their
SPDX names; the texts are in standard_texts.txt and MPL-2.0.txt, Apache-2.0 is hipmap's own licence), its
authors as it names them, and where its source code is.

"""
_KNOWLEDGE = """\
from hipmap.storage.knowledge_reading import read_knowledge
knowledge, problems = read_knowledge(None)
assert knowledge is not None and not problems, problems
print(knowledge.manifest.version, "sha256:" + knowledge.digest)
"""
_KNOWN = re.compile(r"[A-Za-z0-9.+-]+")
_JOINING = frozenset({"AND", "OR", "WITH"})


def unknown(parts: list[Part]) -> list[str]:
    """Parts whose licence is not named in the way of SPDX; none may be left."""
    return [f"{part.name}: {part.licence or 'none'}" for part in parts if not _is_named(part.licence)]


def _is_named(licence: str) -> bool:
    words = licence.replace("(", " ").replace(")", " ").split()
    if not words or "UNKNOWN" in licence.upper():
        return False
    names = [word for word in words if word not in _JOINING]
    joined = len(words) - len(names)
    return joined == len(names) - 1 and all(_KNOWN.fullmatch(name) for name in names)


def rust_text(parts: list[Part]) -> str:
    """The list of Rust libraries, as it lies in assets/licences."""
    return _RUST_HEAD + "".join(
        f"{part.name} {part.version}\n    {part.licence}\n    {part.authors or 'its authors'}\n"
        f"    {part.source}\n"
        for part in parts
    )


def notices_text(parts: list[Part], release: Release) -> str:
    """The list of parts, then every text once."""
    listed = [part for part in parts if not part.purl.startswith("pkg:cargo/")]
    lines = [_HEAD.format(version=release.version, line=_LINE, sbom=SBOM_FILE)]
    for part in sorted(listed, key=lambda part: (part.name.lower(), part.within)):
        inside = "" if part.within in ("hipmap", BROUGHT_PYTHON) else f", in {part.within}"
        title = f"{part.name} {part.version}" if part.version else f"{part.name} (the one of {part.as_in})"
        lines.append(f"{title}{inside}\n    {part.licence}\n    {part.source}\n")
    texts = {"hipmap (Apache-2.0; also for every other part under it)": text_of("/LICENSE")}
    for part in listed:
        for name, text in part.texts:
            if name != "/LICENSE":
                texts.setdefault(name.rpartition("/assets/")[2], text)
    for name, text in texts.items():
        lines.append(f"\n\n{_LINE}\n{name}\n{_LINE}\n\n{text.strip()}\n")
    return "".join(lines)


def write_notices(
    folder: Path,
    site_packages: Path,
    release: Release,
    artefact: str,
    *,
    frozen: bool,
    system: str | None = "linux",
    more: tuple[Part, ...] = (),
) -> None:
    """Writes notices and the list of parts into a folder that becomes an artefact."""
    python = told_by(build_python()) if frozen else None
    parts = all_parts(site_packages, frozen=frozen, system=system, python=python)
    write_listed(folder, [*parts, *more], release, artefact)


def write_listed(folder: Path, parts: list[Part], release: Release, artefact: str) -> None:
    """The same, of these parts; each must have a licence."""
    nameless = unknown(parts)
    if nameless:
        raise ValueError(f"no licence is named for {', '.join(nameless)}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(notices_text(parts, release), encoding="utf-8", newline="\n")
    told = sbom_text(parts, release, artefact, knowledge_of_sources(release))
    (folder / SBOM_FILE).write_text(told, encoding="utf-8", newline="\n")
    run_tool(
        [str(build_python()), str(_VALIDATOR), str(folder / SBOM_FILE)], release, "checking the list of parts"
    )


def knowledge_of_sources(release: Release) -> str:
    """The version of the clinical knowledge and the digest of all its files, as the program tells them."""
    return run_tool([str(build_python()), "-c", _KNOWLEDGE], release, "reading the knowledge").strip()


def write_rust_list(site_packages: Path) -> None:
    """Brings the list in assets/licences up to date with the locked packages."""
    RUST_FILE.write_text(rust_text(embedded(site_packages)), encoding="utf-8", newline="\n")
