"""Checks the library as a whole: every id that it names exists, and nothing that must be there is missing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from hipmap.model.coverage import check_coverage
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.overlay import LOCAL_MARK
from hipmap.model.problems import Problem
from hipmap.model.rows_within import knowledge_rows, library_rows
from hipmap.model.rule_check import statement_problems

# A figure that only a study can give: a share, a ratio of a test, a number of people.
_FIGURE = re.compile(r"\d\s?%|\bn\s?=\s?\d|LR[+-]?\s?\d|\bOR\s?\d|\bRR\s?\d")


def check_library(library: Library, knowledge: Knowledge) -> list[Problem]:
    """Gives every problem of the library."""
    return [
        *_twice(library),
        *_pages(library, knowledge),
        *_self_care(library, knowledge),
        *_imaging(library, knowledge),
        *_cards(library, knowledge),
        *_evidence(library, knowledge),
        *_cell_rows(library, knowledge),
        *_claims(library, knowledge),
        *_bases(library, knowledge),
        *check_coverage(library, knowledge),
    ]


def _twice(library: Library) -> Iterator[Problem]:
    for name in type(library).model_fields:
        ids = [str(getattr(row, "id", getattr(row, "finding", ""))) for row in getattr(library, name)]
        for one, count in Counter(ids).items():
            if count > 1:
                yield Problem(
                    f"library/{name}", one, "id", f"this id stands {count} times: rename or remove one"
                )


def _missing(
    names: Iterable[str], known: Iterable[str], what: str, place: tuple[str, str, str]
) -> Iterator[Problem]:
    """Gives a problem for each name that is not known."""
    every = set(known)
    for name in names:
        if name not in every:
            yield Problem(*place, f"there is no {what} {name}")


def _places(knowledge: Knowledge) -> set[str]:
    return set(knowledge.origin_by_id) | set(knowledge.condition_by_id)


def _pages(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    kinds = {name: "origin" for name in knowledge.origin_by_id}
    kinds |= {name: "condition" for name in knowledge.condition_by_id if name not in kinds}
    for name, kind in kinds.items():
        if name not in library.page_by_id:
            yield Problem("library/pages", name, "", f"this {kind} has no page")
    for page in library.pages:
        if page.about != "topic" and page.id not in kinds:
            yield Problem("library/pages", page.id, "id", f"there is no {page.about} {page.id}")
        for section in page.sections:
            versus = [one.versus for one in section.paragraphs if one.versus is not None]
            yield from _missing(versus, kinds, "origin or condition", ("library/pages", page.id, "versus"))
    for myth in library.myths:
        place = ("library/myths.yaml", myth.id, "shown_on")
        yield from _missing(myth.shown_on, library.page_by_id, "page", place)


def _self_care(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    gates = {gate.id for gate in library.gates}
    stops = {rule.id for rule in library.stop_rules}
    for gate in library.gates:
        yield from statement_problems(gate.when, knowledge, ("library/gates.yaml", gate.id, "when"))
        place = ("library/gates.yaml", gate.id, "closes_with")
        yield from _missing(gate.closes_with, _places(knowledge), "origin or condition", place)
    for tip in library.tips:
        place = ("library/tips.yaml", tip.id, "good_for")
        yield from _missing(tip.good_for, _places(knowledge), "origin or condition", place)
    for file, rows in (("exercises", library.exercises), ("plans", library.plans)):
        for row in rows:
            name = f"library/{file}.yaml"
            yield from _missing(
                row.good_for, _places(knowledge), "origin or condition", (name, row.id, "good_for")
            )
            yield from _missing(row.gates, gates, "gate", (name, row.id, "gates"))
            yield from _missing(row.stop_rules, stops, "stop rule", (name, row.id, "stop_rules"))
    for plan in library.plans:
        place = ("library/plans.yaml", plan.id, "exercises")
        yield from _missing(plan.exercises, library.exercise_by_id, "exercise", place)
        if plan.only_when is not None:
            yield from statement_problems(
                plan.only_when, knowledge, ("library/plans.yaml", plan.id, "only_when")
            )
    for move in library.movements:
        file = "library/movements.yaml"
        yield from _missing(
            [move.finding], knowledge.finding_by_id, "finding", (file, move.finding, "finding")
        )
        yield from _missing(move.gates, gates, "gate", (file, move.finding, "gates"))
        yield from _missing(move.stop_rules, stops, "stop rule", (file, move.finding, "stop_rules"))


def _imaging(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    tests = [modality.id for modality in library.modalities]
    for rule in knowledge.imaging_rules:
        yield from _missing(
            [rule.modality], tests, "imaging test", ("imaging_rules.yaml", rule.id, "modality")
        )


def _cards(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    for card in library.cards:
        place = ("library/cards", card.finding)
        yield from _missing([card.finding], knowledge.finding_by_id, "finding", (*place, "finding"))
        yield from _missing(card.rows, library.row_by_id, "evidence row", (*place, "rows"))
    for finding in knowledge.findings:
        # A clinic's own test brings its help with it; an overlay has no cards.
        if finding.clinician.endswith(LOCAL_MARK):
            continue
        if finding.kind == "examination" and finding.id not in library.card_by_finding:
            yield Problem("library/cards", finding.id, "", "this examination test has no card")


def _evidence(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    for row in library.evidence:
        place = ("library/evidence", row.id, "targets")
        yield from _missing(row.targets, _places(knowledge), "origin or condition", place)


def _cell_rows(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    """Whatever row a figure says that it comes from is there to be looked up."""
    cells = [(finding.id, cell) for finding in knowledge.findings for cell in finding.cells.values()]
    maps = (*knowledge.referral.pain, *knowledge.referral.numb)
    cells += [(one.condition, cell) for one in maps for cell in one.zones.values()]
    for name, cell in cells:
        if cell.row is not None:
            yield from _missing([cell.row], library.row_by_id, "evidence row", ("", name, "row"))


def _claims(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    articles = {source.id for source in knowledge.sources if source.general_article}
    for claim in library.claims:
        place = ("library/claims.yaml", claim.id, "articles")
        yield from _missing(claim.articles, articles, "general health article", place)


def _bases(library: Library, knowledge: Knowledge) -> Iterator[Problem]:
    """Every named source exists, and every text rests on what it says that it rests on."""
    general = {source.id for source in knowledge.sources if source.general_article}
    for rows in (library_rows(library), knowledge_rows(knowledge)):
        for place, row in rows:
            sources = set(getattr(row, "sources", ()))
            yield from _missing(sorted(sources), knowledge.source_by_id, "source", ("", place, "sources"))
            basis = getattr(row, "basis", None)
            if basis == "article" and not sources <= general:
                yield Problem(
                    "", place, "basis", "article means general health articles only: write published"
                )
            if basis == "published" and sources and sources <= general:
                yield Problem(
                    "", place, "basis", "a general health article publishes no evidence: write article"
                )
            if basis in ("judged", "textbook", "article") and _has_figure(row):
                yield Problem("", place, "basis", "a figure of a study needs basis published and its source")
    named = [(row.id, row.source) for row in library.evidence]
    named += [(row.id, row.source) for row in library.pain_free_findings]
    for name, source in named:
        yield from _missing([source], knowledge.source_by_id, "source", ("library", name, "source"))


def _has_figure(row: BaseModel) -> bool:
    return any(_FIGURE.search(str(getattr(row, voice, ""))) for voice in ("patient", "clinician"))
