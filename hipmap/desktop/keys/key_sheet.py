"""The sheet of keys: every key of the program on one page, in groups."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.keys.key_table import KeyGroup, key_groups
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.window_size import first_size

SIZE = (980, 700)


class KeyPage(QScrollArea):
    """What a person reads and scrolls; it has the keyboard, for nothing else is there to press."""


class KeySheet(QWidget):
    """Two columns of groups; one where large text leaves no room for two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("Keys", "Keys – hipmap"))
        self.groups = key_groups()
        page = QWidget()
        page.setProperty("kind", "page")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        columns.setSpacing(Space.L)
        columns_fit = first_size(*SIZE).width() == look().px(SIZE[0])
        for groups in _halves(self.groups) if columns_fit else (self.groups,):
            column = QVBoxLayout()
            column.setSpacing(Space.L)
            for group in groups:
                column.addWidget(_card(group))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = KeyPage()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        area.setAccessibleName(self.windowTitle())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence(QKeySequence.StandardKey.Close)):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(self.close)
            self.addAction(action)
        self.resize(first_size(*SIZE))


def _halves(groups: list[KeyGroup]) -> tuple[list[KeyGroup], list[KeyGroup]]:
    """Parts the groups so that both columns are about as long."""
    total = sum(len(group.lines) + 2 for group in groups)
    first: list[KeyGroup] = []
    long = 0
    for group in groups:
        if long + (len(group.lines) + 2) / 2 > total / 2:
            break
        long += len(group.lines) + 2
        first.append(group)
    return first, groups[len(first) :]


def _card(group: KeyGroup) -> Card:
    card = Card()
    card.box.addWidget(label(group.name, "title"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(group.lines):
        caps = QHBoxLayout()
        caps.setSpacing(Space.XS)
        for keys in line.keys:
            caps.addWidget(_cap(keys))
        caps.addStretch(1)
        grid.addLayout(caps, row, 0)
        grid.addWidget(label(line.does, "body", wrap=True), row, 1)
    card.box.addLayout(grid)
    return card


def _cap(keys: str) -> QLabel:
    cap = label(keys, "caption")
    cap.setProperty("kind", "key")
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    # Keys are read from left to right in every language.
    cap.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return cap
