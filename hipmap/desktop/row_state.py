"""What a row of the sheet shows of the case, and the small line under its question; no widgets here."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.wording import losses, normal_words
from hipmap.model.case import UNKNOWN, Answer, Side
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice


@dataclass(frozen=True)
class RowState:
    """The answer, the side that would be meant, and two hints."""

    answer: Answer | None = None
    default_side: Side | None = None
    on_map: bool = False
    tells_most: str = ""  # why this is one of the next best, where it is


def asks_side(finding: Finding, answer: Answer | None) -> bool:
    """Whether an answer stands whose side nobody has said."""
    return finding.sided and answer is not None and answer.side is None and answer.value != UNKNOWN


def caption_of(finding: Finding, state: RowState, refused: str, voice: Voice) -> str:
    """Gives the small line under the question; `refused` is what is wrong with the number being typed."""
    scale, answer = finding.scale, state.answer
    parts = [normal_words(scale, voice)] if scale is not None else []
    if scale is not None and answer is not None:
        parts.extend(losses(scale, answer, voice))
    if refused:
        parts.append(refused)
    if asks_side(finding, answer):
        parts.append(QCoreApplication.translate("Sheet", "Which side?"))
    if state.on_map and answer is None:
        parts.append(QCoreApplication.translate("Sheet", "Drawn on the map"))
    if state.tells_most and answer is None:
        parts.append(state.tells_most)
    return " · ".join(parts)
