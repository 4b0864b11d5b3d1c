"""The list of parts is whole, every licence is known, and the notices hold every text."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from release_steps import notices, parts, sbom
from release_steps.parts import Part
from release_steps.release import Release
from setup_steps.checkout_link import site_packages_of
from setup_steps.lock import requirements_of

ROOT = Path(__file__).resolve().parents[2]
RELEASE = Release("9.8.7", 1_700_000_000)
# Every name of SPDX that is in use, so that a new licence is looked at by a person first.
LOOKED_AT = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "Bitstream-Vera", "CC0-1.0", "FTL",
        "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "IJG", "ISC", "LGPL-2.1-or-later",
        "LGPL-3.0-only", "LicenseRef-GUST-Font-License", "MIT", "MIT-0", "MIT-Modern-Variant", "MPL-2.0",
        "OFL-1.1", "PSF-2.0",
        "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib", "blessing", "libpng-2.0",
        "Bootloader-exception", "LLVM-exception",
    }
)  # fmt: skip


def site_packages() -> Path:
    """Of the environment that runs the tests: what is locked is installed there."""
    import pydantic

    return Path(pydantic.__file__).parents[1]


@pytest.fixture(scope="module")
def everything() -> list[Part]:
    return parts.all_parts(site_packages(), frozen=True)


def test_every_locked_package_is_a_part_with_its_version(everything: list[Part]) -> None:
    locked = requirements_of("run", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert {f"pkg:pypi/{one.name}@{one.version}" for one in locked} <= {part.purl for part in everything}
    assert len(locked) > 10


def test_no_licence_is_unknown(everything: list[Part]) -> None:
    assert notices.unknown(everything) == []
    named = {name for part in everything for name in re.findall(r"[\w.-]+", part.licence)}
    assert named - {"AND", "OR", "WITH"} <= LOOKED_AT


@pytest.mark.parametrize("licence", ["", "UNKNOWN", "BSD License", "MIT AND", "see file"])
def test_a_licence_without_a_proper_name_is_found(licence: str, everything: list[Part]) -> None:
    odd = replace(everything[0], licence=licence)
    assert len(notices.unknown([odd, *everything])) == 1


def test_every_part_says_where_its_source_is(everything: list[Part]) -> None:
    assert [part.name for part in everything if not part.source.startswith("http")] == []


def test_the_list_for_machines_is_whole_and_the_same_each_time(everything: list[Part]) -> None:
    text = sbom.sbom_text(everything, RELEASE, "deb")
    assert text == sbom.sbom_text(list(reversed(everything)), RELEASE, "deb")
    assert text != sbom.sbom_text(everything, RELEASE, "run")
    told = json.loads(text)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["version"] == "9.8.7"
    names = {component["name"] for component in told["components"]}
    assert {"Qt", "OpenSSL", "SQLCipher", "SQLite", "Python", "ICU", "typst", "pydantic_core"} <= names
    assert len(told["components"]) > 300  # with the Rust libraries inside
    assert all(component["licenses"][0]["expression"] for component in told["components"])


def test_what_hangs_on_what_names_only_what_is_listed(everything: list[Part]) -> None:
    told = json.loads(sbom.sbom_text(everything, RELEASE, "deb"))
    refs = {one["bom-ref"] for one in [*told["components"], told["metadata"]["component"]]}
    assert len(refs) == len(told["components"]) + 1
    on = {one["ref"]: one["dependsOn"] for one in told["dependencies"]}
    assert set(on) == refs
    assert {ref for below in on.values() for ref in below} < refs
    sqlcipher = [ref for ref in on if ref.startswith("pkg:pypi/sqlcipher3@")]
    assert any("SQLite" in ref for ref in on[sqlcipher[0]])


def test_the_notices_hold_each_part_and_each_text(everything: list[Part]) -> None:
    text = notices.notices_text(everything, RELEASE)
    for part in everything:
        if not part.purl.startswith("pkg:cargo/"):
            assert part.name in text
            assert part.texts, part.name
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE", "How to replace Qt",
        "Where the source code is", "based in part on the work of the", "The FreeType Project",
        "SIL OPEN FONT LICENSE", "Mozilla Public License", "PYTHON SOFTWARE FOUNDATION LICENSE",
        "Apache License", "typst-library",
    ):  # fmt: skip
        assert words.lower() in text.lower(), words


def test_the_list_of_rust_libraries_is_that_of_the_packages() -> None:
    """`python3 packaging/build.py notices` brings it up to date."""
    written = notices.RUST_FILE.read_text(encoding="utf-8")
    missing = [
        f"{part.name} {part.version}"
        for part in parts.embedded(site_packages())
        if f"{part.name} {part.version}\n    {part.licence}\n" not in written
    ]
    assert missing == []


def test_versions_of_what_lies_inside_are_those_that_run() -> None:
    import sqlcipher3
    from cryptography.hazmat.backends.openssl import backend

    told = {(one["name"], one["within"]): one["version"] for one in brought()}
    connection = sqlcipher3.connect(":memory:")
    (cipher,) = connection.execute("pragma cipher_version").fetchone()
    assert cipher.split()[0] == told["SQLCipher", "sqlcipher3"]
    assert connection.execute("select sqlite_version()").fetchone()[0] == told["SQLite", "sqlcipher3"]
    assert backend.openssl_version_text().split()[1] == told["OpenSSL", "cryptography"]
    connection.close()


def test_the_version_of_qt_is_that_of_the_lock() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (locked,) = [one.version for one in requirements_of("run", lock) if one.name == "pyside6-essentials"]
    assert {one["version"] for one in brought() if one["name"].startswith("Qt")} == {locked}
    assert f"Qt {locked}" in (parts.LICENCES / "Qt.txt").read_text(encoding="utf-8")


def test_every_text_that_is_named_is_there_and_none_is_left_over() -> None:
    named = {name for one in brought() for name in one["texts"]}
    assert all(len(parts.text_of(name)) > 100 for name in named)
    lying = {path.name for path in parts.LICENCES.glob("*.txt")}
    assert lying == {name for name in named if not name.startswith("/")}


def brought() -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads((parts.LICENCES / "brought.json").read_text(encoding="utf-8"))
    return listed


def test_the_environment_of_the_build_is_found() -> None:
    assert site_packages_of(Path("x")).name == "site-packages"
