"""What the manual says of tests, figures, keys and commands is so."""

import ast
import json
import re
from collections import Counter
from functools import cache

import pytest

from hipmap.command_line import _COMMANDS
from hipmap.storage.manual_files import manual_page
from hipmap.storage.policy.keys import KEYS
from hipmap.storage.policy.reading import read_policy
from tests.architecture.checkout_files import ROOT
from tests.case_builders import own_knowledge

NAMED = re.compile(r"`(tests/[a-z0-9_/]+\.py)(?:::(test_\w+))?`")
HAZARD = re.compile(r"^### (H\d\d) (.+)$", re.MULTILINE)
PARTS = ["Cause", "Harm", "Severity, likelihood", "Control", "What remains", "Tested by"]


@cache
def _tests_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _hazards() -> dict[str, str]:
    parts = HAZARD.split(manual_page("hazards"))[1:]
    return {f"{number} {name}": text for number, name, text in zip(*[iter(parts)] * 3, strict=True)}


def test_every_test_that_the_hazard_log_names_is_there() -> None:
    named = NAMED.findall(manual_page("hazards"))
    assert len(named) > 50
    for file, test in named:
        assert (ROOT / file).is_file(), file
        assert not test or test in _tests_of(file), (file, test)


def test_every_hazard_says_all_that_belongs_to_it_and_names_a_test() -> None:
    hazards = _hazards()
    assert [name[:3] for name in hazards] == [f"H{number:02}" for number in range(1, len(hazards) + 1)]
    for name, text in hazards.items():
        rows = dict(re.findall(r"^\| ([^|]+?) \| (.+?) \|$", text, re.MULTILINE))
        assert [part for part in rows if part in PARTS] == PARTS, name
        severity, likelihood = rows["Severity, likelihood"].split(", ")
        assert severity in ("catastrophic", "major", "considerable", "minor"), name
        assert likelihood in ("very low", "low", "medium", "high"), name
        assert rows["What remains"].startswith(
            ("acceptable", "to be reduced", "not acceptable without more")
        ), name
        assert NAMED.search(rows["Tested by"]), name


def test_the_evaluation_page_tells_the_stored_figures() -> None:
    stored = json.loads((ROOT / "tests/vignettes/last_result.json").read_text(encoding="utf-8"))
    rows = dict(re.findall(r"^\| ([^|]+?) \| (.+?) \|$", manual_page("evaluation"), re.MULTILINE))
    figures = [stored[name]["figures"] for name in ("published", "reports", "textbook")]
    for row, key in (
        ("true origin comes first", "top_1"),
        ("true origin among the first two", "top_2"),
        ("urgency at least as high as was due", "raised_enough"),
        ("ordinary cases sent on within two weeks or sooner", "routine_sent_on"),
    ):
        assert rows[row].split(" | ") == [f"{100 * one[key]:.0f} %" for one in figures], row
    for row, key in (
        ("emergencies raised to “emergency”", "emergencies_raised"),
        ("urgent cases raised to the same day or sooner", "urgent_raised"),
    ):
        for told, one in zip(rows[row].split(" | "), figures, strict=True):
            raised, of = told.split(" of ")
            assert int(raised) / int(of) == pytest.approx(one[key], abs=0.001), row
    head = next(one for one in rows if one == "Share of cases")
    assert rows[head] == " | ".join(
        f"{name} ({one['n']})"
        for name, one in zip(("Published", "Reports", "Textbook"), figures, strict=True)
    )


def test_the_missed_urgencies_are_those_of_the_stored_result() -> None:
    stored = json.loads((ROOT / "tests/vignettes/last_result.json").read_text(encoding="utf-8"))["reports"][
        "figures"
    ]
    missed = round(stored["n"] * (1 - stored["raised_enough"]))
    for page in ("evaluation", "hazards"):
        assert re.search(
            rf"[Ii]n {missed} of the {stored['n']}|in {missed} of {stored['n']}", manual_page(page)
        ), page


def test_the_administrators_guide_names_every_key_and_its_example_is_right() -> None:
    page = manual_page("administrator")
    assert set(re.findall(r"`([a-z]+\.[a-z_0-9]+|contact)`", page)) - {"policy.toml"} >= {
        key.name for key in KEYS
    }
    known = {key.name for key in KEYS}
    table = page.partition("## What it can decide")[2].partition("## An example")[0]
    assert set(re.findall(r"`([a-z_.0-9]+)`", table)) == known
    example = "\n".join(
        line[4:] for line in re.findall(r"^    .+$", page.partition("## An example")[2], re.MULTILINE)
    )
    assert read_policy(example.encode()).problems == ()


def test_every_command_that_the_manual_shows_exists() -> None:
    for name in ("administrator", "knowledge", "translating", "command_line"):
        for command in re.findall(r"(?:^    |`)hipmap ([a-z]+)", manual_page(name), re.MULTILINE):
            assert command in _COMMANDS, (name, command)


def test_every_command_is_told_in_the_manual() -> None:
    page = manual_page("command_line")
    assert [command for command in _COMMANDS if f"`hipmap {command}" not in page] == []


def test_no_page_claims_a_certificate() -> None:
    for name in ("intended_use", "limits", "hazards", "evaluation"):
        page = manual_page(name)
        assert not re.search(r"hipmap (is|was|has been) (certified|approved|CE.marked|validated)", page), name
    assert "Nobody has certified hipmap" in manual_page("intended_use")
    assert "has not been validated on patients" in manual_page("limits")


def test_the_readme_tells_the_stored_figures_and_its_links_lead_somewhere() -> None:
    page = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    figures = json.loads((ROOT / "tests/vignettes/last_result.json").read_text(encoding="utf-8"))["reports"][
        "figures"
    ]
    missed = round(figures["n"] * (1 - figures["raised_enough"]))
    assert f"In {figures['n']} published case reports" in page
    assert f"came first in {100 * figures['top_1']:.0f} % and the urgency was too low in {missed};" in page
    links = re.findall(r"\]\((assets/[^)]+)\)", page)
    assert len(links) > 8
    for link in links:
        assert (ROOT / link).is_file(), link
    for name in ("For a clinician", "For an administrator", "For a developer"):
        assert f"## {name} " in page


def test_how_many_figures_are_judged_is_told_as_it_is() -> None:
    cells = [cell for finding in own_knowledge().findings for cell in finding.cells.values()]
    count = Counter(cell.kind for cell in cells)
    told = (
        f"Of {len(cells)} figures {count['published']} are published, {count['derived']} are derived from "
        f"published numbers, and {count['judged']} are judged."
    )
    assert told in manual_page("evaluation")
    page = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"Most of them are judged: {count['judged']} of {len(cells)}." in page
