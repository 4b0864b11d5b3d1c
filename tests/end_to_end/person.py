"""What a person does with the window: press, type, read. Tests read like their hands and eyes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.case_document import CaseDocument
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.choice_strip import ChoiceStrip
from hipmap.desktop.consultation import Consultation
from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.main_window import MainWindow
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Side

PATIENCE_MS = 30_000
LAYOUT_ROUNDS = 6


def wait_until(done: Callable[[], bool], instead: Callable[[], str] = lambda: "waited in vain") -> None:
    """Runs the event loop until something holds; AssertionError, with what is `instead`, if it never does."""
    clock = QElapsedTimer()
    clock.start()
    while not done():
        assert clock.elapsed() < PATIENCE_MS, instead()
        QTest.qWait(1)


def stands_before(window: QWidget) -> list[QWidget]:
    """Gives what a window has opened and is seen: dialogs, menus, windows of its own; the last one on top.

    Other tests may have left windows of theirs, which are none of it.
    """
    return [top for top in QApplication.topLevelWidgets() if top.isVisible() and _belongs(top, window)]


def _belongs(top: QWidget, window: QWidget) -> bool:
    here = top.parentWidget()
    while here is not None and here is not window:
        here = here.parentWidget()
    return here is window


@dataclass
class Person:
    """Someone before the window."""

    window: MainWindow
    bot: QtBot

    @property
    def screen(self) -> Consultation:
        assert self.window.consultation is not None
        return self.window.consultation

    @property
    def session(self) -> CaseSession:
        assert self.window.session is not None
        return self.window.session

    @property
    def document(self) -> CaseDocument:
        assert self.window.document is not None
        return self.window.document

    @property
    def case(self) -> Case:
        return self.session.case

    @property
    def assessment(self) -> Assessment:
        return self.session.assessment

    def begin_anew(self) -> None:
        """Empties the window: new case, no search, first order, the clinician's voice, light, normal text."""
        if self.window.consultation is None:
            self.do("consultation")
            wait_until(self.window.is_ready)
        self.session.undo_stack.setClean()
        self.window.tell("")
        self.do("new")
        self.screen.sheet.head.show_which("telling")
        self.do("theme_light")
        self.do("scale_100")
        self.window.appearance.wear()  # another window may have dressed the program since
        if self.window.voice == "patient":
            self.do("flip_voice")
        self.window.resize(1366, 768)
        wait_until(self._is_in_front)
        self.settle()

    def _is_in_front(self) -> bool:
        """Comes to the front, whatever an earlier test left standing there."""
        for left in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if left is not None:
                left.close()
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and isinstance(other.parentWidget(), MainWindow):
                other.close()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        QApplication.processEvents()
        return self.window.isActiveWindow()

    def settle(self) -> None:
        """Lets the ranges come and everything be laid out, in as many rounds as boxes stand in each other."""
        for _ in range(LAYOUT_ROUNDS):
            QApplication.processEvents()

    def do(self, command: str) -> None:
        self.window.actions_by_id[command].trigger()

    # ---- hands

    def press(self, widget: QWidget, where: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where or widget.rect().center())

    def choose(self, strip: ChoiceStrip, choice: str) -> None:
        self.press(strip.button_of(choice))

    def answer(self, finding: str, choice: str) -> None:
        row = self.row(finding)
        self.screen.sheet.ask([finding])
        self.choose(row.control.strip, choice)

    def mark(self, zone: str, side: Side) -> None:
        """Clicks a zone on the first face that shows it."""
        view = self.screen.body_map.area.view_of((zone, side))
        assert view is not None
        self.press(view, view.point_in((zone, side)).toPoint())

    def keys(self, *keys: Qt.Key | str) -> None:
        """Presses keys on whatever has the keyboard."""
        for one in keys:
            if isinstance(one, str):
                for letter in one:
                    QTest.keyClicks(QApplication.focusWidget() or self.window, letter)
            else:
                QTest.keyClick(QApplication.focusWidget() or self.window, one)

    def type_age(self, digits: str) -> None:
        self.window.bar.person.age.field.setFocus()
        self.keys(digits)

    def in_dialog(self, button: QMessageBox.StandardButton) -> None:
        """Will press a button of the question that is about to be asked."""

        def press() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            chosen = box.button(button)
            assert chosen is not None
            chosen.click()

        QTimer.singleShot(0, press)

    # ---- eyes

    def row(self, finding: str) -> FindingRow:
        return self.screen.sheet.list.row_of(finding)

    def reads(self, part: QWidget) -> str:
        """Gives all that can be read in a part of the window."""
        labels = [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]
        return "\n".join([part.accessibleName(), part.accessibleDescription(), *labels])

    def likelihoods(self) -> list[str]:
        return [row.accessibleName() for row in self.screen.likelihoods.visible_rows()]

    def message(self) -> str:
        bar = self.window.message
        return bar.words.text() if bar is not None and bar.isVisible() else ""

    def open(self, path: Path) -> bool:
        return self.document.open_path(path)
