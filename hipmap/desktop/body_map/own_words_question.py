"""Asks what a person calls the place, by chips with everyday words of which several may be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Size, Space, TextRole
from hipmap.desktop.enter_button import EnterButton
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import grows_with_its_words, label
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import text_width
from hipmap.model.body import Body
from hipmap.model.voice import Voice, said

TICK = 14
_ROLES: dict[bool, tuple[TextRole, TextRole]] = {
    False: ("body", "strong"),
    True: ("large", "large_strong"),
}
"""The type of the words, chosen or not: small, or large at home."""


class WordChip(EnterButton):
    """One everyday word; the case decides whether it is chosen, not the click."""

    def __init__(self, word: str, large: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.word = word
        self._tall = Size.TARGET if large else Size.CONTROL
        self._large = large
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Leaves the state alone: `show_words` sets it."""

    def sizeHint(self) -> QSize:
        worn = look()
        words = text_width(self.text(), "large_strong" if self._large else "strong", worn.text_scale)
        return QSize(words + worn.px(TICK) + Space.XS + 2 * Space.M, worn.px(self._tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        self.paint_ground(painter, self.height() / 2 - 1, chosen)
        side = worn.px(TICK)
        words = self.rect()
        if chosen:
            top = (self.height() - side) / 2
            sign = icon_pixmap("check", theme.on_accent_soft, side, max(1.0, self.devicePixelRatioF()))
            painter.drawPixmap(QPointF(Space.M - 2, top), sign)
            words = words.adjusted(side + Space.XS, 0, 0, 0)
        painter.setPen(QColor(theme.on_accent_soft if chosen else theme.text))
        plain, strong = _ROLES[self._large]
        painter.setFont(worn.font(strong if chosen else plain))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class _Chips(QWidget):
    """Puts chips on as many lines as they need."""

    def __init__(self, chips: Sequence[WordChip], parent: QWidget) -> None:
        super().__init__(parent)
        self.chips = list(chips)
        for chip in chips:
            chip.setParent(self)
        self.setSizePolicy(grows_with_its_words())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.width(), place=True)

    def lay_anew(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def _arrange(self, width: int, place: bool) -> int:
        x, y, tall = 0, 0, 0
        right_to_left = self.isRightToLeft()
        for chip in self.chips:
            size = chip.sizeHint()
            size.setWidth(min(size.width(), max(width, 1)))
            if x and x + size.width() > width:
                x, y = 0, y + tall + Space.S
            if place:
                left = width - x - size.width() if right_to_left else x
                chip.setGeometry(QRect(left, y, size.width(), size.height()))
            x, tall = x + size.width() + Space.S, size.height()
        return y + tall


class OwnWords(QWidget):
    """Emits all words that are to hold; `show_words` shows those that hold and emits nothing."""

    words_chosen = Signal(tuple)

    def __init__(self, body: Body, voice: Voice, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._words: tuple[str, ...] = ()
        self.question = label("", "title", wrap=True)
        self.hint = label("", _ROLES[large][0], "muted", wrap=True)
        self.chips = [WordChip(word.id, large, self) for word in body.own_words]
        for chip in self.chips:
            chip.clicked.connect(self._pressed)
        self._field = _Chips(self.chips, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        rows.addWidget(self.question)
        rows.addWidget(self.hint)
        rows.addWidget(self._field)
        self.show_voice(voice)

    def show_voice(self, voice: Voice) -> None:
        """Words the question and the chips for the patient or for the clinician."""
        patient = voice == "patient"
        self.question.setText(
            self.tr("What do you call the place that hurts?")
            if patient
            else self.tr("What does the patient call the place?")
        )
        self.hint.setText(
            self.tr("Choose every word that you would use. We compare your words with the map.")
            if patient
            else self.tr("The words are compared with the map; they change no likelihood.")
        )
        for chip in self.chips:
            chip.setText(said(self._body.own_word_by_id[chip.word], voice))
            chip.setAccessibleName(chip.text())
        self._field.lay_anew()

    def show_words(self, words: Sequence[str]) -> None:
        """Shows the words that hold."""
        self._words = tuple(words)
        for chip in self.chips:
            chip.setChecked(chip.word in self._words)
            chip.update()

    def chip_of(self, word: str) -> WordChip:
        return next(chip for chip in self.chips if chip.word == word)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_field"):
            self._field.lay_anew()
        super().changeEvent(event)

    def _pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, WordChip):
            kept = [word for word in self._words if word != chip.word]
            self.words_chosen.emit(tuple(kept if chip.word in self._words else [*kept, chip.word]))
