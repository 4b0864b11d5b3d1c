"""What a report is made of and shown as; all of this runs beside the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from PySide6.QtGui import QImage

from hipmap.desktop.languages import library_in_words
from hipmap.desktop.reports.kinds import KIND_BY_ID
from hipmap.exchange.report import Details, Report
from hipmap.exchange.side_check import Disagreement, disagreements
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.spoken import ENGLISH, Language, speaking
from hipmap.report_kinds import Wanted, content_of, pages_as_pictures
from hipmap.report_papers import Pages

SEEN_PER_INCH = 144
"""So sharp a page is on the screen."""


@dataclass(frozen=True)
class Shown:
    """How a report is seen before it is written: pages or a picture, and its words; or why it is refused."""

    pages: tuple[QImage, ...] = ()
    words: str = ""
    refused: Disagreement | None = None


class Source:
    """One case, which is assessed whole when it is first needed; all is said in one language."""

    def __init__(
        self,
        case: Case,
        knowledge: Knowledge,
        assess: Callable[[Case], Assessment],
        country: str | None,
        spoken: Language = ENGLISH,
    ) -> None:
        self._case, self._knowledge, self._country = case, knowledge, country
        self._assess, self._language = assess, spoken
        self._assessment: Assessment | None = None

    def report(self, details: Details) -> Report:
        """Gives the case with what surrounds it."""
        if self._assessment is None:
            self._assessment = self._assess(self._case)
        return Report(self._case, self._assessment, self._knowledge, details, self._country)

    def content(self, wanted: Wanted, details: Details) -> bytes:
        """Gives what is written to a file."""
        with speaking(self._language):
            return content_of(self.report(details), self._whole(wanted))

    def shown(self, wanted: Wanted, details: Details) -> Shown:
        """Gives how it looks."""
        report, kind = self.report(details), KIND_BY_ID[wanted.kind]
        if kind.minds_sides and not wanted.sides_checked:
            refused = next(disagreements(report), None)
            if refused is not None:
                return Shown(refused=refused)
        if kind.looks == "text":
            return Shown(words=self.content(wanted, details).decode())
        if kind.looks == "picture":
            words = _described(self.content(replace(wanted, ending=".svg"), details))
            return Shown(self.to_print(wanted, details, SEEN_PER_INCH), words)
        made = self._pages(wanted, details, SEEN_PER_INCH)
        return Shown(tuple(QImage.fromData(one) for one in made.pictures), made.words)

    def to_print(self, wanted: Wanted, details: Details, per_inch: int) -> tuple[QImage, ...]:
        """Gives the pages as sharp as they are asked for; a picture as it is written to a file."""
        if KIND_BY_ID[wanted.kind].looks == "picture":
            return (QImage.fromData(self.content(replace(wanted, ending=".png"), details)),)
        made = self._pages(wanted, details, per_inch)
        return tuple(QImage.fromData(one) for one in made.pictures)

    def _pages(self, wanted: Wanted, details: Details, per_inch: int) -> Pages:
        with speaking(self._language):
            return pages_as_pictures(self.report(details), self._whole(wanted), per_inch)

    def _whole(self, wanted: Wanted) -> Wanted:
        return (
            replace(wanted, library=library_in_words(self._knowledge)) if wanted.kind == "handout" else wanted
        )


def _described(svg: bytes) -> str:
    """Gives what a picture of ours says of itself."""
    found = ElementTree.fromstring(svg).find("{http://www.w3.org/2000/svg}desc")
    return (found.text or "") if found is not None else ""
