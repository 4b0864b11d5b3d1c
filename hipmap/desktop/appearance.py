"""Which theme and text size are worn: the person's choice, or what the system asks for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hipmap.desktop.design_tokens import TEXT_SCALES, THEMES, ThemeName
from hipmap.desktop.look import Look, choose, look, wear
from hipmap.desktop.preferences import Preferences, ThemeChoice
from hipmap.desktop.system_motion import moves_little

FLIPPED: dict[ThemeName, ThemeName] = {
    "light": "dark",
    "dark": "light",
    "high_contrast": "high_contrast_dark",
    "high_contrast_dark": "high_contrast",
}


def system_theme() -> ThemeName:
    """Gives the theme that the settings of the system ask for."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high_contrast_dark" if dark else "high_contrast"
    return "dark" if dark else "light"


class Appearance(QObject):
    """Puts the look on the program whenever the choice or the system changes."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._worn: Look | None = None
        choose(self._look())
        preferences.changed.connect(self._preference_changed)

    @property
    def theme_choice(self) -> ThemeChoice:
        return self._preferences.theme

    def wear(self) -> None:
        """Puts the look on the whole program, which is dear, so only when it changes."""
        if self._worn == self._look() == look():
            return
        self._worn = self._look()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            wear(application, self._look())
            self.changed.emit()

    def follow_system(self) -> None:
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def choose_theme(self, choice: ThemeChoice) -> None:
        self._preferences.theme = choice

    def flip_theme(self) -> None:
        self.choose_theme(FLIPPED[look().theme.name])

    def choose_text_scale(self, scale: float) -> None:
        self._preferences.text_scale = scale

    def step_text_scale(self, step: int) -> None:
        """Makes the text a step larger or smaller."""
        at = TEXT_SCALES.index(self._preferences.text_scale)
        self.choose_text_scale(TEXT_SCALES[min(len(TEXT_SCALES) - 1, max(0, at + step))])

    def _look(self) -> Look:
        still = moves_little(self._preferences.motion)
        return Look(THEMES[self._theme_name()], self._preferences.text_scale, still)

    def _theme_name(self) -> ThemeName:
        choice = self._preferences.theme
        return system_theme() if choice == "system" else choice

    def _system_changed(self) -> None:
        if self._preferences.theme == "system":
            self.wear()

    def _preference_changed(self, setting: str) -> None:
        if setting in ("theme", "text_scale", "motion"):
            self.wear()
