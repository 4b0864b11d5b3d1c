"""The template of the SOAP note that a clinic made its own: a file beside the settings, read at each use."""

from pathlib import Path

from hipmap.desktop.languages import language_on_paper
from hipmap.desktop.preferences import Preferences
from hipmap.exchange.report import Report
from hipmap.exchange.soap.note import TEMPLATE, soap_note
from hipmap.model.problems import BadInput
from hipmap.model.spoken import speaking
from hipmap.storage.assets import asset
from hipmap.storage.note_template import read_template

FILE = "soap_note.txt"


def place_of_template(preferences: Preferences) -> Path | None:
    """Gives where a clinic's template is kept; None where settings are not kept."""
    return None if preferences.folder is None else preferences.folder / FILE


def own_template(preferences: Preferences) -> Path | None:
    """Gives the clinic's template, if there is one; what is in it may be damaged."""
    place = place_of_template(preferences)
    return place if place is not None and (place.exists() or place.is_symlink()) else None


def text_of_hipmap() -> str:
    """Gives the template that comes with hipmap."""
    return asset(TEMPLATE).read_text(encoding="utf-8")


def note_of(report: Report, template: Path | None) -> str:
    """Gives the note by a clinic's template, or by hipmap's own; BadInput says what is wrong in it."""
    if template is None:
        return note_by(report, text_of_hipmap(), FILE)
    return note_by(report, read_template(template), template.name)


def note_by(report: Report, text: str, name: str = FILE) -> str:
    """Gives the note by a template that was read, in the language of the window."""
    with speaking(language_on_paper()):
        return soap_note(report, text, name)


def named_texts(template: Path) -> tuple[str, ...]:
    """Gives which of the texts that a person types a template has a place for; none where it is damaged."""
    try:
        text = read_template(template)
    except BadInput:
        return ()
    return tuple(name for name in ("question", "note") if f"{{{name}" in text)
