"""Holds the one desk that is shown: the start, the consultation, the guide at home, or the records."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.look import look
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.seen_of_case import SeenOfCase
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Mark
from hipmap.model.voice import Voice

if TYPE_CHECKING:  # A desk is loaded when it is first shown.
    from hipmap.desktop.consultation import Consultation
    from hipmap.desktop.home.guide_walk import Place
    from hipmap.desktop.home.home_guide import HomeGuide
    from hipmap.desktop.records.records_screen import RecordsScreen
    from hipmap.desktop.start_screen import StartScreen


class Desk(Protocol):
    """What every desk can be told."""

    def show_voice(self, voice: Voice) -> None: ...

    def show_country(self, country: str) -> None: ...

    def wear_look(self) -> None: ...


class DeskRoom(QWidget):
    """Makes a desk anew whenever it is gone to: all that it shows comes from the case."""

    desk_shown = Signal(str)
    desk_asked = Signal(str)
    ready = Signal()
    read_asked = Signal(str)  # the address of a page to read
    country_asked = Signal()
    way_chosen = Signal(str)  # at the start: a DeskName
    open_asked = Signal()
    manual_asked = Signal()
    save_asked = Signal()
    records_asked = Signal()
    note_asked = Signal()
    reports_asked = Signal()
    make_records: Callable[[QWidget], QWidget]  # the window knows who keeps them
    visit_is_kept: Callable[[], bool]

    def __init__(self, session: CaseSession, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.name: DeskName = "start"
        self.visit_is_kept = lambda: False
        self._desk: QWidget | None = None
        self._panel: BodyMapPanel | None = None
        self._earlier: tuple[Mark, ...] = ()
        self._reads_how_to = False  # whether the note on a test was open at the desk before
        self._place: Place | None = None
        self._asks_about = ""  # the file from home of which the start asks who is looking at it
        self._seen = SeenOfCase()
        preferences.changed.connect(self._preference_changed)
        session.opened.connect(self._begin_anew)
        session.changed.connect(self._case_changed)

    @property
    def consultation(self) -> "Consultation | None":
        return cast("Consultation", self._desk) if self.name == "consultation" else None

    @property
    def home(self) -> "HomeGuide | None":
        return cast("HomeGuide", self._desk) if self.name == "home" else None

    def show_desk(self, name: DeskName, voice: Voice) -> None:
        """Puts a desk into the room in place of the one that was there."""
        make: dict[DeskName, Callable[[Voice], QWidget]] = {
            "start": self._start,
            "consultation": self._consultation,
            "home": self._home,
            "records": lambda _voice: self.make_records(self),
        }
        if self.home is not None:
            self._place = self.home.place()
            self._place.unfinished.leave_for(name)
        if self.consultation is not None and self.is_ready():
            self._seen.place = self.consultation.place()
        former, self._desk, self._panel = self._desk, None, None
        if former is not None:
            self._box.removeWidget(former)
            former.hide()
            # It stays a child until it is deleted: freed at once, it would be gone while its own button
            # that asked for another desk is still being pressed.
            former.deleteLater()
        self.name = name
        if name != "start":
            self._asks_about = ""
        desk = make[name](voice)
        self._desk = desk
        self._box.addWidget(desk)
        self._as_desk(desk).show_country(self._preferences.country)
        self._session.refresh()
        desk.show()
        self.desk_shown.emit(name)

    def ask_which_desk(self, file: str) -> None:
        """Has the start ask at which desk a case from home is looked at; a way that is chosen answers it."""
        self._asks_about = file
        if self.name == "start":
            start = cast("StartScreen", self._desk)
            start.ask_about(file)
            start.take_keyboard()

    def asks_which_desk(self) -> bool:
        return bool(self._asks_about)

    def is_ready(self) -> bool:
        """Whether all of the desk has been made; the consultation makes its rows bit by bit."""
        return self._desk is not None and (self.consultation is None or self.consultation.sheet.is_built())

    def take_keyboard(self) -> None:
        """Gives the keyboard to what is done first at the desk."""
        if self.name in ("start", "records"):
            cast("StartScreen | RecordsScreen", self._desk).take_keyboard()
        elif self._desk is not None:
            self._desk.setFocus()

    def show_voice(self, voice: Voice) -> None:
        if self._desk is not None:
            self._as_desk(self._desk).show_voice(voice)

    def show_country(self, country: str) -> None:
        if self._desk is not None:
            self._as_desk(self._desk).show_country(country)

    def wear_look(self) -> None:
        if self._desk is not None:
            self._as_desk(self._desk).wear_look()

    # ---- the desks

    def _as_desk(self, widget: QWidget) -> Desk:
        return cast("Desk", widget)

    def _map(self) -> BodyMapPanel:
        self._panel = panel = BodyMapPanel(self._session.knowledge.body)
        panel.set_theme(look().theme)
        panel.set_figure(self._preferences.figure)
        panel.overlays.show_earlier(self._earlier)
        panel.show_large_targets(self._preferences.large_targets)
        panel.figure_chosen.connect(partial(setattr, self._preferences, "figure"))
        panel.large_targets_chosen.connect(partial(setattr, self._preferences, "large_targets"))
        return panel

    def show_earlier_map(self, marks: tuple[Mark, ...]) -> None:
        """Shows the marks of last time on the map of this desk and of those that follow."""
        self._earlier = marks
        if self._panel is not None:
            self._panel.overlays.show_earlier(marks)

    def _preference_changed(self, setting: str) -> None:
        """Shows at once what was chosen in the settings."""
        if self._panel is not None and setting == "figure":
            self._panel.set_figure(self._preferences.figure)
        if self._panel is not None and setting == "large_targets":
            self._panel.show_large_targets(self._preferences.large_targets)
        if self.consultation is not None and setting == "own_view_first":
            self.consultation.show_own_view_first(self._preferences.own_view_first)

    def _start(self, voice: Voice) -> QWidget:
        from hipmap.desktop.start_screen import StartScreen

        start = StartScreen(self)
        if self._asks_about:
            start.ask_about(self._asks_about)
        start.chosen.connect(self.way_chosen)
        start.open_asked.connect(self.open_asked)
        start.records_asked.connect(self.records_asked)
        start.manual_asked.connect(self.manual_asked)
        return start

    def _consultation(self, voice: Voice) -> QWidget:
        from hipmap.desktop.consultation import Consultation

        desk = Consultation(self._session, self._map(), voice, self._seen, self)
        desk.read_asked.connect(self.read_asked)
        desk.note_asked.connect(self.note_asked)
        desk.reports_asked.connect(self.reports_asked)
        desk.urgency.country_asked.connect(self.country_asked)
        if (place := self._seen.place) is not None:
            desk.sheet.built.connect(partial(desk.go_to_place, place))
        if self._reads_how_to:
            desk.sheet.built.connect(desk.sheet.ask_how_to)
        desk.how_to.shown.connect(lambda: setattr(self, "_reads_how_to", desk.how_to.is_open()))
        desk.sheet.built.connect(self.ready)
        desk.show_own_view_first(self._preferences.own_view_first)
        return desk

    def _home(self, voice: Voice) -> QWidget:
        from hipmap.desktop.home.home_guide import HomeGuide

        desk = HomeGuide(self._session, self._map(), self._preferences, self, self._place)
        desk.show_voice(voice)
        desk.bar.show_kept(self.visit_is_kept())
        desk.read_asked.connect(self.read_asked)
        desk.country_asked.connect(self.country_asked)
        desk.save_asked.connect(self.save_asked)
        desk.reports_asked.connect(self.reports_asked)
        desk.leave_asked.connect(lambda: self.desk_asked.emit("start"))
        return desk

    def _begin_anew(self) -> None:
        self._earlier, self._place, self._asks_about = (), None, ""
        self._seen.forget()
        if self.home is not None:
            self.home.begin()

    def _case_changed(self, _case: Case, assessment: Assessment) -> None:
        """At another desk too, what is new is not taken for what was acted on."""
        if self.consultation is None:
            self._seen.warning.see(assessment.urgency)
