"""Writes the note on one question or test as rich text, in either voice."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.how_to.accuracy import accuracy_part, worth_part
from hipmap.desktop.learn.care_pages import before_part, stop_part
from hipmap.desktop.learn.drawings import with_drawing
from hipmap.desktop.learn.markup import box, heading, listing, paragraph, text
from hipmap.desktop.learn.references import References
from hipmap.model.examination_cards import ExaminationCard
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.self_care import HomeMovement
from hipmap.model.unsafe_tests import UnsafeTest
from hipmap.model.voice import Voice, said


@dataclass(frozen=True)
class About:
    """What a note is about; `library` is None until it was read, `held` says why not now, if so."""

    finding: Finding
    voice: Voice
    knowledge: Knowledge
    library: Library | None = None
    held: UnsafeTest | None = None

    @property
    def card(self) -> ExaminationCard | None:
        """The card of the test, if it is one with a card."""
        return self.library.card_by_finding.get(self.finding.id) if self.library is not None else None

    @property
    def movement(self) -> HomeMovement | None:
        """How the movement is tried at home, if it can be."""
        moves = self.library.movements if self.library is not None else ()
        return next((move for move in moves if move.finding == self.finding.id), None)

    def learn_address(self) -> str | None:
        """Gives the page that says more, if there is one."""
        if self.card is not None and self.voice == "clinician":
            return f"test:{self.finding.id}"
        return "list:movements" if self.movement is not None else None


def how_to_page(about: About) -> str:
    """Gives the note: safety first, how to, what counts, and what the figures rest on."""
    notes = References(about.knowledge, about.voice)
    parts = [heading(said(about.finding, about.voice)), _not_now(about)]
    if about.voice == "patient":
        parts.append(_for_patient(about))
    else:
        parts += [_for_clinician(about), _not_if(about)]
        parts += [accuracy_part(about.card, about.library, about.knowledge, notes)] if about.library else []
        parts += [worth_part(about.finding, about.knowledge), notes.listed()]
    return "".join(parts)


def _for_patient(about: About) -> str:
    tr = QCoreApplication.translate
    words, movement = about.finding.help.patient, about.movement
    parts = [paragraph(text(words))] if words else []
    if movement is not None and about.library is not None:
        parts.append(_movement(movement, about.library, "patient"))
    elif about.finding.who == "clinician":
        parts.append(paragraph(text(tr("HowTo", "A clinician does this test. Do not try it by yourself."))))
    elif not words:
        parts.append(
            paragraph(text(tr("HowTo", "Answer it as you understand it. There is no wrong answer.")))
        )
    unsure = tr("HowTo", "Not sure? Say so: it counts as neither yes nor no.")
    return "".join(parts) + paragraph(text(unsure), "small")


def _for_clinician(about: About) -> str:
    tr = QCoreApplication.translate
    card, movement = about.card, about.movement
    words = about.finding.help.clinician or about.finding.help.patient
    parts = [paragraph(text(words))] if words else []
    if card is not None:
        drawing = movement.drawing if movement is not None else None
        steps = paragraph(text(card.position)) + _steps(card.steps)
        parts.append(with_drawing(steps, drawing))
        parts += [heading(tr("HowTo", "Positive"), 3), paragraph(text(card.positive))]
        parts += [heading(tr("HowTo", "Where it must hurt"), 3), paragraph(text(card.where))]
    elif movement is not None and about.library is not None:
        parts.append(_movement(movement, about.library, "clinician"))
    elif not words:
        parts.append(paragraph(text(tr("HowTo", "Ask it as it stands. It needs no technique of its own."))))
    if about.finding.patient:
        asked = tr("HowTo", "In the patient’s words: {words}").format(words=about.finding.patient)
        parts.append(paragraph(text(asked), "small"))
    return "".join(parts)


def _movement(movement: HomeMovement, library: Library, voice: Voice) -> str:
    steps = _steps([said(step, voice) for step in movement.steps])
    shown = with_drawing(steps + paragraph(text(said(movement.watch_for, voice))), movement.drawing)
    before = before_part((), movement.gates, library, voice)
    return shown + before + stop_part(movement.stop_rules, library, voice)


def _steps(steps: Sequence[str]) -> str:
    return listing((text(step) for step in steps), numbered=True)


def _not_now(about: About) -> str:
    """What is known of this case speaks against it."""
    if about.held is None:
        return ""
    words = QCoreApplication.translate("HowTo", "Not now: {why}").format(why=said(about.held, about.voice))
    return box(paragraph(text(words)), "stop")


def _not_if(about: About) -> str:
    """When the test is held back in other cases; judgement, and said to be."""
    if not about.finding.is_done:
        return ""
    rows = (row for row in about.knowledge.unsafe_tests if about.finding.id in row.tests)
    lines = [text(row.clinician) for row in rows if row is not about.held and not row.always]
    if not lines:
        return ""
    title = QCoreApplication.translate("HowTo", "Not to be done when (judgement)")
    return heading(title, 3) + box(listing(lines), "caution")
