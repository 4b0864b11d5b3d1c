"""Two columns of one row, right and left, each with its own answer, so that both sides are seen at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipmap.desktop.answer_control import AnswerControl
from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.desktop.painted_text import text_width
from hipmap.desktop.strip_size import button_size, strip_height, strip_width
from hipmap.desktop.wording import side_button
from hipmap.model.case import Answer, Side
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice

SIDES: tuple[Side, Side] = ("right", "left")


def has_columns(finding: Finding) -> bool:
    """Whether right and left stand apart from each other, each with its own answers."""
    return finding.sided and finding.is_done


def tag_width(voice: Voice) -> int:
    """Gives how wide the letter or word of a side is, with its room."""
    widest = max(text_width(side_button(side, voice), "strong", look().text_scale) for side in SIDES)
    return widest + look().px(Space.S)


def columns_width(control: int, voice: Voice) -> int:
    """Gives how wide both columns are on one line, from the width of one control."""
    return 2 * (tag_width(voice) + Space.XS + control) + look().px(Space.M)


@dataclass(frozen=True)
class Columns:
    """How the controls of both sides stand within a width: side by side, or the left below the right."""

    together: bool
    control: int  # the width of one control
    tall: int  # the height of one control
    chips: bool = False

    @property
    def height(self) -> int:
        return self.tall if self.together else 2 * self.tall


def fit_columns(texts: Sequence[str], number: int | None, voice: Voice, width: int) -> Columns:
    """Gives how the columns stand; `number` is how wide a control with the field of a number is."""
    line, tag = look().px(Size.CONTROL) + Space.XS, tag_width(voice) + Space.XS
    one = strip_width(texts) if number is None else number
    if columns_width(one, voice) <= width:
        return Columns(together=True, control=one, tall=line)
    alone = width - tag
    if number is not None or one <= alone:
        return Columns(together=False, control=one, tall=line)
    # Many or long answers stand as chips, in whichever way takes less room.
    beside = (width - look().px(Space.M)) // 2 - tag
    below = strip_height(texts, alone) + Space.S
    fits = max(button_size(text).width() for text in texts) <= beside
    if fits and (tall := strip_height(texts, beside) + Space.XS) <= 2 * below:
        return Columns(together=True, control=beside, tall=tall, chips=True)
    return Columns(together=False, control=alone, tall=below, chips=True)


class SideColumns(QWidget):
    """Emits what a person wants of a side; what it shows comes from the case."""

    answered = Signal(str, object, bool)  # the side, the value, whether it was typed
    cleared = Signal(str)
    refused = Signal(bool)
    typing_ended = Signal()

    def __init__(self, finding: Finding, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._both = False
        self._active: Side | None = None
        self._tags: dict[Side, QRect] = {}
        self.controls = {side: AnswerControl(finding, voice, self, side) for side in SIDES}
        for side, control in self.controls.items():
            control.answered.connect(lambda value, typed, side=side: self.answered.emit(side, value, typed))
            control.cleared.connect(lambda side=side: self.cleared.emit(side))
            control.refused.connect(self.refused)
            control.typing_ended.connect(self.typing_ended)

    def show_texts(self, finding: Finding, voice: Voice) -> None:
        self._voice = voice
        for control in self.controls.values():
            control.show_texts(finding, voice)
        self.update()

    def show_answer(self, answer: Answer | None, active: Side | None, suggested: str | None) -> None:
        """Shows each side what it gave; an answer whose side nobody said is only proposed to both."""
        told = answer.value if answer is not None and answer.side is None else None
        for side, control in self.controls.items():
            value = answer.on(side) if answer is not None and answer.side is not None else None
            shown = None if value is None else Answer(value=value, side=side)
            meant = told if isinstance(told, str) else suggested if side == active else None
            control.show_answer(shown, None if shown is not None else meant)
        self._active = active
        self.update()

    def let_focus(self, policy: Qt.FocusPolicy) -> None:
        for control in self.controls.values():
            control.let_focus(policy)

    def show_both(self, both: bool) -> None:
        """Shows whether the next answer is one of both sides."""
        if both != self._both:
            self._both = both
            self.update()

    def one_line(self) -> int:
        return self.controls["right"].one_line()

    def place(self, box: QRect) -> None:
        """Takes its place: side by side, or one below the other."""
        self.setGeometry(box)
        control = self.controls["right"]
        number = self.one_line() if control.number is not None else None
        texts = [button.text() for button in control.strip.buttons]
        found = fit_columns(texts, number, self._voice, box.width())
        tag, wide = tag_width(self._voice), found.control
        column, line = tag + Space.XS + wide, look().px(Size.CONTROL) + Space.XS
        tall = box.height() if found.together else box.height() // 2
        for at, side in enumerate(SIDES):
            ends = at == 1 or not found.together
            x = box.width() - column if ends else box.width() - 2 * column - look().px(Space.M)
            y = 0 if found.together else at * tall
            self._tags[side] = placed(self, QRect(x, y, tag, line if found.chips else tall))
            self.controls[side].place(placed(self, QRect(x + tag + Space.XS, y, wide, tall)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, box in self._tags.items():
            active = self._both or side == self._active
            if active:
                tall = worn.px(Size.SMALL_CONTROL) - Space.S
                chip = QRect(box.left(), box.center().y() - tall // 2, box.width(), tall)
                painter.setPen(QPen(QColor(theme.accent), theme.line_width))
                painter.setBrush(QColor(theme.surface))  # seen on the ground of a row at hand, too
                painter.drawRoundedRect(chip, Radius.S, Radius.S)
            painter.setPen(QColor(theme.accent if active else theme.muted))
            painter.setFont(worn.font("strong" if active else "body"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side_button(side, self._voice))
