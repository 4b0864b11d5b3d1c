"""The quiet choice of the part of the body that is shown large."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from hipmap.desktop.body_map.figure_files import Part
from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.look import look

PARTS: tuple[Part, ...] = ("inset", "legs", "whole")


class PartTab(QAbstractButton):
    """A word that is underlined while its part is the large one."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: Part = part
        self.setText(part_name(part))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """Leaves the state alone: `show_part` sets it."""

    def sizeHint(self) -> QSize:
        worn = look()
        wide = QFontMetrics(worn.font("strong")).horizontalAdvance(self.text()) + 2 * Space.S
        return QSize(wide, worn.px(Size.SMALL_CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), theme.ring_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.M, Radius.M)
        lit = self.isChecked() or self.underMouse()
        painter.setPen(QColor(theme.text if lit else theme.muted))
        painter.setFont(worn.font("strong" if self.isChecked() else "body"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            line = QRectF(Space.S, self.height() - 3, self.width() - 2 * Space.S, 2)
            painter.fillRect(line, QColor(theme.accent))
        painter.end()


class PartTabs(QWidget):
    """Emits `chosen` when a person presses a word."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = [PartTab(part, self) for part in PARTS]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for tab in self.tabs:
            tab.clicked.connect(self._pressed)
            line.addWidget(tab)
        self.setAccessibleName(QCoreApplication.translate("BodyMap", "Part of the body that is shown large"))

    def show_part(self, part: Part) -> None:
        for tab in self.tabs:
            tab.setChecked(tab.part == part)
            tab.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            for tab in self.tabs:
                tab.updateGeometry()
        super().changeEvent(event)

    def _pressed(self) -> None:
        tab = self.sender()
        if isinstance(tab, PartTab):
            self.chosen.emit(tab.part)


def part_name(part: Part) -> str:
    """Gives the word for a part of the body."""
    names: dict[Part, str] = {
        "inset": QCoreApplication.translate("BodyMap", "Hip and back"),
        "legs": QCoreApplication.translate("BodyMap", "Legs"),
        "whole": QCoreApplication.translate("BodyMap", "Whole body"),
    }
    return names[part]
