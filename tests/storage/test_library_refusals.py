"""A mistake in the library is led back to its row, and nothing that must be there can go missing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.case_builders import ROOT, own_knowledge
from tests.storage.clinic_folder import ClinicFolder

LIBRARY = ROOT / "assets" / "knowledge" / "library"
FILES = sorted(path.relative_to(LIBRARY).as_posix() for path in LIBRARY.rglob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> ClinicFolder:
    """A copy of hipmap's knowledge with its library."""
    return ClinicFolder(tmp_path, with_library=True)


@pytest.mark.parametrize("name", FILES)
def test_no_file_can_be_missing(folder: ClinicFolder, name: str) -> None:
    (folder.path / "library" / name).unlink()
    assert folder.library_problems(own_knowledge())


def first(data: Any) -> Any:
    """The first row of the only list of a file."""
    (rows,) = data.values()
    return rows[0]


MISTAKES: dict[str, tuple[str, Callable[[Any], object], str]] = {
    "an exercise for nobody known": (
        "exercises.yaml",
        lambda data: first(data).update(good_for=["knee"]),
        "good_for: there is no origin or condition knee",
    ),
    "a gate that is not there": (
        "exercises.yaml",
        lambda data: first(data).update(gates=["garden"]),
        "gates: there is no gate garden",
    ),
    "a stop rule that is not there": (
        "plans.yaml",
        lambda data: first(data).update(stop_rules=["never"]),
        "stop_rules: there is no stop rule never",
    ),
    "an exercise that is not there": (
        "plans.yaml",
        lambda data: first(data).update(exercises=["handstand"]),
        "exercises: there is no exercise handstand",
    ),
    "a dose that names no source": (
        "exercises.yaml",
        lambda data: first(data).update(
            dose={"patient": "5", "clinician": "5", "basis": "published", "why": "x"}
        ),
        "dose: a dose with basis published names its sources",
    ),
    "a gate on the unknown": (
        "gates.yaml",
        lambda data: first(data).update(when={"finding": "lamp"}),
        "when: there is no finding lamp",
    ),
    "a myth on no page": (
        "myths.yaml",
        lambda data: first(data).update(shown_on=["moon"]),
        "shown_on: there is no page moon",
    ),
    "a card of no row": (
        "cards/spine.yaml",
        lambda data: first(data).update(rows=["nobody_1999"], no_figures=None),
        "rows: there is no evidence row nobody_1999",
    ),
    "a row that is left out for no reason": (
        "evidence/spine.yaml",
        lambda data: (first(data).update(use=["left_out"]), first(data).pop("why", None)),
        "say what the row is used for; a row that is left out says why, and nothing else",
    ),
    "a sensitivity above one": (
        "evidence/hip.yaml",
        lambda data: first(data).update(sens=1.2),
        "sens: input should be less than or equal to 1",
    ),
    "a claim carried by nobody": (
        "claims.yaml",
        lambda data: data["claims"].append({**first(data), "id": "S999"}),
        "S999: no row carries this claim: add it where it belongs",
    ),
    "an id that stands twice": (
        "tips.yaml",
        lambda data: data["tips"].append(first(data)),
        "id: this id stands 2 times: rename or remove one",
    ),
    "a page without an outlook": (
        "pages/hip_conditions.yaml",
        lambda data: first(data)["sections"].pop(7),
        "the page of an origin or condition has exactly these sections: what_it_is, where_it_hurts, ",
    ),
    "a figure that nobody published": (
        "tips.yaml",
        lambda data: first(data).update(basis="judged", clinician="Helps 80 % of people."),
        "basis: a figure of a study needs basis published and its source",
    ),
    "a health article as evidence": (
        "tips.yaml",
        lambda data: first(data).update(basis="published", sources=["article_001"]),
        "basis: a general health article publishes no evidence: write article",
    ),
    "a source that is not there": (
        "pages/hip_conditions.yaml",
        lambda data: first(data)["sections"][0]["paragraphs"][0].update(sources=["nobody_1999"]),
        "sources: there is no source nobody_1999",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_led_back_to_its_row(folder: ClinicFolder, name: str) -> None:
    file, change, told = MISTAKES[name]
    folder.change(f"library/{file}", [change])
    problems = folder.library_problems(own_knowledge())
    assert any(told in line for line in problems), problems
