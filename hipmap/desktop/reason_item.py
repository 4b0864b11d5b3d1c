"""One reason: a bar as long as it weighs, its size and kind in words, and what was answered."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed, turn
from hipmap.desktop.painted_text import paint_text, text_height
from hipmap.desktop.wording import kind_word, short_kind, size_word
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.assessment import Reason
from hipmap.model.voice import Voice

# The weight at which the bar is full, in decibans: odds times ten.
FULL = 10.0
BAR_ROOM = 38
HEAD = 16


class ReasonItem(WordyButton):
    """Checked: what stands behind it is unfolded. The key W asks what another answer would do."""

    looked_at = Signal(object)  # the reason while it is pointed at, None after it
    what_if_asked = Signal(object)

    reason: Reason
    joined: bool
    voice: Voice

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_reason(self, reason: Reason, text: str, joined: bool, voice: Voice) -> None:
        """Shows a reason, perhaps in the place of another one."""
        self.reason, self.joined, self.voice = reason, joined, voice
        self.setText(text)
        tags = [size_word(reason.weight), kind_word(reason.kind), *([self.joined_words()] if joined else [])]
        self.setAccessibleName(self.tr("{reason}: {tags}").format(reason=text, tags=", ".join(tags)))
        self.setAccessibleDescription(
            self.tr("Shows the figures and sources behind this reason. W: what another answer would do")
        )
        self.forget_heights()
        self.update()

    def joined_words(self) -> str:
        """Gives the tag of a reason that overlaps with another."""
        return self.tr("overlaps: counted as one")

    def head_words(self) -> str:
        """Gives the size, with the kind where it is to be known at a glance."""
        size, kind = size_word(self.reason.weight), self.reason.kind
        if self.voice == "patient" and kind in ("published", "derived"):
            return size
        return self.tr("{size} · {kind}").format(size=size, kind=short_kind(kind))

    def heightForWidth(self, width: int) -> int:
        if not hasattr(self, "reason"):
            return look().px(Size.TARGET)  # a layout may ask before it is told
        return self.remembered_height(width, self._height_at)

    def _height_at(self, width: int) -> int:
        worn = look()
        inner = width - 2 * Space.XS
        text = text_height(self.text(), "caption", worn.text_scale, inner)
        tall = self._head_tall(width) + text + 2 * Space.XS
        if self.joined:
            tall += text_height(self.joined_words(), "caption", worn.text_scale, inner)
        return max(worn.px(Size.TARGET), tall)

    def _head_tall(self, width: int) -> int:
        """Its words take a second line where they are long."""
        worn = look()
        beside = width - 2 * Space.XS - worn.px(BAR_ROOM) - Space.S
        return max(worn.px(HEAD), text_height(self.head_words(), "caption", worn.text_scale, beside))

    def forget_heights(self) -> None:
        super().forget_heights()
        self._hold_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    def _hold_height(self) -> None:
        """Columns side by side ask for the height once and then squeeze: the words need all of it."""
        if hasattr(self, "reason"):
            self.setMinimumHeight(self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        width = self.width() or look().px(140)
        return QSize(look().px(100), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(60), look().px(Size.TARGET))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.looked_at.emit(self.reason)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.looked_at.emit(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.looked_at.emit(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_W and not event.modifiers():
            if not event.isAutoRepeat():
                self.what_if_asked.emit(self.reason)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = (
            theme.accent_soft if self.isChecked() else theme.raised if self.underMouse() else theme.surface
        )
        painter.setPen(QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.S, Radius.S)
        line = QRect(Space.XS, Space.XS, self.width() - 2 * Space.XS, self._head_tall(self.width()))
        room = worn.px(BAR_ROOM)
        painter.setPen(QColor(theme.muted))
        painter.setFont(worn.font("caption"))
        middle_left = int(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        after = line.adjusted(room + Space.S, 0, 0, 0)
        painter.drawText(placed(self, after), middle_left, self.head_words())
        tall = text_height(self.text(), "caption", worn.text_scale, line.width())
        words = QRect(Space.XS, line.bottom() + 1, line.width(), tall)
        paint_text(painter, placed(self, words), self.text(), "caption", worn.text_scale, theme.text)
        if self.joined:
            tag = words.translated(0, tall)
            tag.setHeight(self.height())
            paint_text(
                painter, placed(self, tag), self.joined_words(), "caption", worn.text_scale, theme.muted
            )  # fmt: skip
        self._paint_bar(painter, line, room)

    def _paint_bar(self, painter: QPainter, line: QRect, room: int) -> None:
        """How much it weighs, on a track as long as a reason that makes the odds ten times as high."""
        worn, theme = look(), look().theme
        tall = worn.px(6)
        share = min(1.0, abs(self.reason.weight) / FULL)
        turn(painter, self)
        painter.setPen(Qt.PenStyle.NoPen)
        top = line.center().y() - tall / 2 + 1
        painter.setBrush(QColor(theme.surface if self.isChecked() else theme.bar_track))
        painter.drawRoundedRect(QRectF(line.left(), top, room, tall), tall / 2, tall / 2)
        painter.setBrush(QColor(theme.towards if self.reason.weight >= 0 else theme.away))
        bar = QRectF(line.left(), top, max(tall, room * share), tall)
        painter.drawRoundedRect(bar, tall / 2, tall / 2)
