"""Finds the screen that a change of the case concerns, so that undoing shows what was undone."""

from collections.abc import Sequence

from hipmap.desktop.home.safety_lists import HISTORY, LISTS, SCANS
from hipmap.desktop.home.stops import FIRST, Cursor, Stop
from hipmap.model.assessment import Urgency
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge

_MAP_KINDS = ("map", "difference", "read_back")


def changed_stop(before: Case, after: Case, cursor: Cursor) -> Stop | None:
    """Gives the visited screen of what changed; none where the present one shows it already."""
    if before.marks != after.marks or before.pin != after.pin:
        return None if cursor.stop.kind in _MAP_KINDS else _visited(Stop("map"), cursor)
    names = {*before.answers, *after.answers}
    changed = [name for name in names if before.answers.get(name) != after.answers.get(name)]
    stops = [stop for name in sorted(changed) for stop in _stops_of(name)]
    if before.own_words != after.own_words and cursor.stop.kind not in _MAP_KINDS:
        stops.append(Stop("words"))
    if before.person != after.person:
        stops.append(FIRST)
    if cursor.stop in stops:
        return None
    return next((stop for stop in stops if stop in cursor.visited), None)


def raising_stop(urgency: Urgency, cursor: Cursor) -> Stop:
    """Gives the visited screen with an answer that raised the present tier; else all the answers."""
    signs = [sign for rule in urgency.fired if rule.tier == urgency.tier for sign in rule.findings]
    stops = [stop for sign in signs for stop in _stops_of(sign)]
    return next((stop for stop in stops if stop in cursor.visited), Stop("review"))


def _visited(stop: Stop, cursor: Cursor) -> Stop | None:
    return stop if stop in cursor.visited else None


def _stops_of(finding: str) -> Sequence[Stop]:
    """The screens on which a finding may stand."""
    found = [Stop("list", name) for name, members in LISTS.items() if finding in members]
    found += [Stop("history")] if finding in HISTORY else []
    found += [Stop("scans")] if finding in SCANS else []
    return (*found, Stop("question", finding), Stop("movement", finding))


def resumed(case: Case, knowledge: Knowledge) -> Cursor:
    """Gives where a person stands who comes back to a case: behind all that is answered or marked."""
    if not case.answers and not case.marks:
        return Cursor()
    known = knowledge.finding_by_id
    trail = [FIRST]
    trail += [
        Stop("list", name) for name, members in LISTS.items() if any(m in case.answers for m in members)
    ]
    trail += [Stop("map"), Stop("words"), Stop("read_back")] if case.marks else []
    trail += [Stop("history")] if any(name in case.answers for name in HISTORY) else []
    trail += [Stop("scans")] if any(name in case.answers for name in SCANS) else []
    listed = {*HISTORY, *SCANS, *(member for members in LISTS.values() for member in members)}
    single = [name for name in case.answers if name in known and name not in listed]
    trail += [Stop("question", name) for name in single if _is_question(known[name].kind)]
    trail += [Stop("movement", name) for name in single if known[name].kind == "movement"]
    return Cursor(trail=tuple(trail), at=len(trail) - 1)


def _is_question(kind: str) -> bool:
    return kind in ("safety", "history", "aggravating", "easing")
