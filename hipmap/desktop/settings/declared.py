"""All choices of the window in one table; nothing about a case or a person is among them."""

from typing import TYPE_CHECKING, Final, Literal, get_args

from PySide6.QtCore import QByteArray, QLocale

from hipmap.desktop.design_tokens import TEXT_SCALES, ThemeName
from hipmap.desktop.settings.setting import Setting, folder, one_of, place, switch, text

if TYPE_CHECKING:  # The first painting needs the choices, not the model.
    from hipmap.model.body import FigureKind
    from hipmap.model.case import Setting as PlaceOfWork
    from hipmap.model.voice import Voice

ThemeChoice = Literal["system"] | ThemeName
Motion = Literal["system", "full", "reduced"]
Desk = Literal["", "consultation", "home"]


def system_country() -> str:
    """Gives the country of the system's settings, or nothing where they name none."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 else ""


def _scale(kept: object) -> float | None:
    percent = str(kept)
    wanted = int(percent) / 100 if percent.isdecimal() else None
    return wanted if wanted in TEXT_SCALES else None


def _percent(scale: float) -> str:
    return str(round(scale * 100))


def _country(kept: object) -> str:
    if kept == "":
        return ""  # a country without a known number was chosen
    code = str(kept)
    return code if len(code) == 2 and code.isalpha() else system_country()


def _language(kept: object) -> str | None:
    code = str(kept)
    return code if kept is not None and code.replace("_", "").replace("-", "").isalnum() else None


def _minutes(kept: object) -> str | None:
    return next((option for option in _MINUTES if option == str(kept)), None)


_MINUTES: Final = ("5", "10", "15", "30", "60")
LONGEST_IDLE: Final = 60
_THEMES: Final[tuple[ThemeChoice, ...]] = ("system", *get_args(ThemeName))
_PLACES: "Final[tuple[PlaceOfWork | Literal[''], ...]]" = ("", "primary", "physio", "secondary", "home")

THEME: Final[Setting[ThemeChoice]] = one_of("theme", _THEMES)
TEXT_SCALE: Final[Setting[float]] = Setting(
    "text_scale", 1.0, _scale, kind="one_of", options=TEXT_SCALES, key="text_percent", write=_percent
)
MOTION: Final[Setting[Motion]] = one_of("motion", ("system", "full", "reduced"))
LANGUAGE: Final[Setting[str]] = Setting("language", "", _language)
VOICE: "Final[Setting[Voice]]" = one_of("voice", ("clinician", "patient"))
FIGURE: "Final[Setting[FigureKind]]" = one_of("figure", ("neutral", "female", "male"))
LARGE_TARGETS: Final = switch("large_targets")
OWN_VIEW_FIRST: Final = switch("own_view_first")
PLACE_OF_WORK: "Final[Setting[PlaceOfWork | Literal['']]]" = one_of("place_of_work", _PLACES)
HIDE_NUMBERS: Final = switch("hide_numbers")
COUNTRY: Final[Setting[str]] = Setting("country", "", _country)
RECORDS_IDLE: Final[Setting[str]] = Setting("records_idle", "10", _minutes, kind="one_of", options=_MINUTES)
RECORDS_FOLDER: Final[Setting[str]] = folder("records_folder")
RECORDS_BACKUP_DAYS: Final[Setting[str]] = one_of("records_backup_days", ("1", "7", "30"), "silent")
RECORDS_CLIPBOARD: Final[Setting[str]] = one_of("records_clipboard", ("minute", "never"))
RECORDS_BACKUPS: Final[Setting[str]] = folder("records_backups")
RECORDS_BACKUP_LATER: Final[Setting[str]] = text("records_backup_later")
"""The day on which somebody wanted to hear no more of backups."""

DESK: Final[Setting[Desk]] = one_of("desk", ("", "consultation", "home"), "silent")
SIDES_SHOWN: Final = switch("sides_shown", "silent")
GEOMETRY: Final[Setting[QByteArray]] = place("geometry")
LEARN_GEOMETRY: Final[Setting[QByteArray]] = place("learn_geometry")
MANUAL_GEOMETRY: Final[Setting[QByteArray]] = place("manual_geometry")
