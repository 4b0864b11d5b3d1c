"""The list of parts is whole, every licence is known, and the notices hold every text."""

import json
import platform
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import PySide6
import pytest
from release_steps import notices, parts, sbom, within_python
from release_steps.carried_pip_parts import parts_of_pip
from release_steps.parts import Part
from release_steps.release import Release
from setup_steps.carried_pip import PIP_WHEEL
from setup_steps.checkout_link import site_packages_of
from setup_steps.lock import requirements_of

ROOT = Path(__file__).resolve().parents[2]
RELEASE = Release("9.8.7", 1_700_000_000)
KNOWLEDGE = "2031.1.1 sha256:00ff"
# Every name of SPDX that is in use, so that a new licence is looked at by a person first.
LOOKED_AT = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "Bitstream-Vera", "CC0-1.0", "FTL",
        "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "IJG", "ISC", "LGPL-2.1-or-later",
        "LGPL-3.0-only", "LicenseRef-GUST-Font-License",
        "LicenseRef-Microsoft-Distributable-Code", "CPL-1.0", "LZMA-exception", "MIT", "MIT-0",
        "MIT-Modern-Variant", "MPL-2.0",
        "OFL-1.1", "PSF-2.0",
        "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib", "blessing", "dtoa", "libpng-2.0", "libtiff",
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


@pytest.mark.parametrize("system", ["linux", "windows", "macos", None])
def test_no_licence_is_unknown(system: str | None) -> None:
    everything = [*parts.all_parts(site_packages(), frozen=True, system=system), *parts_of_pip()]
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
    text = sbom.sbom_text(everything, RELEASE, "deb", KNOWLEDGE)
    assert text == sbom.sbom_text(list(reversed(everything)), RELEASE, "deb", KNOWLEDGE)
    assert text != sbom.sbom_text(everything, RELEASE, "run", KNOWLEDGE)
    told = json.loads(text)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["version"] == "9.8.7"
    assert {"name": "hipmap:knowledge", "value": KNOWLEDGE} in told["metadata"]["properties"]
    names = {component["name"] for component in told["components"]}
    assert {"Qt", "OpenSSL", "SQLCipher", "SQLite", "Python", "ICU", "typst", "pydantic_core"} <= names
    assert len(told["components"]) > 300  # with the Rust libraries inside
    assert all(component["licenses"][0]["expression"] for component in told["components"])


def test_what_hangs_on_what_names_only_what_is_listed(everything: list[Part]) -> None:
    told = json.loads(sbom.sbom_text(everything, RELEASE, "deb", KNOWLEDGE))
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


def test_the_list_of_rust_libraries_is_what_the_command_writes() -> None:
    """`python3 packaging/build.py notices` brings it up to date."""
    written = notices.RUST_FILE.read_text(encoding="utf-8")
    assert written == notices.rust_text(parts.embedded(site_packages()))


def test_every_part_has_a_version_or_names_what_it_came_with(everything: list[Part]) -> None:
    assert [part.name for part in everything if not part.version and not part.as_in] == []
    assert [part.name for part in everything if "{" in part.version + part.as_in] == []
    listed = json.loads(sbom.sbom_text(everything, RELEASE, "deb", KNOWLEDGE))["components"]
    md4c = next(one for one in listed if one["name"] == "MD4C")
    assert "version" not in md4c
    (told,) = md4c["properties"]
    assert re.fullmatch(r"the one of Qt 6\.\d+\.\d+", told["value"])
    assert "MD4C (the one of Qt 6." in notices.notices_text(everything, RELEASE)


def test_what_python_holds_is_listed_with_the_versions_of_that_very_python() -> None:
    python = {"python": "3.13.2", "expat": "2.6.4", "mpdecimal": "", "zlib": "1.3.1"}
    of_windows = parts.all_parts(site_packages(), frozen=True, system="windows", python=python)
    told = {part.name: part for part in of_windows if part.within == "frozen"}
    assert (told["Python"].version, told["Expat"].version) == ("3.13.2", "2.6.4")
    assert (told["libmpdec"].version, told["libmpdec"].as_in) == ("", "Python 3.13.2")
    assert {"HACL* (hashing)", "mimalloc", "BLAKE2 (hashing)", "libffi"} <= set(told)
    assert "tiny_sha3 (hashing)" not in told
    older = parts.brought({"frozen"}, "linux", python | {"python": "3.11.7"})
    assert {"tiny_sha3 (hashing)", "BLAKE2 (hashing)"} <= {part.name for part in older}
    assert not {"HACL* (hashing)", "mimalloc"} & {part.name for part in older}


