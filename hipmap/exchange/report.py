"""What is exchanged: a case with its assessment, and what surrounds it, such as who writes to whom."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import refusal

ReadAsset = Callable[[str], bytes]
"""Gives the bytes of one of hipmap's own files by its name, as `body/figures/neutral/front.svg`."""

_LONGEST = {"question": 600, "note": 1200}
_LONGEST_LINE = 120
# Line breaks, and the joiners without which some scripts cannot be spelt; nothing that turns text round.
_ALLOWED = "\n\t\u200c\u200d\ufe0f"


@dataclass(frozen=True)
class Details:
    """What a person typed around a case. All of it is data: it is shown as it stands and never carried out.

    `day` is the day of the report, year-month-day.
    """

    day: str = ""
    name: str = ""
    number: str = ""
    born: str = ""
    to: str = ""
    sender: str = ""
    question: str = ""
    note: str = ""

    @property
    def is_named(self) -> bool:
        """Whether anything tells who the person is."""
        return bool(self.name or self.number or self.born)


@dataclass(frozen=True)
class Report:
    """A case, its assessment under the knowledge, and what surrounds it."""

    case: Case
    assessment: Assessment
    knowledge: Knowledge
    details: Details = field(default_factory=Details)
    country: str | None = None


def checked_details(details: Details) -> Details:
    """Gives the details without blanks at their ends; BadInput for what no page has room for or can show."""
    tidy = Details(**{one.name: getattr(details, one.name).strip() for one in fields(Details)})
    for one in fields(Details):
        text, longest = getattr(tidy, one.name), _LONGEST.get(one.name, _LONGEST_LINE)
        name = f"--{'from' if one.name == 'sender' else 'date' if one.name == 'day' else one.name}"
        if len(text) > longest:
            raise refusal(name, f"this has {len(text)} signs; keep to {longest}")
        if any(not sign.isprintable() and sign not in _ALLOWED for sign in text):
            raise refusal(name, "a sign in this text cannot be shown; take it out")
        if "\n" in text and one.name not in _LONGEST:
            raise refusal(name, "write this in one line")
    return tidy
