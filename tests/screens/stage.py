"""The real window on a stage: dressed in any look and language, with any case, and photographed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.design_tokens import ThemeName
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.main_window import MainWindow
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.made_up_clinic import made_up_clinic
from tests.end_to_end.person import Person, stands_before, wait_until
from tests.remembered import assess

Size = tuple[int, int]


TOOL_TIP = Qt.WindowType.ToolTip


@dataclass(frozen=True)
class Looks:
    """How a screen is looked at."""

    theme: ThemeName = "light"
    size: Size = (1366, 768)
    percent: int = 100
    language: str = "en"

    def __str__(self) -> str:
        size = f"{self.size[0]}x{self.size[1]}"
        return f"{self.language} {self.theme} {size} {self.percent} %"


class Stage:
    """One real window, and whoever sits before it."""

    def __init__(self, knowledge: Knowledge) -> None:
        app.make_application()
        self.knowledge = knowledge
        self.preferences = Preferences(ShortMemory())
        self.preferences.theme = "light"
        self.preferences.desk = "consultation"
        self.preferences.country = "GB"
        self.preferences.language = "en"
        self.window: MainWindow = app.make_window(self.preferences)
        self.window.show()
        self.window.build()
        self.window.furnish(knowledge, assess, None)
        self.window.activateWindow()
        wait_until(self.window.is_ready)
        # Nothing that a person does here asks for the bot of a test.
        self.person = Person(self.window, cast(QtBot, None))
        self._folder = TemporaryDirectory(prefix="hipmap-stage-")

    @property
    def folder(self) -> Path:
        """Gives where files of a screen may lie."""
        return Path(self._folder.name)

    @cached_property
    def clinic(self) -> Clinic:
        """Gives the person as one who has records of made-up patients; nobody locks them for being idle."""
        self.preferences.records_idle = "60"
        return made_up_clinic(self.person, self.folder)

    def leave(self) -> None:
        self.clear()
        self.wear(Looks())
        self.window.discard()
        self._folder.cleanup()

    # ---- what is shown

    def wear(self, looks: Looks) -> None:
        """Puts on a look; what is worn already costs nothing."""
        self.preferences.language = looks.language
        self.preferences.theme = looks.theme
        self.preferences.text_scale = looks.percent / 100
        self.window.resize(*looks.size)
        wait_until(self.window.is_ready)
        self.settle()

    def clear(self) -> None:
        """Takes away all that stands before the window."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        for other in self.others():
            if isinstance(other, QDialog):
                other.done(QDialog.DialogCode.Rejected)  # one that asks before it closes would wait for ever
            else:
                other.close()
        if self.window.consultation is not None:
            self.window.consultation.how_to.close()
        if self.window.records is not None and self.window.records.visit.visit is not None:
            self.person.session.open_case(new_case())
        self.window.tell("")

    def show_case(self, case: Case | None = None) -> None:
        """Opens a case (an empty one if none is given) and waits for all of its figures."""
        self.person.session.undo_stack.setClean()
        self.person.session.open_case(case or new_case())
        self.wait_for_figures()

    def wait_for_figures(self) -> None:
        """Waits for the ranges and for what to ask next."""
        session = self.person.session
        session._ranges.stop()
        session._pause.stop()
        session._show_with_ranges()
        session._pause.stop()
        session._show_with_proposals()
        self.settle()

    def go_to(self, desk: DeskName, voice: str = "") -> None:
        room = self.window.room
        if room is None or room.name != desk:
            self.window.show_desk(desk, remember=False)
            wait_until(self.window.is_ready)
        if voice and self.window.voice != voice:
            self.window.choose_voice(voice)
        self.settle()

    def settle(self) -> None:
        """Lets everything be laid out and painted, and what was thrown away go before another look comes."""
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # ---- what is seen

    def others(self) -> list[QWidget]:
        """Gives what stands before the window: dialogs, cards, menus, other windows; the last one on top."""
        return [top for top in stands_before(self.window) if top.windowType() != TOOL_TIP]

    def picture(self) -> QImage:
        """Photographs the window with everything before it; a window of its own is taken alone."""
        for top in self.others():
            if top.windowType() == Qt.WindowType.Window and not top.isModal():
                return top.grab().toImage()
        image = self.window.grab().toImage()
        painter = QPainter(image)
        for top in self.others():
            at = top.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())
            painter.drawPixmap(at, top.grab())
        painter.end()
        return image


@contextmanager
def qt_messages() -> Iterator[list[str]]:
    """Gathers what Qt complains of; not that this platform lacks what no picture needs."""
    heard: list[str] = []

    def hear(_kind: object, _where: object, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            heard.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield heard
    finally:
        qInstallMessageHandler(before)


@contextmanager
def stage() -> Iterator[Stage]:
    """Gives a stage of its own, for a program; tests share theirs."""
    made = Stage(app.load().knowledge)
    try:
        yield made
    finally:
        made.leave()


def press_key(window: QWidget, key: Qt.Key) -> None:
    """Presses a key on whatever has the keyboard."""
    QTest.keyClick(QApplication.focusWidget() or window, key)
