"""The three sets of cases, and what a report or a careful clinician concluded in each case."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from hipmap.model.case import Case
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.storage.case_files import read_case

HERE = Path(__file__).parent
Row = Mapping[str, Any]


@dataclass(frozen=True)
class CaseSet:
    """A set of cases: its name, where its case files lie, and the files of what was concluded.

    In a set of `reports`, two true origins have to be found both; in the textbook one of them first is
    enough.
    """

    name: str
    cases: Path
    row_files: tuple[Path, ...]
    reports: bool

    def rows(self) -> list[Row]:
        """Gives the rows of what was concluded; none while a file is not there yet."""
        found: list[Row] = []
        for path in self.row_files:
            if path.is_file():
                found += _rows_of(path)
        return found


@cache
def _rows_of(path: Path) -> list[Row]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    rows: list[Row] = data["cases"] if isinstance(data, dict) else data or []
    return rows


SETS: Mapping[str, CaseSet] = {
    one.name: one
    for one in (
        CaseSet("published", HERE / "cases", (HERE / "expected.yaml",), reports=True),
        CaseSet("textbook", HERE / "textbook/cases", (HERE / "textbook/expected.yaml",), reports=False),
        CaseSet(
            "reports", HERE / "reports/cases",
            (HERE / "reports/expected_hip.yaml", HERE / "reports/expected_spine.yaml"), reports=True,
        ),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Expected:
    """What was concluded: the origin, every origin that was true, and the range of right tiers.

    `conditions` are those of which one should stand first; none where no condition is named.
    With `pair_leads`, two true origins have to be found both.
    """

    id: str
    set_name: str
    kind: str
    origin: str
    true_origins: frozenset[str]
    conditions: frozenset[str]
    at_least: Tier
    at_most: Tier
    pair_leads: bool


def expected_cases(case_set: CaseSet, knowledge: Knowledge) -> list[Expected]:
    """Gives what was concluded in every case of the set."""
    return [_expected(row, case_set, knowledge) for row in case_set.rows()]


def case_of(one: Expected, knowledge: Knowledge) -> Case:
    """Gives the case file of a case."""
    return read_case(SETS[one.set_name].cases / f"{one.id}.json", knowledge)


def _expected(row: Row, case_set: CaseSet, knowledge: Knowledge) -> Expected:
    pair = row.get("pair") or ()
    true = {row["origin"], *(knowledge.condition_by_id[name].origin for name in pair)}
    if case_set.reports and is_combined(row):
        true |= set(row.get("also") or ())
    named = {row.get("condition"), *pair, *(row.get("also_conditions") or ())} - {None}
    least, most = _tiers(row)
    return Expected(
        id=row["id"], set_name=case_set.name, kind=row.get("kind") or _kind(row, case_set),
        origin=row["origin"], true_origins=frozenset(true), conditions=frozenset(named),
        at_least=least, at_most=most, pair_leads=case_set.reports and len(true) > 1,
    )  # fmt: skip


def is_combined(row: Row) -> bool:
    """Tells whether a report found two causes; else `also` only names what was suspected beside it."""
    return bool(row.get("combined") or row.get("pair")) or row.get("kind") in ("mixed", "combined")


def _tiers(row: Row) -> tuple[Tier, Tier]:
    """A report names one tier: no less than that is right; a routine case needs none and no more."""
    if "at_least" in row:
        return row["at_least"], row["at_most"]
    urgency: Tier = row["urgency"]
    if TIERS.index(urgency) <= TIERS.index("routine"):
        return "none_found", "routine"
    return urgency, TIERS[-1]


def _kind(row: Row, case_set: CaseSet) -> str:
    """The kind of a published case, whose row does not name one."""
    if row["origin"] == "serious_or_nonmsk":
        return "serious"
    if is_combined(row):
        return "combined"
    answers = json.loads((case_set.cases / f"{row['id']}.json").read_text(encoding="utf-8"))["answers"]
    return "misleading_imaging" if _misled(row["origin"], answers) else "other"


def _misled(origin: str, answers: Mapping[str, Any]) -> bool:
    """A picture shows something at the hip or the lower back, and the pain came from elsewhere."""
    back, hip = answers.get("lumbar_imaging", "normal"), answers.get("hip_imaging", "normal")
    at_back = back != "normal" and not origin.startswith("lumbar_")
    return at_back or (hip != "normal" and origin != "hip_joint")
