"""How many safety questions were asked at home: nothing sounds calmer than what was asked."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.sheet_order import Progress, progress
from hipmap.desktop.urgency_words import asked_words, none_found_title
from hipmap.desktop.wording import tier_title
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from hipmap.reasoning.who_is_asked import Gates, safety_to_ask, safety_told


@dataclass(frozen=True)
class SafetyAsked:
    """How far the safety questions are answered, and which of them say nothing yet."""

    done: Progress
    still_open: tuple[Finding, ...]
    told: tuple[Finding, ...] = ()
    """Those answered yes which raised nothing."""

    @property
    def known(self) -> int:
        """How many have an answer that says something."""
        return self.done.answered - self.done.unknown


def safety_asked(case: Case, assessment: Assessment, knowledge: Knowledge) -> SafetyAsked:
    """Counts the safety questions that are put to this person; *don't know* leaves one open."""
    asked = safety_to_ask(case, knowledge.findings, Gates(knowledge).shut_for(case.person))
    still_open = (
        one for one in asked if one.id not in case.answers or case.answers[one.id].is_unknown
    )  # fmt: skip
    return SafetyAsked(progress(case, asked), tuple(still_open), safety_told(case, assessment, knowledge))


def found_title(tier: Tier, asked: SafetyAsked, voice: Voice) -> str:
    """Gives the headline of a tier; where nothing was found, never more reassuring than what was asked."""
    return none_found_title(asked.done, len(asked.told)) if tier == "none_found" else tier_title(tier, voice)


def net_as_asked(text: str, tier: Tier, asked: SafetyAsked) -> str:
    """Gives a safety net that begins with what was asked, while nothing was raised but not all is a no."""
    if tier != "none_found" or not (asked.still_open or asked.told):
        return text
    if not (asked.known or asked.told):
        words = QCoreApplication.translate(
            "HomeResult", "The safety questions are still open, so we cannot tell yet how urgent this is."
        )
        return " ".join((words, *_after_first(text)))
    begin = QCoreApplication.translate("HomeResult", "{found}. {asked}.")
    words = begin.format(
        found=none_found_title(asked.done, len(asked.told)), asked=asked_words(tier, asked.done)
    )
    return " ".join((words, *_after_first(text)))


def _after_first(text: str) -> list[str]:
    """Gives what follows the first sentence, which says that nothing was found."""
    return re.split(r"(?<=[.?!]) ", text, maxsplit=1)[1:]
