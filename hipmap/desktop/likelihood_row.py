"""One origin with its word, number, range and bar; a button that asks for its reasons."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.likelihood_bar import inks, paint_bar, paint_people
from hipmap.desktop.likelihood_words import number, open_number, percent_range, sentence, word
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import text_height, text_width
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.voice import Voice

INDENT = 10
LINE = 19
PEOPLE_LINE = 24
# These words do not call for attention.
QUIET = ("very_unlikely", "unlikely", "cannot_say_yet")


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
    """Checked: its reasons are shown."""

    def __init__(self, shown: Shown, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_likelihood(shown, voice)

    def show_likelihood(self, shown: Shown, voice: Voice) -> None:
        self.shown, self.voice = shown, voice
        self.setText(shown.name)
        self.setAccessibleName(sentence(shown.name, shown.word, self.number_text(), self.range_text()))
        self.updateGeometry()
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
        return max(worn.px(Size.TARGET), name + self._second_line() + 2 * Space.S + 2)

    def _second_line(self) -> int:
        return look().px(PEOPLE_LINE if self.voice == "patient" else LINE)

    def heightForWidth(self, width: int) -> int:
        return self.height_at(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left, right = worn.px(INDENT), self.width() - worn.px(INDENT)
        name_width = self._name_width(self.width())
        name_tall = text_height(self.text(), "strong", worn.text_scale, name_width)
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setFont(worn.font("strong"))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRect(left, Space.S, name_width, name_tall), wrap, self.text())
        end = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        quiet = self.shown.word in QUIET
        painter.setPen(QColor(theme.muted if quiet else theme.accent))
        painter.setFont(worn.font("body" if quiet else "strong"))
        painter.drawText(QRect(left, Space.S, right - left, worn.px(LINE)), end, word(self.shown.word))
        self._paint_numbers(painter, QRect(left, Space.S + name_tall + 2, right - left, self._second_line()))

    def _paint_numbers(self, painter: QPainter, line: QRect) -> None:
        worn, theme = look(), look().theme
        ink = inks(theme, self.isChecked())
        middle_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(worn.font("caption"))
        painter.setPen(QColor(theme.text))
        if self.voice == "patient":
            taken = text_width(self.number_text(), "caption", worn.text_scale) + Space.M
            wide = min(worn.px(128), max(line.width() // 3, line.width() - taken))
            people = QRectF(line.left(), line.top(), wide, line.height())
            painter.drawText(line, middle_right, self.number_text())
            point = self.shown.probability
            paint_people(painter, people, self.shown.ends or (point, point), ink)
            return
        range_width = text_width("00–100 %", "caption", worn.text_scale)
        number_width = text_width("about 00 %", "caption", worn.text_scale)
        painter.drawText(line.adjusted(0, 0, -range_width - Space.S, 0), middle_right, self.number_text())
        painter.setPen(QColor(theme.muted))
        painter.drawText(line, middle_right, self.range_text())
        bar = QRectF(line).adjusted(0, 0, -range_width - number_width - 2 * Space.S - Space.XS, 0)
        tall = worn.px(8)
        bar = QRectF(bar.left(), bar.center().y() - tall / 2, bar.width(), tall)
        paint_bar(painter, bar, self.shown.probability, self.shown.ends, ink)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = look().theme
        if self.isChecked():
            colour = theme.accent_soft
        elif self.underMouse():
            colour = theme.raised
        else:
            colour = theme.surface
        painter.setPen(QPen(QColor(theme.focus), Size.FOCUS_RING) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.M, Radius.M)

    def _name_width(self, width: int) -> int:
        worn = look()
        taken = text_width(word(self.shown.word), "strong", worn.text_scale)
        return max(worn.px(60), width - 2 * worn.px(INDENT) - taken - Space.M)
