"""What helps, for a handout: plans with their steps, exercises with drawings, and when to stop."""

import json
from collections.abc import Iterator, Mapping
from functools import partial

from hipmap.exchange.drawing.svg import Drawing, framed_picture
from hipmap.exchange.paper.blocks import Block, Card, Heading, Listing, Paragraph
from hipmap.exchange.report import ReadAsset
from hipmap.model.library import Library
from hipmap.model.self_care_advice import OfferedExercise, OfferedPlan, SelfCare
from hipmap.model.spoken import language, phrases, translate
from hipmap.model.voice import Voice, said

tr = partial(translate, "Paper")

_MOST_EXERCISES = 4
_MOST_TIPS = 4
_FIRST: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "Some safety questions are still open. Answer them before you begin with exercises.",
        "clinician": "Screening questions are still open: complete them before any loading.",
    },
)


def care_blocks(care: SelfCare, library: Library, voice: Voice, read: ReadAsset) -> Iterator[Block]:
    """Gives self-care as far as the case allows it: nothing while help is urgent, no exercise on hold."""
    yield Heading(tr("What helps"))
    if care.state == "too_early":
        yield Paragraph(tr("Nothing is marked or answered yet, so it is too early to say what helps."))
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
        yield Heading(tr("When to stop"))
        yield Listing(tuple(rules))
    tips = [said(one, voice) for one in library.tips if one.id in care.tips and one.good_for][:_MOST_TIPS]
    if tips:
        yield Heading(tr("Every day"))
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
    yield Heading(tr("Exercises"))
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
        pictures=_pictures(exercise.drawing or "", poses, read),
        steps=tuple(said(step, voice) for step in exercise.steps),
        notes=(tr("How much: {dose}").format(dose=said(exercise.dose, voice)), *cautions, *gates),
    )


def _pictures(name: str, poses: dict[str, dict[str, object]], read: ReadAsset) -> tuple[Drawing, ...]:
    pose = poses.get(name)
    files = pose["files"] if pose is not None else ()
    if pose is None or not isinstance(files, list):
        return ()
    shown = language().shows(name, str(pose["alt"]))
    return tuple(framed_picture(read(f"body/poses/{file}"), shown) for file in files)
