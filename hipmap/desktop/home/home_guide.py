"""The guide for a person at home: one screen at a time, joined to the session of the case."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.map_edits import listen_to_map
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.enter_key import ENTER
from hipmap.desktop.home.emergency_screen import EmergencyScreen
from hipmap.desktop.home.guide_bar import GuideBar
from hipmap.desktop.home.guide_header import GuideHeader
from hipmap.desktop.home.guide_middle import Middle, room_around
from hipmap.desktop.home.guide_walk import GuideWalk, Place
from hipmap.desktop.home.home_style import home_style
from hipmap.desktop.home.map_screens import MapScreen
from hipmap.desktop.home.screen import Edit, Screen
from hipmap.desktop.home.screen_maker import Present, make_screen
from hipmap.desktop.home.stops import HAND_OVER, RESULT, STEPS
from hipmap.desktop.home.urgent_banner import UrgentBanner
from hipmap.desktop.look import look
from hipmap.desktop.preferences import Preferences
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.voice import Voice

# Here ranges or proposals are shown, which the session works out only after a moment.
FULL = ("question", "between", "movement", "result")


class HomeGuide(QWidget):
    """What it shows follows from the case and from where the person stands on the way."""

    read_asked = Signal(str)  # the address of a page to read
    country_asked = Signal()
    save_asked = Signal()
    reports_asked = Signal()
    leave_asked = Signal()

    def __init__(
        self,
        session: CaseSession,
        body_map: BodyMapPanel,
        preferences: Preferences,
        parent: QWidget,
        place: Place | None = None,
    ) -> None:
        """With `place`, where a person stood before the guide was made anew, for the same case."""
        super().__init__(parent)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session, self.body_map, self._preferences = session, body_map, preferences
        self.walk = GuideWalk(session, preferences)
        self._voice: Voice = "patient"
        self._country = preferences.country
        self._is_new = False
        self._seen_case = session.case
        self._shown: object = None
        self.current: Screen | None = None
        self.print_menu: QMenu | None = None
        body_map.hide()
        body_map.setParent(self)
        body_map.show_voice(self._voice)
        body_map.show_tools("home")
        listen_to_map(body_map, session)
        self._build()
        self.walk.resume() if place is None else self.walk.go_back_to(place)
        session.changed.connect(self.show_case)
        preferences.changed.connect(self._preference_changed)
        self.wear_look()

    # ---- what the window asks

    def show_voice(self, voice: Voice) -> None:
        if voice != self._voice:
            self._voice = voice
            self.body_map.show_voice(voice)
            self._show_screen()

    def show_country(self, country: str) -> None:
        """Says whom to call in a country (two letters)."""
        if country != self._country:
            self._country = country
            self._show_screen()

    def wear_look(self) -> None:
        """Takes on the theme and the text size."""
        worn = look()
        self.setStyleSheet(home_style(worn.theme, worn.text_scale))
        self.body_map.set_theme(worn.theme)
        self._show_screen()

    def place(self) -> Place:
        """Gives where the person stands and what they have acted on, so that the guide can be made anew."""
        return self.walk.place()

    def begin(self) -> None:
        """Another case is about to be shown: it is gone through from its own beginning."""
        self._is_new = True

    def show_case(self, case: Case, assessment: Assessment) -> None:
        """Shows the case on the present screen, or the screen that the change concerns."""
        before, self._seen_case = self._seen_case, case
        if self._is_new:
            self._is_new = False
            self.walk.resume()
            self._show_screen()
            return
        self.walk.follow(before, case)
        if self._shown != self._wanted():
            self._show_screen()
        elif self.current is not None:
            self.current.show_case(case, self._assessment())
            self._show_bar()

    # ---- what a person does

    def go_on(self) -> None:
        """Goes to the next screen, with the edit that going on makes here."""
        screen = self.current
        if screen is None or not screen.next_words() or screen.takes_next():
            return
        if self.walk.stop == RESULT:
            self._then(self.walk.onto, HAND_OVER)
            return
        edit = screen.leave_edit()
        if edit is not None:
            self._apply(QCoreApplication.translate("Edits", "Answer"), edit, "")
        if self.walk.stop.kind == "orient":
            self._preferences.sides_shown = True
        self._then(self.walk.on)

    def go_back(self) -> None:
        """Goes to the screen before; nothing is lost."""
        self._then(self.walk.back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()  # a key that is held must not run through the screens
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        screen = self.current
        if event.key() == Qt.Key.Key_Escape or (alt and event.key() == Qt.Key.Key_Left):
            self.go_back()
        elif event.key() in ENTER:
            if screen is not None and screen.goes_on_by_enter():
                self.go_on()
        elif screen is None or not screen.press_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def look_over(self) -> None:
        """Shows all answers, to be looked at again."""
        self._then(self.walk.do, "review")

    def _then(self, move: Callable[..., object], *what: object) -> None:
        """Moves, and shows where that leads."""
        move(*what)
        self._show_screen()

    def _apply(self, text: str, edit: Edit, key: str) -> None:
        self.session.apply(text, edit, key or None)

    def _asked(self, what: str) -> None:
        """Does what a screen asks for."""
        if what in ("country", "unlocked"):
            (self.country_asked if what == "country" else self.save_asked).emit()
        elif what == "numbers":
            self._preferences.hide_numbers = not self._preferences.hide_numbers
        else:
            self._then(self.walk.do, what)

    def _preference_changed(self, setting: str) -> None:
        """Shows or hides the numbers at once, also when that is chosen in the settings."""
        if setting == "hide_numbers" and self.current is not None:
            self.current.show_numbers(not self._preferences.hide_numbers)

    def _print(self) -> None:
        from hipmap.desktop.home.printed_page import printed_page
        from hipmap.desktop.home.printing import offer_printing
        from hipmap.report_papers import Paper, paper_of

        def page() -> Paper:
            case, knowledge = self.session.case, self.session.knowledge
            seen, end = self.walk.assessment(), self.walk.end()
            return paper_of(printed_page(case, seen, self._country, knowledge, self._voice, end))

        button, others = self.bar.print_button, self.reports_asked.emit
        self.print_menu = offer_printing(button, self, page, self.bar.show_note, others)

    # ---- parts

    def _build(self) -> None:
        self.header, self.bar, self.banner = GuideHeader(self), GuideBar(self), UrgentBanner(self)
        self.page = QWidget()
        self.page.setProperty("kind", "page")
        self.room = QHBoxLayout(self.page)
        self.area = Middle(self.bar, self)
        self.area.setWidget(self.page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.header, self.banner, self.area, self.bar):
            box.addWidget(part, 1 if part is self.area else 0)
        self.header.step_chosen.connect(lambda step: self._then(self.walk.to_step, step))
        self.header.left.connect(self.leave_asked)
        self.banner.opened.connect(lambda: self._then(self.walk.stop_again))
        self.bar.back.connect(self.go_back)
        self.bar.next.connect(self.go_on)
        self.bar.printed.connect(self._print)

    # ---- showing

    def _wanted(self) -> object:
        return self.walk.is_stopped(), self.walk.stop

    def _show_screen(self) -> None:
        """Makes the screen anew and gives its title the keyboard."""
        self._clear()
        self._shown = self._wanted()
        self.walk.unfinished.stand_at(self.walk.stop, self.walk.is_stopped())
        self.current = screen = self._screen()
        screen.edited.connect(self._apply)
        screen.typing_ended.connect(self.session.end_typing)
        screen.skipped.connect(lambda: self._then(self.walk.skip))
        screen.went_on.connect(self.go_on)
        screen.reworded.connect(self._show_bar)
        screen.asked.connect(self._asked)
        screen.stop_asked.connect(lambda stop: self._then(self.walk.follow_link, stop))
        screen.read_asked.connect(self.read_asked)
        screen.seen.connect(self.walk.see)
        self.room.addStretch(1)
        self.room.addWidget(screen, 1000)
        self.room.addStretch(1)
        screen.box.addStretch(0 if isinstance(screen, MapScreen) else 1)
        screen.show_case(self.session.case, self._assessment())
        self._fit()
        self._show_bar()
        screen.show()
        self.area.verticalScrollBar().setValue(0)
        self.setFocusProxy(screen.title)
        screen.title.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(screen.title, screen.spoken())

    def _clear(self) -> None:
        self.body_map.hide()
        self.body_map.setParent(self)
        while self.room.count():
            self.room.takeAt(0)
        if self.current is not None:
            self.current.hide()
            self.current.deleteLater()
            self.current = None

    def _assessment(self) -> Assessment:
        full = self.walk.stop.kind in FULL and not self.walk.is_stopped()
        return self.walk.assessment() if full else self.session.assessment

    def _screen(self) -> Screen:
        walk = self.walk
        if walk.is_stopped():
            return EmergencyScreen(self._country, walk.unfinished, self.session.knowledge, self._voice)
        return make_screen(
            Present(
                walk.cursor, self.session.case, self._assessment(), walk.way(), self._voice, self.body_map,
                walk.library, self._country, not self._preferences.hide_numbers, walk.unfinished,
            )
        )  # fmt: skip

    def _show_bar(self) -> None:
        walk, screen = self.walk, self.current
        stopped = walk.is_stopped()
        words = screen.next_words() if screen is not None else ""
        self.bar.show_next(words, walk.cursor.can_go_back() or stopped, walk.stop == RESULT and not stopped)
        self.bar.show_note("")
        reached = frozenset(stop.step for stop in walk.cursor.trail)
        here = STEPS.index(walk.stop.step)
        done = frozenset(step for step in reached if STEPS.index(step) < here)
        self.header.show_step(walk.stop.step, done, reached if not stopped else frozenset())
        self.banner.setVisible(walk.is_urgent() and not stopped)
        tier = self.session.assessment.urgency.tier
        self.banner.show_tier(tier, self._country, self.session.knowledge, self._voice)

    def _fit(self) -> None:
        """Leaves margins that shrink with the window, and keeps lines short enough to read."""
        if self.current is not None:
            wide = self.current.width_wanted
            self.current.setMaximumWidth(look().px(wide))
            self.room.setContentsMargins(room_around(self.width(), wide, self.walk.stop.kind))
