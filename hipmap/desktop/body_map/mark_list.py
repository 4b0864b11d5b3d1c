"""The marks as a line of chips, which mirrors the map; what does not fit stands behind a button."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from hipmap.desktop.body_map.mark_chip import MarkChip
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords, mark_summary
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.model.case import Mark, MarkKind

GAP = 6
LEAST_CHIP = 130
"""A chip is shortened to this width before it goes behind the button, at 100 % text."""

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
        self._large = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.more = QToolButton(self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.hide()
        self.setAccessibleName(self.tr("Marked places"))

    def show_large(self, large: bool) -> None:
        """Shows chips as tall as a finger needs, or in the size of the consultation."""
        self._large = large
        for chip in self._chips.values():
            chip.show_large(large)
        self.updateGeometry()
        self._arrange()

    def _tall(self) -> int:
        return look().px(Size.TARGET if self._large else Size.CONTROL)

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
        self._arrange()

    def set_words(self, words: ZoneWords) -> None:
        self._words = words
        self.show_marks(self._marks)

    def _chip(self, mark: Mark) -> MarkChip:
        key = (mark.place, mark.kind)
        if key not in self._chips:
            chip = MarkChip(self)
            chip.show_large(self._large)
            chip.clicked.connect(lambda: self._open(key))
            chip.removed.connect(lambda: self._remove(key))
            self._chips[key] = chip
        return self._chips[key]

    def _open(self, key: MarkId) -> None:
        shown: MarkChip | QToolButton = self._chips[key]
        shown = self.more if shown.isHidden() else shown
        self.chip_opened.emit(self._mark(key), shown.mapToGlobal(QPoint(0, shown.height() + Space.XS)))

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
        if before is not None:
            QWidget.setTabOrder(before, self.more)

    # ------------------------------------------------------------ places

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            for chip in self._chips.values():
                chip.wear_look()
            self._arrange()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(look().px(LEAST_CHIP), self._tall())

    def least_width(self) -> int:
        """Gives the width at which one mark can be read, beside how many more there are."""
        more = self.more.sizeHint().width() + GAP if len(self._chips) > 1 else 0
        return look().px(LEAST_CHIP) + more

    def _arrange(self) -> None:
        """Places the chips that fit on the line."""
        chips, tall, x = self.chips(), self._tall(), 0
        self.more.setText(_more_words(len(chips)))
        button = self.more.sizeHint().width() + GAP
        for at, chip in enumerate(chips):
            last = at == len(chips) - 1
            room = self.width() - x - (0 if last else button)
            wide = min(chip.sizeHint().width(), room)
            if at and wide < min(chip.sizeHint().width(), look().px(LEAST_CHIP)):
                self._show_more(at, x, tall)
                return
            chip.setGeometry(placed(self, QRect(x, 0, max(wide, 1), tall)))
            chip.show()
            x += wide + GAP
        self._show_more(len(chips), x, tall)

    def _show_more(self, shown: int, x: int, tall: int) -> None:
        """Puts the marks from a number on behind the button."""
        behind = self._marks[shown:]
        menu = self.more.menu()
        menu.clear()
        for mark in behind:
            self._chips[mark.place, mark.kind].hide()
            action = menu.addAction(mark_line(mark, self._words))
            action.triggered.connect(partial(self._open, (mark.place, mark.kind)))
        self.more.setText(_more_words(len(behind)))
        self.more.setAccessibleName(self.tr("%1 more marked places").replace("%1", str(len(behind))))
        self.more.setGeometry(placed(self, QRect(x, 0, self.more.sizeHint().width(), tall)))
        self.more.setVisible(bool(behind))


def mark_line(mark: Mark, words: ZoneWords) -> str:
    """Gives a mark in one line."""
    return f"{words.short_name(*mark.place)} · {mark_summary(mark)}"


def _more_words(count: int) -> str:
    return QCoreApplication.translate("BodyMap", "+%1 more").replace("%1", str(count))
