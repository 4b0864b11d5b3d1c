"""How much room the controls of a row need, from its words alone: rows are placed before they are made."""

from functools import partial

from hipmap.desktop.answer_control import choices_of
from hipmap.desktop.look import look
from hipmap.desktop.row_controls import side_choices
from hipmap.desktop.row_layout import Parts, RowLayout, lay_out
from hipmap.desktop.side_columns import columns_width, fit_columns, has_columns
from hipmap.desktop.strip_size import strip_height, strip_width
from hipmap.model.case import Answer
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice, said


def fit_row(
    finding: Finding,
    voice: Voice,
    answer: Answer | None,
    caption: str,
    has_help: bool,
    number_width: int | None,
    width: int,
) -> RowLayout:
    """Gives where the parts of a row stand; a number brings a field whose width only the field knows."""
    texts = [choice.text for choice in choices_of(finding, voice)]
    sides = [choice.text for choice in side_choices(finding, voice, answer)]
    control = strip_width(texts) if number_width is None else number_width
    columns = has_columns(finding)

    def columns_tall(room: int) -> int:
        return fit_columns(texts, number_width, voice, room).height

    parts = Parts(
        question=said(finding, voice),
        caption=caption,
        has_help=has_help,
        control_width=columns_width(control, voice) if columns else control,
        control_height=columns_tall if columns else partial(strip_height, texts),
        sides_width=strip_width(sides) if finding.sided and not columns else 0,
        lines_beside=2 if voice == "patient" else 3,
    )
    return lay_out(parts, width, look().text_scale)
