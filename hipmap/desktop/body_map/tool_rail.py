"""The tools of the map as a short row of icons: click, brush, eraser, one finger, size of the brush."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.body_map.hand import BRUSH_SIZES, GRIPS, BrushSize, Grip, Hand
from hipmap.desktop.body_map.tool_button import ToolButton
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed

ToolSet = Literal["home", "full"]
FIRST_KEY = 5
"""The digits before this one choose the kind of mark."""

_ICONS: dict[Grip, str] = {
    "click": "mouse-pointer-click", "brush": "brush", "eraser": "eraser", "finger": "map-pin"
}  # fmt: skip
_DOTS: dict[BrushSize, float] = {"small": 5.0, "medium": 9.0, "large": 14.0}


class ToolRail(QWidget):
    """Emits what a person takes up; at home brush and eraser come out when more is asked for."""

    grip_chosen = Signal(str)
    size_chosen = Signal(str)
    undo_asked = Signal()
    changed_width = Signal()

    def __init__(self, reach: QWidget) -> None:
        super().__init__(reach)
        self._tools: ToolSet = "full"
        self._shows_more = False
        self._hand = Hand()
        self.grips = [ToolButton(grip, _ICONS[grip], self) for grip in GRIPS]
        self.sizes = [ToolButton(size, _DOTS[size], self) for size in BRUSH_SIZES]
        self.more = ToolButton("more", "plus", self)
        self.undo = ToolButton("undo", "undo-2", self)
        for button in (*self.grips, *self.sizes):
            button.setCheckable(True)
            button.clicked.connect(self._pressed)
        self.more.clicked.connect(self._ask_more)
        self.undo.clicked.connect(self.undo_asked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for at, button in enumerate(self.grips):
            shortcut = QShortcut(QKeySequence(str(FIRST_KEY + at)), reach)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.name_tools()
        self.show_hand(Hand())

    def name_tools(self) -> None:
        """Words the tools."""
        tip = QCoreApplication.translate("BodyMap", "{name} (key {key})")
        for at, button in enumerate(self.grips):
            name = grip_name(GRIPS[at])
            button.name_it(name, tip.format(name=name, key=FIRST_KEY + at))
        for size, button in zip(BRUSH_SIZES, self.sizes, strict=True):
            button.name_it(
                size_name(size),
                QCoreApplication.translate("BodyMap", "{name} (keys [ and ])").format(name=size_name(size)),
            )
        self.more.name_it(QCoreApplication.translate("BodyMap", "More tools: brush and eraser"))
        self.undo.name_it(QCoreApplication.translate("BodyMap", "Undo"))
        self.setAccessibleName(QCoreApplication.translate("BodyMap", "Tools"))

    @property
    def shows_more(self) -> bool:
        """Whether more than the few tools of the guide at home are out."""
        return self._shows_more or self._hand.paints

    def show_tools(self, tools: ToolSet) -> None:
        """Shows all tools, or the few of the guide at home."""
        self._tools = tools
        self._arrange()

    def show_hand(self, hand: Hand) -> None:
        """Shows what the hand holds."""
        self._hand = hand
        for button in self.grips:
            button.show_state(button.choice == hand.grip)
        for button in self.sizes:
            button.show_state(button.choice == hand.size)
        self._arrange()

    def button_of(self, choice: str) -> ToolButton:
        return next(b for b in (*self.grips, *self.sizes, self.more, self.undo) if b.choice == choice)

    def sizeHint(self) -> QSize:
        side = self._side()
        dots = Space.S if self._hand.paints else 0
        return QSize(len(self._shown()) * side + dots, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
        super().changeEvent(event)

    def _side(self) -> int:
        return look().px(Size.TARGET if self._tools == "home" else Size.CONTROL)

    def _shown(self) -> list[ToolButton]:
        few = self._tools == "home" and not self._shows_more and not self._hand.paints
        shown = [self.button_of("click"), self.button_of("finger"), self.more] if few else [*self.grips]
        if self._tools == "home":
            shown.append(self.undo)
        return shown + (self.sizes if self._hand.paints else [])

    def _arrange(self) -> None:
        shown, side, x = self._shown(), self._side(), 0
        for button in (*self.grips, *self.sizes, self.more, self.undo):
            button.setVisible(button in shown)
        for button in shown:
            x += Space.S if button is self.sizes[0] else 0
            button.setGeometry(placed(self, QRect(x, 0, side, side)))
            x += side
        self.updateGeometry()
        self.changed_width.emit()

    def _ask_more(self) -> None:
        self._shows_more = True
        self._arrange()
        self.button_of("brush").setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, ToolButton):
            signal = self.size_chosen if button in self.sizes else self.grip_chosen
            signal.emit(button.choice)


def grip_name(grip: Grip) -> str:
    """Gives the name of a tool."""
    names: dict[Grip, str] = {
        "click": QCoreApplication.translate("BodyMap", "Click places, or drag across them"),
        "brush": QCoreApplication.translate("BodyMap", "Brush"),
        "eraser": QCoreApplication.translate("BodyMap", "Eraser"),
        "finger": QCoreApplication.translate("BodyMap", "Point with one finger"),
    }
    return names[grip]


def size_name(size: BrushSize) -> str:
    """Gives the name of a size of the brush."""
    names: dict[BrushSize, str] = {
        "small": QCoreApplication.translate("BodyMap", "Small brush"),
        "medium": QCoreApplication.translate("BodyMap", "Medium brush"),
        "large": QCoreApplication.translate("BodyMap", "Large brush"),
    }
    return names[size]
