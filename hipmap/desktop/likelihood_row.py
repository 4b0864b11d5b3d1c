"""One origin with its word, number, range and bar; a button that asks for its reasons."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.likelihood_bar import inks, paint_bar, paint_people, paint_then
from hipmap.desktop.likelihood_words import (
    brief,
    differ,
    now_and_then,
    number,
    open_number,
    percent_range,
    sentence,
    word,
)
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed, turn
from hipmap.desktop.painted_text import text_height, text_width
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.voice import Voice

INDENT = Space.S
LINE = 15
PEOPLE_LINE = 24
PAD = 6
# These words do not call for attention.
QUIET = ("very_unlikely", "unlikely", "cannot_say_yet")
BETWEEN = " · "


@dataclass(frozen=True)
class Shown:
    """What a row shows of an origin or of two origins together."""

    id: str
    name: str
    word: str
    probability: float
    low: float | None = None
    high: float | None = None

    @property
    def ends(self) -> tuple[float, float] | None:
        """The range, where there is one."""
        return None if self.low is None or self.high is None else (self.low, self.high)

    def after(self, before: "Shown") -> "Shown":
        """Gives this with the range from before, until its own has been worked out: nothing flickers."""
        if self.ends is not None or before.low is None or before.high is None:
            return self
        low, high = min(before.low, self.probability), max(before.high, self.probability)
        unsure = before.word == "cannot_say_yet"
        return replace(self, low=low, high=high, word=before.word if unsure else self.word)


class LikelihoodRow(WordyButton):
    """Checked: its reasons are shown. Emits its id while it is pointed at or focused, else an empty text."""

    looked_at = Signal(str)

    def __init__(self, shown: Shown, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.then: float | None = None
        self._said: tuple[Shown, Voice] | None = None
        self._measured: tuple[str, ...] = ()  # what the height follows from
        self.show_likelihood(shown, voice)

    def show_likelihood(self, shown: Shown, voice: Voice) -> None:
        if self._said == (shown, voice):
            return
        self._said = (shown, voice)
        self.shown, self.voice = shown, voice
        self.setText(brief(shown.name))
        whole = shown.name if brief(shown.name) != shown.name else ""
        if whole != self.toolTip():
            self.setToolTip(whole)
        self.setAccessibleName(sentence(shown.name, shown.word, self.number_text(), self.range_text()))
        measured = (self.text(), voice, word(shown.word), self.number_text())
        if measured != self._measured:
            self._measured = measured
            self.forget_heights()
        self.update()

    def show_then(self, then: float | None) -> None:
        """Shows beside the present bar what the likelihood would be; None takes it away."""
        if then != self.then:
            self.then = then
            self.update()

    def number_text(self) -> str:
        ends = self.shown.ends
        if self.voice == "patient" and ends is not None and self.shown.word == "cannot_say_yet":
            return open_number(self.shown.probability, *ends)
        return number(self.shown.probability, self.shown.low, self.shown.high, self.voice)

    def range_text(self) -> str:
        """Gives the range; patients hear it in the number already."""
        if self.voice == "patient" or self.shown.low is None or self.shown.high is None:
            return ""
        return percent_range(self.shown.low, self.shown.high)

    def sizeHint(self) -> QSize:
        return QSize(look().px(220), self.height_at(self.width() or look().px(300)))

    def height_at(self, width: int) -> int:
        worn = look()
        name = text_height(self.text(), "strong", worn.text_scale, self._name_width(width))
        below = self._words_below(width)
        return max(worn.px(Size.TARGET), name + below + self._second_line() + 2 * PAD)

    @property
    def _is_bare(self) -> bool:
        """Two origins together have no range, and no bar that invites to compare it with theirs."""
        return "+" in self.shown.id and self.voice == "clinician"

    def _second_line(self) -> int:
        if self._is_bare:
            return 0
        return look().px(PEOPLE_LINE if self.voice == "patient" else LINE)

    def heightForWidth(self, width: int) -> int:
        return self.remembered_height(width, self.height_at)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.looked_at.emit(self.shown.id)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.looked_at.emit("")
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.looked_at.emit(self.shown.id)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.looked_at.emit("")
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left, right = INDENT, self.width() - INDENT
        name_width = self._name_width(self.width())
        name_tall = text_height(self.text(), "strong", worn.text_scale, name_width)
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setFont(worn.font("strong"))
        painter.setPen(QColor(theme.text))
        below = self._words_below(self.width())
        top = (self.height() - name_tall - below) // 2 if self._is_bare else PAD
        painter.drawText(placed(self, QRect(left, top, name_width, name_tall)), wrap, self.text())
        one = text_height("A", "strong", worn.text_scale, 1000)
        self._paint_word(painter, QRect(left, top + name_tall if below else top, right - left, one))
        if not self._is_bare:
            under = QRect(left, PAD + name_tall + below, right - left, self._second_line())
            self._paint_bar(painter, under)

    def _told(self) -> tuple[str, str]:
        """The word, and the number beside it where there is room for it in the first line."""
        if self.voice == "patient":
            return word(self.shown.word), ""
        if self.then is not None and differ(self.shown.probability, self.then):
            return "", now_and_then(self.shown.probability, self.then)
        return word(self.shown.word), self.number_text()

    def _paint_word(self, painter: QPainter, line: QRect) -> None:
        """The word and the number at the end of the first line."""
        worn, theme = look(), look().theme
        said, shown = self._told()
        quiet = self.shown.word in QUIET
        end = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.setFont(worn.font("strong"))
        painter.setPen(QColor(theme.text))
        painter.drawText(placed(self, line), end, shown)
        taken = text_width(shown, "strong", worn.text_scale) if shown else 0
        if said:
            joined = f"{said}{BETWEEN}" if shown else said
            painter.setFont(worn.font("body" if quiet else "strong"))
            painter.setPen(QColor(theme.muted if quiet else theme.accent))
            painter.drawText(placed(self, line.adjusted(0, 0, -taken, 0)), end, joined)

    def _paint_bar(self, painter: QPainter, line: QRect) -> None:
        worn, theme = look(), look().theme
        ink = inks(theme, self.isChecked())
        middle_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(worn.font("caption"))
        if self.voice == "patient":
            painter.setPen(QColor(theme.text))
            painter.drawText(placed(self, line), middle_right, self.number_text())
            taken = text_width(self.number_text(), "caption", worn.text_scale) + Space.M
            wide = min(worn.px(128), max(line.width() // 3, line.width() - taken))
            point = self.shown.probability
            turn(painter, self)
            people = QRectF(line.left(), line.top() + 1, wide, line.height() - 3)
            paint_people(painter, people, self.shown.ends or (point, point), ink, self.then)
            return
        painter.setPen(QColor(theme.muted))
        painter.drawText(placed(self, line), middle_right, self.range_text())
        taken = text_width("00–100 %", "caption", worn.text_scale) + Space.S
        tall = worn.px(8)
        wide = line.width() - taken
        bar = QRectF(line.left(), line.center().y() - tall / 2 + 1, wide, tall)
        turn(painter, self)
        paint_bar(painter, bar, self.shown.probability, self.shown.ends, ink)
        if self.then is not None:
            paint_then(painter, bar, self.shown.probability, self.then, ink)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = look().theme
        if self.isChecked():
            colour = theme.accent_soft
        elif self.underMouse():
            colour = theme.raised
        else:
            colour = theme.surface
        painter.setPen(QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.M, Radius.M)

    def _name_width(self, width: int) -> int:
        return self._room_beside(width) if self._fits_beside(width) else width - 2 * INDENT

    def _words_below(self, width: int) -> int:
        """Where a word of the name is too long to stand beside them, word and number get a line below."""
        return 0 if self._fits_beside(width) else text_height("A", "strong", look().text_scale, 1000)

    def _fits_beside(self, width: int) -> bool:
        scale = look().text_scale
        longest = max((text_width(part, "strong", scale) for part in self.text().split()), default=0)
        return longest <= self._room_beside(width)

    def _room_beside(self, width: int) -> int:
        worn = look()
        shown = "" if self.voice == "patient" else f"{BETWEEN}{self.number_text()}"
        taken = text_width(f"{word(self.shown.word)}{shown}", "strong", worn.text_scale)
        return max(worn.px(60), width - 2 * INDENT - taken - Space.S)


class PairRow(LikelihoodRow):
    """Two origins together: read, never pressed."""

    def __init__(self, shown: Shown, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(shown, voice, parent)
        self.setCheckable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
