"""The Learn window: causes, scans, exercises and tests, in the voice of the main window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from hipmap.desktop.learn.cause_pages import PATTERN_WIDTH
from hipmap.desktop.learn.contents import Group, contents
from hipmap.desktop.learn.drawings import WIDTH
from hipmap.desktop.learn.page_router import PageRouter
from hipmap.desktop.learn.pain_pattern import pattern_picture
from hipmap.desktop.learn.pose_picture import pose_picture
from hipmap.desktop.learn.reading_window import ReadingWindow
from hipmap.desktop.look import look
from hipmap.desktop.settings.governed import export_refusal
from hipmap.model.voice import Voice

THIS_CASE = "list:for_this_case"


class LearnPages:
    """Gives what the router finds, with the pictures that its pages ask for."""

    first = "page:telling_hip_from_back"

    def __init__(self, router: PageRouter) -> None:
        self._router = router

    def groups(self, voice: Voice) -> Sequence[Group]:
        return contents(self._router.library, self._router.knowledge, voice)

    def markup(self, address: str, voice: Voice) -> str:
        return self._router.markup(address, voice)

    def draw(self, address: str, ratio: float) -> QImage | None:
        kind, _, name = address.partition(":")
        px = look().px
        if kind == "pattern":
            return pattern_picture(name, self._router.knowledge, look().theme, px(PATTERN_WIDTH), ratio)
        return pose_picture(name, look().theme, round(px(WIDTH) * ratio)) if kind == "drawing" else None

    def window_title(self, page: str) -> str:
        return QCoreApplication.translate("Learn", "{page} – Learn – hipmap").format(page=page)


class LearnWindow(ReadingWindow):
    """Follows the case as well."""

    def __init__(self, router: PageRouter, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(LearnPages(router), voice, parent)

    def show_page(self, address: str, stay: bool = False) -> None:
        """What helps in a case is of its handout: where that may not leave, it is read and not copied."""
        super().show_page(address, stay)
        self.view.let_out(address != THIS_CASE or not export_refusal("handout"))

    def refresh(self) -> None:
        """Shows the page on the present case anew, when that is the one shown."""
        if self.address == THIS_CASE:
            self.show_page(self.address, stay=True)
