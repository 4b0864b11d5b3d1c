"""The list of all pages, with a field that finds one by its name in either voice."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.learn.contents import Group
from hipmap.desktop.look import look

_ADDRESS = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_INDENT = 14


class PageList(QWidget):
    """Headings cannot be chosen; what does not fit the words in the field is hidden."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.pages = QTreeWidget()
        self.pages.setObjectName("page_list")
        self.pages.setHeaderHidden(True)
        self.pages.setRootIsDecorated(False)
        self.pages.setItemsExpandable(False)
        self.pages.setUniformRowHeights(True)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.pages.currentItemChanged.connect(self._current_changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.L, 0, Space.L)
        box.setSpacing(Space.S)
        box.addWidget(self.search)
        box.addWidget(self.pages, 1)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Shows a list of pages, in the voice in which its names are."""
        self.search.setPlaceholderText(self.tr("Find a page"))
        self.search.setAccessibleName(self.tr("Find a page"))
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setIndentation(look().px(_INDENT))
        self.pages.blockSignals(True)
        self.pages.clear()
        for group in groups:
            self._add_group(group)
        self.pages.expandAll()
        self.pages.blockSignals(False)
        self._filter(self.search.text())

    def show_chosen(self, address: str) -> None:
        """Marks the page that is shown, without telling anybody."""
        self.pages.blockSignals(True)
        for item in self._items():
            if item.data(0, _ADDRESS) == address:
                self.pages.setCurrentItem(item)
                self.pages.scrollToItem(item)
                break
        else:
            self.pages.clearSelection()
        self.pages.blockSignals(False)

    def addresses(self) -> list[str]:
        """Gives the addresses that are to be seen at present."""
        return [
            item.data(0, _ADDRESS) for item in self._items() if item.data(0, _ADDRESS) and not item.isHidden()
        ]

    def _add_group(self, group: Group) -> None:
        head = QTreeWidgetItem([group.name])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        face = QFont(look().font("caption"))
        face.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, face)
        self.pages.addTopLevelItem(head)
        above = head
        for entry in group.entries:
            item = QTreeWidgetItem([entry.name])
            item.setData(0, _ADDRESS, entry.address)
            item.setData(0, _WORDS, f"{entry.name} {entry.words}".casefold())
            item.setToolTip(0, entry.name)
            (above if entry.depth else head).addChild(item)
            if not entry.depth:
                above = item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        at = QTreeWidgetItemIterator(self.pages)
        while (item := at.value()) is not None:
            yield item
            at += 1

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for at in range(self.pages.topLevelItemCount()):
            _keep(self.pages.topLevelItem(at), wanted)

    def _current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _ADDRESS):
            self.chosen.emit(item.data(0, _ADDRESS))


def _keep(item: QTreeWidgetItem | None, wanted: Sequence[str]) -> bool:
    """Shows an item when it or something under it fits; gives whether it is shown."""
    if item is None:
        return False
    inner = [_keep(item.child(at), wanted) for at in range(item.childCount())]
    words = item.data(0, _WORDS)
    own = all(word in words for word in wanted) if words is not None else not wanted
    item.setHidden(not (own or any(inner)))
    return own or any(inner)
