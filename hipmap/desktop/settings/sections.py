"""The sections of the settings window: which choices stand together, under which name and sign."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.settings import declared
from hipmap.desktop.settings.setting import Setting


@dataclass(frozen=True)
class Section:
    """A page of the window."""

    id: str
    name: str
    sign: str
    settings: tuple[Setting[Any], ...] = ()


def sections() -> list[Section]:
    """Gives the sections in their order, in the present language."""
    tr = QCoreApplication.translate
    look = (declared.THEME, declared.TEXT_SCALE, declared.MOTION)
    wording = (declared.LANGUAGE, declared.VOICE)
    body_map = (declared.FIGURE, declared.LARGE_TARGETS)
    work = (declared.PLACE_OF_WORK, declared.OWN_VIEW_FIRST)
    kept = (declared.RECORDS_IDLE, declared.RECORDS_CLIPBOARD)
    return [
        Section("look", tr("Settings", "Look"), "palette", look),
        Section("wording", tr("Settings", "Language and wording"), "languages", wording),
        Section("map", tr("Settings", "Body map"), "person-standing", body_map),
        Section("consultation", tr("Settings", "Consultation"), "stethoscope", work),
        Section("records", tr("Settings", "Patient records"), "lock", kept),
        Section("home", tr("Settings", "At home"), "house", (declared.HIDE_NUMBERS,)),
        Section("country", tr("Settings", "Emergency numbers"), "siren", (declared.COUNTRY,)),
        Section("privacy", tr("Settings", "Privacy"), "shield-check"),
    ]
