"""What the person chose for the window itself; nothing about a case is kept here."""

from typing import Literal, Protocol

from PySide6.QtCore import QByteArray, QLocale, QSettings

from hipmap.desktop.design_tokens import TEXT_SCALES
from hipmap.model.voice import Voice

ThemeChoice = Literal["system", "light", "dark"]


class Store(Protocol):
    """Where choices are kept, in the manner of QSettings."""

    def value(self, key: str, default: object = None, /) -> object: ...

    def setValue(self, key: str, value: object, /) -> None: ...


class ShortMemory:
    """Keeps choices until the program ends: for pictures and tests."""

    def __init__(self) -> None:
        self._kept: dict[str, object] = {}

    def value(self, key: str, default: object = None, /) -> object:
        return self._kept.get(key, default)

    def setValue(self, key: str, value: object, /) -> None:
        self._kept[key] = value


def stored() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "hipmap", "window")


def system_country() -> str:
    """Gives the country of the system's settings, or nothing where they name none."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 else ""


class Preferences:
    """Reads and keeps the choices; a damaged file counts as no choice."""

    def __init__(self, store: Store | None = None) -> None:
        self._settings: Store = stored() if store is None else store

    @property
    def theme(self) -> ThemeChoice:
        kept = str(self._settings.value("theme", "system"))
        return "light" if kept == "light" else "dark" if kept == "dark" else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", choice)

    @property
    def text_scale(self) -> float:
        kept = str(self._settings.value("text_percent", "100"))
        wanted = int(kept) / 100 if kept.isdigit() else 1.0
        return wanted if wanted in TEXT_SCALES else 1.0

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._settings.setValue("text_percent", str(round(scale * 100)))

    @property
    def voice(self) -> Voice:
        return "patient" if self._settings.value("voice") == "patient" else "clinician"

    @voice.setter
    def voice(self, voice: Voice) -> None:
        self._settings.setValue("voice", voice)

    @property
    def country(self) -> str:
        """The country for emergency numbers, two letters; of the system until one is chosen."""
        kept = self._settings.value("country")
        if kept == "":
            return ""  # a country without a known number was chosen
        code = str(kept)
        return code if len(code) == 2 and code.isalpha() else system_country()

    @country.setter
    def country(self, country: str) -> None:
        self._settings.setValue("country", country)

    @property
    def geometry(self) -> QByteArray:
        return self._place("geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def learn_geometry(self) -> QByteArray:
        """Where the Learn window stood, and how large it was."""
        return self._place("learn_geometry")

    @learn_geometry.setter
    def learn_geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("learn_geometry", geometry)

    def _place(self, key: str) -> QByteArray:
        kept = self._settings.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()
