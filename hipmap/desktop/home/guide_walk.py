"""Where a person stands in the guide, and every way to move: on, back, past an alarm, anew."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.home.changed_stop import changed_stop, resumed
from hipmap.desktop.home.route import Way, next_stop, urgent_flags
from hipmap.desktop.home.safety_lists import safety_lists
from hipmap.desktop.home.stops import RESULT, Cursor, Step, Stop
from hipmap.desktop.languages import library_in_words
from hipmap.desktop.preferences import Preferences
from hipmap.desktop.who_is_asked import Gates
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, new_case
from hipmap.model.library import Library
from hipmap.model.telling_next import is_worked_out
from hipmap.reasoning import assess


class GuideWalk:
    """All that the guide knows besides the case: the cursor, and which alarms are looked past."""

    def __init__(self, session: CaseSession, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._looked_past: frozenset[str] = frozenset()
        self._full: tuple[Case, Assessment] | None = None
        self.cursor = Cursor()

    @property
    def stop(self) -> Stop:
        return self.cursor.stop

    def way(self) -> Way:
        """Gives what the way depends on besides the case."""
        knowledge = self._session.knowledge
        return Way(knowledge, Gates(knowledge), self._movements, self._preferences.sides_shown)

    def library(self) -> Library:
        """Gives the library, which is read when it is first needed."""
        return library_in_words(self._session.knowledge)

    def assessment(self) -> Assessment:
        """Gives the assessment with ranges and proposals, also while the session still works on them."""
        case, seen = self._session.case, self._session.assessment
        if is_worked_out(seen) and all(one.low is not None for one in seen.origins):
            return seen
        if self._full is None or self._full[0] != case:
            self._full = case, assess(case, self._session.knowledge)
        return self._full[1]

    # ---- urgency

    def is_stopped(self) -> bool:
        """Whether something urgent stops the guide, that nobody has acted on."""
        return bool(self._new_flags() - self._looked_past)

    def is_urgent(self) -> bool:
        """Whether something urgent stands, acted on or not."""
        return bool(urgent_flags(self._session.assessment))

    def look_back(self) -> None:
        """Shows the screen behind the alarm, until the person goes on or another is raised."""
        self._looked_past = self._new_flags()

    def heed(self) -> None:
        """The person has acted on what is urgent now."""
        self.cursor = replace(self.cursor, heeded=self.cursor.heeded | self._new_flags())

    def stop_again(self) -> None:
        """Shows once more what to do."""
        self.cursor = replace(self.cursor, heeded=frozenset())
        self._looked_past = frozenset()

    def _new_flags(self) -> frozenset[str]:
        return urgent_flags(self._session.assessment) - self.cursor.heeded

    # ---- moving

    def on(self) -> None:
        """Goes to the next screen, unless something urgent comes first."""
        self._looked_past = frozenset()
        if self.is_stopped():
            return
        cursor = self.cursor
        if cursor.at + 1 < len(cursor.trail) and cursor.stop.kind != "review":
            self.cursor = replace(cursor, at=cursor.at + 1)
        elif cursor.stop.kind == "review":
            self.onto(RESULT)
        else:
            self.onto(self._next())

    def back(self) -> None:
        """Goes to the screen before; from an alarm to what raised it."""
        if self.is_stopped():
            self.look_back()
        else:
            self.cursor = self.cursor.back()

    def onto(self, stop: Stop) -> None:
        """Goes to a screen; not onward from an alarm that was only looked past."""
        trail, at = self.cursor.trail, self.cursor.at
        if stop not in trail[: at + 1]:
            self._looked_past = frozenset()
        if not self.is_stopped():
            self.cursor = self.cursor.onto(stop)

    def to_step(self, step: Step) -> None:
        """Goes to the first screen of a step that was reached; to the result itself, not to what led on."""
        stops = [one for one in self.cursor.trail if one.step == step]
        if stops:
            self.onto(stops[0])

    def skip(self) -> None:
        """Leaves a list as it is, or all the movements."""
        if self.stop.kind == "movement":
            self.cursor = replace(self.cursor, wants_movements=False)
            self.onto(RESULT)
        else:
            self.on()

    def ask_more(self) -> None:
        self.cursor = self.cursor.asking_more()
        self.onto(self._next())

    def to_open_safety(self) -> None:
        """Goes to the first list with a question that nobody has answered."""
        case, way = self._session.case, self.way()
        answered = {name for name, answer in case.answers.items() if answer.value != "unknown"}
        lists = safety_lists(case, way.knowledge, way.gates.shut_for(case.person))
        still_open = [one for one in lists if any(f.id not in answered for f in one.findings)]
        if still_open:
            self.onto(Stop("list", still_open[0].id))

    def resume(self) -> None:
        """Stands where the case leaves off: at the beginning of a new one."""
        self.cursor = resumed(self._session.case, self._session.knowledge)
        self._looked_past = frozenset()
        if len(self.cursor.trail) > 1:
            self.onto(self._next())

    def go_back_to(self, place: Cursor) -> None:
        """Stands again where the person stood; an alarm on which nobody has acted stops them all the same."""
        self.cursor, self._looked_past = place, frozenset()

    def start_again(self) -> None:
        """Empties the case, in one step that can be undone."""
        self.cursor = Cursor()
        text = QCoreApplication.translate("Edits", "Start again")
        self._session.apply(text, lambda case: new_case(setting=case.setting))

    def follow(self, before: Case, after: Case) -> None:
        """Shows the screen that a change concerns, as when something is undone.

        An alarm that the change took away is forgotten: raised once more, it stops once more.
        """
        self._looked_past &= self._new_flags()
        concerned = changed_stop(before, after, self.cursor)
        if concerned is not None:
            self.onto(concerned)

    # ---- parts

    def _next(self) -> Stop:
        return next_stop(self.cursor, self._session.case, self.assessment, self.way())

    def _movements(self) -> frozenset[str]:
        from hipmap.desktop.home.movement_gates import allowed_movements

        return allowed_movements(self._session.case, self.library(), self._session.knowledge)
