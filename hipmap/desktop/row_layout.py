"""Where the parts of a row of the sheet stand for a width and a text size; no widgets here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect

from hipmap.desktop.design_tokens import Size, Space, scaled
from hipmap.desktop.painted_text import text_height

# As in the head of the sheet, whatever the size of the text.
INDENT = Space.L
HELP_BUTTON = 28


@dataclass(frozen=True)
class Parts:
    """What a row consists of."""

    question: str
    caption: str
    has_help: bool
    control_width: int
    control_height: Callable[[int], int]
    sides_width: int
    lines_beside: int  # a question of more lines than this gets the whole width


@dataclass(frozen=True)
class RowLayout:
    """The boxes of the parts, and the height of the row."""

    question: QRect
    caption: QRect | None
    help_button: QRect | None
    control: QRect
    sides: QRect | None
    height: int


def lay_out(parts: Parts, width: int, text_scale: float) -> RowLayout:
    """Puts the controls beside a short question, and below a long one."""
    inner = width - 2 * INDENT
    help_width = scaled(HELP_BUTTON, text_scale) if parts.has_help else 0
    controls = parts.control_width + (parts.sides_width + Space.S if parts.sides_width else 0)
    beside = inner - controls - help_width - Space.M
    one_line = text_height("X", "body", text_scale, 1000)
    two_lines = 2 * text_height("X", "caption", text_scale, 1000) + 2
    short = beside > scaled(110, text_scale)
    short = short and text_height(parts.caption, "caption", text_scale, beside) <= two_lines
    if short and text_height(parts.question, "body", text_scale, beside) <= parts.lines_beside * one_line + 2:
        return _beside(parts, width, text_scale, beside)
    return _below(parts, width, text_scale)


def turned(row: RowLayout, width: int) -> RowLayout:
    """Gives the same row as it stands where a language reads from right to left."""

    def there(box: QRect) -> QRect:
        return QRect(width - box.x() - box.width(), box.y(), box.width(), box.height())

    optional = (row.caption, row.help_button, row.sides)
    caption, help_button, sides = (there(box) if box is not None else None for box in optional)
    return RowLayout(there(row.question), caption, help_button, there(row.control), sides, row.height)


def _beside(parts: Parts, width: int, text_scale: float, text_width: int) -> RowLayout:
    left, right, pad = INDENT, width - INDENT, Space.S
    question_tall = text_height(parts.question, "body", text_scale, text_width)
    caption_tall = text_height(parts.caption, "caption", text_scale, text_width) if parts.caption else 0
    tall = max(scaled(Size.TARGET, text_scale), question_tall + caption_tall + 2 * pad)
    top = (tall - question_tall - caption_tall) // 2
    question = QRect(left, top, text_width, question_tall)
    caption = QRect(left, question.bottom() + 1, text_width, caption_tall) if parts.caption else None
    control = QRect(right - parts.control_width, 0, parts.control_width, tall)
    sides = None
    if parts.sides_width:
        sides = QRect(control.left() - Space.S - parts.sides_width, 0, parts.sides_width, tall)
    button = scaled(HELP_BUTTON, text_scale)
    help_left = (sides or control).left() - button - Space.XS
    help_button = QRect(help_left, (tall - button) // 2, button, button) if parts.has_help else None
    return RowLayout(question, caption, help_button, control, sides, tall)


def _below(parts: Parts, width: int, text_scale: float) -> RowLayout:
    left, right, pad = INDENT, width - INDENT, Space.S
    inner = right - left
    button = scaled(HELP_BUTTON, text_scale)
    chips = parts.control_width > inner - (parts.sides_width + Space.M if parts.sides_width else 0)
    # Where the choices need lines of their own, the side stands in the line of the question.
    above = parts.sides_width if chips and parts.sides_width < inner * 0.4 else 0
    text_width = inner - (button + Space.S if parts.has_help else 0) - (above + Space.S if above else 0)
    question = QRect(left, pad, text_width, text_height(parts.question, "body", text_scale, text_width))
    y = question.bottom() + 1
    caption = None
    if parts.caption:
        caption = QRect(left, y, text_width, text_height(parts.caption, "caption", text_scale, text_width))
        y = caption.bottom() + 1
    help_button = QRect(right - button, pad - 1, button, button) if parts.has_help else None
    line = scaled(Size.CONTROL, text_scale) + Space.XS
    if help_button is not None:
        y = max(y, help_button.bottom() - Space.XS)
    sides = None
    if above:
        sides = QRect(left + text_width + Space.S, Space.XS, above, line)
        y = max(y, sides.bottom() - Space.XS)
    y += Space.XS
    if parts.sides_width and not above:
        sides = QRect(left, y, parts.sides_width, line)
        y = sides.bottom() + 1 if chips else y
    if chips:
        control = QRect(left, y, inner, max(line, parts.control_height(inner)))
    else:
        control = QRect(right - parts.control_width, y, parts.control_width, line)
    tall = control.bottom() + 1 + Space.XS
    return RowLayout(question, caption, help_button, control, sides, tall)
