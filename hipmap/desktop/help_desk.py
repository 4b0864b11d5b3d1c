"""What stands beside the consultation: pages to read, keys, the program itself, and emergency numbers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.country_dialog import CountryDialog
from hipmap.desktop.help_dialogs import show_about, show_keys
from hipmap.desktop.learn.learn_desk import LearnDesk
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

    def commands(self) -> dict[str, Callable[[], object]]:
        """Gives what each command of the menus does."""
        return {
            "learn": self.learn.open,
            "country": self.ask_country,
            "keys": partial(show_keys, self._window),
            "about": partial(show_about, self._window, self._session.knowledge.manifest.version),
        }

    def show_voice(self, voice: Voice) -> None:
        """Says everything that is open in a voice."""
        self.learn.show_voice(voice)

    def ask_country(self) -> None:
        """Asks whose emergency numbers are to be shown."""
        dialog = CountryDialog(self._session.knowledge, self._preferences.country, self._window)
        dialog.chosen.connect(self._choose_country)
        dialog.open()

    def _choose_country(self, country: str) -> None:
        self._preferences.country = country
        self.country_changed.emit(self._preferences.country)
