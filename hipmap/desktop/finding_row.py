"""One row of the sheet: the question, its answer controls, its side, and the way to its how-to."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.answer_control import AnswerControl
from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.choice_strip import ChoiceStrip
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import reads_leftward
from hipmap.desktop.row_controls import RowControls
from hipmap.desktop.row_fit import fit_row
from hipmap.desktop.row_keys import RowKeys
from hipmap.desktop.row_layout import RowLayout, turned
from hipmap.desktop.row_painting import Painted, paint_row
from hipmap.desktop.row_state import RowState, asks_side, caption_of
from hipmap.desktop.side_columns import SideColumns, has_columns
from hipmap.model.case import Answer, Side
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice, said


class FindingRow(QWidget):
    """Emits what a person wants; what it shows comes from the case."""

    answered = Signal(str, object, object, bool)  # finding, value, side, whether it was typed
    answered_both = Signal(str, object)  # finding, and what it gave on both sides
    cleared = Signal(str, object)  # finding, and the side if the other side stays
    typing_ended = Signal()
    moved = Signal(int)
    stepped = Signal(int)  # as `moved`, by one row, unless there is more of this one to see
    side_meant = Signal(object)  # the controls of the side of which keys tell from now on
    left_section = Signal(int)
    entered_by_person = Signal(str)
    how_to_asked = Signal(str)  # the finding
    grew = Signal()

    def __init__(self, finding: Finding, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self.voice: Voice = voice
        self.highlight: tuple[str, ...] = ()  # what is searched for, in small letters
        self._explained = False
        self._state = RowState()
        self._chosen_side: Side | None = None
        self._layout: RowLayout | None = None
        self._shape: tuple[object, ...] = ()
        self._hovered = False
        self._refused = ""  # what is wrong with the number that is being typed
        self._keys = RowKeys(self)
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
            self._listen(made)
            made.show_voice(self.voice, self.has_how_to())
            made.let_focus(self._policy)
            self._show_in_controls()
            if self._layout is not None:
                made.place(self._layout)
        return self._controls

    def _listen(self, made: RowControls) -> None:
        if made.columns is not None:
            made.columns.answered.connect(self._answer_side)
            made.columns.cleared.connect(self._clear_side)
        elif made.alone is not None:
            made.alone.answered.connect(self._answer)
            made.alone.cleared.connect(self.clear)
        for part in (made.columns, made.alone):
            if part is not None:
                part.refused.connect(self._refuse)
                part.typing_ended.connect(self.typing_ended)
        if made.sides is not None:
            made.sides.chosen.connect(self.choose_side)
        if made.help is not None:
            made.help.clicked.connect(self.ask_how_to)
            made.help.setChecked(self._explained)

    @property
    def control(self) -> AnswerControl:
        """The control that answers, of the side that keys tell of."""
        return self.equip().answer_of(self.side())

    @property
    def columns(self) -> SideColumns | None:
        return self.equip().columns if has_columns(self.finding) else None

    @property
    def sides(self) -> ChoiceStrip | None:
        return self.equip().sides

    # ---- what is shown

    def show_voice(self, voice: Voice) -> None:
        self.voice = voice
        self.setAccessibleName(said(self.finding, voice))
        if self._controls is not None:
            self._controls.show_voice(voice, self.has_how_to())
            self._show_in_controls()
        self.update()

    def show_answer(self, state: RowState) -> bool:
        """Shows the answer; gives whether the row may have changed its height."""
        # What the person typed may still have to become what it means, so a number is shown every time.
        if state == self._state and self.finding.scale is None:
            return False
        before, answer = (self.caption(), self._both_told()), state.answer
        if answer is None and not (has_columns(self.finding) and self.hasFocus()):
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
            self._controls.show_answer(answer, self.side(), suggested, self._state.on_map, self.voice)

    @property
    def answer(self) -> Answer | None:
        return self._state.answer

    def caption(self) -> str:
        """Gives the small line under the question."""
        return caption_of(self.finding, self._state, self._refused, self.voice)

    def asks_side(self) -> bool:
        """Whether an answer stands whose side nobody has said."""
        return asks_side(self.finding, self.answer)

    def has_how_to(self) -> bool:
        """Whether there is more to say than the question says: what is done with the body has a technique."""
        words = self.finding.help
        told = words.patient if self.voice == "patient" else words.clinician or words.patient
        return bool(told) or self.finding.is_done

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

    def _refuse(self, refused: bool) -> None:
        """Says which numbers can be, as long as the field holds another one."""
        number = self.control.number
        self._refused = number.range_words() if refused and number is not None else ""
        self.setAccessibleDescription(self.caption())
        self.grew.emit()
        self.update()
        if self._refused:
            announce(self, self._refused)

    def ask_how_to(self) -> None:
        self.show_explained(self._explained)  # the button is pressed down by what then is shown
        self.how_to_asked.emit(self.finding.id)

    def show_explained(self, explained: bool) -> None:
        """Shows whether the how-to of this row is being read."""
        self._explained = explained
        if self._controls is not None and self._controls.help is not None:
            self._controls.help.setChecked(explained)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._keys.to_other_side(forward) or super().focusNextPrevChild(forward)

    def choose_by_key(self, choice: str) -> None:
        """Answers by key; while no side is meant, the answer waits for its side."""
        if self.columns is not None and self.side() is None:
            self._answer(choice, False)
        else:
            self.control.choose(choice)

    def clear(self) -> None:
        """Takes back what the side gave, or all where there is only that."""
        both = self.answer is not None and self.answer.other is not None
        of_side = both or (self.columns is not None and self.answer is not None and self.answer.side)
        self.cleared.emit(self.finding.id, self.side() if of_side else None)

    def side(self) -> Side | None:
        """The side that keys tell of: the chosen one, else that of the complaint or of the answer."""
        meant = self._state.default_side if has_columns(self.finding) else None
        return self._chosen_side or meant or (self.answer.side if self.answer is not None else None)

    def choose_side(self, side: str) -> None:
        chosen: Side = "right" if side == "right" else "left"
        if self.answer is not None and self.answer.side is None:
            self._chosen_side = chosen
            self.answered.emit(self.finding.id, self.answer.value, chosen, False)
            return
        again = self.answer is None and self._chosen_side == chosen and self.columns is None
        self._chosen_side = None if again else chosen
        self._show_in_controls()

    def _answer(self, value: object, typed: bool) -> None:
        side = self.side() or (self._state.default_side if self.answer is None else None)
        self.answered.emit(self.finding.id, value, side if self.finding.sided else None, typed)

    def _answer_side(self, side: Side, value: object, typed: bool) -> None:
        self._keys.mean_both(False)
        self._chosen_side = side
        self.answered.emit(self.finding.id, value, side, typed)

    def _clear_side(self, side: Side) -> None:
        self._chosen_side = side
        if self.answer is not None and self.answer.side is not None:
            self.cleared.emit(self.finding.id, side)

    # ---- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is not None:
            painted = Painted(
                question=said(self.finding, self.voice),
                caption=self.caption(),
                highlight=self.highlight,
                asks=self.asks_side() or bool(self._refused),
                tells_most=bool(self._state.tells_most) and self.answer is None,
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
        self._keys.begin()
        if has_columns(self.finding) and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._chosen_side = None  # a row that is entered begins with the side of the complaint
            self._show_in_controls()
        self.entered_by_person.emit(self.finding.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys.mean_both(False)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # ---- parts

    def _lay_out(self, width: int) -> RowLayout:
        told = self.answer if self.finding.sided else None
        shape = (width, look().text_scale, self.voice, self.caption(), told)
        if self._layout is None or shape != self._shape:
            self._shape = shape
            self._layout = self._fresh_layout(width)
        return self._layout

    def _fresh_layout(self, width: int) -> RowLayout:
        number_width = self.control.one_line() if self.finding.scale is not None else None
        how_to, caption = self.has_how_to(), self.caption()
        found = fit_row(self.finding, self.voice, self.answer, caption, how_to, number_width, width)
        return turned(found, width) if reads_leftward(self) else found
