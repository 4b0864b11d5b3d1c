"""One version everywhere: sources, changelog, what a desktop and dpkg read, the list of parts."""

import json
import re
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from release_steps import notices, sbom, shared_files
from release_steps.deb import control_text, debian_version
from release_steps.parts import Part
from release_steps.release import Release, version_of_sources

import hipmap
from tests.case_builders import own_knowledge

ROOT = Path(__file__).resolve().parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
RELEASE = Release(version_of_sources(), 1_700_000_000)


def newest_section() -> tuple[str, str]:
    """The heading of the newest release in the changelog, and what stands under it."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    released = [one for one in sections if not one.startswith("[Unreleased]")]
    heading, _, words = released[0].partition("\n")
    return heading, words


def test_the_changelog_begins_with_this_version_and_its_day() -> None:
    heading, words = newest_section()
    assert re.fullmatch(rf"\[{re.escape(VERSION)}\] - \d{{4}}-\d\d-\d\d", heading)
    assert "### " in words


def test_the_changelog_names_the_knowledge_of_this_version() -> None:
    assert own_knowledge().manifest.version in newest_section()[1].partition("### ")[0]


def test_every_file_that_names_a_version_names_the_same() -> None:
    description = ElementTree.fromstring(shared_files.dated("hipmap.metainfo.xml", RELEASE))
    page = shared_files.dated("hipmap.1", RELEASE).splitlines()[0]
    control = control_text(RELEASE, ["libc6"], [], 1)
    listed = json.loads(sbom.sbom_text([Part("x", "1", "MIT")], RELEASE, "deb", ""))
    told = {
        "hipmap --version": hipmap.__version__,
        "the sources": RELEASE.version,
        "metainfo": next(one.attrib["version"] for one in description.iter("release")),
        "manual page": re.findall(r'"hipmap ([^"]+)"', page)[0],
        "list of parts": listed["metadata"]["component"]["version"],
    }
    assert set(told.values()) == {VERSION}, told
    assert f"\nVersion: {debian_version(VERSION)}\n" in control


def test_the_list_of_parts_names_the_knowledge_and_its_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "build_python", lambda: Path(sys.executable))
    knowledge = own_knowledge()
    told = notices.knowledge_of_sources(RELEASE)
    assert told == f"{knowledge.manifest.version} sha256:{knowledge.digest}"
