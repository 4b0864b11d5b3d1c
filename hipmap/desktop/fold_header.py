"""The heading of a section that folds: a chevron, a title and a count."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed, reads_leftward
from hipmap.desktop.painted_text import text_width


class FoldHeader(QAbstractButton):
    """Checked means unfolded."""

    reached = Signal()  # by the keyboard

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = ""
        self.begun = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_words(self, title: str, count: str, read_out: str, begun: bool = False) -> None:
        """`begun` is whether anything counts yet: nought is told quietly."""
        self.count, self.begun = count, begun
        self.setText(title)
        self.setAccessibleName(read_out)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def sizeHint(self) -> QSize:
        worn = look()
        return QSize(worn.px(160), worn.px(Size.CONTROL + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_heading(QPainter(self), self, Heading(self.text(), self.count, self.begun, self.isChecked()))


@dataclass(frozen=True)
class Heading:
    """What is painted of a section: its title, its count, and whether it is unfolded."""

    title: str
    count: str
    begun: bool
    unfolded: bool


def paint_heading(painter: QPainter, widget: QWidget, heading: Heading) -> None:
    """Paints a heading into a widget."""
    worn, theme = look(), look().theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = widget.rect().adjusted(Space.S, 2, -Space.S, -2)
    painter.setPen(QPen(QColor(theme.focus), theme.ring_width) if widget.hasFocus() else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line if widget.underMouse() else theme.raised))
    painter.drawRoundedRect(box, Radius.S, Radius.S)
    size = worn.px(14)
    chevron = icon_pixmap("chevron-down" if heading.unfolded else "chevron-right", theme.muted, size)
    if reads_leftward(widget):
        chevron = chevron.transformed(QTransform().scale(-1, 1))
    # The sign, and not the ground around it, begins where the rows begin: a quarter of its box is empty.
    at = QRect(Space.L - size // 4, (widget.height() - size) // 2, size, size)
    painter.drawPixmap(placed(widget, at), chevron)
    inner = placed(widget, box.adjusted(size + Space.M, 0, -Space.S, 0))
    painter.setPen(QColor(theme.text))
    painter.setFont(worn.font("strong"))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), heading.title)
    if inner.width() < text_width(heading.title, "strong", worn.text_scale) + worn.px(60):
        return
    painter.setPen(QColor(theme.text if heading.begun else theme.muted))
    painter.setFont(worn.font("caption"))
    painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), heading.count)
