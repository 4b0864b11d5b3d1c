"""The list of all pages, with a field that finds one by its name in either voice."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.labels import label
from hipmap.desktop.learn.contents import Group
from hipmap.desktop.look import look
from hipmap.desktop.search_field import SearchField

_ADDRESS = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_INDENT = 14
_HEAD = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageList(QWidget):
    """Headings cannot be chosen; what does not fit the words in the field is hidden."""

    chosen = Signal(str)
    entered = Signal()  # the person wants to read the page that is chosen

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Group] = ()
        self.search = SearchField()
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.nothing = label("", "body", "muted", wrap=True)
        self.nothing.hide()
        self.pages = QTreeWidget()
        self.pages.setObjectName("page_list")
        self.pages.setHeaderHidden(True)
        self.pages.setRootIsDecorated(False)
        self.pages.setItemsExpandable(False)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.pages.currentItemChanged.connect(self._current_changed)
        self.pages.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.L, 0, Space.L)
        box.setSpacing(Space.S)
        box.addWidget(self.search)
        box.addWidget(self.nothing)
        box.addWidget(self.pages, 1)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Shows a list of pages, in the voice in which its names are."""
        self._groups = groups
        self.search.setPlaceholderText(self.tr("Find a page"))
        self.search.setAccessibleName(self.tr("Find a page"))
        self.nothing.setText(self.tr("No page has these words."))
        self.pages.setAccessibleName(self.tr("Pages"))
        self.wear_look()

    def wear_look(self) -> None:
        """Makes the rows anew, as high as the text size asks for."""
        self.pages.setIndentation(look().px(_INDENT))
        self.pages.blockSignals(True)
        self.pages.clear()
        for group in self._groups:
            self._add_group(group)
        self.pages.expandAll()
        self.pages.blockSignals(False)
        self._filter(self.search.text())

    def show_chosen(self, address: str) -> None:
        """Marks the page that is shown, without telling anybody."""
        self.pages.blockSignals(True)
        item = self._item(address)
        if item is None:
            self.pages.clearSelection()
        elif item is not self.pages.currentItem():
            self.pages.setCurrentItem(item)
            self.pages.scrollToItem(item)
        self.pages.blockSignals(False)

    def above(self, address: str) -> tuple[str, ...]:
        """Gives the names of what a page stands under, from the outside in."""
        names: list[str] = []
        item = self._item(address)
        while item is not None and (item := item.parent()) is not None:
            names.insert(0, item.text(0))
        return tuple(names)

    def addresses(self) -> list[str]:
        """Gives the addresses that are to be seen at present."""
        return [
            item.data(0, _ADDRESS) for item in self._items() if item.data(0, _ADDRESS) and not item.isHidden()
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search and event.key() in (Qt.Key.Key_Down, *_ENTER):
                self._leave_search(event.key() in _ENTER)
                return True
            if watched is self.pages and event.key() in _ENTER:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _leave_search(self, to_page: bool) -> None:
        """Goes from the field to the first page that was found, or on into that page."""
        wanted = self.search.text().casefold().split()
        every = [item for item in self._items() if item.data(0, _ADDRESS) and not item.isHidden()]
        # What only leads to a page that was found is not meant.
        meant = [item for item in every if _fits(item, wanted)]
        found = [item.data(0, _ADDRESS) for item in meant]
        current = self.pages.currentItem()
        if not found:
            return
        if current is None or current.data(0, _ADDRESS) not in found:
            self.pages.setCurrentItem(meant[0])
        if to_page:
            self.entered.emit()
        else:
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_group(self, group: Group) -> None:
        head = QTreeWidgetItem([group.name])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        face = QFont(look().font("caption"))
        face.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, face)
        head.setForeground(0, QColor(look().theme.muted))
        head.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSizeHint(0, QSize(0, look().px(_HEAD)))
        self.pages.addTopLevelItem(head)
        above = head
        for entry in group.entries:
            item = QTreeWidgetItem([entry.name])
            item.setData(0, _ADDRESS, entry.address)
            item.setData(0, _WORDS, f"{entry.name} {entry.words}".casefold())
            item.setToolTip(0, entry.name)
            item.setSizeHint(0, QSize(0, look().px(Size.SMALL_CONTROL)))
            (above if entry.depth else head).addChild(item)
            if not entry.depth:
                above = item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        at = QTreeWidgetItemIterator(self.pages)
        while (item := at.value()) is not None:
            yield item
            at += 1

    def _item(self, address: str) -> QTreeWidgetItem | None:
        return next((item for item in self._items() if item.data(0, _ADDRESS) == address), None)

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        shown = [_keep(self.pages.topLevelItem(at), wanted) for at in range(self.pages.topLevelItemCount())]
        self.nothing.setVisible(bool(wanted) and not any(shown))
        self.pages.setVisible(not wanted or any(shown))

    def _current_changed(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        if item.data(0, _ADDRESS):
            self.chosen.emit(item.data(0, _ADDRESS))
            return
        # A heading is stepped over, in the direction of the arrow key.
        below = self.pages.itemBelow(item)
        upwards = before is not None and below is not None and below == before
        following = (self.pages.itemAbove(item) if upwards else None) or below
        if following is not None:
            self.pages.setCurrentItem(following)


def _fits(item: QTreeWidgetItem, wanted: Sequence[str]) -> bool:
    words = item.data(0, _WORDS)
    return all(word in words for word in wanted) if words is not None else not wanted


def _keep(item: QTreeWidgetItem | None, wanted: Sequence[str]) -> bool:
    """Shows an item when it or something under it fits; gives whether it is shown."""
    if item is None:
        return False
    inner = [_keep(item.child(at), wanted) for at in range(item.childCount())]
    own = _fits(item, wanted)
    item.setHidden(not (own or any(inner)))
    return own or any(inner)
