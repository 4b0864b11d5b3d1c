"""The button of the map that chooses what lies over the faces, and how large they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from hipmap.desktop.body_map.laid_over import Layer
from hipmap.desktop.icons import icon
from hipmap.desktop.look import look

ICON = 18


class ShowButton(QToolButton):
    """Emits what a person wants to see; `show_choice` shows what is seen and emits nothing."""

    layer_chosen = Signal(str)
    pattern_chosen = Signal(str)  # the origin whose pattern is to be shown
    zoom_chosen = Signal(int)  # +1 larger, -1 smaller, 0 the whole figure
    earlier_dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # The button owns the actions: those that a menu or a group makes in Python go with its wrapper.
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self._layers: dict[Layer, QAction] = {}
        self._origins: dict[str, QAction] = {}
        self.patterns = QMenu(self)
        self.earlier: QAction | None = None
        self._fill()
        self.wear_look()

    def _fill(self) -> None:
        """Fills the menu; it is filled once, and worded anew with the window."""
        self.setAccessibleName(self.tr("Show on the map"))
        self.setToolTip(self.tr("Show bones, nerve areas or a pain pattern; zoom"))
        menu, group = self._menu, self._group
        for layer in ("none", "bones", "roots"):
            action = QAction(layer_name(layer), self)
            menu.addAction(action)
            action.setData(layer)
            action.setCheckable(True)
            group.addAction(action)
            self._layers[layer] = action
        group.triggered.connect(lambda action: self.layer_chosen.emit(action.data()))
        self.patterns.setTitle(layer_name("pattern"))
        menu.addMenu(self.patterns)
        self.patterns.setEnabled(False)
        self._layers["none"].setChecked(True)
        menu.addSeparator()
        self._add_zoom(self.tr("Larger\t+"), 1)
        self._add_zoom(self.tr("Smaller\t−"), -1)
        self._add_zoom(self.tr("Whole figure\t0"), 0)
        menu.addSeparator()
        self.earlier = QAction(self.tr("Hide the marks of last time"), self)
        menu.addAction(self.earlier)
        self.earlier.triggered.connect(lambda: self.earlier_dismissed.emit())
        self.earlier.setVisible(False)

    def _add_zoom(self, text: str, step: int) -> None:
        self._menu.addAction(text).triggered.connect(lambda: self.zoom_chosen.emit(step))

    def show_origins(self, origins: Sequence[tuple[str, str]]) -> None:
        """Lists the origins whose patterns can be shown: ids and names."""
        for old in self._origins.values():
            self.patterns.removeAction(old)
            old.deleteLater()
        self._origins.clear()
        for origin, name in origins:
            action = QAction(name, self)
            self.patterns.addAction(action)
            action.setCheckable(True)
            action.setData(origin)
            action.triggered.connect(lambda _on=False, origin=origin: self.pattern_chosen.emit(origin))
            self._origins[origin] = action
        self.patterns.setEnabled(bool(origins))

    def show_choice(self, layer: Layer, origin: str | None, earlier: bool) -> None:
        for one, action in self._layers.items():
            action.setChecked(one == layer)
        for name, action in self._origins.items():
            action.setChecked(layer == "pattern" and name == origin)
        self.patterns.menuAction().setCheckable(True)
        self.patterns.menuAction().setChecked(layer == "pattern")
        if self.earlier is not None:
            self.earlier.setVisible(earlier)

    def wear_look(self) -> None:
        """Takes on the colours of the program."""
        self.setIcon(icon("layers", look().theme.muted))
        self.setIconSize(QSize(look().px(ICON), look().px(ICON)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "patterns"):
            self.wear_look()
        super().changeEvent(event)


def layer_name(layer: Layer) -> str:
    """Gives the name of what can lie over the faces."""
    names: dict[Layer, str] = {
        "none": QCoreApplication.translate("BodyMap", "Nothing else"),
        "bones": QCoreApplication.translate("BodyMap", "Bones"),
        "roots": QCoreApplication.translate("BodyMap", "Skin areas of the nerve roots"),
        "pattern": QCoreApplication.translate("BodyMap", "Pain pattern of"),
    }
    return names[layer]
