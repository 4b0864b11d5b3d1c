"""A theme as a small picture of a window that wears it, to be chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from hipmap.desktop.design_tokens import THEMES, Radius, Size, Space, Theme
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import paint_text, text_height

WIDE, PICTURE = 128, 68
BAR, LINE = 12, 6


class ThemeTile(QRadioButton):
    """What the system asks for is shown as half light, half dark."""

    def __init__(self, theme: str, words: str) -> None:
        super().__init__()
        self.theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def painted_texts(self) -> tuple[str, ...]:
        """Gives what is painted, for those who check the words."""
        return (self.text(),)

    def sizeHint(self) -> QSize:
        worn = look()
        words = text_height(self.text(), "body", worn.text_scale, worn.px(WIDE))
        return QSize(worn.px(WIDE), worn.px(PICTURE) + words + 3 * Space.S)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked():
            painter.setBrush(QColor(worn.theme.accent_soft))
        elif self.underMouse():
            painter.setBrush(QColor(worn.theme.raised))
        chosen = QPen(QColor(worn.theme.accent), worn.theme.ring_width)
        painter.setPen(chosen if self.isChecked() else Qt.PenStyle.NoPen)
        # The edge of the chosen one draws back from the ring, so that both are seen.
        gap = worn.theme.ring_width + 1 if self.hasFocus() else 0
        painter.drawRoundedRect(box.adjusted(gap, gap, -gap, -gap), Radius.M, Radius.M)
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.theme.focus), worn.theme.ring_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        frame = box.adjusted(Space.S, Space.S, -Space.S, 0)
        frame.setHeight(worn.px(PICTURE))
        self._paint_window(painter, frame)
        words = self.rect().adjusted(round(frame.left()), round(frame.bottom()) + Space.XS, -Space.S, 0)
        ink = worn.theme.on_accent_soft if self.isChecked() else worn.theme.text
        paint_text(painter, words, self.text(), "body", worn.text_scale, ink)

    def _paint_window(self, painter: QPainter, frame: QRectF) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(frame, Radius.S, Radius.S)
        painter.save()
        painter.setClipPath(outline)
        if self.theme == "system":
            _paint_theme(painter, frame, THEMES["light"])
            half = QPainterPath(frame.topRight())
            half.lineTo(frame.bottomRight())
            half.lineTo(frame.bottomLeft())
            painter.setClipPath(outline & half)
            _paint_theme(painter, frame, THEMES["dark"])
        else:
            _paint_theme(painter, frame, next(one for one in THEMES.values() if one.name == self.theme))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look().theme.edge), 1))
        painter.drawPath(outline)


def _paint_theme(painter: QPainter, frame: QRectF, theme: Theme) -> None:
    px = look().px
    painter.fillRect(frame, QColor(theme.ground))
    painter.fillRect(QRectF(frame.left(), frame.top(), frame.width(), px(BAR)), QColor(theme.surface))
    painter.setPen(QPen(QColor(theme.line), theme.line_width))
    below = QPointF(0, px(BAR))
    painter.drawLine(frame.topLeft() + below, frame.topRight() + below)
    card = QRectF(frame.left() + px(8), frame.top() + px(BAR + 8), frame.width() - px(16), frame.height())
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(card, Radius.S, Radius.S)
    painter.setPen(Qt.PenStyle.NoPen)
    for row, (colour, share) in enumerate(((theme.text, 0.55), (theme.muted, 0.8), (theme.accent, 0.35))):
        painter.setBrush(QColor(colour))
        top = card.top() + px(8) + row * px(LINE + Size.FOCUS_RING * 3)
        line = QRectF(card.left() + px(8), top, (card.width() - px(16)) * share, px(LINE))
        painter.drawRoundedRect(line, LINE / 2, LINE / 2)
