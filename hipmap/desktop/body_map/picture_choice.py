"""A large button with a small picture of a place and its name."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space, TextRole
from hipmap.desktop.enter_button import EnterButton
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.desktop.painted_text import paint_text, text_height

PICTURE = QSize(104, 88)
WIDE = 250
TICK = 18


class PictureChoice(EnterButton):
    """Where several may be chosen it stays chosen; else the first press answers."""

    def __init__(self, choice: str, words: str, picture: QPixmap, several: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self._picture = picture
        self.role: TextRole = "lead"
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(several)

    def show_picture(self, picture: QPixmap) -> None:
        """Shows the place on another side."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        worn = look()
        words = text_height(self.text(), self.role, worn.text_scale, self._words_width(worn.px(WIDE)))
        tall = max(PICTURE.height(), words, worn.px(Size.TARGET)) + 2 * Space.S
        return QSize(worn.px(WIDE), tall)

    def _words_width(self, width: int) -> int:
        tick = look().px(TICK) + Space.S if self.isCheckable() else 0
        return max(40, width - PICTURE.width() - 3 * Space.S - tick)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        self.paint_ground(painter, Radius.M, chosen)
        top = (self.height() - PICTURE.height()) / 2
        frame = QRectF(QPointF(Space.S, top), PICTURE)
        ink = self._paint_picture(painter, frame, Radius.S)
        painter.setPen(QColor(ink))
        painter.setFont(worn.font(self.role))
        words = QRectF(frame.right() + Space.S, 0, self._words_width(self.width()), self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.text())
        if self.isCheckable():
            self._paint_tick(painter, chosen)
        painter.end()

    def _paint_picture(self, painter: QPainter, frame: QRectF, radius: float) -> str:
        """Paints the picture with round corners, and gives the ink of the words beside it."""
        theme, clip = look().theme, QPainterPath()
        clip.addRoundedRect(frame, radius, radius)
        painter.save()
        painter.setClipPath(clip)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        painter.drawPixmap(frame.topLeft(), self._picture)
        painter.restore()
        return (
            theme.disabled
            if not self.isEnabled()
            else theme.on_accent_soft
            if self.isChecked()
            else theme.text
        )

    def _paint_tick(self, painter: QPainter, chosen: bool) -> None:
        theme, box = look().theme, self._tick_box()
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.edge), 1.5))
        painter.setBrush(QColor(theme.accent if chosen else theme.surface))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), Radius.S, Radius.S)
        if chosen:
            side = round(box.width()) - 4
            tick = icon_pixmap("check", theme.on_accent, side, max(1.0, self.devicePixelRatioF()))
            painter.drawPixmap(box.topLeft() + QPointF(2, 2), tick)

    def _tick_box(self) -> QRectF:
        side = look().px(TICK)
        return QRectF(self.width() - side - Space.S, (self.height() - side) / 2, side, side)


class UprightPicture(PictureChoice):
    """The same for the guide at home: the picture above its words, both large; any number can be chosen."""

    PICTURE = QSize(168, 140)
    WIDE = 200

    def __init__(self, choice: str, words: str, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(choice, words, picture, True, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        worn = look()
        words = text_height(self.text(), "large", worn.text_scale, self._across())
        return QSize(worn.px(self.WIDE), self.PICTURE.height() + words + 3 * Space.M)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _across(self) -> int:
        wide = max(self.width(), look().px(self.WIDE))
        return wide - 2 * Space.M

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        self.paint_ground(painter, Radius.L, chosen)
        frame = QRectF(QPointF((self.width() - self.PICTURE.width()) / 2, Space.M), self.PICTURE)
        ink = self._paint_picture(painter, frame, Radius.M)
        top = round(frame.bottom()) + Space.M
        words = QRect(Space.M, top, self._across(), self.height() - top)
        paint_text(painter, words, self.text(), "large", worn.text_scale, ink)
        self._paint_tick(painter, chosen)
        painter.end()

    def _tick_box(self) -> QRectF:
        side = look().px(TICK + 4)
        return QRectF(placed(self, QRect(self.width() - side - Space.S, Space.S, side, side)))
