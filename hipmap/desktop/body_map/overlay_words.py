"""What is said of what lies over the faces, in either voice."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.overlay_legend import Told, earlier_sample, pattern_sample
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.learn.pain_pattern import OFTEN, SOMETIMES, often_and_sometimes, pattern
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

ROOT_SOURCES = ("nitta_1993", "murphy_2009", "taylor_2013")
"""One study in which single roots were blocked, and two that found pain outside the areas of the books."""


def name_of(origin: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the name of an origin or of a condition."""
    found = knowledge.origin_by_id.get(origin) or knowledge.condition_by_id[origin]
    return said(found, voice)


def bones_told(voice: Voice) -> Told:
    """Says what the bones are."""
    tr = QCoreApplication.translate
    note = tr("BodyMap", "Where bones lie in a body like this one. Your own may lie a little elsewhere.")
    if voice == "clinician":
        note = tr(
            "BodyMap", "Set into the figure by its landmarks; orientation only, not to scale of the patient."
        )
    return Told(tr("BodyMap", "Bones"), note=note)


def roots_told(voice: Voice, knowledge: Knowledge | None) -> Told:
    """Says what the nerve-root areas are, and that books differ about them."""
    tr = QCoreApplication.translate
    note = tr(
        "BodyMap",
        "Which skin each nerve of the lower back feels. Maps differ from book to book, and pain often "
        "spreads another way.",
    )
    if voice == "clinician":
        note = tr(
            "BodyMap",
            "Drawn by judgement between published maps, which differ; L4 to S1 close to selective root "
            "blocks (Nitta 1993). Radicular pain often keeps to no area (Murphy 2009, Taylor 2013).",
        )
    sources = (
        [] if knowledge is None else [one.citation for one in knowledge.sources if one.id in ROOT_SOURCES]
    )
    return Told(tr("BodyMap", "Skin areas of the nerve roots L1 to S3"), note=note, more="\n".join(sources))


def roots_told_at(roots: Sequence[str]) -> str:
    """Says which nerve roots serve a place."""
    if not roots:
        return ""
    return QCoreApplication.translate("BodyMap", "nerve roots: {roots}").format(roots=", ".join(roots))


def pattern_told(origin: str, knowledge: Knowledge, voice: Voice) -> Told:
    """Says whose pattern it is, what its signs mean, and how much of it comes from studies."""
    tr = QCoreApplication.translate
    found, studied = _counted(origin, knowledge)
    samples = (
        pattern_sample(OFTEN, tr("BodyMap", "often")),
        pattern_sample(SOMETIMES, tr("BodyMap", "sometimes")),
        pattern_sample(SOMETIMES / 2, tr("BodyMap", "seldom")),
    )
    if not found:
        return Told(
            tr("BodyMap", "{name}: no pain pattern is known").format(name=name_of(origin, knowledge, voice))
        )
    note = tr("BodyMap", "Where people with it point. It differs from person to person.")
    if voice == "clinician":
        note = tr("BodyMap", "Zones: {all}; from published maps: {studied}; the others are judged.").format(
            all=found, studied=studied
        )
    title = tr("BodyMap", "{name}: where it hurts").format(name=name_of(origin, knowledge, voice))
    return Told(title, samples, note, often_and_sometimes(origin, knowledge, voice))


def _counted(origin: str, knowledge: Knowledge) -> tuple[int, int]:
    """Gives how many zones the pattern has, and in how many of them a study has a part."""
    members = {one.id for one in knowledge.conditions if origin in (one.id, one.origin)}
    kinds: dict[str, set[str]] = {}
    for one in knowledge.referral.pain:
        if one.condition in members:
            for zone, cell in one.zones.items():
                kinds.setdefault(zone, set()).add(cell.kind)
    return len(kinds), sum(1 for found in kinds.values() if found - {"judged"})


def earlier_told() -> Told:
    """Says what the dashed outlines are."""
    tr = QCoreApplication.translate
    return Told(
        tr("BodyMap", "Last time"), (earlier_sample(tr("BodyMap", "marked last time")),),
    )  # fmt: skip


def told_at(place: Place, origin: str, knowledge: Knowledge, voice: Voice) -> str:
    """Says how often a place hurts with an origin."""
    tr = QCoreApplication.translate
    share = pattern(origin, knowledge).get(place[0], 0.0)
    name = name_of(origin, knowledge, voice)
    if voice == "clinician":
        return tr("BodyMap", "{name}: about {percent} % mark this").format(
            name=name, percent=5 * round(share * 20)
        )
    if share >= OFTEN:
        return tr("BodyMap", "{name}: often felt here").format(name=name)
    if share >= SOMETIMES:
        return tr("BodyMap", "{name}: sometimes felt here").format(name=name)
    return tr("BodyMap", "{name}: seldom felt here").format(name=name)
