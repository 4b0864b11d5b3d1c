"""Opens the Learn window when it is asked for, and keeps it to the voice and the case of the consultation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.languages import library_in_words
from hipmap.desktop.learn.reading_desk import ReadingDesk
from hipmap.desktop.preferences import Preferences
from hipmap.model.problems import BadInput

if TYPE_CHECKING:  # Pages, pictures and the library are loaded when somebody first wants to read.
    from hipmap.desktop.learn.learn_window import LearnWindow


class LearnDesk(ReadingDesk):
    """The library is read the first time that something is opened."""

    def __init__(
        self, session: CaseSession, preferences: Preferences, tell: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(preferences.voice, parent)
        self._session = session
        self._preferences = preferences
        self._tell = tell

    def open(self, address: str | None = None) -> None:
        """Shows a page, or the one read last; tells what is wrong if the library cannot be read."""
        if self.window is None:
            self._parent.setCursor(Qt.CursorShape.WaitCursor)
            try:
                self.window = self._make()
            except BadInput as problem:
                self._tell(str(problem))
                return
            finally:
                self._parent.unsetCursor()
        self._bring_forward(self.window, address)

    def _make(self) -> "LearnWindow":
        from hipmap.desktop.learn.case_page import case_page
        from hipmap.desktop.learn.learn_window import LearnWindow
        from hipmap.desktop.learn.page_router import PageRouter

        knowledge, session = self._session.knowledge, self._session
        library = library_in_words(knowledge)
        router = PageRouter(
            library,
            knowledge,
            lambda spoken: case_page(session.case, session.assessment, library, knowledge, spoken),
        )
        window = LearnWindow(router, self._voice, self._parent)
        window.restoreGeometry(self._preferences.learn_geometry)
        window.closed.connect(self._remember)
        session.changed.connect(window.refresh)
        return window

    def _remember(self) -> None:
        if self.window is not None:
            self._preferences.learn_geometry = self.window.saveGeometry()