def test_versions_are_read_in_the_files_of_a_python_for_windows(tmp_path: Path) -> None:
    (tmp_path / "pyexpat.pyd").write_bytes(b"..expat_2.6.4\0..")
    (tmp_path / "_decimal.pyd").write_bytes(b"externals\\mpdecimal-4.0.0\\libmpdec")
    (tmp_path / "python313.dll").write_bytes(b"\x001.3.1\0..\x001.2.9\0")
    found = within_python.found_in(tmp_path, "3.13.2")
    assert found == {"python": "3.13.2", "expat": "2.6.4", "mpdecimal": "4.0.0", "zlib": ""}


def test_the_python_that_runs_tells_what_it_holds() -> None:
    told = within_python.of_running()
    assert told["python"] == platform.python_version()
    assert set(told) == {"python", "expat", "mpdecimal", "zlib"}
    assert all(re.fullmatch(r"\d+(\.\d+)+", version) for version in told.values())


def test_a_wheelhouse_for_windows_lists_the_libraries_of_microsoft_that_qt_brings() -> None:
    def names(system: str) -> set[str]:
        return {part.name for part in parts.all_parts(site_packages(), frozen=False, system=system)}

    assert "Microsoft Visual C++ run-time libraries" in names("windows")
    assert not {"Microsoft Visual C++ run-time libraries", "FreeType"} & names("linux")
    assert not {"Python", "ICU", "NSIS (setup.exe and uninstall.exe)"} & names("windows")


def test_the_pip_of_a_wheelhouse_is_listed_with_all_that_it_holds() -> None:
    own, *within = parts_of_pip()
    assert (own.name, f"pip-{own.version}-py3-none-any.whl") == ("pip", PIP_WHEEL)
    assert {"urllib3", "certifi", "rich", "packaging"} <= {part.name for part in within}
    assert all(part.licence and part.version and part.within == "pip" for part in within)
    assert any("urllib3" in name for name, _ in own.texts)


def test_versions_of_what_qt_holds_stand_in_its_files() -> None:
    """What can be read there is what is told; the rest says that it is the one of Qt."""
    told = {one["name"]: one["version"] for one in brought() if one["within"] == "PySide6-Essentials"}
    qt = Path(PySide6.__file__).parent
    # A core library and what holds pictures, where this system has them.
    for files, pattern, name in (
        ("*Qt6Core*", rb"\x00(1\d\.\d+) 20\d\d-\d\d-\d\d\x00", "PCRE2"),
        ("*Qt6Gui*", rb"libpng version (\d+\.\d+\.\d+)", "libpng"),
        ("*qjpeg*", rb"libjpeg-turbo version (\d+\.\d+\.\d+)", "libjpeg-turbo"),
        ("*qsqlite*", rb"\x00(3\.\d+\.\d+)\x00", "SQLite"),
    ):
        for path in qt.rglob(files):
            if path.suffix != ".json" and (found := set(re.findall(pattern, path.read_bytes()))):
                assert found == {told[name].encode()}, path.name


def test_versions_of_what_lies_inside_are_those_that_run() -> None:
    import sqlcipher3
    import yaml._yaml
    from cryptography.hazmat.backends.openssl import backend

    told = {(one["name"], one["within"]): one["version"] for one in brought()}
    connection = sqlcipher3.connect(":memory:")
    (cipher,) = connection.execute("pragma cipher_version").fetchone()
    assert cipher.split()[0] == told["SQLCipher", "sqlcipher3"]
    assert connection.execute("select sqlite_version()").fetchone()[0] == told["SQLite", "sqlcipher3"]
    assert backend.openssl_version_text().split()[1] == told["OpenSSL", "cryptography"]
    assert yaml._yaml.get_version_string() == told["LibYAML", "PyYAML"]
    connection.close()


def test_the_version_of_qt_is_that_of_the_lock() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (locked,) = [one.version for one in requirements_of("run", lock) if one.name == "pyside6-essentials"]
    assert {one["version"] for one in brought() if one["name"].startswith("Qt")} == {locked}
    assert f"Qt {locked}" in (parts.LICENCES / "Qt.txt").read_text(encoding="utf-8")


def test_a_part_that_came_with_a_package_names_the_version_that_is_locked() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {one.name: one.version for one in requirements_of("run", lock)} | {"qt": ""}
    locked["qt"] = locked["pyside6-essentials"]
    named = [found for one in brought() for found in re.findall(r"([\w-]+) (\d[\w.]+)", one.get("as_in", ""))]
    assert len(named) > 8
    assert [pair for pair in named if locked[pair[0].lower()] != pair[1]] == []


def test_every_text_that_is_named_is_there_and_none_is_left_over() -> None:
    named = {name for one in brought() for name in one["texts"]}
    assert all(len(parts.text_of(name)) > 100 for name in named)
    lying = {path.name for path in parts.LICENCES.glob("*.txt")}
    assert lying == {name for name in named if not name.startswith("/")}


def brought() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((parts.LICENCES / "brought.json").read_text(encoding="utf-8"))
    return listed


def test_the_environment_of_the_build_is_found() -> None:
    assert site_packages_of(Path("x")).name == "site-packages"
