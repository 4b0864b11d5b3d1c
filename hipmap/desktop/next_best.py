"""The next best three: what would tell most now, each with why, one press away from its row."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import reads_leftward
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.assessment import NextFinding
from hipmap.model.knowledge import Knowledge
from hipmap.model.telling_next import SHOWN
from hipmap.model.voice import Voice, in_sentence, said

NUMBER = 18  # the room of the number before a step
STEP_TALL = 26


class NextBest(QWidget):
    """Emits `step_chosen` with a finding; Alt and the number of a step do the same."""

    step_chosen = Signal(str)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._knowledge: Knowledge | None = None
        self._steps: tuple[NextFinding, ...] = ()
        self._needed = self._gives_reasons = True
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, 0, Space.S, 0)
        column.setSpacing(0)
        self.buttons = [StepButton(number, self) for number in range(1, SHOWN + 1)]
        for at, button in enumerate(self.buttons):
            column.addWidget(button)
            button.clicked.connect(lambda _checked=False, at=at: self._choose(at))
        self.hide()

    def listen_in(self, panel: QWidget) -> None:
        """Alt and a number works wherever the panel is shown, also while the steps themselves are not."""
        for at in range(SHOWN):
            shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), panel)
            shortcut.activated.connect(lambda at=at: self._choose(at))

    def show_needed(self, needed: bool) -> None:
        """Shows the steps unless their rows say the same at the top of the list."""
        self._needed = needed
        self.setVisible(bool(self._steps) and needed)

    def show_reasons(self, shown: bool) -> None:
        """Says why each step comes next, or only how long it takes: the why tells what lies on top."""
        self._gives_reasons = shown
        self._show()

    def reason_of(self, finding: str) -> str:
        """Gives why a finding is one of the steps, with its number; nothing for any other."""
        for number, step in enumerate(self._steps, 1):
            if step.finding == finding and self._knowledge is not None:
                return self.tr("{number}. {why}").format(number=number, why=self._why(step, self._knowledge))
        return ""

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._show()

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._show()

    def show_steps(self, steps: tuple[NextFinding, ...]) -> None:
        self._steps = steps
        self._show()

    def _show(self) -> None:
        if self._knowledge is None:
            return
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self._steps))
            if at < len(self._steps):
                step = self._steps[at]
                finding = self._knowledge.finding_by_id[step.finding]
                button.show_step(said(finding, self._voice), self._why(step, self._knowledge))
        self.setVisible(bool(self._steps) and self._needed)

    def _why(self, step: NextFinding, knowledge: Knowledge) -> str:
        seconds = f"{step.seconds:g}"
        if not self._gives_reasons:
            return self.tr("{seconds}\u00a0s").format(seconds=seconds)
        one, two = (
            in_sentence(said(knowledge.origin_by_id[name], self._voice).split(" (")[0])
            for name in step.separates
        )
        if self._voice == "patient":
            words = self.tr("Tells apart: {one} / {two} · {seconds}\u00a0s")
        elif step.who == "clinician":
            words = self.tr("Test: separates {one} from {two} · {seconds}\u00a0s")
        else:
            words = self.tr("Separates {one} from {two} · {seconds}\u00a0s")
        return words.format(one=one, two=two, seconds=seconds)

    def _choose(self, at: int) -> None:
        if at < len(self._steps):
            self.step_chosen.emit(self._steps[at].finding)


class StepButton(WordyButton):
    """One step: its number, what to ask or test, and why."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._why = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(False)

    def show_step(self, words: str, why: str) -> None:
        if (words, why) == (self.text(), self._why):
            return
        self._why = why
        self.setText(words)
        self.setToolTip(self.tr("{words}: {why}").format(words=words, why=why))
        self.setAccessibleName(self.tr("Next {number}: {words}").format(number=self._number, words=words))
        self.setAccessibleDescription(why)
        self.forget_heights()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), self.heightForWidth(look().px(360)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(STEP_TALL))

    def heightForWidth(self, width: int) -> int:
        return look().px(STEP_TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(QColor(theme.accent_soft) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.M, Radius.M)
        leftward, number = reads_leftward(self), worn.px(NUMBER)
        side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side
        inner = self.rect().adjusted(Space.S, 0, -Space.S, 0)
        painter.setPen(QColor(theme.on_accent_soft if self.underMouse() else theme.accent))
        painter.setFont(worn.font("strong"))
        painter.drawText(inner, place, str(self._number))
        painter.setFont(worn.font())
        words = inner.adjusted(0 if leftward else number, 0, -number if leftward else 0, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, place, shown)
