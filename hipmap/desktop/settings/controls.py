"""The controls of the settings window: each shows one choice, and tells what a person chooses instead."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.settings.theme_tile import ThemeTile


class OneOfFew(QWidget):
    """Radio buttons below each other: every option can be read."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        group = QButtonGroup(self)
        self._buttons: list[tuple[object, QRadioButton]] = []
        for value, words in options:
            button = QRadioButton(words)
            group.addButton(button)
            button.clicked.connect(lambda _on, value=value: self.chosen.emit(value))
            self._buttons.append((value, button))
            box.addWidget(button)

    def show_value(self, value: object) -> None:
        for own, button in self._buttons:
            if own == value:
                button.setChecked(True)


class OneInARow(QWidget):
    """A strip, for options that are a step more each."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._options = options
        self.strip = ChoiceStrip([Choice(words, words) for _, words in options])
        self.strip.let_focus(Qt.FocusPolicy.StrongFocus)
        self.strip.chosen.connect(self._tell)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.strip)

    def show_value(self, value: object) -> None:
        self.strip.show_choice(next((words for own, words in self._options if own == value), None))

    def _tell(self, pressed: str) -> None:
        self.chosen.emit(next(own for own, words in self._options if words == pressed))


class OneOfMany(ChoiceField):
    """A list that opens."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for value, words in options:
            self.addItem(words, value)
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))

    def show_value(self, value: object) -> None:
        self.setCurrentIndex(max(0, self.findData(value)))

    def event(self, event: QEvent) -> bool:
        # A page that is scrolled by the wheel must not change what it passes over.
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().event(event)


class OnOff(QCheckBox):
    """One thing, on or off."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.clicked.connect(lambda on: self.chosen.emit(on))

    def show_value(self, value: object) -> None:
        self.setChecked(value is True)


class Themes(QWidget):
    """A small picture of each theme."""

    chosen = Signal(object)
    IN_A_ROW = 3

    def __init__(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)
        group = QButtonGroup(self)
        self.tiles: list[ThemeTile] = []
        for value, words in options:
            tile = ThemeTile(str(value), words)
            group.addButton(tile)
            tile.clicked.connect(lambda _on, value=value: self.chosen.emit(value))
            self.tiles.append(tile)
        self._lay(self.IN_A_ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.tiles[0].sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts as many beside each other as there is room for."""
        each = self.tiles[0].sizeHint().width() + Space.M
        self._lay(max(1, min(self.IN_A_ROW, (self.width() + Space.M) // each)))
        super().resizeEvent(event)

    def _lay(self, in_a_row: int) -> None:
        for at, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, at // in_a_row, at % in_a_row)

    def show_value(self, value: object) -> None:
        for tile in self.tiles:
            if tile.theme == value:
                tile.setChecked(True)


Control = OneOfFew | OneInARow | OneOfMany | OnOff | Themes
"""Shows a value by `show_value`, and tells another by `chosen`."""
