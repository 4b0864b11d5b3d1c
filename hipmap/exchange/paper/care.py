"""What helps, for a handout: plans with their steps, exercises with drawings, and when to stop."""

import json
from collections.abc import Iterator

from hipmap.exchange.drawing.svg import Drawing, framed_picture
from hipmap.exchange.paper.blocks import Block, Card, Heading, Listing, Paragraph
from hipmap.exchange.report import ReadAsset
from hipmap.model.library import Library
from hipmap.model.self_care_advice import OfferedExercise, OfferedPlan, SelfCare
from hipmap.model.voice import Voice, said

_MOST_EXERCISES = 4
_MOST_TIPS = 4
_TOO_EARLY = "Nothing is marked or answered yet, so it is too early to say what helps."
_FIRST: dict[Voice, str] = {
    "patient": "Some safety questions are still open. Answer them before you begin with exercises.",
    "clinician": "Screening questions are still open: complete them before any loading.",
}


def care_blocks(care: SelfCare, library: Library, voice: Voice, read: ReadAsset) -> Iterator[Block]:
    """Gives self-care as far as the case allows it: nothing while help is urgent, no exercise on hold."""
    yield Heading("What helps")
    if care.state == "too_early":
        yield Paragraph(_TOO_EARLY)
        return
    if care.reason is not None:
        yield Paragraph(said(care.reason, voice))
    if care.ask_first:
        yield Paragraph(_FIRST[voice])
    for offered in care.plans:
        yield from _plan(offered, library, voice)
    yield from _exercises(care, library, voice, read)
    rules = [said(one, voice) for one in library.stop_rules if one.id in care.stop_rules]
    if rules:
        yield Heading("When to stop")
        yield Listing(tuple(rules))
    tips = [said(one, voice) for one in library.tips if one.id in care.tips and one.good_for][:_MOST_TIPS]
    if tips:
        yield Heading("Every day")
        yield Listing(tuple(tips))


def _plan(offered: OfferedPlan, library: Library, voice: Voice) -> Iterator[Block]:
    plan = next(one for one in library.plans if one.id == offered.plan)
    yield Heading(said(plan, voice))
    yield Listing(tuple(said(step, voice) for step in plan.steps))
    cautions = [said(one, voice) for one in plan.cautions]
    cautions += [said(one, voice) for one in library.gates if one.id in offered.cautions]
    if cautions:
        yield Listing(tuple(cautions))
    yield Paragraph(said(plan.evidence, voice), small=True)


def _exercises(care: SelfCare, library: Library, voice: Voice, read: ReadAsset) -> Iterator[Block]:
    offered = {one.exercise: one for plan in care.plans for one in plan.exercises}
    if not offered:
        return
    yield Heading("Exercises")
    poses = json.loads(read("body/poses/poses.json"))
    for one in list(offered.values())[:_MOST_EXERCISES]:
        yield _card(one, library, voice, poses, read)


def _card(
    offered: OfferedExercise,
    library: Library,
    voice: Voice,
    poses: dict[str, dict[str, object]],
    read: ReadAsset,
) -> Card:
    exercise = library.exercise_by_id[offered.exercise]
    gates = [said(one, voice) for one in library.gates if one.id in offered.cautions]
    cautions = [said(one, voice) for one in exercise.cautions]
    return Card(
        title=said(exercise, voice),
        pictures=_pictures(poses.get(exercise.drawing or ""), read),
        steps=tuple(said(step, voice) for step in exercise.steps),
        notes=(f"How much: {said(exercise.dose, voice)}", *cautions, *gates),
    )


def _pictures(pose: dict[str, object] | None, read: ReadAsset) -> tuple[Drawing, ...]:
    files = pose["files"] if pose is not None else ()
    if pose is None or not isinstance(files, list):
        return ()
    return tuple(framed_picture(read(f"body/poses/{name}"), str(pose["alt"])) for name in files)
