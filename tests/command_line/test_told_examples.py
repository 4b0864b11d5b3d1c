"""What the manual and the README show of commands and files works, and gives what they say."""

import re
from pathlib import Path

from hipmap.storage.manual_files import manual_page
from tests.architecture.checkout_files import ROOT
from tests.command_line.conftest import Run


def _lines_of_code(page: str) -> str:
    return "\n".join(line[4:] for line in re.findall(r"^    .*$", page, re.MULTILINE))


def test_the_overlay_of_the_manual_fits(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "overlay.yaml"
    path.write_text(_lines_of_code(manual_page("overlay")), encoding="utf-8")
    done = hipmap("knowledge", "check", "--overlay", path)
    assert done.code == 0, done.err
    assert "no problem found" in done.out


def test_the_commands_that_make_and_check_a_policy_do_so(hipmap: Run, tmp_path: Path) -> None:
    lines = _lines_of_code(manual_page("administrator").partition("## Making one")[2].partition("## What")[0])
    commands = [line.split()[1:] for line in lines.splitlines()]
    assert [command[:2] for command in commands] == [["policy", "write"], ["policy", "check"], ["policy"]]
    for command in commands[:2]:
        done = hipmap(*(str(tmp_path / word) if word == "policy.toml" else word for word in command))
        assert done.code == 0, done.err
    assert "no problem found" in done.out


def test_the_example_of_the_readme_gives_what_it_shows(hipmap: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"^\$ \.venv/bin/hipmap (.+)\n((?:.+\n|\n)+?)```", readme, re.MULTILINE)
    assert shown is not None
    command = [str(ROOT / word) if word.startswith("assets/") else word for word in shown[1].split()]
    expected = [line for line in shown[2].splitlines() if line.strip() not in ("", "...")]
    got = [line for line in hipmap(*command).out.splitlines() if line.strip()]
    assert got[: len(expected)] == expected
