"""Which questions make no sense for a person, and which safety questions are put to one."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from hipmap.model.assessment import Assessment
from hipmap.model.case import YES, Case, Person
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.raised_flags import raised_flags, telling_reasons
from hipmap.model.red_flags import RedFlag, When
from hipmap.reasoning.made_once import kept_while_in_use


class Gates:
    """The questions that only serve conditions which not everybody can have."""

    def __init__(self, knowledge: Knowledge) -> None:
        weighed = {finding.id for finding in knowledge.findings if finding.cells}
        served: dict[str, list[tuple[When, ...]]] = {}
        modifies: dict[str, list[tuple[When, ...]]] = {}
        for flag in knowledge.red_flags:
            gates = tuple(feature.when for feature in flag.features if feature.weight == "gate")
            for finding, only_modifies in _named(flag).items():
                (modifies if only_modifies else served).setdefault(finding, []).append(gates)
        # A question is not asked for a condition that its answer only colours, if another one needs it.
        self._gates = {
            finding: every
            for finding, every in {**modifies, **served}.items()
            if all(every) and finding not in weighed
        }

    def shut_for(self, person: Person) -> frozenset[str]:
        """Gives the questions whose every serious condition is ruled out by sex or age."""
        return frozenset(
            finding
            for finding, every in self._gates.items()
            if all(any(_is_false(gate, person) for gate in gates) for gates in every)
        )


@kept_while_in_use
def gates_of(knowledge: Knowledge) -> Gates:
    """Gives the gates of a knowledge, kept while that knowledge is in use."""
    return Gates(knowledge)


def is_for_clinician_only(finding: Finding) -> bool:
    return finding.who == "clinician"


def is_offered(case: Case, finding: Finding, shut: AbstractSet[str], tests: bool = False) -> bool:
    """Whether a finding can be asked here: at home nobody tests, and `shut` makes no sense for the person.

    `tests` offers a clinician's tests at home as well. What was answered is always offered.
    """
    if finding.id in case.answers:
        return True
    at_home = case.setting == "home" and not tests
    return finding.id not in shut and not (at_home and is_for_clinician_only(finding))


def safety_to_ask(case: Case, findings: Iterable[Finding], shut: AbstractSet[str]) -> list[Finding]:
    """Gives the safety questions that everybody is asked, as far as they can be asked here."""
    return [f for f in findings if f.kind == "safety" and f.screening and is_offered(case, f, shut)]


def safety_not_asked(case: Case, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Gives those of them that nobody has asked yet: on screen and on paper this is the one count."""
    asked = safety_to_ask(case, knowledge.findings, gates_of(knowledge).shut_for(case.person))
    return tuple(one for one in asked if one.id not in case.answers)


def safety_told(case: Case, assessment: Assessment, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Gives the safety questions for everybody that were answered yes, and stand behind no warning.

    What is only asked further on colours a rule (since when, what was treated), and is no sign by itself.
    """
    urgency = assessment.urgency
    raised = {finding for rule in urgency.fired for finding in rule.findings}
    likely = (one for one in raised_flags(urgency, knowledge) if one.probability is not None)
    raised |= {reason.finding for one in likely for reason in telling_reasons(one, assessment)}
    told = (one for one in knowledge.findings if one.screening and one.id in case.answers)
    return tuple(one for one in told if YES in case.answers[one.id].told and one.id not in raised)


def _named(flag: RedFlag) -> dict[str, bool]:
    """Gives the findings that a flag names, each with whether it is a modifier and nothing else there."""
    named: dict[str, bool] = {}
    for feature in flag.features:
        for name in _findings(feature.when):
            named[name] = named.get(name, True) and feature.weight == "modifier"
    return named


def _findings(when: When) -> Iterable[str]:
    if when.finding is not None:
        yield when.finding
    inner = when.at_least.of if when.at_least is not None else ()
    for part in (*when.all_of, *when.any_of, *inner):
        yield from _findings(part)


def _is_false(when: When, person: Person) -> bool:
    """Tells whether sex or age make a statement false; what is not known makes nothing false."""
    if when.all_of:
        return any(_is_false(part, person) for part in when.all_of)
    if when.any_of:
        return all(_is_false(part, person) for part in when.any_of)
    if when.sex is not None:
        return person.sex not in (None, when.sex)
    if person.age is None:
        return False
    too_young = when.age_least is not None and person.age < when.age_least
    return too_young or (when.age_below is not None and person.age >= when.age_below)
