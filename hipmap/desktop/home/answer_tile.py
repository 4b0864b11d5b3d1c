"""A large answer to press: a sign of what is chosen, the words, a note below them and the key for it."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.enter_key import ENTER
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import paint_text, text_height, text_width
from hipmap.desktop.wordy_button import WordyButton

Sign = Literal["round", "square", "none"]
TALL = 52
SIGN = 22
KEY = 26
PAD = 14


class AnswerTile(WordyButton):
    """Round sign: one of several can be chosen; square: any of them; none: it leads to another screen."""

    def __init__(self, choice: str, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.key = key
        self.note = ""
        self.sign: Sign = "round"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_words(text)

    def show_words(self, text: str, note: str = "") -> None:
        self.setText(text)
        self.note = note
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        worn = look()
        room = self._room(width)
        words = text_height(self.text(), "large", worn.text_scale, room)
        if self.note:
            words += Space.XS + text_height(self.note, "large_note", worn.text_scale, room)
        return max(worn.px(TALL), words + 2 * worn.px(PAD))

    def sizeHint(self) -> QSize:
        worn = look()
        fixed = self.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        wide = worn.px(160) if not fixed else self._one_line()
        return QSize(wide, self.heightForWidth(wide if fixed else self.width() or worn.px(320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(TALL))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in ENTER and self.isChecked():
            event.ignore()  # what is chosen already leaves Enter to the guide, which goes on
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.accent_soft if self.isChecked() else theme.raised if self.underMouse() else theme.surface
        edge = theme.accent if self.isChecked() else theme.outline
        wide = 2 if self.isChecked() else 1
        painter.setPen(QPen(QColor(edge), wide))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), Radius.L, Radius.L)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), theme.ring_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.L, Radius.L)
        if self.sign != "none":
            self._paint_sign(painter)
        self._paint_words(painter)
        if self.key:
            self._paint_key(painter, worn.px(KEY))

    # ---- parts

    def _one_line(self) -> int:
        words = text_width(self.text(), "large", look().text_scale)
        return words + self.width_beside() + 2

    def _indent(self) -> int:
        return 0 if self.sign == "none" else look().px(SIGN) + look().px(Space.M)

    def width_beside(self) -> int:
        """Gives how much of the width the sign, the key and the margins take."""
        worn = look()
        taken = 2 * worn.px(PAD) + self._indent()
        return taken + (worn.px(KEY) + worn.px(Space.M) if self.key else 0)

    def _sign_box(self) -> QRect:
        size = look().px(SIGN)
        return self._turned(QRect(look().px(PAD), (self.height() - size) // 2, size, size))

    def _turned(self, box: QRect) -> QRect:
        """Mirrors a box where one reads from right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return box
        return QRect(self.width() - box.right() - 1, box.y(), box.width(), box.height())

    def _room(self, width: int) -> int:
        return max(1, width - self.width_beside())

    def _paint_sign(self, painter: QPainter) -> None:
        theme, box = look().theme, self._sign_box()
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.edge), 1.5))
        painter.setBrush(QColor(theme.accent if self.isChecked() else theme.surface))
        if self.sign == "square":
            painter.drawRoundedRect(box, Radius.S, Radius.S)
        else:
            painter.drawEllipse(box)
        if self.isChecked():
            inner = box.adjusted(3, 3, -3, -3)
            painter.drawPixmap(inner, icon_pixmap("check", theme.on_accent, inner.width()))

    def _paint_words(self, painter: QPainter) -> None:
        worn, theme = look(), look().theme
        room = self._room(self.width())
        tall = text_height(self.text(), "large", worn.text_scale, room)
        below = text_height(self.note, "large_note", worn.text_scale, room) + Space.XS if self.note else 0
        left = worn.px(PAD) + self._indent()
        box = QRect(left, (self.height() - tall - below) // 2, room, tall)
        ink = theme.on_accent_soft if self.isChecked() else theme.text if self.isEnabled() else theme.disabled
        paint_text(painter, self._turned(box), self.text(), "large", worn.text_scale, ink)
        if self.note:
            under = QRect(left, box.bottom() + 1 + Space.XS, room, below)
            muted = theme.on_accent_soft if self.isChecked() else theme.muted
            paint_text(painter, self._turned(under), self.note, "large_note", worn.text_scale, muted)

    def _paint_key(self, painter: QPainter, size: int) -> None:
        worn, theme = look(), look().theme
        box = self._turned(QRect(self.width() - worn.px(PAD) - size, (self.height() - size) // 2, size, size))
        painter.setPen(QPen(QColor(theme.outline), theme.line_width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, Radius.S, Radius.S)
        painter.setPen(QColor(theme.on_accent_soft if self.isChecked() else theme.muted))
        painter.setFont(worn.font("caption"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)
