"""The next best three at the foot of the sheet: what would tell most now, each with why, one press away."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.desktop.painted_text import text_width
from hipmap.desktop.wording import section_title
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.assessment import NextFinding
from hipmap.model.knowledge import Knowledge
from hipmap.model.telling_next import SHOWN
from hipmap.model.voice import Voice, in_sentence, said

NUMBER = 18  # the room of the number before a step
WORDS_SHARE = 0.56
"""What is asked keeps this share of its line, whatever its why needs."""
LEAST_WORDS = 40  # in less room than this a step is its number alone


class NextBest(QWidget):
    """Emits `step_chosen` with a finding; Alt and the number of a step do the same."""

    step_chosen = Signal(str)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._knowledge: Knowledge | None = None
        self._steps: tuple[NextFinding, ...] = ()
        self._needed = self._gives_reasons = True
        self._is_compact = False
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        column.setSpacing(0)
        self.title = label("", "caption", "muted")
        self.title.setContentsMargins(Space.S, 0, Space.S, 0)
        column.addWidget(self.title)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(0)
        column.addLayout(self._line)
        self.buttons = [StepButton(number, self) for number in range(1, SHOWN + 1)]
        for at, button in enumerate(self.buttons):
            self._line.addWidget(button, 1)
            button.clicked.connect(lambda _checked=False, at=at: self._choose(at))
        self.hide()

    def listen_in(self, panel: QWidget) -> None:
        """Alt and a number works wherever the panel is shown, also while the steps themselves are not."""
        for at in range(SHOWN):
            shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), panel)
            shortcut.activated.connect(lambda at=at: self._choose(at))

    def show_needed(self, needed: bool) -> None:
        """Shows the steps unless their rows say the same and are in view."""
        self._needed = needed
        self.setVisible(bool(self._steps) and needed)

    def show_compact(self, compact: bool) -> None:
        """Puts the steps on one line, without their why, where there is little height."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if compact else down)
        self._is_compact = compact
        self.title.setHidden(compact)
        for button in self.buttons:
            button.show_compact(compact)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line parts the steps from the rows above them."""
        if not self._is_compact:
            QPainter(self).fillRect(0, 0, self.width(), 1, QColor(look().theme.line))

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
        self.title.setText(section_title("telling", self._voice))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self._steps))
            if at < len(self._steps):
                step = self._steps[at]
                finding = self._knowledge.finding_by_id[step.finding]
                why = self._why(step, self._knowledge)
                button.show_step(said(finding, self._voice), why, self._why_shortly(step, self._knowledge))
        self.setVisible(bool(self._steps) and self._needed)

    def _why(self, step: NextFinding, knowledge: Knowledge) -> str:
        seconds = f"{step.seconds:g}"
        if not self._gives_reasons:
            return self.tr("{seconds}\u00a0s").format(seconds=seconds)
        one, two = self._separated(step, knowledge)
        if self._voice == "patient":
            words = self.tr("Tells apart: {one} / {two} · {seconds}\u00a0s")
        elif step.who == "clinician":
            words = self.tr("Test: separates {one} from {two} · {seconds}\u00a0s")
        else:
            words = self.tr("Separates {one} from {two} · {seconds}\u00a0s")
        return words.format(one=one, two=two, seconds=seconds)

    def _why_shortly(self, step: NextFinding, knowledge: Knowledge) -> str:
        if not self._gives_reasons:
            return self._why(step, knowledge)
        one, two = self._separated(step, knowledge)
        short_one, short_two = one.split(",")[0], two.split(",")[0]
        if short_one != short_two:
            one, two = short_one, short_two
        return self.tr("{one} / {two}").format(one=one, two=two)

    def _separated(self, step: NextFinding, knowledge: Knowledge) -> tuple[str, str]:
        one, two = (
            in_sentence(said(knowledge.origin_by_id[name], self._voice).split(" (")[0])
            for name in step.separates
        )
        return one, two

    def _choose(self, at: int) -> None:
        if at < len(self._steps):
            self.step_chosen.emit(self._steps[at].finding)


class StepButton(WordyButton):
    """One step on one line: its number, what to ask or test, and shortly why."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._why = self._shortly = ""
        self._is_compact = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(False)

    def show_step(self, words: str, why: str, shortly: str) -> None:
        if (words, why, shortly) == (self.text(), self._why, self._shortly):
            return
        self._why, self._shortly = why, shortly
        self.setText(words)
        self.setToolTip(self.tr("{words}: {why}").format(words=words, why=why))
        self.setAccessibleName(self.tr("Next {number}: {words}").format(number=self._number, words=words))
        self.setAccessibleDescription(why)
        self.forget_heights()
        self.update()

    def show_compact(self, compact: bool) -> None:
        if compact != self._is_compact:
            self._is_compact = compact
            self.forget_heights()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(100 if self._is_compact else 200), self.heightForWidth(look().px(360)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(48 if self._is_compact else 120), self.heightForWidth(0))

    def heightForWidth(self, width: int) -> int:
        return look().px(Size.CONTROL)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(QColor(theme.accent_soft) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.M, Radius.M)
        number = worn.px(NUMBER)
        inner = self.rect().adjusted(Space.S, 0, -Space.S, 0)
        begins = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(theme.on_accent_soft if self.underMouse() else theme.accent))
        painter.setFont(worn.font("strong"))
        painter.drawText(
            placed(self, inner.adjusted(0, 0, number - inner.width(), 0)), begins, str(self._number)
        )
        painter.setFont(worn.font())
        words, why = self._parted(inner.adjusted(number, 0, 0, 0))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(placed(self, words), begins, shown)
        painter.setPen(QColor(theme.on_accent_soft if self.underMouse() else theme.muted))
        painter.setFont(worn.font("caption"))
        shown = painter.fontMetrics().elidedText(self._shortly, Qt.TextElideMode.ElideRight, why.width())
        if why.width() > 0:
            painter.drawText(placed(self, why), begins, shown)

    def _parted(self, room: QRect) -> tuple[QRect, QRect]:
        """Parts a line for the words and their why; where both do not fit, each gives way to the other."""
        if self._is_compact:
            return (room if room.width() > look().px(LEAST_WORDS) else QRect()), QRect()
        scale, gap = look().text_scale, look().px(Space.M)
        asked = text_width(self.text(), "body", scale) + 2
        why = text_width(self._shortly, "caption", scale) + 2
        words = max(min(asked, round(room.width() * WORDS_SHARE)), min(asked, room.width() - gap - why))
        left = min(why, room.width() - gap - words)
        return (
            QRect(room.x(), room.y(), room.width() - gap - left, room.height()),
            QRect(room.right() + 1 - left, room.y(), left, room.height()),
        )
