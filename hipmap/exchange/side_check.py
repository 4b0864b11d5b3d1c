"""Refuses to send what names one side in words and shows the other on the body map."""

import re
from collections.abc import Iterator

from hipmap.exchange.report import Report
from hipmap.model.case import Side
from hipmap.model.problems import refusal

_SIDES: tuple[Side, ...] = ("right", "left")
_BODY = (
    "hips?|groin|thigh|leg|knee|buttock|back|flank|foot|calf|shin|heel|toe|pelvis|pubis|trochanter|lumbar|"
    "sacroiliac|joint|loin|testicle|ankle|abdomen|belly|femoral|femur"
)
"""What makes of *right* a side: it is not one in `right away`."""
_SAYS: dict[Side, re.Pattern[str]] = {
    side: re.compile(
        rf"\b{side}[- ]?(?:sided?|hand side)\b|\b(?:on|to|of|down|in) the {side}\b"
        rf"|\b{side}(?:\W+\w+){{0,2}}?\W+(?:{_BODY})\b",
        re.IGNORECASE,
    )
    for side in _SIDES
}
_ACROSS = "answers_for_the_other_side"


def must_agree_on_sides(report: Report) -> None:
    """Raises BadInput where marks lie on one side only, and answers or typed words are about the other."""
    problem = next(_disagreements(report), None)
    if problem is not None:
        raise refusal(
            "sides", f"{problem}; correct one of the two, or give --sides-checked if both are right"
        )


def _disagreements(report: Report) -> Iterator[str]:
    marked = {mark.side for mark in report.case.marks} - {"midline"}
    if report.case.pin is not None:
        marked |= {report.case.pin.side} - {"midline"}
    for conflict in report.assessment.conflicts:
        if conflict.id == _ACROSS:
            names = ", ".join(conflict.findings)
            yield f"the map is marked on the {_joined(marked)}, but answers are for the other side ({names})"
    details = report.details
    for name, text in (("--question", details.question), ("--note", details.note)):
        told = {side for side, pattern in _SAYS.items() if pattern.search(text)}
        if len(told) == 1 and len(marked) == 1 and told != marked:
            yield f"the map is marked on the {_joined(marked)}, but {name} says {_joined(told)}"


def _joined(sides: set[Side]) -> str:
    return " and ".join(sorted(sides)) or "midline"
