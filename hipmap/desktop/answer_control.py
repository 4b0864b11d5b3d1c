"""The controls that answer one finding: yes and no, options, or a number; each with *don’t know*."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.number_field import NumberField
from hipmap.desktop.wording import answer_word, short_unit, side_word, unknown_word
from hipmap.model.case import NO, UNKNOWN, YES, Answer, Side
from hipmap.model.findings import Finding, Option
from hipmap.model.voice import Voice, said

MOST_LETTERS = 140


def choices_of(finding: Finding, voice: Voice, side: Side | None = None) -> list[Choice]:
    """Gives what can be chosen for a finding, *don’t know* last, named with the side if it has one."""
    if side is not None:
        named = QCoreApplication.translate("Sheet", "{side}: {answer}")
        return [
            Choice(
                one.id, one.text, named.format(side=side_word(side), answer=one.name or one.text), one.in_full
            )
            for one in choices_of(finding, voice)
        ]
    # A dash says what a question mark cannot: this test was left out.
    dont_know = Choice(UNKNOWN, "–" if finding.is_done else "?", unknown_word(finding))
    if finding.answer == "choice":
        return [*(_choice(finding, option, voice) for option in finding.options), dont_know]
    if finding.answer == "number":
        return [dont_know]
    return [Choice(YES, answer_word(YES)), Choice(NO, answer_word(NO)), dont_know]


def in_few_words(finding: Finding) -> bool:
    """Whether the answers stand twice, for right and left, and would fill the sheet if told in full.

    Then a button says what stands before the colon, and tells the rest when asked.
    """
    letters = sum(len(option.clinician) for option in finding.options)
    return finding.sided and finding.is_done and letters > MOST_LETTERS


def _choice(finding: Finding, option: Option, voice: Voice) -> Choice:
    full = said(option, voice)
    short = full.partition(":")[0] if in_few_words(finding) else full
    return Choice(option.id, short, full, full if short != full else "")


class AnswerControl(QWidget):
    """Emits `answered(value, typed)`, and `cleared` when what was chosen is pressed again."""

    answered = Signal(object, bool)
    cleared = Signal()
    refused = Signal(bool)  # whether the text in the field is no number that can be
    typing_ended = Signal()

    def __init__(self, finding: Finding, voice: Voice, parent: QWidget, side: Side | None = None) -> None:
        super().__init__(parent)
        self._chosen: str | None = None
        self.side = side
        self.strip = ChoiceStrip(choices_of(finding, voice, side), self)
        self.strip.show_keys([str(number) for number in range(1, min(9, len(finding.options)) + 1)])
        self.strip.chosen.connect(self.press)
        self.number: NumberField | None = None
        if finding.scale is not None:
            scale = finding.scale
            # Of two fields side by side, neither has room for buttons; the arrow keys step both.
            self.number = NumberField(
                self._number_name(finding, voice),
                (scale.least, scale.most),
                partial(short_unit, unit=scale.unit, voice=voice),
                stepped=side is None,
                parent=self,
            )
            self.number.entered.connect(self._entered)
            self.number.refused.connect(self.refused)
            self.number.left.connect(self.typing_ended)

    def choose(self, choice: str) -> None:
        """Chooses by a key, which never takes back: a key held down or struck twice does no harm."""
        if choice != self._chosen:
            self.answered.emit(choice, False)

    def press(self, choice: str) -> None:
        """Chooses, or takes the choice back if it is the chosen one."""
        if choice == self._chosen:
            self.cleared.emit()
        else:
            self.answered.emit(choice, False)

    def show_answer(self, answer: Answer | None, suggested: str | None) -> None:
        value = None if answer is None else answer.value
        self._chosen = value if isinstance(value, str) else None
        self.strip.show_choice(self._chosen, suggested)
        if self.number is not None:
            self.number.show_number(None if isinstance(value, str) else value)

    def show_texts(self, finding: Finding, voice: Voice) -> None:
        self.strip.show_texts(choices_of(finding, voice, self.side))
        if self.number is not None:
            self.number.field.setAccessibleName(self._number_name(finding, voice))
        if self.number is not None and finding.scale is not None:
            self.number.show_unit(partial(short_unit, unit=finding.scale.unit, voice=voice))

    def let_focus(self, policy: Qt.FocusPolicy) -> None:
        self.strip.let_focus(policy)
        if self.number is not None:
            self.number.field.setFocusPolicy(policy)

    def one_line(self) -> int:
        """Gives how wide it is on one line."""
        wide = self.strip.sizeHint().width()
        if self.number is not None:
            for part in self.number.findChildren(QWidget):
                part.ensurePolished()  # before it wears the style, it says another size
        return wide if self.number is None else wide + 8 + self.number.sizeHint().width()

    def place(self, box: QRect) -> None:
        """Takes its place; the strip stands at the end of the line after a number."""
        self.setGeometry(box)
        width, height = box.width(), box.height()
        if self.number is None:
            self.strip.setGeometry(0, 0, width, height)
            return
        strip = self.strip.sizeHint().width()
        self.number.setGeometry(0, 0, width - strip - 8, height)
        self.strip.setGeometry(width - strip, 0, strip, height)

    def _number_name(self, finding: Finding, voice: Voice) -> str:
        name = said(finding, voice)
        if self.side is None:
            return name
        named = QCoreApplication.translate("Sheet", "{question} {side}")
        return named.format(question=name, side=side_word(self.side))

    def _entered(self, value: object) -> None:
        if value is None:
            self.cleared.emit()
        else:
            self.answered.emit(value, True)
