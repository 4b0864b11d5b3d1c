"""Columns that scroll, whose scroll bar stands in the margin beside them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import reads_leftward

# Below this height the figures would be too small to hit: room for them, and for the words about them.
# Both grow with the text: who needs larger words needs larger figures.
MAP_FIGURES, MAP_WORDS = 360, 210


class Column(QScrollArea):
    """To be laid out wider by the margin `Space.M` than its cards are to be."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        page = QWidget()
        page.setProperty("kind", "page")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(Space.M)
        for card in cards:
            self._column.addWidget(card)
        if len(cards) > 1:
            self._column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(self._leave_margin)
        self._leave_margin(0, 0)

    def _leave_margin(self, _least: int, most: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if most else 0
        margin = Space.M - bar
        leftward = reads_leftward(self)
        self._column.setContentsMargins(margin if leftward else 0, 0, 0 if leftward else margin, 0)


class MapColumn(QScrollArea):
    """Holds the body map at its own height, and scrolls only where that would leave it too little."""

    def __init__(self, body_map: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body_map)
        self._body_map = body_map

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_body_map"):
            self._fit()

    def _fit(self) -> None:
        least = look().px(MAP_FIGURES + MAP_WORDS)
        self._body_map.resize(self.width() - Space.M, max(self.height(), least))
