"""What the settings window says: the name of each choice, what it does, and its options."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.settings import declared


@dataclass(frozen=True)
class Words:
    """The words of one choice; `options` by the value that each stands for."""

    name: str
    help: str = ""
    options: Mapping[object, str] = field(default_factory=dict)


def words_by_id() -> dict[str, Words]:
    """Gives the words of every choice that is offered, in the present language."""
    return {**_look_words(), **_wording_words(), **_map_words(), **_work_words(), **_records_words()}


def _look_words() -> dict[str, Words]:
    tr = QCoreApplication.translate
    themes: dict[object, str] = {
        "system": tr("Settings", "As the system"),
        "light": tr("Settings", "Light"),
        "dark": tr("Settings", "Dark"),
        "high_contrast": tr("Settings", "High contrast"),
        "high_contrast_dark": tr("Settings", "High contrast, black"),
    }
    motion: dict[object, str] = {
        "system": tr("Settings", "As the system"),
        "full": tr("Settings", "Things may move"),
        "reduced": tr("Settings", "Things keep still"),
    }
    percent = tr("Settings", "{number} %")
    sizes: dict[object, str] = {
        scale: percent.format(number=round(scale * 100)) for scale in declared.TEXT_SCALE.options
    }
    return {
        "theme": Words(tr("Settings", "Colours"), "", themes),
        "text_scale": Words(
            tr("Settings", "Text size"), tr("Settings", "Everything grows with the text."), sizes
        ),
        "motion": Words(tr("Settings", "Movement on the screen"), "", motion),
    }


def _wording_words() -> dict[str, Words]:
    tr = QCoreApplication.translate
    voices: dict[object, str] = {
        "clinician": tr("Settings", "Words of clinicians"),
        "patient": tr("Settings", "Plain words"),
    }
    return {
        "language": Words(tr("Settings", "Language"), tr("Settings", "It changes at once.")),
        "voice": Words(
            tr("Settings", "Wording"),
            tr("Settings", "For the consultation; F2 switches while you work. At home the words are plain."),
            voices,
        ),
    }


def _map_words() -> dict[str, Words]:
    tr = QCoreApplication.translate
    figures: dict[object, str] = {
        "neutral": tr("Settings", "Neutral"),
        "female": tr("Settings", "Female"),
        "male": tr("Settings", "Male"),
    }
    return {
        "figure": Words(
            tr("Settings", "Figure"), tr("Settings", "Marks stay where they are on every figure."), figures
        ),
        "large_targets": Words(
            tr("Settings", "Large targets"),
            tr("Settings", "Larger figures with more room round each zone, for touch and unsteady hands."),
        ),
    }


def minutes_words(minutes: str) -> str:
    """Says after how long the records lock."""
    return QCoreApplication.translate("Settings", "After {number} minutes").format(number=minutes)


def _records_words() -> dict[str, Words]:
    tr = QCoreApplication.translate
    after: dict[object, str] = {option: minutes_words(option) for option in declared.RECORDS_IDLE.options}
    clearing: dict[object, str] = {
        "minute": tr("Settings", "After a minute, and at locking"),
        "never": tr("Settings", "Never"),
    }
    return {
        "records_clipboard": Words(
            tr("Settings", "Clear the clipboard"),
            tr(
                "Settings",
                "What you copy while records are open, and every SOAP note, can be read by other programs "
                "until then.",
            ),
            clearing,
        ),
        "records_idle": Words(
            tr("Settings", "Lock by itself"),
            tr(
                "Settings",
                "When nobody touches hipmap, patient records are locked and everything of a patient is "
                "hidden. They are also locked when the computer sleeps. When the screen is locked they are "
                "locked at once where the system tells programs of it: on Windows, and on Linux with GNOME, "
                "KDE, Cinnamon, MATE or Xfce. On a Mac the time above counts.",
            ),
            after,
        ),
    }


def _work_words() -> dict[str, Words]:
    tr = QCoreApplication.translate
    places: dict[object, str] = {
        "": tr("Settings", "Ask each time"),
        "primary": tr("Settings", "Primary care"),
        "physio": tr("Settings", "Physiotherapy"),
        "secondary": tr("Settings", "Secondary care"),
        "home": tr("Settings", "At home"),
    }
    return {
        "own_view_first": Words(
            tr("Settings", "Commit your own view first"),
            tr(
                "Settings", "Likelihoods stay hidden until you have said what you think; then both are shown."
            ),
        ),
        "place_of_work": Words(
            tr("Settings", "Place of work"),
            tr("Settings", "A new case begins with it. How common a cause is depends on the place."),
            places,
        ),
        "hide_numbers": Words(
            tr("Settings", "Hide numbers"),
            tr("Settings", "Results at home are told in words and pictures only."),
        ),
        "country": Words(
            tr("Settings", "Country"),
            tr("Settings", "hipmap shows the emergency number of this country. Check it once for your area."),
        ),
    }
