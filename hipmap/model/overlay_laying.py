"""Lays a clinic's overlay over the knowledge: everything that it brings in is marked as local."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from hipmap.model.conditions import Condition, Origin
from hipmap.model.evidence import Cell
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.overlay import LOCAL_MARK, LocalAdvice, LocalFigure, LocalPlace, LocalWording, Overlay
from hipmap.model.problems import Problem
from hipmap.model.referral import ReferralMap
from hipmap.model.urgency_texts import SafetyNet

Worded = TypeVar("Worded", Finding, Condition, Origin)
_ID = re.compile(r"[a-z][a-z0-9_]{0,79}")
_LONGEST_WORDING = 2000
# No figure of a clinic is surer than this: a smaller one would decide a case alone.
_SUREST = 0.001


def overlay_problems(overlay: Overlay, knowledge: Knowledge, file: str) -> list[Problem]:
    """Gives what the overlay may not do: take an id that exists, touch a study's figure, name the unknown."""
    found = []
    for kind, rows, known in (
        ("sources", overlay.sources, knowledge.source_by_id),
        ("findings", overlay.findings, knowledge.finding_by_id),
    ):
        for row in rows:
            if row.id in known:
                found.append(Problem(file, row.id, kind, "hipmap has this id already: choose another one"))
    found += _twice(overlay, file)
    found += [p for one in overlay.findings for p in _finding_problems(one, knowledge, file)]
    found += [p for figure in overlay.figures for p in _figure_problems(figure, knowledge, file)]
    found += [p for place in overlay.places for p in _place_problems(place, knowledge, file)]
    found += [p for wording in overlay.wordings for p in _wording_problems(wording, knowledge, file)]
    return found


def laid_over(knowledge: Knowledge, overlay: Overlay, digest: str) -> Knowledge:
    """Gives the knowledge with the overlay on it; `digest` is of both together."""
    figures = {(one.finding, one.condition): one for one in overlay.figures}
    findings = [*knowledge.findings, *(_local_finding(one) for one in overlay.findings)]
    findings = [_with_figures(one, figures) for one in findings]
    referral = knowledge.referral.model_copy(
        update={"pain": tuple(_with_places(one, overlay.places) for one in knowledge.referral.pain)}
    )
    version = f"{knowledge.manifest.version} with {overlay.head.clinic} {overlay.head.version} {LOCAL_MARK}"
    changed: dict[str, Any] = {
        "manifest": knowledge.manifest.model_copy(update={"version": version}),
        "digest": digest,
        "without_overlay": knowledge,
        "sources": (*knowledge.sources, *overlay.sources),
        "findings": _reworded(findings, overlay.wordings, "finding"),
        "conditions": _reworded(list(knowledge.conditions), overlay.wordings, "condition"),
        "origins": _reworded(list(knowledge.origins), overlay.wordings, "origin"),
        "referral": referral,
        "safety_nets": tuple(_with_advice(net, overlay.advice) for net in knowledge.safety_nets),
    }
    # Made anew, not copied: a copy would keep what was looked up in the knowledge without the overlay.
    return Knowledge(**{name: changed.get(name, getattr(knowledge, name)) for name in Knowledge.model_fields})


def _local(cell: Cell, why: str | None = None) -> Cell:
    return cell.model_copy(update={"kind": "local", "why": why or cell.why})


def _local_finding(finding: Finding) -> Finding:
    return finding.model_copy(
        update={
            "patient": f"{finding.patient} {LOCAL_MARK}",
            "clinician": f"{finding.clinician} {LOCAL_MARK}",
            "patient_short": f"{finding.patient_short} {LOCAL_MARK}" if finding.patient_short else None,
            "background": _local(finding.background) if finding.background is not None else None,
            "cells": {condition: _local(cell) for condition, cell in finding.cells.items()},
        }
    )


def _with_figures(finding: Finding, figures: Mapping[tuple[str, str], LocalFigure]) -> Finding:
    own = {
        condition: _local(figure.cell, figure.why)
        for (name, condition), figure in figures.items()
        if name == finding.id
    }
    return finding.model_copy(update={"cells": {**finding.cells, **own}}) if own else finding


def _with_places(referral: ReferralMap, places: tuple[LocalPlace, ...]) -> ReferralMap:
    own = {one.zone: _local(one.cell, one.why) for one in places if one.condition == referral.condition}
    return referral.model_copy(update={"zones": {**referral.zones, **own}}) if own else referral


def _reworded(rows: list[Worded], wordings: tuple[LocalWording, ...], kind: str) -> tuple[Worded, ...]:
    words = {one.id: one for one in wordings if one.of == kind}
    return tuple(_with_words(row, words[row.id]) if row.id in words else row for row in rows)


def _with_words(row: Worded, words: LocalWording) -> Worded:
    new = {"patient": words.patient, "clinician": words.clinician}
    said = {voice: f"{text} {LOCAL_MARK}" for voice, text in new.items() if text is not None}
    # The short form says the words that the clinic has put aside.
    is_asked_anew = words.patient is not None and "patient_short" in type(row).model_fields
    return row.model_copy(update={**said, "patient_short": None} if is_asked_anew else said)


