"""The head of the body map: what is pointed at, the kind of mark, the tools, the part, and its menu."""

from dataclasses import replace
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from hipmap.desktop.body_map.face_view import not_found_words
from hipmap.desktop.body_map.figure_files import Part
from hipmap.desktop.body_map.hand import Grip, Hand
from hipmap.desktop.body_map.kind_tool import KindTool
from hipmap.desktop.body_map.map_area import MapArea
from hipmap.desktop.body_map.part_tabs import PartTabs
from hipmap.desktop.body_map.show_menu import ShowButton
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.tool_rail import ToolRail, ToolSet
from hipmap.desktop.body_map.zone_words import ZoneWords, hand_hint
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import icon
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import placed
from hipmap.model.body import FIGURES, FigureKind
from hipmap.model.case import MarkKind

PLATE = 132
"""The least room for the name of what is pointed at, beside the kinds."""
PLATE_IN_ROW = 96
"""The least room for it between all the tools, at home."""


class MapHeader(QWidget):
    """Two lines: what is pointed at and the kind of mark; the tools, the part and the menu of the map."""

    kind_chosen = Signal(str)
    hand_changed = Signal(object)
    part_chosen = Signal(str)
    figure_chosen = Signal(str)
    undo_asked = Signal()
    legend_asked = Signal()
    large_targets_chosen = Signal(bool)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self.hand = Hand()
        self._home = False
        self.tool = KindTool(panel)
        self.tool.chosen.connect(self._take_kind)
        self._told: object = None  # what the plate says, at which size
        self.plate = QLabel()
        self.plate.setTextFormat(Qt.TextFormat.RichText)
        self.plate.setWordWrap(True)
        self.rail = ToolRail(panel)
        self.rail.grip_chosen.connect(self.take_grip)
        self.rail.size_chosen.connect(lambda size: self._take(replace(self.hand, size=size)))
        self.rail.undo_asked.connect(self.undo_asked)
        self.parts = PartTabs()
        self.parts.chosen.connect(self.part_chosen)
        self.figure = self._menu_button()
        self.shown = ShowButton(self)
        for part in (self.plate, self.tool, self.rail, self.parts, self.shown, self.figure):
            part.setParent(self)
        self.rail.changed_width.connect(self._lay_anew)
        # Not fixed: that would hold it to the height of the width before, as the window gets narrower.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_part("inset")
        self.show_figure("neutral")
        self.wear_look()

    @property
    def kind(self) -> MarkKind:
        """The kind of mark that a click makes."""
        return self.tool.kind

    def _take_kind(self, kind: MarkKind) -> None:
        grip: Grip = "brush" if self.hand.grip == "brush" else "click"
        self._take(replace(self.hand, kind=kind, grip=grip))
        self.kind_chosen.emit(kind)

    def take_grip(self, grip: Grip) -> None:
        """Takes up a tool; the one that is held is laid down by taking it up again."""
        self._take(replace(self.hand, grip="click" if grip == self.hand.grip else grip))

    def begin_anew(self) -> None:
        """Lays every tool down: a click marks pain again."""
        self.tool.choose("pain")
        self._take(Hand())
        self.kind_chosen.emit("pain")

    def resize_brush(self, step: int) -> None:
        """Makes the brush larger (+1) or smaller (-1)."""
        self._take(replace(self.hand, size=self.hand.resized(step)))

    def _take(self, hand: Hand) -> None:
        self.hand = hand
        self.rail.show_hand(hand)
        # The eraser takes every kind off, and the finger points at pain: no kind is chosen then.
        self.tool.show_choice(hand.kind if hand.grip in ("click", "brush") else None)
        self.hand_changed.emit(hand)

    def show_tools(self, tools: ToolSet) -> None:
        """Shows all tools in a small size, or the few of the guide at home in a large one."""
        self._home = tools == "home"
        self.tool.show_large(self._home)
        self.parts.show_large(self._home)
        self.rail.show_tools(tools)
        self._lay_anew()

    def show_part(self, part: Part) -> None:
        self.parts.show_part(part)

    def show_figure(self, figure: FigureKind) -> None:
        for action in self.figure.menu().actions():
            if action.data() in FIGURES:
                action.setChecked(action.data() == figure)

    def show_large_targets(self, shown: bool) -> None:
        self.large_targets.setChecked(shown)

    def show_pointed(self, place: Place | None, words: ZoneWords, states: str) -> None:
        """Names the place that is pointed at; without one, tells what a press does."""
        if place is None:
            first, second = self.tr("Where it hurts"), hand_hint(self.hand)
            if self._home and self.hand.grip == "click":  # the screen around it says the rest already
                first, second = "", self.tr("Point at a place to read its name.")
            elif self._home:
                first, second = hand_hint(self.hand), ""
        else:
            first, second = words.name(*place), states
        between = "" if not first else "<br>" if place is None else " · "
        said = f'<span style="color:{look().theme.muted}">{escape(second)}</span>' if second else ""
        wanted = (first, second, said, self.plate.size())
        if wanted == self._told:
            return
        self._told = wanted
        self.plate.setText(f"<b>{escape(first)}</b>" + (between + said if said else ""))
        self.plate.setToolTip(f"{first}\n{second}" if place is not None else "")
        if self.plate.heightForWidth(self.plate.width()) > self.plate.height() > 0:
            self.plate.setText(f"<b>{escape(first)}</b>")  # half a line says less than none

    def listen_to(self, area: MapArea) -> None:
        """Does what keys on a face ask of the tools, and tells what they found nothing for."""
        area.brush_resized.connect(self.resize_brush)
        area.sought_in_vain.connect(self.show_not_found)

    def show_not_found(self, typed: str) -> None:
        """Says that nothing is called as typed, until something else is pointed at."""
        self._told = None
        asked = self.tr("You typed “{typed}”.").format(typed=typed)
        self.plate.setText(f"<b>{escape(not_found_words())}</b><br>{escape(asked)}")
        self.plate.setToolTip(not_found_words())

    def wear_look(self) -> None:
        """Takes on the colours of the program."""
        theme = look().theme
        self.figure.setIcon(icon("ellipsis-vertical", theme.muted))
        self.figure.setIconSize(QSize(look().px(18), look().px(18)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.wear_look()
            self._lay_anew()
        super().changeEvent(event)

    def _lay_anew(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._arrange(self.width(), place=True) != self.height():
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.parts.sizeHint().width(), self.tool.minimumSizeHint().height())

    def _arrange(self, width: int, place: bool) -> int:
        """Puts the kinds beside the plate and the tabs beside the tools; below them where text is large.

        At home what can be laid over the figures comes out with the other tools.
        """
        self.shown.setVisible(not self._home or self.rail.shows_more)
        tool, rail, tabs = self.tool.sizeHint(), self.rail.sizeHint(), self.parts.sizeHint()
        row = look().px(Size.TARGET if self._home else Size.CONTROL) + Space.XS
        between = width - sum(part.width() for part in (tool, rail, tabs)) - 2 * row - 3 * Space.L
        if self._home and between >= look().px(PLATE_IN_ROW):
            return self._arrange_in_one_row(width, row, between, place)
        boxes: list[tuple[QWidget, QRect]] = []
        beside = width - tool.width() - Space.S
        if beside >= look().px(PLATE):
            boxes.append((self.plate, QRect(0, 0, beside, row)))
            boxes.append((self.tool, QRect(width - tool.width(), 0, tool.width(), row)))
            y = row
        else:
            boxes.append((self.plate, QRect(0, 0, width, row)))
            tall = max(row, self.tool.heightForWidth(width))
            boxes.append((self.tool, QRect(0, row, width, tall)))
            y = row + tall
        y += Space.XS
        end = width - 2 * row
        boxes.append((self.shown, QRect(end, y, row, row)))
        boxes.append((self.figure, QRect(end + row, y, row, row)))
        boxes.append((self.rail, QRect(0, y + (row - rail.height()) // 2, rail.width(), rail.height())))
        if rail.width() + Space.M + tabs.width() > end:
            y += row
        boxes.append((self.parts, QRect(end - min(tabs.width(), end), y, min(tabs.width(), end), row)))
        if place:
            for widget, box in boxes:
                widget.setGeometry(placed(self, box))
        return y + row

    def _arrange_in_one_row(self, width: int, row: int, between: int, place: bool) -> int:
        """Where there is room, all stands beside each other, and the figures have the height."""
        tool, rail, tabs = self.tool.sizeHint(), self.rail.sizeHint(), self.parts.sizeHint()
        wide = (tool.width(), rail.width(), between, tabs.width(), row, row)
        gaps = (Space.L, Space.L, Space.L, 0, 0, 0)
        line = (self.tool, self.rail, self.plate, self.parts, self.shown, self.figure)
        x = 0
        for widget, room, gap in zip(line, wide, gaps, strict=True):
            if place:
                widget.setGeometry(placed(self, QRect(x, 0, room, row - Space.XS)))
            x += room + gap
        return row

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "icon")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(self.tr("Figure and map"))
        button.setToolTip(self.tr("Choose the figure, and how the map shows"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for figure in FIGURES:
            action = menu.addAction(figure_name(figure))
            action.setData(figure)
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(lambda action: self.figure_chosen.emit(action.data()))
        menu.addSeparator()
        self.large_targets = menu.addAction(self.tr("Large targets"))
        self.large_targets.setCheckable(True)
        self.large_targets.triggered.connect(self.large_targets_chosen)
        menu.addAction(self.tr("What the patterns mean")).triggered.connect(lambda: self.legend_asked.emit())
        button.setMenu(menu)
        return button


def figure_name(figure: FigureKind) -> str:
    names: dict[FigureKind, str] = {
        "neutral": QCoreApplication.translate("BodyMap", "Neutral figure"),
        "female": QCoreApplication.translate("BodyMap", "Female figure"),
        "male": QCoreApplication.translate("BodyMap", "Male figure"),
    }
    return names[figure]
