"""What helps in the present case: advice on scans, plans, exercises that suit, and why others do not."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.care_pages import plan_evidence
from hipmap.desktop.learn.markup import box, heading, link, listing, paragraph, text
from hipmap.desktop.learn.references import References
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.self_care_advice import OfferedPlan, SelfCare
from hipmap.model.voice import Voice, said
from hipmap.reasoning.self_care import self_care_for


def case_page(
    case: Case, assessment: Assessment, library: Library, knowledge: Knowledge, voice: Voice
) -> str:
    """Gives the whole page; while help is urgent, it holds nothing but that."""
    tr = QCoreApplication.translate
    notes = References(knowledge, voice)
    care = self_care_for(case, assessment, library, knowledge)
    parts = [heading(tr("Learn", "For this case"), 1)]
    if care.reason is not None:
        parts.append(box(paragraph(text(said(care.reason, voice))), "stop"))
    parts.append(_scans(assessment, knowledge, voice, notes))
    if care.state == "too_early":
        early = tr(
            "Learn", "Mark where it hurts and answer some questions first. Then this page says what helps."
        )
        return "".join((*parts, box(paragraph(text(early)))))
    if care.state == "hidden":
        return "".join((*parts, notes.listed()))
    if care.ask_first:
        first = tr("Learn", "Safety questions not asked yet: {count}. Ask them before any exercise.")
        parts.append(box(paragraph(text(first.format(count=len(care.ask_first)))), "caution"))
    parts += [_plan(one, library, knowledge, voice, notes) for one in care.plans]
    parts.append(_rules(care, library, voice))
    parts.append(_tips(care, library, voice, notes))
    parts.append(notes.listed())
    return "".join(parts)


def _scans(assessment: Assessment, knowledge: Knowledge, voice: Voice, notes: References) -> str:
    rules = {rule.id: rule for rule in knowledge.imaging_rules}
    spoken = [rules[name] for name in assessment.imaging]
    lines = (text(said(rule, voice)) + notes.mark(rule.basis, rule.sources) for rule in spoken)
    title = QCoreApplication.translate("Learn", "Scans: what to ask about")
    return heading(title) + listing(lines) if spoken else ""


def _plan(
    offered: OfferedPlan, library: Library, knowledge: Knowledge, voice: Voice, notes: References
) -> str:
    tr = QCoreApplication.translate
    plan = next(one for one in library.plans if one.id == offered.plan)
    target = knowledge.condition_by_id.get(offered.target) or knowledge.origin_by_id[offered.target]
    why = text(tr("Learn", "For")) + ": " + link(f"page:{offered.target}", said(target, voice))
    steps = (text(said(one, voice)) + notes.mark(one.basis, one.sources) for one in plan.steps)
    evidence = plan_evidence(plan, voice, notes)
    cautions = [said(one, voice) for one in plan.cautions] + _gates(offered.cautions, library, voice)
    return "".join(
        (
            heading(said(plan, voice)),
            paragraph(why, "small"),
            listing(steps),
            _exercises(offered, library, voice),
            _closed(offered, library, voice),
            box(listing(text(one) for one in cautions), "caution") if cautions else "",
            evidence,
        )
    )


def _exercises(offered: OfferedPlan, library: Library, voice: Voice) -> str:
    lines = []
    for one in offered.exercises:
        exercise = library.exercise_by_id[one.exercise]
        minds = "".join(
            f'<br><span class="small">{text(t)}</span>' for t in _gates(one.cautions, library, voice)
        )
        name = link(f"exercise:{exercise.id}", said(exercise, voice))
        lines.append(f"{name}: {text(said(exercise.dose, voice))}{minds}")
    title = QCoreApplication.translate("Learn", "Exercises")
    return heading(title, 3) + listing(lines) if lines else ""


def _closed(offered: OfferedPlan, library: Library, voice: Voice) -> str:
    """What was left out, and why."""
    lines = []
    for one in offered.closed:
        name = text(said(library.exercise_by_id[one.exercise], voice))
        lines.append(f"{name}: {text(' '.join(_gates(one.gates, library, voice)))}")
    title = QCoreApplication.translate("Learn", "Left out for you")
    return heading(title, 3) + listing(lines) if lines else ""


def _gates(names: Iterable[str], library: Library, voice: Voice) -> list[str]:
    by_id = {gate.id: gate for gate in library.gates}
    return [said(by_id[name], voice) for name in names]


def _rules(care: SelfCare, library: Library, voice: Voice) -> str:
    by_id = {rule.id: rule for rule in library.stop_rules}
    lines = [text(said(by_id[name], voice)) for name in care.stop_rules]
    title = QCoreApplication.translate("Learn", "When to stop")
    return heading(title) + box(listing(lines), "stop") if lines else ""


def _tips(care: SelfCare, library: Library, voice: Voice, notes: References) -> str:
    by_id = {tip.id: tip for tip in library.tips}
    tips = [by_id[name] for name in care.tips]
    lines = (text(said(tip, voice)) + notes.mark(tip.basis, tip.sources) for tip in tips)
    title = QCoreApplication.translate("Learn", "Every day")
    return heading(title) + listing(lines) if tips else ""
