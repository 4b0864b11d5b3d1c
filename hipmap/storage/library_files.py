"""Reads the library: every file of `assets/knowledge/library`, checked row by row and then as a whole."""

from pathlib import Path
from typing import Any

from hipmap.model.articles import Claim
from hipmap.model.evidence_rows import EvidenceRow
from hipmap.model.examination_cards import ExaminationCard
from hipmap.model.frozen import Frozen
from hipmap.model.imaging_tests import ComparisonRow, Modality, PainFreeFinding
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.library_check import check_library
from hipmap.model.measures import Measure
from hipmap.model.pages import Disclaimer, Myth, Page, Term
from hipmap.model.problems import BadInput, Problem, first_of
from hipmap.model.self_care import Exercise, Gate, HomeMovement, Plan, StopRule, Tip
from hipmap.storage.assets import asset
from hipmap.storage.knowledge_reading import knowledge_bytes
from hipmap.storage.rows import rows_of
from hipmap.storage.strict_yaml import parse_yaml

# Each kind of row has a folder or a file of its name, which holds lists of its name.
KINDS: dict[str, type[Frozen]] = {
    "pages": Page,
    "myths": Myth,
    "glossary": Term,
    "disclaimers": Disclaimer,
    "modalities": Modality,
    "comparison": ComparisonRow,
    "pain_free_findings": PainFreeFinding,
    "exercises": Exercise,
    "gates": Gate,
    "stop_rules": StopRule,
    "plans": Plan,
    "tips": Tip,
    "movements": HomeMovement,
    "measures": Measure,
    "cards": ExaminationCard,
    "claims": Claim,
    "evidence": EvidenceRow,
}


def load_library(knowledge: Knowledge, folder: Path | None = None) -> Library:
    """Gives the library of a folder (hipmap's own if none is named); BadInput names what is wrong first."""
    library, problems = read_library(knowledge, folder)
    if problems or library is None:
        raise BadInput(first_of(problems))
    return library


def read_library(knowledge: Knowledge, folder: Path | None = None) -> tuple[Library | None, list[Problem]]:
    """Gives the library and all that is wrong with it; None if it cannot be put together at all."""
    problems: list[Problem] = []
    rows: dict[str, Any] = {}
    try:
        root = folder if folder is not None else asset("knowledge/library")
        for key, kind in KINDS.items():
            rows[key] = _rows(root, key, kind, problems)
    except (BadInput, FileNotFoundError) as error:
        return None, [*problems, Problem("", "", "", str(error))]
    if problems:
        return None, problems
    library = Library.model_construct(**rows)  # every row has been checked by its own model
    return library, check_library(library, knowledge)


def _rows(root: Path, key: str, kind: type[Frozen], problems: list[Problem]) -> tuple[Frozen, ...]:
    files = sorted((root / key).glob("*.yaml")) if (root / key).is_dir() else [root / f"{key}.yaml"]
    return tuple(row for path in files for row in _file(path, root, key, kind, problems))


def _file(
    path: Path, root: Path, key: str, kind: type[Frozen], problems: list[Problem]
) -> tuple[Frozen, ...]:
    name = f"library/{path.relative_to(root).as_posix()}"
    return rows_of(parse_yaml(knowledge_bytes(path, name), name), key, kind, name, problems)
