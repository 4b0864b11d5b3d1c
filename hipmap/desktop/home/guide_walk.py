"""Where a person stands in the guide, and every way to move: on, back, past an alarm, anew."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.home.changed_stop import changed_stop, raising_stop, resumed
from hipmap.desktop.home.route import Way, next_stop, urgent_flags, why_ended
from hipmap.desktop.home.safety_lists import safety_lists
from hipmap.desktop.home.stops import RESULT, Cursor, Step, Stop
from hipmap.desktop.home.unfinished import Unfinished
from hipmap.desktop.languages import library_in_words
from hipmap.desktop.preferences import Preferences
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, new_case
from hipmap.model.library import Library
from hipmap.model.question_ends import End
from hipmap.model.telling_next import is_worked_out
from hipmap.reasoning import assess
from hipmap.reasoning.who_is_asked import Gates

WHERE_FIRST = ("map", "words", "difference")
"""After these the other screens about the place follow, also for who came back to change it."""


@dataclass(frozen=True)
class Anew:
    """A case that was emptied, what was put in its place, and where the person stood in it."""

    before: Case
    after: Case
    cursor: Cursor


@dataclass(frozen=True)
class Place:
    """All that outlasts a guide that is made anew for the same case."""

    cursor: Cursor
    begun_anew: tuple[Anew, ...] = ()
    unfinished: Unfinished = field(default_factory=Unfinished)


class GuideWalk:
    """All that the guide knows besides the case: the cursor, and which alarms are looked past."""

    def __init__(self, session: CaseSession, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._looked_past: frozenset[str] = frozenset()
        self._full: tuple[Case, Assessment] | None = None
        self._begun_anew: tuple[Anew, ...] = ()
        self.cursor = Cursor()
        self.unfinished = Unfinished()

    @property
    def stop(self) -> Stop:
        return self.cursor.stop

    def way(self) -> Way:
        """Gives what the way depends on besides the case."""
        knowledge = self._session.knowledge
        return Way(knowledge, Gates(knowledge), self._movements, self._preferences.sides_shown)

    def end(self) -> End:
        """Gives why the questions end, as it stands."""
        return why_ended(self.cursor, self._session.case, self.assessment(), self.way())

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
        """Whether something urgent stops the guide, that nobody has acted on.

        At the result nothing is looked past: what is urgent comes before what is likely.
        """
        past = frozenset() if self.stop == RESULT else self._looked_past
        return bool(self._new_flags() - past)

    def is_urgent(self) -> bool:
        """Whether something urgent stands, acted on or not."""
        return bool(urgent_flags(self._session.assessment))

    def look_back(self) -> None:
        """Shows the screen behind the alarm, until the person goes on or another is raised.

        Behind an alarm that was raised at the result stands the answer that raised it.
        """
        self._looked_past = self._new_flags()
        if self.stop == RESULT:
            self.cursor = self.cursor.onto(raising_stop(self._session.assessment.urgency, self.cursor))

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

    def do(self, what: str) -> None:
        """Does what a screen asks for by name."""
        moves: dict[str, Callable[[], object]] = {
            "heed": self.heed,
            "look_back": self.look_back,
            "movements": self.on,
            "more": self.ask_more,
            "result": lambda: self.onto(RESULT),
            "map": lambda: self.follow_link(Stop("map")),
            "review": lambda: self.follow_link(Stop("review")),
            "safety": self.to_open_safety,
            "again": self.start_again,
        }
        moves[what]()

    def see(self, sign: str) -> None:
        """A sign of a list came into view."""
        self.cursor = replace(self.cursor, seen=self.cursor.seen | {sign})

    def on(self) -> None:
        """Goes to the next screen, unless something urgent comes first."""
        self._looked_past = frozenset()
        if self.is_stopped():
            return
        cursor = self.cursor
        origin = cursor.leapt_from()
        if origin is not None and cursor.stop.kind not in WHERE_FIRST:
            self._return_to(origin)
        elif cursor.at + 1 < len(cursor.trail) and cursor.stop.kind != "review":
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

    def follow_link(self, stop: Stop) -> None:
        """Goes to a screen from which a person may want to come back by going on."""
        self.onto(stop, by_link=True)

    def onto(self, stop: Stop, by_link: bool = False) -> None:
        """Goes to a screen; not onward from an alarm that was only looked past."""
        trail, at = self.cursor.trail, self.cursor.at
        if stop not in trail[: at + 1]:
            self._looked_past = frozenset()
        if not self.is_stopped():
            self.cursor = self.cursor.onto(stop, by_link)

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
        still_open = self._open_lists(("unknown",))
        if still_open:
            self.follow_link(still_open[0])

    def resume(self) -> None:
        """Stands where the case leaves off: at the beginning of a new one."""
        self.cursor = resumed(self._session.case, self._session.knowledge)
        self._looked_past, self._begun_anew = frozenset(), ()
        self.unfinished.forget()
        if len(self.cursor.trail) > 1:
            self.onto(self._next())

    def place(self) -> Place:
        """Gives where the person stands, so that the guide can be made anew."""
        return Place(self.cursor, self._begun_anew, self.unfinished)

    def go_back_to(self, place: Place) -> None:
        """Stands again where the person stood; an alarm on which nobody has acted stops them all the same."""
        self.cursor, self._looked_past = place.cursor, frozenset()
        self._begun_anew, self.unfinished = place.begun_anew, place.unfinished

    def start_again(self) -> None:
        """Empties the case, in one step; undone, it leads back to where the person stood."""
        before = self._session.case
        after = new_case(setting=before.setting)
        if before == after:
            self.resume()  # everything was skipped: there is nothing to empty, but much to ask again
            return
        self._begun_anew += (Anew(before, after, self.cursor),)
        text = QCoreApplication.translate("Edits", "Start again")
        self._session.apply(text, lambda _case: after)

    def follow(self, before: Case, after: Case) -> None:
        """Shows the screen that a change concerns, as when something is undone.

        An alarm that the change took away is forgotten: raised once more, it stops once more. Also behind
        an alarm that the change raised stands what was changed.
        """
        anew = self._left_by(before, after)
        concerned = None if anew is not None else changed_stop(before, after, self.cursor)
        if anew is not None:
            self.cursor = anew
            self.unfinished.forget()
        flags = urgent_flags(self._session.assessment)
        self._looked_past &= flags
        self.cursor = replace(self.cursor, heeded=self.cursor.heeded & flags)
        if concerned is not None:
            self.cursor = self.cursor.onto(concerned)

    # ---- parts

    def _left_by(self, before: Case, after: Case) -> Cursor | None:
        """Where a change leads by which everything was emptied, or by which that was undone."""
        for one in reversed(self._begun_anew):
            if (before, after) == (one.after, one.before):
                return one.cursor
            if (before, after) == (one.before, one.after):
                return Cursor()
        return None

    def _return_to(self, origin: Stop) -> None:
        """Goes back to where a link was followed; who came to answer open safety questions answers all."""
        still_open = self._open_lists() if origin == RESULT and self.stop.kind == "list" else []
        self.onto(next((one for one in still_open if one != self.stop), origin))

    def _open_lists(self, not_counted: tuple[str, ...] = ()) -> list[Stop]:
        """Gives the lists with a question that has no answer, or only one that is not counted."""
        case, way = self._session.case, self.way()
        answered = {name for name, answer in case.answers.items() if answer.value not in not_counted}
        lists = safety_lists(case, way.knowledge, way.gates.shut_for(case.person))
        return [Stop("list", one.id) for one in lists if any(f.id not in answered for f in one.findings)]

    def _next(self) -> Stop:
        return next_stop(self.cursor, self._session.case, self.assessment, self.way())

    def _movements(self) -> frozenset[str]:
        from hipmap.desktop.home.movement_gates import allowed_movements

        return allowed_movements(self._session.case, self.library(), self._session.knowledge)
