"""What can be read, in the order in which the list of the Learn window shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.voice import Voice, said

# Topics by the group under which a reader looks for them; topics of no group stand at the end of the first.
_SCANS = ("lumbar_or_hip_mri", "what_scans_show_without_pain")
_DOING = ("exercise_rules", "everyday_life")


@dataclass(frozen=True)
class Entry:
    """One page of the list: its address, its name, how deep it stands, and words under which it is found."""

    address: str
    name: str
    depth: int = 0
    words: str = ""


@dataclass(frozen=True)
class Group:
    """A heading of the list with its pages."""

    name: str
    entries: tuple[Entry, ...]


def contents(library: Library, knowledge: Knowledge, voice: Voice) -> list[Group]:
    """Gives the whole list for one voice."""
    tr = QCoreApplication.translate
    groups = [
        Group(tr("Learn", "Hip or back?"), tuple(_topics(library, voice))),
        Group(tr("Learn", "Where pain comes from"), tuple(_causes(knowledge, voice))),
        Group(tr("Learn", "Scans"), tuple(_scans(library, voice))),
        Group(tr("Learn", "What you can do"), tuple(_doing(library, voice))),
        Group(tr("Learn", "Tests and questionnaires"), tuple(_tests(library, knowledge, voice))),
        Group(tr("Learn", "Look up"), tuple(_lists())),
    ]
    return [group for group in groups if group.entries]


def _topics(library: Library, voice: Voice) -> Iterator[Entry]:
    for page in library.pages:
        if page.about == "topic" and page.title is not None and page.id not in (*_SCANS, *_DOING):
            yield Entry(f"page:{page.id}", said(page.title, voice))
    yield Entry("list:myths", QCoreApplication.translate("Learn", "Often read, but not true"))


def _causes(knowledge: Knowledge, voice: Voice) -> Iterator[Entry]:
    for origin in knowledge.origins:
        yield Entry(f"page:{origin.id}", said(origin, voice), 0, _both(origin))
        for condition in knowledge.conditions:
            if condition.origin == origin.id != condition.id:
                yield Entry(f"page:{condition.id}", said(condition, voice), 1, _both(condition))


def _both(thing: object) -> str:
    """A patient may look for the clinician's word, and the other way round."""
    return f"{getattr(thing, 'patient', '')} {getattr(thing, 'clinician', '')}"


def _scans(library: Library, voice: Voice) -> Iterator[Entry]:
    for name in _SCANS:
        page = library.page_by_id.get(name)
        if page is not None and page.title is not None:
            yield Entry(f"page:{page.id}", said(page.title, voice))
    yield Entry("list:modalities", QCoreApplication.translate("Learn", "Which test shows what"))


def _doing(library: Library, voice: Voice) -> Iterator[Entry]:
    tr = QCoreApplication.translate
    yield Entry("list:for_this_case", tr("Learn", "For this case"))
    for name in _DOING:
        page = library.page_by_id.get(name)
        if page is not None and page.title is not None:
            yield Entry(f"page:{page.id}", said(page.title, voice))
    yield Entry("list:exercises", tr("Learn", "All exercises"))
    for exercise in library.exercises:
        yield Entry(f"exercise:{exercise.id}", said(exercise, voice), 1, _both(exercise))


def _tests(library: Library, knowledge: Knowledge, voice: Voice) -> Iterator[Entry]:
    tr = QCoreApplication.translate
    yield Entry("list:movements", tr("Learn", "Movements to try at home"))
    if voice == "clinician":
        yield Entry("list:cards", tr("Learn", "Examination tests"))
        for card in library.cards:
            finding = knowledge.finding_by_id[card.finding]
            yield Entry(f"test:{card.finding}", finding.clinician, 1, _both(finding))
    yield Entry("list:measures", tr("Learn", "Questionnaires"))
    for measure in library.measures:
        yield Entry(f"measure:{measure.id}", said(measure, voice), 1, _both(measure))


def _lists() -> Iterator[Entry]:
    tr = QCoreApplication.translate
    yield Entry("list:glossary", tr("Learn", "Words explained"))
    yield Entry("list:limits", tr("Learn", "What hipmap cannot do"))
    yield Entry("list:sources", tr("Learn", "Sources"))
