"""What the manual says of tests, figures, keys and commands is so."""

import ast
import json
import re
import shlex
from collections import Counter
from functools import cache

import pytest

from hipmap.command_line import _COMMANDS, _parser, _with_default
from hipmap.exchange.manual_markup import place_of
from hipmap.reasoning.likelihood_words import word_of
from hipmap.storage.manual_files import every_page, manual_page
from hipmap.storage.policy.keys import KEYS
from hipmap.storage.policy.reading import read_policy
from tests.architecture.checkout_files import ROOT
from tests.case_builders import own_knowledge

NAMED = re.compile(r"`(tests/[a-z0-9_/]+\.py)(?:::(test_\w+))?`")
HAZARD = re.compile(r"^### (H\d\d) (.+)$", re.MULTILINE)
PARTS = [
    "Cause", "Harm", "Severity", "Likelihood", "Control", "What remains", "Owner, status", "Tested by",
]  # fmt: skip
SEVERITIES = ("minor", "considerable", "major", "catastrophic")
LIKELIHOODS = ("very low", "low", "medium", "high")
REMAINS = ("acceptable", "to be reduced", "not acceptable without more")
CHANGE = re.compile(r"(.+) before the controls, (.+) with them")


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


def _rows(text: str) -> dict[str, str]:
    return dict(re.findall(r"^\| ([^|]+?) \| (.+?) \|$", text, re.MULTILINE))


def _remains(words: str) -> str:
    return next(one for one in REMAINS if words.startswith(one))


def test_every_hazard_says_all_that_belongs_to_it_and_names_a_test() -> None:
    hazards = _hazards()
    assert sorted(name[:3] for name in hazards) == [f"H{number:02}" for number in range(1, len(hazards) + 1)]
    for name, text in hazards.items():
        rows = _rows(text)
        assert [part for part in rows if part in PARTS] == PARTS, name
        assert rows["Severity"] in SEVERITIES, name
        found = CHANGE.fullmatch(rows["Likelihood"])
        assert found is not None, name
        before, after = map(LIKELIHOODS.index, found.groups())
        assert after < before, name
        assert re.search(r"\. \*(open|controlled)\*$", rows["Owner, status"]), name
        assert NAMED.search(rows["Tested by"]), name


def test_what_remains_of_a_hazard_is_judged_no_milder_than_the_table_says() -> None:
    table = _rows(manual_page("hazards").partition("## All hazards")[0])
    for name, text in _hazards().items():
        rows = _rows(text)
        found = CHANGE.fullmatch(rows["Likelihood"])
        assert found is not None
        least = table[rows["Severity"]].split(" | ")[LIKELIHOODS.index(found[2])]
        assert REMAINS.index(_remains(rows["What remains"])) >= REMAINS.index(least), name


def test_the_list_of_all_hazards_is_that_of_the_hazards() -> None:
    lines = re.findall(r"^\| \[(H\d\d)\]\(#([\w-]+)\) \| (.+) \|$", manual_page("hazards"), re.MULTILINE)
    told = {f"{number} {rest.partition(' | ')[0]}": (place, rest) for number, place, rest in lines}
    hazards = _hazards()
    assert list(told) == sorted(hazards)
    for name, text in hazards.items():
        rows = _rows(text)
        change = CHANGE.sub(r"\1 → \2", rows["Likelihood"])
        status = rows["Owner, status"].rpartition("*")[0].rpartition("*")[2]
        wanted = (name[4:], rows["Severity"], change, _remains(rows["What remains"]), status)
        assert told[name] == (place_of(name), " | ".join(wanted)), name


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


def _commands(name: str) -> list[str]:
    """Gives the commands of hipmap on a page: those in a line of their own, and those within a sentence."""
    page = manual_page(name)
    inline = [found for found in re.findall(r"`(hipmap [^`]+)`", page) if re.match(r"hipmap [a-z]", found)]
    blocks = re.findall(r"^(?:    )?(hipmap [a-z].*)$", page, re.MULTILINE)
    return [*inline, *(one for one in blocks if page.find(f"    {one}") >= 0)]


def test_every_command_that_the_manual_shows_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    count = 0
    for name in every_page():
        for told in _commands(name):
            words = shlex.split(told)[1:]
            assert words[0] in _COMMANDS, (name, told)
            if len(words) == 1 and words[0] not in ("policy", "window"):
                continue  # the name of a command, not a line to type
            try:
                _parser().parse_args(_with_default(words))
            except SystemExit:
                missing = capsys.readouterr().err
                assert "the following arguments are required" in missing, (name, told, missing)
            count += 1
    assert count > 30


