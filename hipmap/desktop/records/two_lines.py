"""A list whose rows have a title and a quieter second line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.look import look

BELOW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class _TwoLines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(160), sum(self._heights()) + 2 * look().px(Space.S))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        below = str(index.data(BELOW) or "")
        title = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        if (view := option.widget) is not None:
            view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, view)
        worn = look()
        edge = worn.px(Space.M)
        box = QRect(option.rect).adjusted(edge, worn.px(Space.S), -edge, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        strong, quiet = worn.theme.text, worn.theme.muted
        if chosen:
            strong = quiet = worn.theme.on_accent_soft
        first, second = self._heights()
        along = option.direction
        where = QStyle.visualAlignment(along, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for text, role, ink, height in ((title, "strong", strong, first), (below, "caption", quiet, second)):
            font = worn.font("strong" if role == "strong" else "caption")
            painter.setFont(font)
            painter.setPen(ink)
            box.setHeight(height)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, where, shown)
            box.moveTop(box.top() + height)

    def _heights(self) -> tuple[int, int]:
        worn = look()
        return QFontMetrics(worn.font("strong")).height() + 2, QFontMetrics(worn.font("caption")).height()


class TwoLineList(QListWidget):
    """Each row carries a thing; both lines are heard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_TwoLines(self))

    def show_rows(self, rows: Sequence[tuple[str, str, object]]) -> None:
        """Shows title, second line and thing of each row; what was chosen stays so."""
        before = {id_of(thing) for thing in self.chosen()}
        self.blockSignals(True)
        self.clear()
        for title, below, thing in rows:
            item = QListWidgetItem(title)
            item.setData(BELOW, below)
            item.setData(Qt.ItemDataRole.UserRole, thing)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {below}")
            self.addItem(item)
            if id_of(thing) in before:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def chosen(self) -> list[object]:
        """Gives the things of the rows that are chosen, in their order."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return [self.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]

    def minimumSizeHint(self) -> QSize:
        """Three rows and a bit are always seen."""
        return QSize(look().px(160), look().px(150))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)


def id_of(thing: object) -> object:
    """Gives what stays the same of a thing of the records when it is changed."""
    return getattr(thing, "uid", thing)
