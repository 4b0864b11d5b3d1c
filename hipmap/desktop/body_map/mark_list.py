"""The marks as a list of chips, which mirrors the map."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.body_map.mark_chip import MarkChip
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Size
from hipmap.desktop.look import look
from hipmap.model.case import Mark, MarkKind

GAP = 6

MarkId = tuple[Place, MarkKind]


class MarkList(QWidget):
    """Chips, one for each mark."""

    chip_opened = Signal(object, QPoint)  # the mark, and where its card may stand
    chip_removed = Signal(object)

    def __init__(self, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._marks: tuple[Mark, ...] = ()
        self._chips: dict[MarkId, MarkChip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Marked places"))

    def chips(self) -> list[MarkChip]:
        """Gives the chips in the order of the marks."""
        return [self._chips[mark.place, mark.kind] for mark in self._marks]

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mirrors the marks; chips that stay keep the keyboard."""
        self._marks = tuple(marks)
        wanted = {(mark.place, mark.kind) for mark in marks}
        for key in [key for key in self._chips if key not in wanted]:
            chip = self._chips.pop(key)
            if chip.hasFocus() or chip.cross.hasFocus():
                chip.focusNextPrevChild(True)
            chip.hide()
            chip.deleteLater()
        for mark in marks:
            self._chip(mark).show_mark(mark, self._words)
        self._keep_tab_order()
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def set_words(self, words: ZoneWords) -> None:
        self._words = words
        self.show_marks(self._marks)

    def _chip(self, mark: Mark) -> MarkChip:
        key = (mark.place, mark.kind)
        if key not in self._chips:
            chip = MarkChip(self)
            chip.clicked.connect(lambda: self._open(key))
            chip.removed.connect(lambda: self._remove(key))
            chip.show()
            self._chips[key] = chip
        return self._chips[key]

    def _open(self, key: MarkId) -> None:
        self.chip_opened.emit(self._mark(key), self._chips[key].card_corner())

    def _remove(self, key: MarkId) -> None:
        self.chip_removed.emit(self._mark(key))

    def _mark(self, key: MarkId) -> Mark:
        return next(mark for mark in self._marks if (mark.place, mark.kind) == key)

    def _keep_tab_order(self) -> None:
        before: QWidget | None = None
        for chip in self.chips():
            if before is not None:
                QWidget.setTabOrder(before, chip)
            QWidget.setTabOrder(chip, chip.cross)
            before = chip.cross

    # ------------------------------------------------------------ places

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.width(), place=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            for chip in self._chips.values():
                chip.wear_look()
            self._arrange(self.width(), place=True)
            super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        wide = self.width()
        return QSize(wide, self.heightForWidth(wide))

    def _arrange(self, width: int, place: bool) -> int:
        tall = look().px(Size.CONTROL)
        x = y = 0
        for chip in self.chips():
            wide = min(chip.sizeHint().width(), max(1, width))
            if x and x + wide > width:
                x, y = 0, y + tall + GAP
            if place:
                chip.setGeometry(x, y, wide, tall)
            x += wide + GAP
        return y + tall
