"""All that can be read and done: pages, exercises, imaging, questionnaires, cards and evidence rows."""

from functools import cached_property

from hipmap.model.articles import Claim
from hipmap.model.evidence_rows import EvidenceRow
from hipmap.model.examination_cards import ExaminationCard
from hipmap.model.frozen import Frozen
from hipmap.model.imaging_tests import ComparisonRow, Modality, PainFreeFinding
from hipmap.model.measures import Measure
from hipmap.model.pages import Disclaimer, Myth, Page, Term
from hipmap.model.self_care import Exercise, Gate, HomeMovement, Plan, StopRule, Tip


class Library(Frozen):
    """What hipmap has to read; reasoning does not need it, so it is loaded when it is opened."""

    pages: tuple[Page, ...]
    myths: tuple[Myth, ...]
    glossary: tuple[Term, ...]
    disclaimers: tuple[Disclaimer, ...]
    modalities: tuple[Modality, ...]
    comparison: tuple[ComparisonRow, ...]
    pain_free_findings: tuple[PainFreeFinding, ...]
    exercises: tuple[Exercise, ...]
    gates: tuple[Gate, ...]
    stop_rules: tuple[StopRule, ...]
    plans: tuple[Plan, ...]
    tips: tuple[Tip, ...]
    movements: tuple[HomeMovement, ...]
    measures: tuple[Measure, ...]
    cards: tuple[ExaminationCard, ...]
    claims: tuple[Claim, ...]
    evidence: tuple[EvidenceRow, ...]

    @cached_property
    def page_by_id(self) -> dict[str, Page]:
        """The pages by their ids."""
        return {page.id: page for page in self.pages}

    @cached_property
    def exercise_by_id(self) -> dict[str, Exercise]:
        """The exercises by their ids."""
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def row_by_id(self) -> dict[str, EvidenceRow]:
        """The evidence rows by their ids."""
        return {row.id: row for row in self.evidence}

    @cached_property
    def card_by_finding(self) -> dict[str, ExaminationCard]:
        """The cards by the finding that they explain."""
        return {card.finding: card for card in self.cards}
