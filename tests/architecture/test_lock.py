"""requirements.lock pins every package by hash for all systems, and agrees with pyproject.toml."""

import re
import tomllib

from setup_steps.lock import GROUPS, QT_PACKAGES, normal_name, read_requirements, requirements_of

from tests.architecture.checkout_files import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_LINE = re.compile(
    r"(#.*|"
    r"[a-z0-9][a-z0-9-]*==[0-9][\w.+!]*( ; [\w .<>!='\"()]+)? \\|"
    r"    --hash=sha256:[0-9a-f]{64}( \\)?)?"
)


def pinned(wanted: list[str]) -> set[tuple[str, str]]:
    """Exact requirements of pyproject.toml as name and version."""
    split = [requirement.partition(" ;")[0].split("==") for requirement in wanted]
    assert all(len(parts) == 2 for parts in split), f"not pinned exactly: {wanted}"
    return {(normal_name(name), version) for name, version in split}


def test_every_line_is_a_pin_a_hash_or_a_comment() -> None:
    assert [line for line in LOCK.splitlines() if not _LINE.fullmatch(line)] == []


def test_no_address_of_any_kind() -> None:
    assert (
        re.findall(
            r"(?i)://|--(?:extra-)?index-url|--find-links|\bwww\.|\b[\w-]+\.(?:org|com|net|io)\b", LOCK
        )
        == []
    )


def test_every_requirement_has_hashes_and_stands_once_per_version() -> None:
    requirements = read_requirements(LOCK)
    assert len(requirements) > 20
    assert all(one.text.count("--hash=sha256:") >= 1 for one in requirements)
    pairs = [(one.name, one.version) for one in requirements]
    assert len(pairs) == len(set(pairs))


def test_the_lock_holds_the_versions_of_pyproject() -> None:
    run = {(one.name, one.version) for one in requirements_of("run", LOCK)}
    test = {(one.name, one.version) for one in requirements_of("test", LOCK)}
    assert pinned(PROJECT["project"]["dependencies"]) <= run
    assert pinned(PROJECT["dependency-groups"]["test"]) <= test
    assert run < test


def test_compiled_packages_have_wheels_for_every_system() -> None:
    """Qt comes as one wheel each for Linux (2 processors), Windows (2) and macOS (1 for both)."""
    for name in ("pyside6-essentials", "shiboken6"):
        (text,) = [one.text for one in read_requirements(LOCK) if one.name == name]
        assert text.count("--hash=") >= 5, name


def test_the_compared_library_comes_alone() -> None:
    """Of what pyagrum names only numpy is needed to solve networks; see [tool.uv] in pyproject.toml."""
    names = {one.name for one in read_requirements(LOCK)}
    assert {"numpy", "pyagrum"} <= names
    assert names.isdisjoint(PROJECT["tool"]["uv"]["exclude-dependencies"])


def test_the_core_is_everything_but_qt() -> None:
    names = {group: {one.name for one in requirements_of(group, LOCK)} for group in GROUPS}
    assert names["test"] - names["core"] == QT_PACKAGES
    assert names["core"] < names["test"]


def test_build_tools_are_the_locked_ones() -> None:
    assert pinned(PROJECT["build-system"]["requires"]) <= pinned(PROJECT["dependency-groups"]["test"])
