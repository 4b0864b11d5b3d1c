"""Exercises, plans, everyday tips and home movements as rich text."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.drawings import with_drawing
from hipmap.desktop.learn.markup import box, heading, link, listing, paragraph, text
from hipmap.desktop.learn.references import References
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.pages import Wording
from hipmap.model.self_care import Exercise, HomeMovement, Plan
from hipmap.model.voice import Voice, said


def exercise_page(exercise: Exercise, library: Library, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the card of one exercise."""
    tr = QCoreApplication.translate
    notes = References(knowledge, voice)
    dose = text(said(exercise.dose, voice)) + notes.mark(exercise.dose.basis, exercise.dose.sources)
    parts = [
        heading(said(exercise, voice), 1),
        paragraph(text(said(exercise.purpose, voice)), "lead"),
        with_drawing(
            heading(tr("Learn", "How"))
            + listing((text(said(step, voice)) for step in exercise.steps), numbered=True),
            exercise.drawing,
        ),
        heading(tr("Learn", "How much")),
        paragraph(dose),
        paragraph(text(exercise.dose.why), "small") if voice == "clinician" else "",
        before_part(exercise.cautions, exercise.gates, library, voice),
        stop_part(exercise.stop_rules, library, voice),
        heading(tr("Learn", "Good for")),
        listing(_names(exercise.good_for, knowledge, voice)),
        notes.listed(),
    ]
    return "".join(parts)


def exercises_page(library: Library, voice: Voice) -> str:
    """Gives all exercises with what each is for."""
    tr = QCoreApplication.translate
    rows = (
        f"{link(f'exercise:{one.id}', said(one, voice))}<br>{text(said(one.purpose, voice))}"
        for one in library.exercises
    )
    first = tr("Learn", "Ask the safety questions first. Do no exercise while a warning sign is open.")
    return heading(tr("Learn", "All exercises"), 1) + box(paragraph(text(first)), "caution") + listing(rows)


def plan_part(plan: Plan, library: Library, voice: Voice, notes: References) -> str:
    """Gives one plan: steps, exercises, what trials found, cautions and when to stop."""
    tr = QCoreApplication.translate
    steps = (text(said(one, voice)) + notes.mark(one.basis, one.sources) for one in plan.steps)
    chosen = (library.exercise_by_id[name] for name in plan.exercises)
    evidence = plan_evidence(plan, voice, notes)
    return "".join(
        (
            heading(said(plan, voice)),
            listing(steps),
            listing(link(f"exercise:{one.id}", said(one, voice)) for one in chosen),
            heading(tr("Learn", "How well it works"), 3),
            evidence,
            before_part(plan.cautions, plan.gates, library, voice),
            stop_part(plan.stop_rules, library, voice),
        )
    )


def plan_evidence(plan: Plan, voice: Voice, notes: References) -> str:
    """Gives what trials found of a plan, and how strong they are."""
    found = text(said(plan.evidence, voice)) + notes.mark("published", plan.sources)
    grade = QCoreApplication.translate("Learn", "Strength of the trials: {grade}").format(
        grade=grade_words(plan.grade)
    )
    return paragraph(found) + paragraph(text(grade), "small")


def grade_words(grade: str) -> str:
    """Gives what a grade of evidence means."""
    tr = QCoreApplication.translate
    return {
        "A": tr("Learn", "A, several trials or a strong guideline"),
        "B": tr("Learn", "B, one good trial"),
        "C": tr("Learn", "C, small or indirect studies"),
        "D": tr("Learn", "D, the view of experts"),
    }[grade]


def movements_page(library: Library, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the movements that can be tried at home."""
    tr = QCoreApplication.translate
    title = heading(tr("Learn", "Movements to try at home"), 1)
    return title + "".join(_movement(one, library, knowledge, voice) for one in library.movements)


def _movement(one: HomeMovement, library: Library, knowledge: Knowledge, voice: Voice) -> str:
    return "".join(
        (
            heading(said(knowledge.finding_by_id[one.finding], voice)),
            with_drawing(
                listing((text(said(step, voice)) for step in one.steps), numbered=True)
                + paragraph(text(said(one.watch_for, voice))),
                one.drawing,
            ),
            before_part((), one.gates, library, voice),
            stop_part(one.stop_rules, library, voice),
        )
    )


def tips_part(library: Library, voice: Voice, notes: References) -> str:
    """Gives everyday tips by topic."""
    parts = []
    for topic in dict.fromkeys(tip.topic for tip in library.tips):
        parts.append(heading(_topic_words(topic)))
        for tip in library.tips:
            if tip.topic == topic:
                words = paragraph(text(said(tip, voice)) + notes.mark(tip.basis, tip.sources))
                parts.append(with_drawing(words, tip.drawing))
    return "".join(parts)


def _topic_words(topic: str) -> str:
    tr = QCoreApplication.translate
    return {
        "activity": tr("Learn", "Keep moving"),
        "desk": tr("Learn", "At the desk"),
        "footwear": tr("Learn", "Shoes"),
        "lifting": tr("Learn", "Lifting"),
        "posture": tr("Learn", "Posture"),
        "sitting": tr("Learn", "Sitting"),
        "sleep": tr("Learn", "Sleep"),
        "weight": tr("Learn", "Weight"),
    }[topic]


def before_part(cautions: Iterable[Wording], gates: Iterable[str], library: Library, voice: Voice) -> str:
    """What to mind before beginning."""
    by_id = {gate.id: gate for gate in library.gates}
    lines = [text(said(one, voice)) for one in cautions]
    lines += [text(said(by_id[name], voice)) for name in gates]
    title = QCoreApplication.translate("Learn", "Before you start")
    return heading(title, 3) + box(listing(lines), "caution") if lines else ""


def stop_part(names: Iterable[str], library: Library, voice: Voice) -> str:
    """When to stop."""
    by_id = {rule.id: rule for rule in library.stop_rules}
    lines = [text(said(by_id[name], voice)) for name in names]
    title = QCoreApplication.translate("Learn", "When to stop")
    return heading(title, 3) + box(listing(lines), "stop") if lines else ""


def _names(ids: Iterable[str], knowledge: Knowledge, voice: Voice) -> Iterable[str]:
    for name in ids:
        named = knowledge.origin_by_id.get(name) or knowledge.condition_by_id[name]
        yield link(f"page:{name}", said(named, voice))
