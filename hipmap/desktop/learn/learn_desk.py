"""Opens the Learn window when it is asked for, and keeps it to the voice and the case of the consultation."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.learn.case_page import case_page
from hipmap.desktop.learn.learn_window import LearnWindow
from hipmap.desktop.learn.page_router import PageRouter
from hipmap.model.problems import BadInput
from hipmap.model.voice import Voice
from hipmap.storage.library_files import load_library


class LearnDesk(QObject):
    """The library is read the first time that something is opened."""

    def __init__(
        self, session: CaseSession, voice: Voice, tell: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._voice: Voice = voice
        self._tell = tell
        self._parent = parent
        self.window: LearnWindow | None = None

    def open(self, address: str | None = None) -> None:
        """Shows a page, or the one read last; tells what is wrong if the library cannot be read."""
        if self.window is None:
            try:
                library = load_library(self._session.knowledge)
            except BadInput as problem:
                self._tell(str(problem))
                return
            knowledge, session = self._session.knowledge, self._session
            router = PageRouter(
                library,
                knowledge,
                lambda spoken: case_page(session.case, session.assessment, library, knowledge, spoken),
            )
            self.window = LearnWindow(router, self._voice, self._parent)
            session.changed.connect(self.window.refresh)
        if address is not None:
            self.window.open(address)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def show_voice(self, voice: Voice) -> None:
        """Passes on the voice, if the window is there."""
        self._voice = voice
        if self.window is not None:
            self.window.show_voice(voice)
