"""The bar at the top: brand, menus, who is asked, the voice, undo and redo, reading, settings, theme."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenuBar, QToolButton, QVBoxLayout, QWidget

from hipmap.desktop.actions import fill_menu_bar
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.icons import icon, sign_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.person_fields import PersonFields
from hipmap.model.voice import Voice


class TopBar(QFrame):
    """One line where there is room, two where there is not."""

    voice_chosen = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._below: tuple[bool, bool] | None = None  # whether person and voice stand on the second line
        self.sign = QLabel()
        self.brand = label("hipmap", "heading", "accent")
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        fill_menu_bar(self.menus, actions)
        self.person = PersonFields()
        self.voice = ChoiceStrip(self._voices())
        self.voice.let_focus(Qt.FocusPolicy.StrongFocus)
        self.voice.setToolTip(self.tr("In whose words everything is said (F2)"))
        self.voice.chosen.connect(self.voice_chosen)
        self.buttons = {
            "undo": self._tool(self.tr("Undo"), "undo-2", actions["undo"]),
            "redo": self._tool(self.tr("Redo"), "redo-2", actions["redo"]),
            "learn": self._tool(self.tr("Learn"), "book-open", actions["learn"]),
            "settings": self._tool(self.tr("Settings"), "settings", actions["settings"]),
            "theme": self._tool(self.tr("Light or dark"), "moon", None),
        }
        self._place()
        self._dress()

    def show_desk(self, desk: DeskName) -> None:
        """Leaves out what the desk has no use for."""
        for part in (self.person, self.voice):
            part.setVisible(desk == "consultation")
        for name in ("undo", "redo"):
            self.buttons[name].setVisible(desk in ("consultation", "home"))
        self._choose_lines()

    def show_voice(self, voice: Voice) -> None:
        self.voice.show_choice(voice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._choose_lines()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "buttons"):
            self._dress()
        super().changeEvent(event)

    # ---- parts

    def _tool(self, name: str, drawing: str, action: QAction | None) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "icon")
        button.setProperty("drawing", drawing)
        button.setAccessibleName(name)
        if action is not None:
            button.clicked.connect(action.trigger)
            keys = action.shortcut().toString()
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(action.isEnabled())
            button.setToolTip(f"{name} ({keys})")
        else:
            button.setToolTip(name)
        return button

    def _place(self) -> None:
        both = QVBoxLayout(self)
        both.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        both.setSpacing(Space.XS)
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        for line in (self.first, self.second):
            line.setSpacing(Space.S)
        for part in (self.sign, self.brand):
            self.first.addWidget(part)
        self.first.addSpacing(Space.S)
        self.first.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        self.first.addSpacing(Space.M)
        self.first.addWidget(self.person)
        self.first.addStretch(1)
        self.first.addWidget(self.voice)
        self.first.addSpacing(Space.XS)
        for button in self.buttons.values():
            self.first.addWidget(button)
        self.second.addStretch(1)
        both.addLayout(self.first)
        both.addLayout(self.second)

    def _choose_lines(self) -> None:
        """Moves down first who is asked, then the voice, and at last leaves the name out beside the sign."""
        self.brand.show()
        person_below = self._is_too_wide([])
        voice_below = person_below and self._is_too_wide([self.person])
        if voice_below:
            self.brand.setVisible(not self._is_too_wide([self.person, self.voice]))
        if (person_below, voice_below) != self._below:
            self._below = (person_below, voice_below)
            self._put(person_below, voice_below)

    def _is_too_wide(self, below: Sequence[QWidget]) -> bool:
        """Whether the first line does not fit, even with these parts below it."""
        parts = (self.sign, self.brand, self.menus, self.person, self.voice, *self.buttons.values())
        shown = [part for part in parts if not part.isHidden() and part not in below]
        return sum(part.sizeHint().width() + Space.S for part in shown) + 4 * Space.L > self.width()

    def _put(self, person_below: bool, voice_below: bool) -> None:
        for part in (self.person, self.voice):
            for line in (self.first, self.second):
                line.removeWidget(part)
        if person_below:
            self.second.insertWidget(0, self.person)
        else:
            self.first.insertWidget(self.first.indexOf(self.menus) + 2, self.person)
        if voice_below:
            self.second.addWidget(self.voice)
        else:
            self.first.insertWidget(self.first.indexOf(self.buttons["undo"]) - 1, self.voice)

    def _dress(self) -> None:
        worn = look()
        self.sign.setPixmap(sign_pixmap(worn.px(24)))
        self.buttons["theme"].setProperty("drawing", "sun" if worn.theme.is_dark else "moon")
        for name, button in self.buttons.items():
            size = worn.px(Size.ICON + 2)
            faint = None if name == "theme" else worn.theme.outline
            button.setIcon(icon(button.property("drawing"), worn.theme.text, faint, size))
            button.setIconSize(QSize(size, size))
        self.menus.setFixedSize(self.menus.sizeHint())
        self._choose_lines()

    def _voices(self) -> list[Choice]:
        return [
            Choice("clinician", self.tr("Clinician"), self.tr("Wording for clinicians")),
            Choice("patient", self.tr("Patient"), self.tr("Wording for patients")),
        ]
