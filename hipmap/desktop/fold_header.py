"""The heading of a section that folds: a chevron, a title and a count."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.design_tokens import Radius, Size
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import text_width


class FoldHeader(QAbstractButton):
    """Checked means unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = ""
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_words(self, title: str, count: str, read_out: str) -> None:
        self.count = count
        self.setText(title)
        self.setAccessibleName(read_out)
        self.update()

    def sizeHint(self) -> QSize:
        worn = look()
        return QSize(worn.px(160), worn.px(Size.CONTROL + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, theme = look(), look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(worn.px(4), 2, -worn.px(4), -2)
        painter.setPen(QPen(QColor(theme.focus), theme.ring_width) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line if self.underMouse() else theme.raised))
        painter.drawRoundedRect(box, Radius.S, Radius.S)
        drawing = "chevron-down" if self.isChecked() else "chevron-right"
        size = worn.px(14)
        painter.drawPixmap(
            QRect(worn.px(10), (self.height() - size) // 2, size, size),
            icon_pixmap(drawing, theme.muted, size),
        )
        inner = box.adjusted(worn.px(26), 0, -worn.px(10), 0)
        painter.setPen(QColor(theme.text))
        painter.setFont(worn.font("strong"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), self.text())
        if inner.width() < text_width(self.text(), "strong", worn.text_scale) + worn.px(60):
            return
        painter.setPen(QColor(theme.muted))
        painter.setFont(worn.font("caption"))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), self.count)
