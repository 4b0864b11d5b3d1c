"""One button of a strip of choices: it shows what is chosen and never changes by itself."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.design_tokens import Radius, Size, TextRole
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed, reads_leftward
from hipmap.desktop.strip_size import button_size

KEY_ROOM = 4
"""How far from the edge of a button its key stands, at 100 % text."""
BRIGHT = 1.5
"""How wide the line is that goes with the ring on a fill."""
Place = Literal["only", "first", "middle", "last"]
# The words of a button that is not chosen and of one that is; in the second line of a large one.
_ROLES: tuple[tuple[TextRole, TextRole], ...] = (("body", "strong"), ("large_note", "large_strong"))


class ChoiceButton(QAbstractButton):
    """A choice; `suggested` shows a value that holds until the person says otherwise."""

    def __init__(self, choice: str, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.place: Place = "only"
        self.suggested = False
        self.key = ""
        self.large = False
        self.setText(text)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """Leaves the state alone: the case decides what is chosen, not the click."""

    def show_state(self, chosen: bool, suggested: bool = False) -> None:
        if chosen != self.isChecked() or suggested != self.suggested:
            self.suggested = suggested
            self.setChecked(chosen)
            self.update()

    def show_key(self, key: str) -> None:
        """Shows the key that chooses this, before the words."""
        self.key = key
        self.setAccessibleDescription(self.tr("Key {key}").format(key=key))
        self.update()

    def sizeHint(self) -> QSize:
        return button_size(self.text(), self.large)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Up and down belong to the list that the strip stands in.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = self._outline(self.height() if self.large else worn.px(Size.SMALL_CONTROL + 2))
        fill, edge, ink = self._colours()
        painter.setPen(QPen(QColor(edge), worn.theme.line_width))
        painter.setBrush(QColor(fill))
        painter.drawPath(outline)
        if self.hasFocus():
            self._paint_ring(painter, outline)
        painter.setPen(QColor(ink))
        painter.setFont(worn.font(_ROLES[self.large][self.isChecked()]))
        # The words give way a little: with its key a button is no wider.
        moved = worn.px(KEY_ROOM) if self.key else 0
        words = placed(self, self.rect().adjusted(2 * moved, 0, 0, 0))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.key:
            muted = not (self.isChecked() or self.suggested)
            painter.setPen(QColor(worn.theme.muted if muted else ink))
            painter.setFont(worn.font("caption"))
            before = placed(self, QRect(worn.px(KEY_ROOM), 0, worn.px(2 * KEY_ROOM), self.height()))
            painter.drawText(before, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.key)

    def _paint_ring(self, painter: QPainter, outline: QPainterPath) -> None:
        """On the fill of a chosen one the ring alone would hardly be seen: a bright line goes with it."""
        theme = look().theme
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setClipPath(outline)
            painter.setPen(QPen(QColor(theme.on_accent), 2 * (theme.ring_width + BRIGHT)))
            painter.drawPath(outline)
            painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.focus), theme.ring_width))
        painter.drawPath(outline)
        painter.restore()

    def _colours(self) -> tuple[str, str, str]:
        theme = look().theme
        if self.isChecked():
            return theme.accent, theme.accent, theme.on_accent
        if self.suggested:
            return theme.accent_soft, theme.accent, theme.on_accent_soft
        hovered = self.underMouse() and self.isEnabled()
        ink = theme.text if self.isEnabled() else theme.disabled
        return theme.raised if hovered else theme.surface, theme.outline, ink

    def _outline(self, tall: int) -> QPainterPath:
        top = (self.height() - tall) / 2
        box = QRectF(0.5, top + 0.5, self.width() - 1, tall - 1)
        path = QPainterPath()
        path.addRoundedRect(box, Radius.M, Radius.M)
        square = QPainterPath()
        half = box.width() / 2
        before, after = box.adjusted(0, 0, -half, 0), box.adjusted(half, 0, 0, 0)
        if reads_leftward(self):
            before, after = after, before
        if self.place in ("middle", "last"):
            square.addRect(before)
        if self.place in ("middle", "first"):
            square.addRect(after)
        return path.united(square).simplified()
