"""The numbers that pages of the manual tell of keeping, locking and copying are those of the program."""

import re

import pytest

from hipmap.desktop import cleared_copy
from hipmap.desktop.design_tokens import TEXT_SCALES
from hipmap.desktop.home import about_screen, stops
from hipmap.desktop.settings.declared import RECORDS_IDLE
from hipmap.exchange.fhir import codes
from hipmap.exchange.soap.template import MOST_LINES
from hipmap.exchange.table import columns
from hipmap.model.records import LARGEST_ATTACHMENT
from hipmap.storage.manual_files import manual_page
from hipmap.storage.records import attempts, set_aside
from hipmap.storage.records.backup_policy import Keep
from hipmap.storage.records.surroundings import USUAL_COST
from tests.architecture.checkout_files import ROOT

WORDS = {2: "two", 3: "three", 12: "twelve"}
KEEP = Keep()
WAITS = [attempts.wait_after(failures) for failures in (4, 5, 6)]
MINUTES = attempts.wait_after(99) // 60

TOLD = [
    ("protection", f"After {WORDS[attempts._FREE]} wrong passphrases for a name the next try has to wait"),
    ("protection", f"{WAITS[0]} seconds, then {WAITS[1]}, then {WAITS[2]}, up to {MINUTES} minutes"),
    ("protection", f"after {WORDS[attempts._FREE_OF_ALL]}, for all names together"),
    ("protection", f"lie in the folder *aside*: the {WORDS[set_aside._KEPT]} latest"),
    (
        "protection",
        f"Argon2id ({USUAL_COST.memory_kib // 1024} MB, {USUAL_COST.passes} passes, {USUAL_COST.lanes} lanes",
    ),
    (
        "safe_keeping",
        f"the last of each of {KEEP.days} days, {KEEP.weeks} weeks and {KEEP.months} months stay",
    ),
    ("safe_keeping", f"The {WORDS[set_aside._KEPT]} latest such copies stay"),
    ("records", f"({RECORDS_IDLE.default} minutes, unless you choose otherwise"),
    ("records", f"files up to {LARGEST_ATTACHMENT // 1_000_000} MB each"),
    ("exchange", f"a SOAP note in plain ASCII, {MOST_LINES} lines at most"),
    ("exchange", f"an age above {columns._OLDEST} stands as {columns._OLDEST + 1}"),
    ("exchange", "Of LOINC only 72514-3 is used"),
    ("at_home", f"If you enter an age below {about_screen.GROWN}"),
    ("at_home", f"or after {WORDS[stops.FEW_QUESTIONS]} of them"),
    ("settings", f"text from {100 * TEXT_SCALES[0]:.0f} to {100 * TEXT_SCALES[-1]:.0f} %"),
]


@pytest.mark.parametrize(("page", "words"), TOLD)
def test_a_number_on_a_page_is_that_of_the_program(page: str, words: str) -> None:
    assert words in manual_page(page)


def test_what_is_copied_is_cleared_after_the_minute_that_pages_tell_of() -> None:
    assert cleared_copy.STAYS_MS == 60_000
    for page in ("protection", "exchange"):
        assert "cleared after a minute" in manual_page(page)


def test_one_loinc_code_is_used_and_no_other() -> None:
    text = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "hipmap/exchange/fhir").glob("*.py"))
    assert set(re.findall(r"\b\d{4,5}-\d\b", text)) == {"72514-3"}
    assert codes.__doc__


@pytest.mark.parametrize("folder", ["findings/movement.yaml", "sources/emergency_numbers.yaml"])
def test_the_examples_of_the_page_on_knowledge_stand_in_the_knowledge(folder: str) -> None:
    there = (ROOT / "assets/knowledge" / folder).read_text(encoding="utf-8").splitlines()
    blocks = re.findall(r"```\n(.+?)\n```", manual_page("knowledge"), re.DOTALL)
    block = next(one for one in blocks if one.splitlines()[0] in there)
    assert [line for line in block.splitlines() if line not in there] == []
