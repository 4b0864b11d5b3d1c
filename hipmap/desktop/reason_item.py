"""One reason: a bar as long as it weighs, its size in a word, and what was answered."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import paint_text, text_height
from hipmap.desktop.wording import size_word
from hipmap.desktop.wordy_button import WordyButton
from hipmap.model.assessment import Reason

# The weight at which the bar is full, in decibans: odds times ten.
FULL = 10.0


class ReasonItem(WordyButton):
    """Checked: what stands behind it is unfolded."""

    def __init__(self, reason: Reason, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = reason
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{text}: {size_word(reason.weight)}")
        self.setAccessibleDescription(self.tr("Shows the figures and sources behind this reason"))

    def heightForWidth(self, width: int) -> int:
        worn = look()
        text = text_height(self.text(), "caption", worn.text_scale, width - 2 * Space.XS)
        return max(worn.px(Size.TARGET), worn.px(18) + text + 2 * Space.XS)

    def sizeHint(self) -> QSize:
        width = self.width() or look().px(140)
        return QSize(look().px(100), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(60), look().px(Size.TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = (
            theme.accent_soft if self.isChecked() else theme.raised if self.underMouse() else theme.surface
        )
        painter.setPen(QPen(QColor(theme.focus), Size.FOCUS_RING) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.S, Radius.S)
        line = QRect(Space.XS, Space.XS, self.width() - 2 * Space.XS, worn.px(16))
        room = line.width() - worn.px(56)
        share = min(1.0, abs(self.reason.weight) / FULL)
        tall = worn.px(6)
        bar = QRectF(line.left(), line.center().y() - tall / 2, max(tall, room * share), tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.towards if self.reason.weight >= 0 else theme.away))
        painter.drawRoundedRect(bar, tall / 2, tall / 2)
        painter.setPen(QColor(theme.muted))
        painter.setFont(worn.font("caption"))
        after = line.adjusted(round(bar.width()) + Space.S, 0, 0, 0)
        painter.drawText(
            after,
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            size_word(self.reason.weight),
        )
        box = QRect(Space.XS, line.bottom() + 3, line.width(), self.height())
        paint_text(painter, box, self.text(), "caption", worn.text_scale, theme.text)
