"""Two columns of one row, right and left, each with its own answer, so that both sides are seen at once."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.answer_control import AnswerControl
from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.desktop.painted_text import text_width
from hipmap.desktop.wording import side_button
from hipmap.model.case import Answer, Side
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice

SIDES: tuple[Side, Side] = ("right", "left")


def has_columns(finding: Finding) -> bool:
    """Whether both sides stand beside each other: what is done with the body, unless its answers are long."""
    return finding.sided and finding.is_done and finding.answer != "choice"


def tag_width(voice: Voice) -> int:
    """Gives how wide the letter or word of a side is, with its room."""
    widest = max(text_width(side_button(side, voice), "strong", look().text_scale) for side in SIDES)
    return widest + look().px(Space.S)


def columns_width(control: int, voice: Voice) -> int:
    """Gives how wide both columns are on one line, from the width of one control."""
    return 2 * (tag_width(voice) + Space.XS + control) + look().px(Space.M)


def columns_height(control: int, voice: Voice, width: int) -> int:
    """Gives how tall they are within a width: where there is no room, the left stands below the right."""
    line = look().px(Size.CONTROL) + Space.XS
    return line if columns_width(control, voice) <= width else 2 * line


class SideColumns(QWidget):
    """Emits what a person wants of a side; what it shows comes from the case."""

    answered = Signal(str, object, bool)  # the side, the value, whether it was typed
    cleared = Signal(str)
    refused = Signal(bool)
    typing_ended = Signal()

    def __init__(self, finding: Finding, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
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

    def one_line(self) -> int:
        return self.controls["right"].one_line()

    def place(self, box: QRect) -> None:
        """Takes its place: side by side, or one below the other."""
        self.setGeometry(box)
        tag, wide = tag_width(self._voice), self.one_line()
        column = tag + Space.XS + wide
        together = columns_width(wide, self._voice) <= box.width()
        tall = box.height() if together else box.height() // 2
        for at, side in enumerate(SIDES):
            x = box.width() - column if at or not together else box.width() - 2 * column - look().px(Space.M)
            y = 0 if together else at * tall
            self._tags[side] = placed(self, QRect(x, y, tag, tall))
            self.controls[side].place(placed(self, QRect(x + tag + Space.XS, y, wide, tall)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, box in self._tags.items():
            active = side == self._active
            if active:
                tall = worn.px(Size.SMALL_CONTROL) - Space.S
                chip = QRect(box.left(), box.center().y() - tall // 2, box.width(), tall)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent_soft))
                painter.drawRoundedRect(chip, Radius.S, Radius.S)
            painter.setPen(QColor(theme.on_accent_soft if active else theme.muted))
            painter.setFont(worn.font("strong" if active else "body"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side_button(side, self._voice))