def _with_advice(net: SafetyNet, advice: tuple[LocalAdvice, ...]) -> SafetyNet:
    added = [one for one in advice if one.tier == net.tier]
    patient = " ".join([net.patient, *(f"{one.patient} {LOCAL_MARK}" for one in added)])
    clinician = " ".join([net.clinician, *(f"{one.clinician} {LOCAL_MARK}" for one in added)])
    return net.model_copy(update={"patient": patient, "clinician": clinician})


def _twice(overlay: Overlay, file: str) -> Iterator[Problem]:
    """Of two rows for one thing nobody could say which one counts."""
    kinds = {
        "figures": [f"{one.finding} / {one.condition}" for one in overlay.figures],
        "places": [f"{one.condition} / {one.zone}" for one in overlay.places],
        "wordings": [f"{one.of} {one.id}" for one in overlay.wordings],
    }
    for kind, rows in kinds.items():
        for row, count in Counter(rows).items():
            if count > 1:
                yield Problem(file, row, kind, f"it stands {count} times: keep one")


def _finding_problems(finding: Finding, knowledge: Knowledge, file: str) -> Iterator[Problem]:
    if not _ID.fullmatch(finding.id):
        yield Problem(
            file, f"{finding.id!r:.40}", "findings.id", "write an id in small letters, digits and _"
        )
    if _is_safety(finding):
        yield Problem(
            file, finding.id, "findings.kind",
            "a safety question speaks by a rule, and an overlay brings no rules: choose another kind",
        )  # fmt: skip
    for voice in ("patient", "clinician"):
        if not 0 < len(getattr(finding, voice).strip()) <= _LONGEST_WORDING:
            yield Problem(file, finding.id, voice, f"give a text of 1 to {_LONGEST_WORDING} characters")
    if finding.carries:
        yield Problem(file, finding.id, "carries", "an overlay carries no claims of the articles: remove it")
    yield from _replacing(finding, knowledge, file)
    if finding.background is not None:
        yield from _too_sure(finding.background, file, finding.id, "background")
    for name, cell in finding.cells.items():
        yield from _too_sure(cell, file, finding.id, f"cells.{name}")


def _replacing(finding: Finding, knowledge: Knowledge, file: str) -> Iterator[Problem]:
    """What a finding replaces no longer counts beside it."""
    for name in finding.replaces:
        other = knowledge.finding_by_id.get(name)
        if other is not None and (_is_safety(other) or any(map(_of_a_study, other.cells.values()))):
            what = f"{name} is of safety or of a study: an overlay cannot replace it"
            yield Problem(file, finding.id, "replaces", what)


def _is_safety(finding: Finding) -> bool:
    return finding.kind == "safety" or finding.screening


def _of_a_study(cell: Cell) -> bool:
    return cell.kind in ("published", "derived")


def _too_sure(cell: Cell, file: str, row: str, field: str) -> Iterator[Problem]:
    figures = [cell.p] if cell.p is not None else list((cell.options or {}).values())
    if any(not _SUREST <= p <= 1 - _SUREST for p in figures):
        yield Problem(file, row, field, f"give figures between {_SUREST:g} and {1 - _SUREST:g}")


def _figure_problems(figure: LocalFigure, knowledge: Knowledge, file: str) -> list[Problem]:
    row = f"{figure.finding} / {figure.condition}"
    finding = knowledge.finding_by_id.get(figure.finding)
    if finding is None:
        return [Problem(file, row, "figures.finding", f"hipmap has no finding {figure.finding}")]
    if finding.background is None:
        return [Problem(file, row, "figures.finding", "this finding moves no likelihood: remove the figure")]
    if _is_safety(finding):
        what = "the figures of a safety question stay: choose another finding"
        return [Problem(file, row, "figures.finding", what)]
    found = _over_a_study(finding.cells.get(figure.condition), file, row, "figures.cell")
    return [*found, *_too_sure(figure.cell, file, row, "figures.cell")]


def _place_problems(place: LocalPlace, knowledge: Knowledge, file: str) -> list[Problem]:
    row = f"{place.condition} / {place.zone}"
    maps = {one.condition: one for one in knowledge.referral.pain}
    if place.condition not in maps:
        return [Problem(file, row, "places.condition", f"hipmap has no condition {place.condition}")]
    found = _over_a_study(maps[place.condition].zones.get(place.zone), file, row, "places.cell")
    return [*found, *_too_sure(place.cell, file, row, "places.cell")]


def _over_a_study(present: Cell | None, file: str, row: str, field: str) -> list[Problem]:
    if present is None or present.kind == "judged":
        return []
    what = f"a {present.kind} figure stands here: an overlay may replace judgements only"
    return [Problem(file, row, field, what)]


def _wording_problems(wording: LocalWording, knowledge: Knowledge, file: str) -> list[Problem]:
    known = {
        "finding": list(knowledge.finding_by_id),
        "condition": list(knowledge.condition_by_id),
        "origin": list(knowledge.origin_by_id),
    }[wording.of]
    if wording.id not in known:
        return [Problem(file, wording.id, "wordings.id", f"hipmap has no {wording.of} {wording.id}")]
    texts = [text for text in (wording.patient, wording.clinician) if text is not None]
    if not texts or any(not text.strip() for text in texts):
        return [Problem(file, wording.id, "wordings", "give a text for the patient or the clinician")]
    if wording.of == "finding" and _is_safety(knowledge.finding_by_id[wording.id]):
        what = "the words of a safety question stay: its rule rests on their meaning"
        return [Problem(file, wording.id, "wordings.id", what)]
    return []
