"""One row of the sheet: the question, its answer controls, its side, and the how-to that unfolds."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.answer_control import AnswerControl, choices_of, which_side
from hipmap.desktop.choice_strip import ChoiceStrip
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import reads_leftward
from hipmap.desktop.row_controls import RowControls, side_choices
from hipmap.desktop.row_layout import Parts, RowLayout, lay_out, turned
from hipmap.desktop.row_painting import Painted, paint_row
from hipmap.desktop.strip_size import strip_height, strip_width
from hipmap.desktop.wording import normal_words
from hipmap.model.case import NO, UNKNOWN, YES, Answer, Side
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice, said

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True)
class RowState:
    """What a row shows of the case: the answer, the side that would be meant, and two hints."""

    answer: Answer | None = None
    default_side: Side | None = None
    on_map: bool = False
    tells_most: bool = False


class FindingRow(QWidget):
    """Emits what a person wants; what it shows comes from the case."""

    answered = Signal(str, object, object, bool)  # finding, value, side, whether it was typed
    cleared = Signal(str, object)  # finding, and the side if the other side stays
    typing_ended = Signal()
    moved = Signal(int)
    left_section = Signal(int)
    entered_by_person = Signal(str)
    grew = Signal()

    def __init__(self, finding: Finding, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self.voice: Voice = voice
        self.unfolded = False
        self._state = RowState()
        self._chosen_side: Side | None = None
        self._layout: RowLayout | None = None
        self._shape: tuple[object, ...] = ()
        self._hovered = False
        self._stays = False  # whether a side was named by key, so that an answer does not move on
        self._controls: RowControls | None = None
        self._policy = Qt.FocusPolicy.ClickFocus
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.let_focus(False)
        self.show_voice(voice)

    # ---- the controls, made when the row comes into view

    def equip(self) -> RowControls:
        """Gives the controls, and makes them if need be."""
        if self._controls is None:
            self._controls = made = RowControls(self.finding, self.voice, self)
            made.answer.answered.connect(self._answer)
            made.answer.cleared.connect(self._clear)
            made.answer.typing_ended.connect(self.typing_ended)
            if made.sides is not None:
                made.sides.chosen.connect(self._choose_side)
            if made.help is not None:
                made.help.clicked.connect(self.unfold)
            made.show_voice(self.voice, bool(self.help_text()))
            made.let_focus(self._policy)
            self._show_in_controls()
            if self._layout is not None:
                made.place(self._layout)
        return self._controls

    @property
    def control(self) -> AnswerControl:
        return self.equip().answer

    @property
    def sides(self) -> ChoiceStrip | None:
        return self.equip().sides

    # ---- what is shown

    def show_voice(self, voice: Voice) -> None:
        self.voice = voice
        self.setAccessibleName(said(self.finding, voice))
        if self._controls is not None:
            self._controls.show_voice(voice, bool(self.help_text()))
            self._show_in_controls()
        self.update()

    def show_answer(self, state: RowState) -> bool:
        """Shows the answer; gives whether the row may have changed its height."""
        # What the person typed may still have to become what it means, so a number is shown every time.
        if state == self._state and self.finding.scale is None:
            return False
        before, answer = (self.caption(), self._both_told()), state.answer
        if answer is None:
            self._chosen_side = None
        self._state = state
        self._show_in_controls()
        self.setAccessibleDescription(self.caption())
        self.update()
        return (self.caption(), self._both_told()) != before

    def _both_told(self) -> Answer | None:
        return self.answer if self.answer is not None and self.answer.other is not None else None

    def _show_in_controls(self) -> None:
        if self._controls is not None:
            answer, default = self.answer, self._state.default_side
            suggested = default if answer is None else None
            self._controls.show_answer(answer, self._side(), suggested, self._state.on_map, self.voice)

    @property
    def answer(self) -> Answer | None:
        return self._state.answer

    def caption(self) -> str:
        """Gives the small line under the question."""
        scale = self.finding.scale
        parts = [normal_words(scale)] if scale is not None else []
        if self.asks_side():
            parts.append(which_side())
        if self._state.on_map and self.answer is None:
            parts.append(self.tr("Drawn on the map"))
        if self._state.tells_most and self.answer is None:
            parts.append(self.tr("Tells most now"))
        return " · ".join(parts)

    def asks_side(self) -> bool:
        """Whether an answer stands whose side nobody has said."""
        answer = self.answer
        return self.finding.sided and answer is not None and answer.side is None and answer.value != UNKNOWN

    def help_text(self) -> str:
        words = self.finding.help
        return (words.patient if self.voice == "patient" else words.clinician or words.patient) or ""

    def height_at(self, width: int) -> int:
        return self._lay_out(width).height

    def arrange(self) -> None:
        """Places the controls for the present width."""
        found = self._lay_out(self.width())
        if self._controls is not None:
            self._controls.place(found)
        self.update()

    # ---- what the person does

    def let_focus(self, current: bool) -> None:
        """Makes this the row that Tab enters (one row of the list), or one that only a click enters."""
        inner = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self._policy = inner
        self.setFocusPolicy(inner)
        if self._controls is not None:
            self._controls.let_focus(inner)

    def unfold(self) -> None:
        self.unfolded = bool(self.help_text()) and not self.unfolded
        if self._controls is not None and self._controls.help is not None:
            self._controls.help.setChecked(self.unfolded)
        self.grew.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() not in STEPS:
            return  # a key held down answers one row, not row after row
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.left_section.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif not self._key(Qt.Key(event.key()), event.text()):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key, text: str) -> bool:
        if key in STEPS:
            self.moved.emit(STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.unfold()
        else:
            return self._letter(text.lower())
        return True

    def _letter(self, letter: str) -> bool:
        keys = {"y": YES, "n": NO, "u": UNKNOWN, "?": UNKNOWN}
        if self.finding.sided and letter in ("r", "l"):
            self._choose_side("right" if letter == "r" else "left")
            self._stays = True
        elif letter.isdigit() and self.control.number is not None:
            self.control.number.begin(letter)
        elif letter.isdigit() and 0 < int(letter) <= len(self.finding.options):
            self._answer_by_key(self.finding.options[int(letter) - 1].id)
        elif keys.get(letter) in [button.choice for button in self.control.strip.buttons]:
            self._answer_by_key(keys[letter])
        else:
            return False
        return True

    def _answer_by_key(self, choice: str) -> None:
        """Answers and goes on to the next row; but who names sides may have the other one to tell."""
        self.control.choose(choice)
        if not self._stays and not self.asks_side():
            self.moved.emit(1)

    def _clear(self) -> None:
        both = self.answer is not None and self.answer.other is not None
        self.cleared.emit(self.finding.id, self._side() if both else None)

    def _side(self) -> Side | None:
        """The side that the controls tell of: the one that was pressed, else that of the answer."""
        return self._chosen_side or (self.answer.side if self.answer is not None else None)

    def _answer(self, value: object, typed: bool) -> None:
        side = self._side() or (self._state.default_side if self.answer is None else None)
        self.answered.emit(self.finding.id, value, side if self.finding.sided else None, typed)

    def _choose_side(self, side: str) -> None:
        chosen: Side = "right" if side == "right" else "left"
        if self.answer is not None and self.answer.side is None:
            self.answered.emit(self.finding.id, self.answer.value, chosen, False)
            return
        again = self.answer is None and self._chosen_side == chosen
        self._chosen_side = None if again else chosen
        self._show_in_controls()

    # ---- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is not None:
            painted = Painted(
                question=said(self.finding, self.voice),
                caption=self.caption(),
                help=self.help_text(),
                asks=self.asks_side(),
                tells_most=self._state.tells_most and self.answer is None,
                focused=self.hasFocus(),
                hovered=self._hovered,
            )
            paint_row(QPainter(self), self.rect(), self._layout, painted)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.equip()
        self._stays = False
        self.entered_by_person.emit(self.finding.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # ---- parts

    def _lay_out(self, width: int) -> RowLayout:
        told = self.answer if self.finding.sided else None
        shape = (width, look().text_scale, self.voice, self.caption(), self.unfolded, told)
        if self._layout is None or shape != self._shape:
            self._shape = shape
            self._layout = self._fresh_layout(width)
        return self._layout

    def _fresh_layout(self, width: int) -> RowLayout:
        texts = [choice.text for choice in choices_of(self.finding, self.voice)]
        sides = [choice.text for choice in side_choices(self.finding, self.voice, self.answer)]
        # A number brings a field whose size only the field knows; there are few of them.
        numeric = self.finding.scale is not None
        found = lay_out(
            Parts(
                question=said(self.finding, self.voice),
                caption=self.caption(),
                help=self.help_text() if self.unfolded else "",
                has_help=bool(self.help_text()),
                control_width=self.control.one_line() if numeric else strip_width(texts),
                control_height=partial(strip_height, texts),
                sides_width=strip_width(sides) if self.finding.sided else 0,
                lines_beside=2 if self.voice == "patient" else 3,
            ),
            width,
            look().text_scale,
        )
        return turned(found, width) if reads_leftward(self) else found
