"""The controls of one row of the sheet, made when the row comes into view: answer, side and how-to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hipmap.desktop.answer_control import AnswerControl
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.help_button import HelpButton
from hipmap.desktop.row_layout import RowLayout
from hipmap.desktop.side_columns import SIDES, SideColumns, has_columns
from hipmap.desktop.wording import side_button, side_word, value_words
from hipmap.model.case import UNKNOWN, YES, Answer, Side
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice, said

# Longer answers do not fit on the button of a side.
SHORT = 16


def side_choices(finding: Finding, voice: Voice, answer: Answer | None = None) -> list[Choice]:
    """Gives the two sides; where both were told, each with what it gave."""
    if answer is None or answer.other is None:
        return [Choice(side, side_button(side, voice), side_word(side)) for side in SIDES]
    found = []
    for side in SIDES:
        value = answer.on(side)
        words = value_words(finding, UNKNOWN if value is None else value, None, voice)
        short = "–" if value == UNKNOWN else words if len(words) <= SHORT else f"{words[:SHORT].rstrip()}…"
        found.append(Choice(side, f"{side_button(side, voice)} {short}", f"{side_word(side)}: {words}"))
    return found


class RowControls:
    """All that can be pressed in a row."""

    def __init__(self, finding: Finding, voice: Voice, row: QWidget) -> None:
        self._finding = finding
        self.columns = SideColumns(finding, voice, row) if has_columns(finding) else None
        self.alone = AnswerControl(finding, voice, row) if self.columns is None else None
        switched = finding.sided and self.columns is None
        self.sides = ChoiceStrip(side_choices(finding, voice), row) if switched else None
        has_help = finding.help.patient or finding.help.clinician or finding.is_done
        self.help = HelpButton(row) if has_help else None
        self.show_voice(voice, has_help=True)
        for part in self._parts():
            part.show()

    def answer_of(self, side: Side | None) -> AnswerControl:
        """Gives the control that answers for a side."""
        if self.columns is not None:
            return self.columns.controls["left" if side == "left" else "right"]
        assert self.alone is not None  # one of the two was made
        return self.alone

    def show_voice(self, voice: Voice, has_help: bool) -> None:
        for part in (self.alone, self.columns):
            if part is not None:
                part.show_texts(self._finding, voice)
        if self.sides is not None:
            self.sides.show_texts(side_choices(self._finding, voice))
        if self.help is not None:
            self.help.show_question(said(self._finding, voice))
            self.help.setVisible(has_help)

    def show_answer(
        self, answer: Answer | None, side: Side | None, suggested: Side | None, on_map: bool, voice: Voice
    ) -> None:
        """Shows what the side gave; both stand in columns, or on the buttons of the sides."""
        drawn = YES if on_map else None
        if self.columns is not None:
            self.columns.show_answer(answer, side, drawn)
            return
        shown = answer
        if answer is not None and answer.side is not None and side is not None:
            value = answer.on(side)
            shown = None if value is None else Answer(value=value, side=side)
        self.answer_of(side).show_answer(shown, drawn)
        if self.sides is not None:
            self.sides.show_texts(side_choices(self._finding, voice, answer))
            self.sides.show_choice(side, suggested)

    def place(self, found: RowLayout) -> None:
        (self.columns or self.answer_of(None)).place(found.control)
        if self.sides is not None and found.sides is not None:
            self.sides.setGeometry(found.sides)
        if self.help is not None and found.help_button is not None:
            self.help.setGeometry(found.help_button)

    def let_focus(self, policy: Qt.FocusPolicy) -> None:
        (self.columns or self.answer_of(None)).let_focus(policy)
        if self.sides is not None:
            self.sides.let_focus(policy)
        if self.help is not None:
            self.help.setFocusPolicy(policy)

    def _parts(self) -> list[QWidget]:
        return [part for part in (self.alone, self.columns, self.sides, self.help) if part is not None]
