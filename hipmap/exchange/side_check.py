"""Refuses to send what names one side in words and shows the other on the body map."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hipmap.exchange.report import Report
from hipmap.model.case import Side
from hipmap.model.problems import refusal

_SIDES: tuple[Side, ...] = ("right", "left")
_BODY = (
    "hips?|groin|thigh|leg|knee|buttock|back|flank|foot|calf|shin|heel|toe|pelvis|pubis|trochanter|lumbar|"
    "sacroiliac|joint|loin|testicle|ankle|abdomen|belly|femoral|femur"
)
"""What makes of *right* a side: it is not one in `right away`."""
_NOT_ARM = r"(?![ -]+(?:(?:fore)?arm|hand|wrist|elbow|shoulder|finger|thumb)s?\b(?!\W+side))"
"""A stick is held on the other side than the hip that hurts: *in the left hand* says nothing of the pain."""
_SAYS: dict[Side, re.Pattern[str]] = {
    side: re.compile(
        rf"\b{side}[- ]?(?:sided?|hand side)\b|\b(?:on|to|of|down|in) the {side}\b{_NOT_ARM}"
        rf"|\b{side}{_NOT_ARM}(?:\W+\w+){{0,2}}?\W+(?:{_BODY})\b"
        rf"|(?<!['’])\b{side[0]}t?\b\W{{1,2}}(?:{_BODY})\b",  # R hip, (L) groin, Rt. thigh
        re.IGNORECASE,
    )
    for side in _SIDES
}
_ACROSS = "answers_for_the_other_side"


@dataclass(frozen=True)
class Disagreement:
    """Marks on one side, and what is about the other: answers to findings, or a text that was typed."""

    marked: tuple[Side, ...]
    findings: tuple[str, ...] = ()
    text: str = ""
    says: tuple[Side, ...] = ()

    def __str__(self) -> str:
        where = f"the map is marked on the {_joined(self.marked)}"
        if self.text:
            return f"{where}, but --{self.text} says {_joined(self.says)}"
        return f"{where}, but answers are for the other side ({', '.join(self.findings)})"


def must_agree_on_sides(report: Report) -> None:
    """Raises BadInput where marks lie on one side only, and answers or typed words are about the other."""
    problem = next(disagreements(report), None)
    if problem is not None:
        raise refusal(
            "sides", f"{problem}; correct one of the two, or give --sides-checked if both are right"
        )


def disagreements(report: Report) -> Iterator[Disagreement]:
    """Gives all that is about another side than the marks."""
    places = (*report.case.marks, *((report.case.pin,) if report.case.pin is not None else ()))
    marked = tuple(side for side in _SIDES if any(one.side == side for one in places))
    for conflict in report.assessment.conflicts:
        if conflict.id == _ACROSS:
            yield Disagreement(marked, findings=tuple(conflict.findings))
    details = report.details
    for name, text in (("question", details.question), ("note", details.note)):
        told = tuple(side for side, pattern in _SAYS.items() if pattern.search(text))
        if len(told) == 1 and len(marked) == 1 and told != marked:
            yield Disagreement(marked, text=name, says=told)


def _joined(sides: Sequence[Side]) -> str:
    return " and ".join(sorted(sides)) or "midline"
