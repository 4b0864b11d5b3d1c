"""`hipmap knowledge`: checks the knowledge, and tells where each claim of the source articles is carried."""

import argparse
import sys
from pathlib import Path

from hipmap.model.coverage import check_coverage, coverage
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.problems import BadInput
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.knowledge_reading import read_knowledge
from hipmap.storage.library_files import read_library
from hipmap.storage.overlay_reading import read_overlay


def checked(options: argparse.Namespace) -> int:
    """Checks knowledge, library and overlay; every problem is printed, one a line."""
    _must_be_a_folder(options.folder)
    knowledge, problems = read_knowledge(options.folder)
    library = None
    if knowledge is not None and not problems:
        library, problems = read_library(knowledge, _library_of(options.folder))
    if knowledge is not None and options.overlay is not None and not problems:
        _, problems = read_overlay(options.overlay, knowledge)
    for problem in problems:
        print(problem)
    if problems or knowledge is None or library is None:
        raise BadInput(f"the knowledge has {len(problems)} problem{'s' * (len(problems) != 1)}, listed above")
    for line in _counts(knowledge, library):
        print(line)
    return 0


def _must_be_a_folder(folder: Path | None) -> None:
    if folder is not None and not folder.is_dir():
        raise BadInput(f"{folder}: there is no such folder; name a folder of knowledge files")


def _library_of(folder: Path | None) -> Path | None:
    """Gives the library of a folder of knowledge; None, hipmap's own, where it has none."""
    own = folder / "library" if folder is not None else None
    return own if own is not None and own.is_dir() else None


def _counts(knowledge: Knowledge, library: Library) -> list[str]:
    cells = [cell for finding in knowledge.findings for cell in finding.cells.values()]
    kinds = {kind: sum(cell.kind == kind for cell in cells) for kind in ("published", "derived", "judged")}
    return [
        f"knowledge {knowledge.manifest.version}: {len(knowledge.conditions)} conditions, "
        f"{len(knowledge.findings)} findings, {len(cells)} cells ({kinds['published']} published, "
        f"{kinds['derived']} derived, {kinds['judged']} judged), "
        f"{len(knowledge.red_flags)} red flags, {len(knowledge.sources)} sources: no problem found",
        f"library: {len(library.pages)} pages, {len(library.exercises)} exercises, "
        f"{len(library.plans)} plans, {len(library.tips)} tips, {len(library.cards)} test cards, "
        f"{len(library.modalities)} imaging tests, {len(knowledge.imaging_rules)} imaging rules, "
        f"{len(library.measures)} questionnaires, {len(library.glossary)} words explained, "
        f"{len(library.evidence)} evidence rows, {len(library.claims)} claims: no problem found",
    ]


def covered(options: argparse.Namespace) -> int:
    """Prints every claim with its places; a library with lost claims is read all the same, to name them."""
    _must_be_a_folder(options.folder)
    knowledge = load_knowledge(options.folder)
    library, unreadable = read_library(knowledge, _library_of(options.folder))
    if library is None:
        raise BadInput(str(unreadable[0]))
    rows = coverage(library, knowledge)
    for row in rows:
        print(f"{row.claim.id} {row.claim.standing}: {row.claim.topic}")
        print(f"     {'; '.join(row.places) or 'LOST'}")
    problems = [str(problem) for problem in check_coverage(library, knowledge)]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{sum(bool(row.places) for row in rows)} of {len(rows)} claims are carried")
    if problems:
        raise BadInput(f"the coverage has {len(problems)} problem{'s' * (len(problems) != 1)}, listed above")
    return 0
