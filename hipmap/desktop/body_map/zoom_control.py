"""A small control that stands on the map while it is enlarged."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipmap.desktop.body_map.tool_button import ToolButton
from hipmap.desktop.design_tokens import Radius, Size, Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look


class ZoomControl(QWidget):
    """Smaller, how large it stands, larger, and back to the whole figure."""

    stepped = Signal(int)  # +1 larger, -1 smaller, 0 the whole figure

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.smaller = ToolButton("smaller", "minus", self)
        self.percent = label("", "caption")
        self.larger = ToolButton("larger", "plus", self)
        self.whole = ToolButton("whole", "maximize", self)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tr = QCoreApplication.translate
        self.smaller.name_it(tr("BodyMap", "Smaller"), tr("BodyMap", "Smaller (key −)"))
        self.larger.name_it(tr("BodyMap", "Larger"), tr("BodyMap", "Larger (key +)"))
        self.whole.name_it(tr("BodyMap", "Whole figure"), tr("BodyMap", "Whole figure (key 0)"))
        for button, step in ((self.smaller, -1), (self.larger, 1), (self.whole, 0)):
            button.clicked.connect(lambda _on=False, step=step: self.stepped.emit(step))
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.HAIR, Space.HAIR, Space.HAIR, Space.HAIR)
        line.setSpacing(0)
        for part in (self.smaller, self.percent, self.larger, self.whole):
            line.addWidget(part)
        self.setAccessibleName(tr("BodyMap", "How large the map stands"))
        self.hide()

    def show_zoom(self, zoom: float) -> None:
        """Shows how large the faces stand; it is there only while that is larger than whole."""
        self.percent.setText(
            QCoreApplication.translate("BodyMap", "{percent} %").format(percent=round(zoom * 100))
        )
        self.percent.setMinimumWidth(look().px(48))
        for button in (self.smaller, self.larger, self.whole):
            button.setFixedSize(QSize(look().px(Size.CONTROL), look().px(Size.CONTROL)))
        self.setVisible(zoom > 1)
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.outline), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Radius.M, Radius.M)
        painter.end()
