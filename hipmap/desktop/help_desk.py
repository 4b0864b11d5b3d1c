"""What stands beside the consultation: pages to read, keys, the program itself, and emergency numbers."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.country_dialog import CountryDialog
from hipmap.desktop.learn.learn_desk import LearnDesk
from hipmap.desktop.manual.manual_desk import ManualDesk
from hipmap.desktop.preferences import Preferences
from hipmap.model.voice import Voice


class HelpDesk(QObject):
    """Opens what is asked for in front of the window, in the voice of the window."""

    country_changed = Signal(str)

    def __init__(
        self, session: CaseSession, preferences: Preferences, tell: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._window = parent
        self.learn = LearnDesk(session, preferences, tell, parent)
        self.manual = ManualDesk(preferences, preferences.voice, self.learn.open, parent)
        preferences.changed.connect(self._preference_changed)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Gives what each command of the menus does."""
        return {
            "learn": self.learn.open,
            "country": self.ask_country,
            "settings": self.open_settings,
            "manual": self.manual.open,
            "keys": self.show_keys,
            "about": self.show_about,
        }

    def show_voice(self, voice: Voice) -> None:
        """Says everything that is open in a voice."""
        self.learn.show_voice(voice)
        self.manual.show_voice(voice)

    def close(self) -> None:
        """Closes what is open beside the window."""
        self.learn.close()
        self.manual.close()

    def show_keys(self) -> None:
        """Shows every key on one page."""
        from hipmap.desktop.keys.key_sheet import KeySheet

        _bring_forward(self._window.findChild(KeySheet) or KeySheet(self._window))

    def show_about(self) -> None:
        """Shows versions, limits, sources and licences."""
        from hipmap.desktop.about.about_window import AboutWindow

        about = self._window.findChild(AboutWindow)
        _bring_forward(about or AboutWindow(self._session.knowledge, self.manual.limits, self._window))

    def open_settings(self) -> None:
        """Opens the settings; they outlive this help when the language is changed in them."""
        from hipmap.desktop.settings.settings_desk import SettingsDesk

        desk = self._window.findChild(SettingsDesk)
        if desk is None:
            desk = SettingsDesk(self._preferences, self._session.knowledge, self._window)
        desk.use_knowledge(self._session.knowledge)
        desk.open()

    def ask_country(self) -> None:
        """Asks whose emergency numbers are to be shown."""
        dialog = CountryDialog(self._session.knowledge, self._preferences.country, self._window)
        dialog.chosen.connect(self._choose_country)
        dialog.open()

    def _choose_country(self, country: str) -> None:
        self._preferences.country = country

    def _preference_changed(self, setting: str) -> None:
        if setting == "country":
            self.country_changed.emit(self._preferences.country)


def _bring_forward(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
