"""Every published or derived cell that names an evidence row says what that row says.

A published yes/no figure is the row's sensitivity or share; a derivation starts from the row's own figure. Of
a cell with options, a published option, or several together, carries a figure of the row. A derivation of
several steps, or one that judgement held back, names in its reason the figure from which it started.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pytest

from hipmap.model.evidence import Cell, Derivation
from hipmap.model.evidence_rows import EvidenceRow
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.storage.library_files import read_library

NEAR = 0.005
USES_THAT_SCORE = {"cell", "map"}


@dataclass(frozen=True)
class Placed:
    """A cell that names its evidence row, and where it stands."""

    place: str
    cell: Cell

    @property
    def row(self) -> str:
        return self.cell.row or ""


@pytest.fixture(scope="module")
def library(knowledge: Knowledge) -> Library:
    """Hipmap's own library; what else may be wrong with it is another test's business."""
    found, problems = read_library(knowledge)
    assert found is not None, problems
    return found


def every_cell(knowledge: Knowledge) -> Iterator[Placed]:
    for finding in knowledge.findings:
        if finding.background is not None:
            yield Placed(f"{finding.id}, background", finding.background)
        for name, cell in finding.cells.items():
            yield Placed(f"{finding.id}, {name}", cell)
    for layer in (knowledge.referral.pain, knowledge.referral.numb):
        for each in layer:
            for zone, cell in each.zones.items():
                yield Placed(f"{each.condition}, {zone}", cell)


def cells_with_a_row(knowledge: Knowledge) -> list[Placed]:
    return [one for one in every_cell(knowledge) if one.cell.row is not None]


def is_near(one: float, other: float | None) -> bool:
    return other is not None and abs(one - other) <= NEAR + 1e-9


def numbers_in(text: str | None) -> list[float]:
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text or "")]


def told_by(row: EvidenceRow) -> list[float]:
    """The shares with the sign; a row of several places names the others, in per cent, in its why."""
    shares = [one for one in (row.sens, row.value) if one is not None and one <= 1]
    others = numbers_in(row.why) if "%" in (row.why or "") else []
    return shares + [number / 100 for number in others if number <= 100]


def figures_of(row: EvidenceRow) -> list[float]:
    """The shares that a row gives: with and without the sign, in the target and in the comparison group."""
    shares = told_by(row) + ([row.spec] if row.spec is not None else [])
    return [*shares, *(1 - one for one in shares)]


def is_turned_round(row: EvidenceRow) -> bool:
    """Whether the row speaks of the absence of what the cell's question asks for."""
    return re.search(r"\b(no|not|without)\b", row.finding, re.IGNORECASE) is not None


def derivation_agrees(derivation: Derivation, row: EvidenceRow) -> bool:
    if derivation.value is not None:
        return any(is_near(derivation.value, one) for one in told_by(row))
    positive, negative = (row.lr_neg, row.lr_pos) if is_turned_round(row) else (row.lr_pos, row.lr_neg)
    pairs = ((derivation.lr_pos, positive), (derivation.lr_neg, negative), (derivation.spec, row.spec))
    return all(theirs is None or is_near(theirs, ours) for theirs, ours in pairs)


def options_agree(cell: Cell, row: EvidenceRow) -> bool:
    """Whether an option that the cell says is published, or some of them together, carry a row's figure."""
    options = cell.options or {}
    named = [options[name] for name in cell.published_options or options]
    sums = [sum(some) for size in range(1, len(named) + 1) for some in combinations(named, size)]
    return any(is_near(one, figure) for one in sums if one < 1 for figure in figures_of(row))


def why_names_a_figure(cell: Cell, row: EvidenceRow) -> bool:
    """Whether the reason beside the cell names a figure of the row, as it is or in per cent."""
    given = [row.sens, row.spec, row.value, row.lr_pos, row.lr_neg]
    figures = [one for one in given if one is not None]
    named = numbers_in(cell.why)
    return any(is_near(number, one) or is_near(number / 100, one) for number in named for one in figures)


def agrees(cell: Cell, row: EvidenceRow) -> bool:
    if cell.kind == "derived" and why_names_a_figure(cell, row):
        return True
    if cell.options is not None:
        return options_agree(cell, row)
    if cell.derivation is not None:
        return derivation_agrees(cell.derivation, row)
    return cell.p is not None and any(is_near(cell.p, one) for one in told_by(row))


def test_enough_cells_name_their_row(knowledge: Knowledge) -> None:
    scored = [one for one in cells_with_a_row(knowledge) if one.cell.kind != "judged"]
    assert len(scored) >= 120


def test_every_named_row_is_in_the_library(knowledge: Knowledge, library: Library) -> None:
    missing = {one.place: one.row for one in cells_with_a_row(knowledge) if one.row not in library.row_by_id}
    assert missing == {}


def test_every_published_or_derived_figure_is_that_of_its_row(knowledge: Knowledge, library: Library) -> None:
    wrong = {
        one.place: one.row
        for one in cells_with_a_row(knowledge)
        if one.cell.kind != "judged" and not agrees(one.cell, library.row_by_id[one.row])
    }
    assert wrong == {}


def test_cell_and_row_name_the_same_publication(knowledge: Knowledge, library: Library) -> None:
    wrong = {
        one.place: (one.cell.source, library.row_by_id[one.row].source)
        for one in cells_with_a_row(knowledge)
        if one.cell.source is not None and one.cell.source != library.row_by_id[one.row].source
    }
    assert wrong == {}


def test_a_scored_row_says_that_it_is_scored(knowledge: Knowledge, library: Library) -> None:
    named = {one.row: one.place for one in cells_with_a_row(knowledge)}
    silent = {
        row: place for row, place in named.items() if not USES_THAT_SCORE & set(library.row_by_id[row].use)
    }
    assert silent == {}


def test_no_figure_that_is_barely_remembered_is_published(knowledge: Knowledge, library: Library) -> None:
    weak = {
        one.place: one.row
        for one in cells_with_a_row(knowledge)
        if one.cell.kind != "judged"
        and library.row_by_id[one.row].read == "recalled"
        and library.row_by_id[one.row].confidence < 0.7
    }
    assert weak == {}
