"""When an environment is used again and when it is made anew, and which packages it gets."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from setup_steps import checkout_link, lock, stamp
from setup_steps.layout import python_of
from setup_steps.stamp import Stamp

HASH = "--hash=sha256:" + "0" * 64
LOCK = f"""\
# comment

{lock.RUN_HEADING}
pydantic==2.0 \\
    {HASH} \\
    {HASH}
PySide6_Essentials==6.0 \\
    {HASH}
shiboken6==6.0 \\
    {HASH}

{lock.TEST_HEADING}
colorama==0.4 ; sys_platform == 'win32' \\
    {HASH}
pytest-qt==4.0 \\
    {HASH}
"""
MADE = Stamp(lock="a", python="3.11.2", checkout="here", group="run")


def made_environment(folder: Path, written: Stamp) -> Path:
    python = python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    stamp.write_stamp(folder, written)
    return folder


def test_a_finished_environment_is_recognised(tmp_path: Path) -> None:
    assert stamp.read_stamp(made_environment(tmp_path, MADE)) == MADE


def test_an_interrupted_one_is_not(tmp_path: Path) -> None:
    made_environment(tmp_path, MADE)
    stamp.remove_stamp(tmp_path)
    assert stamp.read_stamp(tmp_path) is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"lock": "a"}', '{"other": 1}'])
def test_a_damaged_stamp_is_none(tmp_path: Path, content: str) -> None:
    made_environment(tmp_path, MADE)
    (tmp_path / stamp.STAMP_NAME).write_text(content)
    assert stamp.read_stamp(tmp_path) is None


def test_a_stamp_without_its_python_is_none(tmp_path: Path) -> None:
    python_of(made_environment(tmp_path, MADE)).unlink()
    assert stamp.read_stamp(tmp_path) is None


@pytest.mark.parametrize("field", ["lock", "python", "checkout"])
def test_another_lock_python_or_place_makes_it_void(field: str) -> None:
    changed = replace(MADE, **{field: "other"})
    assert not MADE.serves(changed)
    assert not MADE.same_base(changed)


def test_the_checks_environment_serves_run_but_not_the_other_way_round() -> None:
    for_checks = replace(MADE, group="test")
    assert MADE.serves(MADE)
    assert for_checks.serves(MADE)
    assert not MADE.serves(for_checks)
    assert not for_checks.serves(replace(MADE, group="core"))


def test_the_digest_follows_every_byte() -> None:
    assert lock.digest(LOCK) != lock.digest(LOCK + "#")


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("run", ["pydantic", "pyside6-essentials", "shiboken6"]),
        ("test", ["pydantic", "pyside6-essentials", "shiboken6", "colorama", "pytest-qt"]),
        ("core", ["pydantic", "colorama"]),
    ],
)
def test_each_group_gets_its_packages_with_all_hashes(group: str, names: list[str]) -> None:
    picked = lock.requirements_of(group, LOCK)
    assert [one.name for one in picked] == names
    assert all(HASH in one.text for one in picked)
    assert picked[0].text.count(HASH) == 2


@pytest.mark.parametrize("line", ["pydantic>=2", "pydantic==2.0", "--index-url x", "-e ."])
def test_a_line_that_is_no_hashed_pin_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a pinned, hashed requirement"):
        lock.read_requirements(f"{line}\n")


def test_an_unknown_group_is_refused() -> None:
    with pytest.raises(ValueError, match="no such group"):
        lock.requirements_of("tests", LOCK)


@pytest.mark.skipif(sys.platform == "win32", reason="writes the POSIX program")
def test_the_checkout_is_linked_and_hipmap_is_a_program(tmp_path: Path) -> None:
    venv, checkout = tmp_path / "venv", tmp_path / "a folder"
    checkout_link.site_packages_of(venv).mkdir(parents=True)
    python_of(venv).parent.mkdir(parents=True)
    checkout_link.link_checkout(venv, checkout)
    path_file = checkout_link.site_packages_of(venv) / checkout_link.PATH_FILE
    assert path_file.read_text() == f"{checkout}\n"
    program = venv / "bin" / "hipmap"
    assert program.stat().st_mode & 0o111
    assert f'exec "{python_of(venv)}" -m hipmap "$@"' in program.read_text()
