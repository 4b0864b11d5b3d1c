"""The next best three: what would tell most now, each with why, one press away from its row."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import reads_leftward
from hipmap.desktop.painted_text import paint_text, text_height
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.assessment import NextFinding
from hipmap.model.knowledge import Knowledge
from hipmap.model.telling_next import SHOWN
from hipmap.model.voice import Voice, said

NUMBER = 18  # the room of the number before a step


class NextBest(QWidget):
    """Emits `step_chosen` with a finding; Alt and the number of a step do the same."""

    step_chosen = Signal(str)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._knowledge: Knowledge | None = None
        self._steps: tuple[NextFinding, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, 0, Space.S, 0)
        column.setSpacing(0)
        self.buttons = [StepButton(number, self) for number in range(1, SHOWN + 1)]
        for at, button in enumerate(self.buttons):
            column.addWidget(button)
            button.clicked.connect(lambda _checked=False, at=at: self._choose(at))
            shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            shortcut.activated.connect(lambda at=at: self._choose(at))
        self.hide()

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
        self.setVisible(bool(self._steps))

    def _why(self, step: NextFinding, knowledge: Knowledge) -> str:
        one, two = (said(knowledge.origin_by_id[name], self._voice).split(" (")[0] for name in step.separates)
        if self._voice == "patient":
            words = self.tr("Tells apart: {one} / {two} · {seconds} s")
        elif step.who == "clinician":
            words = self.tr("Test: separates {one} from {two} · {seconds} s")
        else:
            words = self.tr("Separates {one} from {two} · {seconds} s")
        return words.format(one=one, two=two, seconds=f"{step.seconds:g}")

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
        self.setAccessibleName(self.tr("Next {number}: {words}").format(number=self._number, words=words))
        self.setAccessibleDescription(why)
        self.forget_heights()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), self.heightForWidth(look().px(360)))

    def heightForWidth(self, width: int) -> int:
        return self.remembered_height(width, self._tall)

    def _tall(self, width: int) -> int:
        scale, inner = look().text_scale, self._inner(width)
        words = text_height(self.text(), "strong", scale, inner)
        return words + text_height(self._why, "caption", scale, inner) + Space.S

    def _inner(self, width: int) -> int:
        return max(1, width - look().px(NUMBER) - 2 * Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(QColor(theme.accent_soft if not self.underMouse() else theme.line))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.M, Radius.M)
        inner, number, leftward = self._inner(self.width()), worn.px(NUMBER), reads_leftward(self)
        ink = theme.text if self.underMouse() else theme.on_accent_soft
        left = Space.S if leftward else Space.S + number
        words = text_height(self.text(), "strong", worn.text_scale, inner)
        top = Space.XS
        at = self.width() - Space.S - number if leftward else Space.S
        paint_text(painter, QRect(at, top, number, words), str(self._number), "strong", worn.text_scale, ink)
        paint_text(painter, QRect(left, top, inner, words), self.text(), "strong", worn.text_scale, ink)
        rest = QRect(left, top + words, inner, self.height() - top - words)
        paint_text(painter, rest, self._why, "caption", worn.text_scale, ink)
