"""One mark in the list: how it is drawn, where it is, what it means, and a way to take it off."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from hipmap.desktop.body_map.mark_painting import mark_picture
from hipmap.desktop.body_map.zone_words import ZoneWords, mark_summary
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import icon
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.model.case import Mark

SWATCH = 16


class MarkChip(QAbstractButton):
    """Shows a mark; pressing it asks for its card, its cross asks for it to go."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = ""
        self._large = False
        self._said: tuple[Mark, ZoneWords] | None = None
        self._mark = Mark(zone="-", side="midline")
        self.cross = QToolButton(self)
        self.cross.setProperty("kind", "icon")
        self.cross.clicked.connect(self.removed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_mark(self, mark: Mark, words: ZoneWords) -> None:
        """Shows a mark in the voice of the words."""
        if self._said == (mark, words):
            return
        self._said = (mark, words)
        self._mark = mark
        self._summary = mark_summary(mark)
        name = words.short_name(*mark.place)
        self.setText(name)
        self.setAccessibleName(self.tr("%1, %2. Change it.").replace("%1", name).replace("%2", self._summary))
        self.cross.setAccessibleName(self.tr("Remove %1").replace("%1", name))
        self.cross.setToolTip(self.cross.accessibleName())
        self.wear_look()

    def show_large(self, large: bool) -> None:
        """Shows large words on a chip as tall as a finger needs, or the size of the consultation."""
        self._large = large
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return look().font("large_note" if self._large else "body")

    def wear_look(self) -> None:
        """Takes on the colours and the text size of the program."""
        theme = look().theme
        self.cross.setIcon(icon("x", theme.muted))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        worn = look()
        metrics = QFontMetrics(self._font())
        name, summary = (metrics.horizontalAdvance(text) for text in (self.text(), f" · {self._summary}"))
        tall = worn.px(Size.TARGET if self._large else Size.CONTROL)
        return QSize(name + summary + SWATCH + 2 * Space.S + Space.S + tall, tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        tall = self.height()
        self.cross.setFixedSize(tall, tall)
        self.cross.setGeometry(placed(self, QRect(self.width() - tall, 0, tall, tall)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # which a painter takes from the program
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(worn.theme.raised if self.underMouse() else worn.theme.surface))
        painter.setPen(QPen(QColor(worn.theme.line), worn.theme.line_width))
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.theme.focus), worn.theme.ring_width))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        top = (self.height() - SWATCH) // 2
        picture = mark_picture(self._mark, worn.theme, SWATCH, self.devicePixelRatioF())
        swatch = placed(self, QRect(Space.M - 2, top, SWATCH, SWATCH))
        painter.drawPixmap(swatch.topLeft(), picture)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        worn = look()
        font = self._font()
        metrics = QFontMetrics(font)
        left = Space.M - 2 + SWATCH + Space.S - 2
        room = self.width() - left - self.height()
        # The name matters more than the summary, which the picture beside it tells as well.
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        rest = room - metrics.horizontalAdvance(name)
        summary = f" · {self._summary}"
        if metrics.horizontalAdvance(summary) > rest:
            summary = ""
        words = metrics.horizontalAdvance(name)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        line = placed(self, QRect(left, 0, words + 1, self.height()))
        painter.setFont(font)
        painter.setPen(QColor(worn.theme.text))
        painter.drawText(line, int(align), name)
        painter.setPen(QColor(worn.theme.muted))
        line = placed(self, QRect(left + words, 0, room - words + 1, self.height()))
        painter.drawText(line, int(align), summary)
