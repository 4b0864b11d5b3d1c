"""One button of a strip of choices: it shows what is chosen and never changes by itself."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.design_tokens import Radius, Size
from hipmap.desktop.look import look
from hipmap.desktop.strip_size import button_size

Place = Literal["only", "first", "middle", "last"]


class ChoiceButton(QAbstractButton):
    """A choice; `suggested` shows a value that holds until the person says otherwise."""

    def __init__(self, choice: str, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.place: Place = "only"
        self.suggested = False
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

    def sizeHint(self) -> QSize:
        return button_size(self.text())

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
        outline = self._outline(worn.px(Size.SMALL_CONTROL + 2))
        fill, edge, ink = self._colours()
        painter.setPen(QPen(QColor(edge), worn.theme.line_width))
        painter.setBrush(QColor(fill))
        painter.drawPath(outline)
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.theme.focus), worn.theme.ring_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outline)
        painter.setPen(QColor(ink))
        painter.setFont(worn.font("strong" if self.isChecked() else "body"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

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
        if self.place in ("middle", "last"):
            square.addRect(box.adjusted(0, 0, -half, 0))
        if self.place in ("middle", "first"):
            square.addRect(box.adjusted(half, 0, 0, 0))
        return path.united(square).simplified()
