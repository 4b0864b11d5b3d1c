"""A large card that is pressed as a whole: a picture, a title, and what stands behind it."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import paint_text, text_height
from hipmap.desktop.wordy_button import WordyButton

PICTURE = 28
NORMAL = 320
LEAST = 200


class WayCard(WordyButton):
    """Paints itself, so that its words wrap at every width and text size."""

    def __init__(self, drawing: str, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._words = words
        self.setCheckable(False)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_words(self, words: str) -> None:
        """Says something else of what stands behind it."""
        self._words = words
        self.setAccessibleDescription(words)
        self.forget_heights()
        self.update()

    def painted_texts(self) -> tuple[str, ...]:
        """Gives what is painted, for those who check the words."""
        return self.text(), self._words

    def heightForWidth(self, width: int) -> int:
        return self._boxes(width)[1].bottom() + 1 + look().px(Space.XL)

    def sizeHint(self) -> QSize:
        wide = look().px(NORMAL)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(LEAST), look().px(Size.TARGET))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Gives the boxes of title and words."""
        worn = look()
        edge = worn.px(Space.XL)
        inner = max(width - 2 * edge, 1)
        top = edge + worn.px(PICTURE) + worn.px(Space.M)
        title = QRect(edge, top, inner, text_height(self.text(), "heading", worn.text_scale, inner))
        below = title.bottom() + 1 + worn.px(Space.S)
        return title, QRect(edge, below, inner, text_height(self._words, "lead", worn.text_scale, inner))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        theme = worn.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The mouse lights the ground; the edge is the keyboard’s, whose ring is seen under the mouse too.
        ground = theme.pressed if self.isDown() else theme.raised if self.underMouse() else theme.surface
        edge = theme.focus if self.hasFocus() else theme.outline
        painter.setPen(QPen(QColor(edge), theme.ring_width if self.hasFocus() else theme.line_width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.L, Radius.L)
        title, words = self._boxes(self.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = title.right() + 1 - worn.px(PICTURE) if mirrored else title.left()
        painter.drawPixmap(x, worn.px(Space.XL), icon_pixmap(self._drawing, theme.accent, worn.px(PICTURE)))
        paint_text(painter, title, self.text(), "heading", worn.text_scale, theme.text)
        paint_text(painter, words, self._words, "lead", worn.text_scale, theme.muted)
