"""A mistake in one question of a clinic is refused at its row and field; all are read at once."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.storage.clinic_folder import NEW_CHOICE, NEW_FINDING, ClinicFolder

CELL = "cells.hip_osteoarthritis"
BARE = "YAML reads a bare yes or no as false: put it in quotes"
SHARES = "{kind: judged, options: {bus: 0.7, train: 0.3}}"


@dataclass(frozen=True)
class Slip:
    """What somebody wrote in place of what, the field that is named, and what is said of it."""

    old: str
    new: str
    field: str
    what: str
    question: str = NEW_FINDING


# Slips that can be seen in the row itself.
IN_THE_ROW = {
    "a probability above 1": Slip("often", "{kind: judged, p: 1.2}", f"{CELL}.p", "less than 1"),
    "a probability of 0": Slip("often", "{kind: judged, p: 0}", f"{CELL}.p", "greater than 0"),
    "a probability that is none": Slip("often", "{kind: judged, p: .nan}", f"{CELL}.p", "finite number"),
    "a probability in quotes": Slip("often", "{kind: judged, p: '0.6'}", f"{CELL}.p", "valid number"),
    "a figure without a kind": Slip("often", "{p: 0.6}", f"{CELL}.kind", "this field is missing: add it"),
    "a published figure without its source": Slip(
        "often", "{kind: published, p: 0.6}", CELL, "a published figure needs a source id"
    ),
    "a word that is none of the five": Slip("often", "mostly", f"{CELL}.word", "'often'"),
    "a bare no for a figure": Slip("often", "no", CELL, BARE),
    "a bare no for a name": Slip("who: both", "who: no", "who", BARE),
    "a bare no for an option": Slip("id: train", "id: no", "options[1].id", BARE, NEW_CHOICE),
    "a number for a figure": Slip("often", "5", CELL, "not 5"),
    "a number for a question": Slip(
        "patient: Does it hurt on the bus?", "patient: 5", "patient", "give text"
    ),
    "a figure that holds itself": Slip("often", "&x [*x]", "", "this row contains itself"),
    "a reader that is none": Slip("who: both", "who: anyone", "who", "'patient', 'clinician' or 'both'"),
    "a field that is misspelt": Slip("who: both", "whom: both", "whom", "there is no field of this name"),
    "a kind that is none": Slip("kind: history", "kind: gossip", "kind", "but it is 'gossip'"),
    "no background": Slip("    background: {kind: judged, p: 0.2}\n", "", "", "needs a background rate"),
}
# Slips that show only beside the rest of the knowledge.
IN_THE_WHOLE = {
    "a slip in a condition": Slip(
        "hip_osteoarthritis:", "hip_osteoartritis:", "cells.hip_osteoartritis", "there is no such condition"
    ),
    "a source that is not there": Slip(
        "often", "{kind: published, p: 0.6, source: nobody_1999}", CELL, "there is no source nobody_1999"
    ),
    "options without options": Slip("often", "{bus: often}", CELL, "takes one probability, not options"),
    "a finding that is not there": Slip(
        "    cells:", "    replaces: [limpp]\n    cells:", "replaces", "there is no finding limpp"
    ),
    "a zone that is not there": Slip(
        "    cells:",
        "    implied_by: {kinds: [pain], zones: [groin]}\n    cells:",
        "implied_by.zones",
        "there is no zone groin",
    ),
    "shares that do not sum to 1": Slip(
        "train: 0.4", "train: 0.3", "background", "the options sum to 0.9, not to 1", NEW_CHOICE
    ),
    "an option that is not there": Slip(
        "train: 0.3}", "tram: 0.3}", CELL, "there is no option tram", NEW_CHOICE
    ),
    "one word for two options": Slip(
        SHARES, "often", CELL, "takes a probability for its options", NEW_CHOICE
    ),
}


def problems_of(slips: dict[str, Slip], folder: Path) -> dict[str, list[str]]:
    """Reads every slip in a file of its own, all in one folder, and gives what is said of each."""
    clinic = ClinicFolder(folder)
    for at, slip in enumerate(slips.values()):
        assert slip.question.count(slip.old) >= 1, slip
        text = slip.question.replace(slip.old, slip.new)
        clinic.write(f"findings/slip_{at}.yaml", text.replace("clinic_question", f"question_{at}"))
    found: dict[str, list[str]] = {name: [] for name in slips}
    for line in clinic.problems():
        match = re.match(r"findings/slip_(\d+)\.yaml, (?:row 1 \()?question_\1\)?(?:, |: )(.*)", line)
        assert match is not None, f"said of nothing that was changed: {line}"
        found[list(slips)[int(match[1])]].append(match[2])
    return found


@pytest.fixture(scope="module")
def said_of_rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return problems_of(IN_THE_ROW, tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="module")
def said_of_whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return problems_of(IN_THE_WHOLE, tmp_path_factory.mktemp("whole"))


def fits(line: str, slip: Slip) -> bool:
    """Whether the line names the field and says what is wrong with it."""
    return line.startswith(f"{slip.field}: " if slip.field else "") and slip.what in line


@pytest.mark.parametrize("name", IN_THE_ROW)
def test_a_slip_in_a_row_is_named(said_of_rows: dict[str, list[str]], name: str) -> None:
    assert any(fits(line, IN_THE_ROW[name]) for line in said_of_rows[name]), said_of_rows[name]


@pytest.mark.parametrize("name", IN_THE_WHOLE)
def test_a_slip_beside_the_rest_is_named(said_of_whole: dict[str, list[str]], name: str) -> None:
    assert any(fits(line, IN_THE_WHOLE[name]) for line in said_of_whole[name]), said_of_whole[name]
