"""Opens the manual when it is asked for; its pages are read from the files that come with hipmap."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hipmap.desktop.learn.reading_desk import ReadingDesk
from hipmap.desktop.preferences import Preferences
from hipmap.model.voice import Voice

if TYPE_CHECKING:  # Made when somebody first wants to read.
    from hipmap.desktop.manual.manual_pages import ManualPages
    from hipmap.desktop.manual.manual_window import ManualWindow


class ManualDesk(ReadingDesk):
    """`open_learn` opens a page of Learn."""

    def __init__(
        self, preferences: Preferences, voice: Voice, open_learn: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(voice, parent)
        self._preferences = preferences
        self._open_learn = open_learn

    def open(self, page: str = "") -> None:
        """Shows a page, or the one read last."""
        if self.window is None:
            self.window = self._make()
        self._bring_forward(self.window, f"manual:{page}" if page else None)

    def limits(self) -> str:
        """Gives the page on what hipmap cannot do."""
        return self._pages().markup("manual:limits", self._voice)

    def _make(self) -> "ManualWindow":
        from hipmap.desktop.manual.manual_window import ManualWindow

        window = ManualWindow(self._pages(), self._voice, self._parent)
        window.restoreGeometry(self._preferences.manual_geometry)
        window.closed.connect(self._remember)
        window.learn_asked.connect(self._open_learn)
        return window

    def _pages(self) -> "ManualPages":
        from hipmap.desktop.keys.key_markup import keys_markup
        from hipmap.desktop.languages import language_spoken
        from hipmap.desktop.manual.manual_pages import ManualPages

        return ManualPages(language_spoken(), {"keys": keys_markup})

    def _remember(self) -> None:
        if self.window is not None:
            self._preferences.manual_geometry = self.window.saveGeometry()
