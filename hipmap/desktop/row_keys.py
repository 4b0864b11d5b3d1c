"""The keys of a row of the sheet: answers by letter and digit, sides, and the way to the next row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from hipmap.desktop.answer_control import AnswerControl
from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.enter_key import ENTER
from hipmap.desktop.wording import side_word
from hipmap.model.case import NO, UNKNOWN, YES, Side

if TYPE_CHECKING:
    from hipmap.desktop.finding_row import FindingRow

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
ANSWERS = {"y": YES, "n": NO, "u": UNKNOWN, "?": UNKNOWN}
OTHER: dict[Side, Side] = {"right": "left", "left": "right"}
BOTH, BOTH_NEGATIVE = "b", "0"


class RowKeys:
    """What a key means on a row; it remembers which sides were named since the row was entered."""

    def __init__(self, row: "FindingRow") -> None:
        self._row = row
        self._named: list[Side] = []
        self._both = False  # whether the next answer is one of both sides

    def begin(self) -> None:
        """The row was entered anew."""
        self._named = []
        self.mean_both(False)

    def mean_both(self, both: bool) -> None:
        """Has the next answer be one of both sides, or of one again."""
        if both != self._both:
            self._both = both
            if self._row.columns is not None:
                self._row.columns.show_both(both)
            if both:
                announce(self._row, QCoreApplication.translate("Sheet", "Both sides"))

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key asks for; gives whether it asked for anything."""
        row, key = self._row, Qt.Key(event.key())
        if event.isAutoRepeat() and key not in STEPS:
            return True  # a key held down answers one row, not row after row
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            row.left_section.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in STEPS:
            (row.stepped if abs(STEPS[key]) == 1 else row.moved).emit(STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.mean_both(False)
            row.clear()
        elif key in ENTER:
            number = self._number_in_hand()
            if number is None:
                row.ask_how_to()
            else:
                self._leave_number(number.side)
        else:
            return self._letter(event.text().lower())
        return True

    def to_other_side(self, forward: bool) -> bool:
        """Tab goes to the other column once, and Shift+Tab back; from the first number to the other one.

        Shift+Tab comes from a number to all that was passed over.
        """
        row, number = self._row, self._number_in_hand()
        if row.columns is None:
            return False
        if number is not None:
            return forward and number.side == "right" and self._enter_number("left")
        here = row.side() or "right"
        if not row.hasFocus():
            return False
        if forward and len(self._named) < 2:
            self._named = [here, OTHER[here]]
        elif not forward and len(self._named) == 2 and here == self._named[1]:
            self._named = self._named[:1]
        else:
            return False
        self._mean_side(OTHER[here])
        return True

    def _mean_side(self, side: Side) -> None:
        """What keys tell of is in view."""
        self._row.choose_side(side)
        if self._row.columns is not None:
            self._row.side_meant.emit(self._row.columns.controls[side])

    def _number_in_hand(self) -> AnswerControl | None:
        """Gives the control whose field of a number has the keyboard."""
        row = self._row
        made = [row.control] if row.columns is None else list(row.columns.controls.values())
        return next((one for one in made if one.number is not None and one.number.field.hasFocus()), None)

    def _enter_number(self, side: Side) -> bool:
        columns = self._row.columns
        number = columns.controls[side].number if columns is not None else None
        if number is None:
            return False
        self._row.choose_side(side)
        number.field.setFocus(Qt.FocusReason.TabFocusReason)
        number.field.selectAll()
        return True

    def _leave_number(self, side: Side | None) -> None:
        """Enter in a number: from the first column to the other, and from there to the next row."""
        if side is not None and OTHER[side] not in self._named:
            self._named = [side, OTHER[side]]
            self._enter_number(OTHER[side])
        else:
            self._row.moved.emit(1)

    def _letter(self, letter: str) -> bool:
        row = self._row
        number, options = row.control.number, row.finding.options
        if row.finding.sided and letter in ("r", "l"):
            side: Side = "right" if letter == "r" else "left"
            self._named = [*(one for one in self._named if one != side), side]
            self.mean_both(False)
            self._mean_side(side)
        elif letter == BOTH and row.finding.sided and row.finding.is_done and number is None:
            self.mean_both(True)
        elif letter == BOTH_NEGATIVE and row.columns is not None and row.finding.answer == "yes_no":
            self._answer_both(NO)
        elif number is not None and (letter.isdigit() or (letter == "-" and number.takes_minus())):
            number.begin(letter)
        elif letter.isdigit() and 0 < int(letter) <= len(options):
            self._answer(options[int(letter) - 1].id)
        elif ANSWERS.get(letter) in [button.choice for button in row.control.strip.buttons]:
            self._answer(ANSWERS[letter])
        else:
            return False
        return True

    def _answer(self, choice: str) -> None:
        """Answers and goes on: to the other side where sides are named one by one, else to the next row."""
        row = self._row
        if self._both:
            self._answer_both(choice)
            return
        row.choose_by_key(choice)
        if row.asks_side():
            return
        if len(self._named) != 1:
            row.moved.emit(1)
        elif row.finding.is_done:
            self._go_on_from(self._named[0])

    def _go_on_from(self, side: Side) -> None:
        row, other = self._row, OTHER[side]
        if row.answer is not None and row.answer.on(other) is not None:
            row.moved.emit(1)
            return
        self._named = [side, other]
        self._mean_side(other)
        announce(row, QCoreApplication.translate("Sheet", "Now {side}").format(side=side_word(other)))

    def _answer_both(self, choice: str) -> None:
        """What both sides gave is one answer, and one step to take back."""
        self.mean_both(False)
        self._row.answered_both.emit(self._row.finding.id, choice)
        self._row.moved.emit(1)
