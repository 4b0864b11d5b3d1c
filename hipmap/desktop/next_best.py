"""The next best three at the foot of the sheet: what would tell most now, each with why, one press away."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.desktop.painted_text import paint_text, text_height, text_width
from hipmap.desktop.wording import section_title
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.assessment import NextFinding
from hipmap.model.knowledge import Knowledge
from hipmap.model.telling_next import SHOWN
from hipmap.model.voice import Voice, in_sentence, said

NUMBER = 18  # the room of the number before a step
LEAST_WHY = 64
"""What is asked is always whole; where it leaves less of its line than this, its why is not shown."""


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
        """Leaves the why and the title away, where there is little height."""
        self._is_compact = compact
        self.title.setHidden(compact)
        for button in self.buttons:
            button.show_compact(compact)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def _turn(self) -> None:
        """Puts the steps beside each other where there is little height, unless that takes more of it."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        shown, wide = self.buttons[: len(self._steps)], self.width() - 2 * Space.S
        beside = max((one.heightForWidth(wide // len(shown)) for one in shown), default=0)
        below = sum(one.heightForWidth(wide) for one in shown)
        way = across if self._is_compact and beside < below else down
        if way != self._line.direction():
            self._line.setDirection(way)

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
        self._turn()
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
    """One step: its number, what to ask or test in full, and shortly why where its line has room for it."""

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
        wide = look().px(360)
        return QSize(look().px(100 if self._is_compact else 200), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(48 if self._is_compact else 120), look().px(Size.CONTROL))

    def heightForWidth(self, width: int) -> int:
        return self.remembered_height(width, self._height_at)

    def _height_at(self, width: int) -> int:
        worn = look()
        words = text_height(self.text(), "body", worn.text_scale, self._room(width))
        return max(worn.px(Size.CONTROL), words + 2 * Space.XS)

    def _room(self, width: int) -> int:
        """Gives the room for the words, behind the number."""
        return max(1, width - 2 * Space.S - look().px(NUMBER))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen
        lit = self.underMouse()
        painter.setPen(ring)
        painter.setBrush(QColor(theme.accent_soft) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.M, Radius.M)
        words, why = self._parted()
        painter.setPen(QColor(theme.on_accent_soft if lit else theme.accent))
        painter.setFont(worn.font("strong"))
        line = QRect(Space.S, words.y(), worn.px(NUMBER), painter.fontMetrics().height())
        begins = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(placed(self, line), begins, str(self._number))
        ink = theme.on_accent_soft if lit else theme.accent
        paint_text(painter, placed(self, words), self.text(), "body", worn.text_scale, ink)
        if not why.isEmpty():
            painter.setPen(QColor(theme.on_accent_soft if lit else theme.muted))
            painter.setFont(worn.font("caption"))
            shown = painter.fontMetrics().elidedText(self._shortly, Qt.TextElideMode.ElideRight, why.width())
            painter.drawText(placed(self, why), begins, shown)

    def _parted(self) -> tuple[QRect, QRect]:
        """Gives the room of what is asked, which stays whole, and what is left of its line for the why."""
        worn, room = look(), self._room(self.width())
        tall = text_height(self.text(), "body", worn.text_scale, room)
        start, top = Space.S + worn.px(NUMBER), (self.height() - tall) // 2
        words = QRect(start, top, room, tall)
        asked = text_width(self.text(), "body", worn.text_scale) + 2 + worn.px(Space.M)
        why = min(text_width(self._shortly, "caption", worn.text_scale) + 2, room - asked)
        if self._is_compact or why < worn.px(LEAST_WHY):
            return words, QRect()
        return words, QRect(start + room - why, 0, why, self.height())
