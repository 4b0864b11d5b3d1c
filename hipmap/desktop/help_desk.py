"""What stands beside the consultation: pages to read, keys, the program itself, and emergency numbers."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.country_dialog import CountryDialog
from hipmap.desktop.learn.learn_desk import LearnDesk
from hipmap.desktop.manual.manual_desk import ManualDesk
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.settings.governed import fixed_words
from hipmap.model.voice import Voice

WORDY_WINDOWS = {"KeySheet": "keys", "AboutWindow": "about", "CountryDialog": "country"}
"""Windows that are made in one language, by their classes, which are loaded when first opened."""
CLOSED = "closed"
Window = TypeVar("Window", bound=QWidget)


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
        for desk in (self.learn, self.manual):
            desk.setParent(self)  # with another language it goes too, or what is asked for opens twice
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

    def close(self) -> dict[str, str]:
        """Closes what is open beside the window; gives it by its commands, with the pages that were read."""
        found: dict[str, str] = {}
        for command, desk in (("learn", self.learn), ("manual", self.manual)):
            if desk.window is not None and desk.window.isVisible():
                found[command] = desk.window.address
            desk.close()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for window in self._window.findChildren(QWidget, options=direct):
            opened_by = WORDY_WINDOWS.get(type(window).__name__)
            if opened_by is not None:
                if window.isVisible():
                    found[opened_by] = ""
                window.hide()
                window.setObjectName(CLOSED)
                window.deleteLater()
        return found

    def open_again(self, windows: dict[str, str]) -> None:
        """Opens what was closed, in the words of now."""
        for command, address in windows.items():
            if command == "learn":
                self.learn.open(address)
            elif command == "manual":
                self.manual.open(address.removeprefix("manual:"))
            else:
                self.commands()[command]()

    def show_keys(self) -> None:
        """Shows every key on one page."""
        from hipmap.desktop.keys.key_sheet import KeySheet

        _bring_forward(_living(self._window.findChildren(KeySheet)) or KeySheet(self._window))

    def show_about(self) -> None:
        """Shows versions, limits, sources and licences."""
        from hipmap.desktop.about.about_window import AboutWindow

        about = _living(self._window.findChildren(AboutWindow))
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
        said = fixed_words(self._preferences.rules.get("country"))
        dialog = CountryDialog(self._session.knowledge, self._preferences.country, self._window, said)
        dialog.chosen.connect(self._choose_country)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_country(self, country: str) -> None:
        self._preferences.country = country

    def _preference_changed(self, setting: str) -> None:
        if setting == "country":
            self.country_changed.emit(self._preferences.country)


def _living(windows: Sequence[Window]) -> Window | None:
    """Gives a window that is not one being deleted because its words are old."""
    return next((window for window in windows if window.objectName() != CLOSED), None)


def _bring_forward(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
