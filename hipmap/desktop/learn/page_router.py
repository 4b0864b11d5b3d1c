"""Finds the page behind an address and gives it as rich text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn import care_pages, cause_pages, examination_pages, imaging_pages, list_pages
from hipmap.desktop.learn.markup import heading, paragraph, text
from hipmap.desktop.learn.references import References
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.pages import Page
from hipmap.model.voice import Voice

# What stands under a topic besides its own paragraphs.
_PARTS: dict[str, Callable[[Library, Voice, References], str]] = {
    "lumbar_or_hip_mri": imaging_pages.comparison_part,
    "what_scans_show_without_pain": imaging_pages.pain_free_part,
    "everyday_life": care_pages.tips_part,
}


@dataclass(frozen=True)
class PageRouter:
    """Gives every page of the Learn window; `for_this_case` writes the page on the present case."""

    library: Library
    knowledge: Knowledge
    for_this_case: Callable[[Voice], str]

    def markup(self, address: str, voice: Voice) -> str:
        """Gives the page of an address such as `page:hip_joint`; of an unknown one, a page that says so."""
        kind, _, name = address.partition(":")
        found = self._page(kind, name, voice)
        if found:
            return found
        gone = QCoreApplication.translate("Learn", "There is no such page")
        hint = QCoreApplication.translate("Learn", "Choose another one from the list.")
        return heading(gone, 1) + paragraph(text(hint))

    def _page(self, kind: str, name: str, voice: Voice) -> str:
        library, knowledge = self.library, self.knowledge
        if kind == "list":
            return self._list(name, voice)
        if kind == "page" and name in library.page_by_id:
            return self._cause_or_topic(library.page_by_id[name], voice)
        if kind == "exercise" and name in library.exercise_by_id:
            return care_pages.exercise_page(library.exercise_by_id[name], library, knowledge, voice)
        if kind == "test" and name in library.card_by_finding:
            return examination_pages.card_page(library.card_by_finding[name], library, knowledge, voice)
        measure = next((one for one in library.measures if one.id == name), None)
        if kind == "measure" and measure is not None:
            return examination_pages.measure_page(measure, knowledge, voice)
        return ""

    def _cause_or_topic(self, page: Page, voice: Voice) -> str:
        def more(notes: References) -> str:
            part = _PARTS.get(page.id)
            if part is not None:
                return part(self.library, voice, notes)
            plans = (
                plan for plan in self.library.plans if page.about != "topic" and page.id in plan.good_for
            )
            return "".join(care_pages.plan_part(plan, self.library, voice, notes) for plan in plans)

        return cause_pages.cause_page(page, self.library, self.knowledge, voice, more)

    def _list(self, name: str, voice: Voice) -> str:
        library, knowledge = self.library, self.knowledge
        lists: dict[str, Callable[[], str]] = {
            "for_this_case": lambda: self.for_this_case(voice),
            "myths": lambda: list_pages.myths_page(library, knowledge, voice),
            "glossary": lambda: list_pages.glossary_page(library, voice),
            "limits": lambda: list_pages.limits_page(library, voice),
            "sources": lambda: list_pages.sources_page(knowledge),
            "modalities": lambda: imaging_pages.modalities_page(library, knowledge, voice),
            "exercises": lambda: care_pages.exercises_page(library, voice),
            "movements": lambda: care_pages.movements_page(library, knowledge, voice),
            "cards": lambda: examination_pages.cards_page(library, knowledge),
            "measures": lambda: examination_pages.measures_page(library, voice),
        }
        return lists[name]() if name in lists else ""
