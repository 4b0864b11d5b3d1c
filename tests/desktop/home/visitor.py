"""A person at home before the guide: they press, type and read. Their actions are counted."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from hipmap import app
from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.design_tokens import LIGHT
from hipmap.desktop.fonts import register_fonts
from hipmap.desktop.home.emergency_screen import EmergencyScreen
from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.list_screen import ListScreen
from hipmap.desktop.home.question_screen import QuestionScreen
from hipmap.desktop.home.screen import Screen
from hipmap.desktop.look import Look, wear
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Side, new_case
from hipmap.model.knowledge import Knowledge
from tests.remembered import assess


def settle() -> None:
    """Lets everything be painted, and what was thrown away go: that needs a running event loop else."""
    QApplication.processEvents()
    QApplication.processEvents()  # what painting has queued
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@dataclass
class Visitor:
    """Someone before the guide; `host` is the window it stands in."""

    host: QWidget
    guide: HomeGuide
    preferences: Preferences
    actions: int = 0
    seen: list[str] = field(default_factory=list)

    @property
    def case(self) -> Case:
        return self.guide.session.case

    @property
    def kind(self) -> str:
        return self.guide.walk.stop.kind

    @property
    def page(self) -> Screen:
        assert self.guide.current is not None
        return self.guide.current

    @property
    def list(self) -> ListScreen:
        assert isinstance(self.page, ListScreen)
        return self.page

    @property
    def question(self) -> QuestionScreen:
        assert isinstance(self.page, QuestionScreen)
        return self.page

    @property
    def emergency(self) -> EmergencyScreen:
        assert isinstance(self.page, EmergencyScreen)
        return self.page

    # ---- hands

    def press(self, widget: QWidget) -> None:
        self.actions += 1
        assert widget.isVisible(), "nobody can press what is not there"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def press_twice(self, widget: QWidget) -> None:
        """Presses as people do who double-click everything."""
        place = widget.mapTo(self.host, widget.rect().center())
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()
        under = self.host.childAt(place)
        if under is not None:
            middle = under.mapFrom(self.host, place)
            QTest.mouseDClick(under, Qt.MouseButton.LeftButton, pos=middle)
        settle()

    def next(self) -> None:
        self.press(self.guide.bar.next_button)

    def read_on(self) -> None:
        """Scrolls on by the button until all of a list has been in view."""
        for _ in range(30):
            if self.goal() not in ("More below", "More above"):
                return
            self.next()
        raise AssertionError("the list never ends")

    def back(self) -> None:
        self.press(self.guide.bar.back_button)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.actions += 1
        QTest.keyClick(QApplication.focusWidget() or self.guide, key, modifier)
        settle()

    def type(self, text: str) -> None:
        for letter in text:
            self.actions += 1
            QTest.keyClicks(QApplication.focusWidget() or self.guide, letter)
        settle()

    def mark(self, zone: str, side: Side) -> None:
        view = self.guide.body_map.area.view_of((zone, side))
        assert view is not None
        _ = view.zones
        self.actions += 1
        where: QPoint = view.point_in((zone, side)).toPoint()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)
        settle()

    # ---- eyes

    def reads(self) -> str:
        """All that can be read on the screen and in the bar."""
        found = [part.text() for part in self.host.findChildren(QLabel) if part.isVisible()]
        return "\n".join(found)

    def title(self) -> str:
        return self.page.title.text()

    def goal(self) -> str:
        """What the button that goes on says."""
        button = self.guide.bar.next_button
        return button.text() if button.isVisible() else ""

    def close(self) -> None:
        self.guide.session.undo_stack.setClean()
        self.host.close()
        self.host.deleteLater()
        settle()

    # ---- ways

    def to(self, kind: str, most: int = 40) -> None:
        """Goes on by the button until a screen of a kind is there."""
        for _ in range(most):
            if self.kind == kind:
                return
            self.next()
        raise AssertionError(f"{kind} was never reached; now at {self.kind}")


def quickly(
    case: Case, knowledge: Knowledge, ranges: bool = True, proposals: bool | None = None
) -> Assessment:
    """Assesses without ranges and proposals; where the guide needs them, it works them out itself."""
    return assess(case, knowledge, ranges=False, proposals=False)


def open_guide(knowledge: Knowledge, case: Case | None = None, quick: bool = True) -> Visitor:
    """Opens the guide as the window would, on a new case unless one is given."""
    wear(app.make_application(), Look(LIGHT))
    register_fonts()
    preferences = Preferences(ShortMemory())
    preferences.country = "GB"
    host = QWidget()
    host.resize(1366, 716)
    session = CaseSession(knowledge, quickly if quick else assess, case or new_case(), host)
    guide = HomeGuide(session, BodyMapPanel(knowledge.body), preferences, host)
    box = QVBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(guide)
    host.show()
    host.activateWindow()
    settle()
    return Visitor(host, guide, preferences)
