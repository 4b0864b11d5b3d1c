"""The quiet choice of the part of the body that is shown large."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipmap.desktop.body_map.figure_files import Part
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.text_tabs import LARGE, USUAL, TextTab

PARTS: tuple[Part, ...] = ("inset", "legs", "whole")


class PartTab(TextTab):
    """A word that is underlined while its part is the large one."""

    side = Space.S
    tall = Size.SMALL_CONTROL

    def __init__(self, part: Part, parent: QWidget) -> None:
        super().__init__(part, parent)
        self.setText(part_name(part))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class PartTabs(QWidget):
    """Emits `chosen` when a person presses a word."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = [PartTab(part, self) for part in PARTS]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for tab in self.tabs:
            tab.clicked.connect(self._pressed)
            line.addWidget(tab)
        self.setAccessibleName(QCoreApplication.translate("BodyMap", "Part of the body that is shown large"))

    def show_large(self, large: bool) -> None:
        """Shows the words as tall as a finger needs, or in the size of the consultation."""
        for tab in self.tabs:
            tab.tall = Size.TARGET if large else Size.SMALL_CONTROL
            tab.roles = LARGE if large else USUAL
            tab.updateGeometry()
            tab.update()

    def show_part(self, part: Part) -> None:
        for tab in self.tabs:
            tab.setChecked(tab.choice == part)
            tab.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            for tab in self.tabs:
                tab.updateGeometry()
        super().changeEvent(event)

    def _pressed(self) -> None:
        tab = self.sender()
        if isinstance(tab, PartTab):
            self.chosen.emit(tab.choice)


def part_name(part: Part) -> str:
    """Gives the word for a part of the body."""
    names: dict[Part, str] = {
        "inset": QCoreApplication.translate("BodyMap", "Hip and back"),
        "legs": QCoreApplication.translate("BodyMap", "Legs"),
        "whole": QCoreApplication.translate("BodyMap", "Whole body"),
    }
    return names[part]
