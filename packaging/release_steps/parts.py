"""What hipmap is made of: the packages that an environment holds, and what lies inside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from setup_steps.layout import LOCK, ROOT
from setup_steps.lock import normal_name, requirements_of

from release_steps.within_python import of_running

LICENCES = ROOT / "assets" / "licences"
BROUGHT_PYTHON = "frozen"
"""The scope of what only a copy with its own Python holds."""
_TEXT = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
# A package that brings the text of its licence but does not name it.
_NAMED = {"sqlcipher3": "Zlib"}
_WORDS = {
    "BSD license": "BSD-3-Clause", "BSD License": "BSD-3-Clause", "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0", "Apache-2.0 license": "Apache-2.0", "PSF": "PSF-2.0",
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One thing that is passed on with hipmap; `within` names what it lies in.

    Where the file itself does not tell its version, `as_in` names that whose makers chose it.
    """

    name: str
    version: str
    licence: str
    purl: str = ""
    source: str = ""
    within: str = "hipmap"
    as_in: str = ""
    authors: str = ""
    sha256: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def packages(site_packages: Path) -> list[Part]:
    """The Python packages that hipmap runs with, as this environment has them."""
    return [_package(site_packages, one.name, one.text) for one in _locked()]


def embedded(site_packages: Path) -> list[Part]:
    """The Rust libraries inside them, from the lists that their makers ship."""
    found: dict[str, Part] = {}
    for one in _locked():
        for path in sorted(_folder(site_packages, one.name).glob("sboms/*.json")):
            listed = json.loads(path.read_text(encoding="utf-8")).get("components", [])
            for part in _cargo_parts(listed, one.name):
                found.setdefault(part.purl, part)
    return sorted(found.values(), key=lambda part: (part.name, part.version))


def brought(scopes: Iterable[str], system: str | None, python: dict[str, str]) -> list[Part]:
    """What no package list names: from assets/licences/brought.json, of these scopes and one system."""
    wanted = set(scopes)
    listed = json.loads((LICENCES / "brought.json").read_text(encoding="utf-8"))
    return [
        _brought(one, python)
        for one in listed
        if one["within"] in wanted
        and (system is None or system in one.get("systems", (system,)))
        and (one["within"] != BROUGHT_PYTHON or of_python(one, python["python"]))
    ]


def of_python(one: dict[str, Any], version: str) -> bool:
    """Whether a Python of this version holds the part."""
    here = _order(version)
    return _order(one.get("since", "0")) <= here and ("before" not in one or here < _order(one["before"]))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split(".")[:2])


def _brought(one: dict[str, Any], python: dict[str, str]) -> Part:
    version, as_in = one["version"].format(**python), one.get("as_in", "").format(**python)
    if not version and not as_in:  # a library of Python that does not tell its version
        as_in = f"Python {python['python']}"
    return Part(
        name=one["name"], version=version, licence=one["licence"], source=one["source"], within=one["within"],
        as_in=as_in, texts=tuple((name, text_of(name)) for name in one["texts"]),
    )  # fmt: skip


def text_of(name: str) -> str:
    """A licence text: of assets/licences, or with a leading slash of the checkout."""
    path = ROOT / name[1:] if name.startswith("/") else LICENCES / name
    return path.read_text(encoding="utf-8")


def all_parts(
    site_packages: Path,
    *,
    frozen: bool,
    system: str | None = "linux",
    python: dict[str, str] | None = None,
) -> list[Part]:
    """Everything that an artefact with these packages passes on, packages first.

    Without a system, of all systems; `python` tells the versions within the Python that it brings.
    """
    own = packages(site_packages)
    names = {"PySide6-Essentials", "PyYAML", "cffi", "hipmap", "typst", "sqlcipher3", "cryptography"}
    scopes = names | ({BROUGHT_PYTHON} if frozen else set())
    return [*own, *brought(scopes, system, python or of_running()), *embedded(site_packages)]


def _locked() -> list[Any]:
    return requirements_of("run", LOCK.read_text(encoding="utf-8"))


def _folder(site_packages: Path, name: str) -> Path:
    for folder in sorted(site_packages.glob("*.dist-info")):
        if normal_name(folder.name.split("-")[0]) == name:
            return folder
    raise FileNotFoundError(f"{name} is not installed in {site_packages}")


def _package(site_packages: Path, name: str, locked: str) -> Part:
    folder = _folder(site_packages, name)
    told = metadata.PathDistribution(folder).metadata
    texts = tuple(
        (f"{folder.name}/{path.name}", path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _TEXT.match(path.name)
    )
    version = str(told["Version"])
    if name in ("pyside6-essentials", "shiboken6"):  # their wheels bring no text
        texts = tuple((text, text_of(text)) for text in ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"))
    return Part(
        name=str(told["Name"]),
        version=version,
        licence=_licence(name, told),
        purl=f"pkg:pypi/{name}@{version}",
        source=_home(told),
        sha256=tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", locked))),
        texts=texts or (("standard_texts.txt", text_of("standard_texts.txt")),),
    )


def _licence(name: str, told: Any) -> str:
    if name in _NAMED:
        return _NAMED[name]
    said = str(told.get("License-Expression") or told.get("License") or "").strip().split("\n")[0]
    return _WORDS.get(said, said)


def _home(told: Any) -> str:
    links = [str(link).partition(",") for link in told.get_all("Project-URL") or ()]
    for wanted in ("source", "source code", "repository", "github", "homepage"):
        for name, _, address in links:
            if name.strip().lower() == wanted:
                return address.strip()
    return str(told.get("Home-page") or (links[0][2].strip() if links else ""))


def _cargo_parts(listed: list[dict[str, Any]], within: str) -> Iterator[Part]:
    for one in listed:
        purl = str(one.get("purl", ""))
        if not purl.startswith("pkg:cargo/") or "file://" in purl:
            continue  # the package itself; OpenSSL stands in brought.json, with its licence
        named = [x.get("expression") or x["license"].get("id", "") for x in one.get("licenses", ())]
        links = {link["type"]: link["url"] for link in one.get("externalReferences", ())}
        yield Part(
            name=one["name"],
            version=one["version"],
            licence=re.sub(r"\s+", " ", " AND ".join(named)),
            purl=purl,
            source=links.get("vcs", links.get("website", f"https://crates.io/crates/{one['name']}")),
            within=within,
            authors=re.sub(r" <[^>]*>", "", str(one.get("author", ""))),
            sha256=tuple(h["content"] for h in one.get("hashes", ()) if h["alg"] == "SHA-256"),
        )
