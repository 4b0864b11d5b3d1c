"""The head of the body map: its title, the tool, what is pointed at, which part is large, and the figure."""

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from hipmap.desktop.body_map.figure_files import Part
from hipmap.desktop.body_map.kind_tool import KindTool
from hipmap.desktop.body_map.part_tabs import PartTabs
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords, click_hint
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import icon
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.body import FIGURES, FigureKind
from hipmap.model.case import MarkKind

PLATE = 170
"""The least room for the name of what is pointed at, beside the tabs."""


class MapHeader(QWidget):
    """Two lines: title and tool; what is pointed at and the choice of part and figure."""

    kind_chosen = Signal(str)
    part_chosen = Signal(str)
    figure_chosen = Signal(str)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self.title = label(self.tr("Where it hurts"), "title")
        self.tool = KindTool(panel)
        self.tool.chosen.connect(self._take_kind)
        self.plate = QLabel()
        self.plate.setTextFormat(Qt.TextFormat.RichText)
        self.parts = PartTabs()
        self.parts.chosen.connect(self.part_chosen)
        self.figure = self._figure_button()
        for part in (self.title, self.tool, self.plate, self.parts, self.figure):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_part("inset")
        self.show_figure("neutral")
        self.wear_look()

    @property
    def kind(self) -> MarkKind:
        """The kind of mark that a click makes."""
        return self.tool.kind

    def _take_kind(self, kind: str) -> None:
        self.kind_chosen.emit(kind)

    def show_part(self, part: Part) -> None:
        self.parts.show_part(part)

    def show_figure(self, figure: FigureKind) -> None:
        for action in self.figure.menu().actions():
            action.setChecked(action.data() == figure)

    def show_pointed(self, place: Place | None, words: ZoneWords, states: str) -> None:
        """Names the place that is pointed at; without one, tells what a click does."""
        theme = look().theme
        if place is None:
            self.plate.setText(f'<span style="color:{theme.muted}">{escape(click_hint(self.kind))}</span>')
            return
        name = f"<b>{escape(words.name(*place))}</b>"
        said = f' <span style="color:{theme.muted}">· {escape(states)}</span>' if states else ""
        self.plate.setText(name + said)

    def wear_look(self) -> None:
        """Takes on the colours of the program."""
        theme = look().theme
        self.figure.setIcon(icon("user", theme.muted))
        self.figure.setIconSize(QSize(look().px(16), look().px(16)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.wear_look()
            self.updateGeometry()
            self._arrange(self.width(), place=True)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.width(), place=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.parts.sizeHint().width(), self.tool.minimumSizeHint().height())

    def _arrange(self, width: int, place: bool) -> int:
        """Puts the tool beside the title and the tabs beside the plate; below them where text is large."""
        tool, title, tabs = self.tool.sizeHint(), self.title.sizeHint(), self.parts.sizeHint()
        row = look().px(Size.CONTROL) + Space.XS
        boxes: list[tuple[QWidget, QRect]] = []
        if title.width() + Space.M + tool.width() <= width:
            boxes.append((self.title, QRect(0, 0, width - tool.width(), row)))
            boxes.append((self.tool, QRect(width - tool.width(), 0, tool.width(), row)))
            y = row
        else:
            boxes.append((self.title, QRect(0, 0, width, row)))
            tall = max(row, self.tool.heightForWidth(width))
            boxes.append((self.tool, QRect(0, row, width, tall)))
            y = row + tall
        y += Space.XS
        end = width - row
        boxes.append((self.figure, QRect(end, y, row, row)))
        beside = end - tabs.width() - Space.S
        if beside >= look().px(PLATE):
            boxes.append((self.plate, QRect(0, y, beside, row)))
            boxes.append((self.parts, QRect(end - tabs.width(), y, tabs.width(), row)))
        else:
            boxes.append((self.parts, QRect(0, y, min(tabs.width(), end), row)))
            y += row
            boxes.append((self.plate, QRect(0, y, width, row)))
        if place:
            for widget, box in boxes:
                widget.setGeometry(box)
        return y + row

    def _figure_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "icon")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(self.tr("Figure"))
        button.setToolTip(self.tr("Choose the figure"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for figure in FIGURES:
            action = menu.addAction(figure_name(figure))
            action.setData(figure)
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(lambda action: self.figure_chosen.emit(action.data()))
        button.setMenu(menu)
        return button


def figure_name(figure: FigureKind) -> str:
    names: dict[FigureKind, str] = {
        "neutral": QCoreApplication.translate("BodyMap", "Neutral figure"),
        "female": QCoreApplication.translate("BodyMap", "Female figure"),
        "male": QCoreApplication.translate("BodyMap", "Male figure"),
    }
    return names[figure]
