"""Buttons in a row, which go on in the next row where there is no room."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import grows_with_its_words


class ButtonFlow(QWidget):
    """Each part keeps the width of its words; hidden ones take no room."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._parts = parts
        for part in parts:
            part.setParent(self)
            if isinstance(part, QPushButton):
                part.setAutoDefault(False)
        self.setSizePolicy(grows_with_its_words())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = sum(part.sizeHint().width() + Space.S for part in self._seen()) - Space.S
        return QSize(max(0, wide), self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.sizeHint().width() for part in self._seen()), default=0)
        tallest = max((part.sizeHint().height() for part in self._seen()), default=0)
        return QSize(widest, tallest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a part has other words now
            self.updateGeometry()
            self._place()
        return handled

    def _seen(self) -> Iterator[QWidget]:
        return (part for part in self._parts if not part.isHidden())

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        left = top = row = 0
        for part in self._seen():
            size = part.sizeHint()
            wide = min(size.width(), width)
            if left and left + wide > width:
                left, top, row = 0, top + row + Space.S, 0
            yield part, QRect(left, top, wide, size.height())
            left, row = left + wide + Space.S, max(row, size.height())

    def _place(self) -> None:
        along = self.layoutDirection()
        for part, place in self._places(self.width()):
            part.setGeometry(QStyle.visualRect(along, self.rect(), place))
        needed = self.heightForWidth(self.width())
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)