def test_every_other_program_that_the_manual_names_is_there() -> None:
    for name in every_page():
        page = manual_page(name)
        for module in re.findall(r"python3? -m ([\w.]+)", page):
            assert (ROOT / f"{module.replace('.', '/')}.py").is_file(), (name, module)
        for path in re.findall(r"`((?:assets|hipmap|packaging|tests)/[\w./-]+)", page):
            # The manual of a language that is not there yet is an example.
            assert (ROOT / path).exists() or "/de" in path, (name, path)


def test_the_words_of_likelihood_on_the_page_are_those_of_the_program() -> None:
    rows = _rows(manual_page("result"))
    for percent in range(0, 101, 5):
        word = word_of(percent / 100, None, None, 1.0).replace("_", " ")
        low, high = _bounds(rows[word])
        assert low <= percent <= high, (percent, word)
    assert "wider than 40 points" in manual_page("result")
    assert own_knowledge().manifest.parameters.unsure_width.value == 0.4


def _bounds(words: str) -> tuple[int, int]:
    numbers = [int(one) for one in re.findall(r"\d+", words)]
    if words.startswith("under"):
        return 0, numbers[0]
    return (numbers[0], 100) if words.startswith("over") else (numbers[0], numbers[1])


def test_the_numbers_of_the_method_on_the_evaluation_page_are_those_of_the_knowledge() -> None:
    page = manual_page("evaluation")
    assert f"each of {len(own_knowledge().conditions)} conditions" in page
    of = own_knowledge().manifest.parameters
    assert (of.ratio_most.value, of.judged_ratio_most.value) == (8.0, 20.0)
    assert round(1 / of.ratio_least.value) == round(1 / of.judged_ratio_least.value) == 3
    assert (
        "one study may raise the odds eightfold at most, one judgement twentyfold, and either may lower"
        in page
    )
    assert f"a share of {100 * own_knowledge().priors.pair_share:.0f} %" in page


def test_every_command_is_told_in_the_manual() -> None:
    page = manual_page("command_line")
    assert [command for command in _COMMANDS if f"`hipmap {command}" not in page] == []


def test_no_page_claims_a_certificate() -> None:
    for name in every_page():
        page = manual_page(name)
        assert not re.search(r"hipmap (is|was|has been) (certified|approved|CE.marked|validated)", page), name
    assert "Nobody has certified hipmap" in manual_page("intended_use")
    assert "has not been validated on patients" in manual_page("limits")


def test_no_text_says_that_hipmap_is_no_medical_device() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "assets/knowledge").rglob("*.yaml")}
    texts |= {ROOT / name: manual_page(name) for name in every_page()}
    texts[ROOT / "README.md"] = (ROOT / "README.md").read_text(encoding="utf-8")
    claim = re.compile(r"(?i)(\bnot|\bno|isn.t) an? medical device|\bno medical device")
    assert [path.name for path, text in texts.items() if claim.search(" ".join(text.split()))] == []


def test_what_the_law_may_ask_is_named() -> None:
    page = manual_page("intended_use")
    duties = (
        "rule 11|class IIa|UKCA|MHRA|2024/1689|DCB0129|DCB0160|DTAC|DSPT|DPIA|UK GDPR|controller|no lawyers"
    )
    assert [word for word in duties.split("|") if word not in page] == []


def test_the_readme_tells_the_stored_figures_and_its_links_lead_somewhere() -> None:
    page = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    figures = json.loads((ROOT / "tests/vignettes/last_result.json").read_text(encoding="utf-8"))["reports"][
        "figures"
    ]
    missed = round(figures["n"] * (1 - figures["raised_enough"]))
    assert f"In {figures['n']} published case reports" in page
    assert f"came first in {100 * figures['top_1']:.0f} % and the urgency was too low in {missed};" in page
    links = re.findall(r"\]\(([^)]+)\)", page)
    assert len(links) > 8
    for link in links:
        assert (ROOT / link).is_file(), link
    for name in ("For a clinician", "For an administrator", "For a developer"):
        assert f"## {name} " in page


def test_the_readme_is_one_page() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(page.splitlines()) <= 75
    assert len(page.split()) <= 750


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
